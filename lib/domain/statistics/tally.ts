/**
 * A distribution as [value, count] pairs with rising values and counts above zero. Whole days make it small, so a
 * database can hand over a whole distribution in a few rows and every quantile stays exact.
 */
export type Tally = readonly (readonly [value: number, count: number])[];

/** The distribution of `values`. */
export const tally = (values: Iterable<number>): Tally =>
  mergeTallies([[...values].map((value) => [value, 1])]);

/** One distribution out of several; the pairs may come in any order and repeat. */
export function mergeTallies(tallies: Iterable<Tally>): Tally {
  const counts = new Map<number, number>();
  for (const part of tallies) {
    for (const [value, count] of part) counts.set(value, (counts.get(value) ?? 0) + count);
  }
  return [...counts].filter(([, count]) => count > 0).sort(([a], [b]) => a - b);
}

/** How many values there are. */
export const sizeOf = (distribution: Tally): number =>
  distribution.reduce((sum, [, count]) => sum + count, 0);

/** The mean, or null of nothing. */
export function meanOf(distribution: Tally): number | null {
  const n = sizeOf(distribution);
  return n === 0 ? null : distribution.reduce((sum, [value, count]) => sum + value * count, 0) / n;
}

/** The value of the given rank, 1 being the smallest. Null outside 1 to n. */
export function valueAtRank(distribution: Tally, rank: number): number | null {
  if (rank < 1) return null;
  let seen = 0;
  for (const [value, count] of distribution) {
    seen += count;
    if (rank <= seen) return value;
  }
  return null;
}
