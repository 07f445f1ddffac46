import { sizeOf, type Tally, valueAtRank } from "./tally";

/**
 * The p-quantile of type 7 (Hyndman and Fan 1996): the default of R and what Postgres `percentile_cont` gives.
 * Null of nothing.
 */
export function quantile(distribution: Tally, p: number): number | null {
  const place = (sizeOf(distribution) - 1) * p;
  const below = valueAtRank(distribution, Math.floor(place) + 1);
  const above = valueAtRank(distribution, Math.ceil(place) + 1);
  return below === null || above === null ? null : below + (above - below) * (place - Math.floor(place));
}

/** P(B = k) for k = 0..n, built outwards from the mode so that a large n does not underflow. */
function binomial(n: number, p: number): number[] {
  const weights = new Array<number>(n + 1).fill(0);
  const mode = Math.min(n, Math.floor((n + 1) * p));
  weights[mode] = 1;
  const odds = p / (1 - p);
  for (let k = mode + 1; k <= n; k += 1) weights[k] = (weights[k - 1] ?? 0) * ((n - k + 1) / k) * odds;
  for (let k = mode - 1; k >= 0; k -= 1)
    weights[k] = (weights[k + 1] ?? 0) * ((k + 1) / (n - k)) * (1 / odds);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/**
 * Ranks (1 = smallest) of the two order statistics that hold the p-quantile with at least `level` confidence, equal
 * tails, without assuming a shape. A bound is null when `n` values cannot give it (the median needs six).
 */
export function quantileRanks(n: number, p: number, level = 0.95): { lo: number | null; hi: number | null } {
  const tail = (1 - level) / 2;
  const chance = binomial(n, p);
  let lo = 0;
  for (let below = chance[0] ?? 1; lo < n && below <= tail; below += chance[lo] ?? 0) lo += 1;
  let hi = n + 1;
  for (let above = chance[n] ?? 1; hi > 1 && above <= tail; above += chance[hi - 1] ?? 0) hi -= 1;
  return { lo: lo >= 1 ? lo : null, hi: hi <= n ? hi : null };
}

/** The order-statistic interval of the p-quantile; a bound that so few values cannot give is null. */
export function quantileInterval(
  distribution: Tally,
  p: number,
  level = 0.95,
): { lo: number | null; hi: number | null } {
  const ranks = quantileRanks(sizeOf(distribution), p, level);
  return {
    lo: ranks.lo === null ? null : valueAtRank(distribution, ranks.lo),
    hi: ranks.hi === null ? null : valueAtRank(distribution, ranks.hi),
  };
}
