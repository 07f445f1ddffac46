const YEAR = 31_536_000;

/** Keeps a choice of look or language for a year; the server reads it on the next request. Empty takes it away. */
export function rememberChoice(name: string, value: string): void {
  const secure = location.protocol === "https:" ? "; Secure" : "";
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser we support, nor on plain http
  document.cookie = `${name}=${value}; Path=/; SameSite=Lax; Max-Age=${value ? YEAR : 0}${secure}`;
}
