import { criticalValue } from "./normal";

export type Interval = { readonly lo: number; readonly hi: number };

/**
 * Wilson's score interval for `k` of `n` (shares, 0 to 1), without continuity correction. It never leaves [0, 1]
 * and always holds k/n. With n = 0 nothing is known: 0 to 1. Wilson 1927; equals R `prop.test(correct = FALSE)`.
 */
export function wilson(k: number, n: number, level = 0.95): Interval {
  if (n === 0) return { lo: 0, hi: 1 };
  if (k < 0 || k > n) throw new RangeError(`not a count of ${n}: ${k}`);
  const z = criticalValue(level);
  const p = k / n;
  const centre = p + (z * z) / (2 * n);
  const half = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  const scale = 1 + (z * z) / n;
  // At the ends the exact bound is 0 or 1 (and p itself); rounding may leave a bit outside.
  return {
    lo: k === 0 ? 0 : Math.min(p, (centre - half) / scale),
    hi: k === n ? 1 : Math.max(p, (centre + half) / scale),
  };
}

export type Difference = Interval & { readonly value: number };

/**
 * The difference k1/n1 - k2/n2 of two independent shares with Newcombe's hybrid score interval (Newcombe 1998,
 * method 10). Null when either group is empty.
 */
export function newcombe(k1: number, n1: number, k2: number, n2: number, level = 0.95): Difference | null {
  if (n1 === 0 || n2 === 0) return null;
  const [p1, p2] = [k1 / n1, k2 / n2];
  const [a, b] = [wilson(k1, n1, level), wilson(k2, n2, level)];
  const value = p1 - p2;
  return {
    value,
    lo: value - Math.hypot(p1 - a.lo, b.hi - p2),
    hi: value + Math.hypot(a.hi - p1, p2 - b.lo),
  };
}
