/** The address part of an organisation's name: lower case, Latin letters and digits, 2 to 40 characters. */
export function slugOf(name: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 40)
    .replace(/-+$/, "");
  return plain.length >= 2 && !RESERVED.has(plain) ? plain : `org-${plain}`.replace(/-+$/, "");
}

// First path segments that the product itself uses.
const RESERVED = new Set([
  "api",
  "app",
  "dev",
  "sign-in",
  "sign-up",
  "organizations",
  "invitation",
  "fonts",
  "icon",
  "public",
  "gallery",
  "health",
]);
