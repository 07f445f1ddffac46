import type { Occurred } from "../shared/day";

/** Negative when `a` is certainly before `b`: by moment when both are known, else by day. 0 when it cannot be told. */
export function compareOccurred(a: Occurred, b: Occurred): number {
  if (a.at !== null && b.at !== null) return Date.parse(a.at) - Date.parse(b.at);
  return a.day < b.day ? -1 : a.day > b.day ? 1 : 0;
}
