import { criticalValue } from "./normal";

/** A figure with its interval; null where so few cases give none. */
export type Bounded = {
  readonly value: number | null;
  readonly lo: number | null;
  readonly hi: number | null;
};
/** The change from one figure to another, with its interval. */
export type Change = { readonly value: number; readonly lo: number; readonly hi: number };

/**
 * The difference now - before of two independent figures, with the interval that follows from their own intervals by
 * squaring and adding the distances (MOVER, Zou and Donner 2008). For shares with Wilson's intervals that is Newcombe's
 * method 10. Null where a figure or a bound is missing.
 */
export function changeOf(now: Bounded, before: Bounded): Change | null {
  if (now.value === null || now.lo === null || now.hi === null) return null;
  if (before.value === null || before.lo === null || before.hi === null) return null;
  const value = now.value - before.value;
  return {
    value,
    lo: value - Math.hypot(now.value - now.lo, before.hi - before.value),
    hi: value + Math.hypot(now.hi - now.value, before.value - before.lo),
  };
}

/** How often a true change of the size looked for should be seen. */
export const POWER = 0.8;

/** Standard errors a change must be away from none, to be seen with `POWER` at a two-sided level. */
const reachOf = (level: number): number => criticalValue(level) + criticalValue(2 * POWER - 1);

/**
 * The smallest true change that is seen four times in five however many cases follow, when what it is compared with
 * stopped at `nBefore` cases. `variance` is that of one case.
 */
export const smallestChange = (varianceBefore: number, nBefore: number, level = 0.95): number =>
  reachOf(level) * Math.sqrt(varianceBefore / nBefore);

/**
 * Cases needed now to see a change of `size` four times in five, when what it is compared with stays at `nBefore` cases.
 * Variances are those of one case, not pooled. Null when no number of cases is enough.
 */
export function casesNeeded(
  size: number,
  before: { readonly variance: number; readonly n: number },
  varianceNow: number,
  level = 0.95,
): number | null {
  const room = (size / reachOf(level)) ** 2 - before.variance / before.n;
  return room > 0 ? Math.ceil(varianceNow / room) : null;
}
