const BASE = "http://own.invalid";

/**
 * Where to go after signing in: `wanted` when it is a page of our own, else null. Another host, a scheme, a
 * protocol-relative address, a backslash or the API is never followed.
 */
export function ownPath(wanted: string | string[] | undefined): string | null {
  if (typeof wanted !== "string" || !wanted.startsWith("/") || /[\\\p{Cc}]/u.test(wanted)) return null;
  if (!URL.canParse(wanted, BASE)) return null;
  const url = new URL(wanted, BASE);
  const path = url.pathname + url.search + url.hash;
  // Dot segments may leave "//host" behind ("/.//host"), so the outcome is judged and not the input.
  if (url.origin !== BASE || path.startsWith("//") || /^\/api(\/|$)/.test(url.pathname)) return null;
  return path;
}
