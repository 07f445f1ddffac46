type HeaderValue = string | string[] | null | undefined;

/**
 * The client's address for limits: the last entry of `X-Forwarded-For`, which the nearest proxy (or the server itself)
 * wrote. Earlier entries are whatever the client claims, so they would let it choose its own counter.
 */
export function clientAddress(forwardedFor: HeaderValue): string {
  const text = Array.isArray(forwardedFor) ? forwardedFor.join(",") : (forwardedFor ?? "");
  return text.split(",").at(-1)?.trim() || "direct";
}
