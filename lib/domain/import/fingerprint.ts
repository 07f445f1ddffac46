/** 53 bits of a text, well spread; `seed` gives independent values. Multiply-xorshift mixing of two 32-bit lanes. */
export function mix53(text: string, seed: number): number {
  let a = 0xdeadbeef ^ seed;
  let b = 0x41c6ce57 ^ seed;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0);
}

/**
 * A short text that is equal for equal values and, for all practical purposes, different for others (106 bits, not
 * meant to withstand an attacker). Objects are compared by their keys in any order.
 */
export function fingerprint(value: unknown): string {
  const text = JSON.stringify(value, sortKeys);
  return [7, 1_000_003].map((seed) => mix53(text, seed).toString(36).padStart(11, "0")).join("");
}

function sortKeys(_: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
