/** The list with `item` at `index`; a place beyond either end is that end. */
export function insertAt<T>(list: readonly T[], index: number, item: T): T[] {
  const place = Number.isFinite(index) ? Math.max(0, Math.min(list.length, Math.trunc(index))) : list.length;
  return [...list.slice(0, place), item, ...list.slice(place)];
}

/** The list without the item at `index`. */
export const removeAt = <T>(list: readonly T[], index: number): T[] => list.filter((_, at) => at !== index);

/** The list with the keyed item replaced; the others keep their identity, so that only one of them renders again. */
export const replaceByKey = <T extends { readonly key: string }>(
  list: readonly T[],
  key: string,
  change: (item: T) => T,
): T[] => list.map((item) => (item.key === key ? change(item) : item));

/**
 * Positions of a longest increasing run of `values` (patience sorting, O(n log n)). What is not in it has moved,
 * so that one dragged thing is one move and not a move of all its neighbours.
 */
export function longestIncreasing(values: readonly number[]): Set<number> {
  const tails: number[] = [];
  const before: (number | undefined)[] = [];
  values.forEach((value, at) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[tails[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    before[at] = low > 0 ? tails[low - 1] : undefined;
    tails[low] = at;
  });
  const kept = new Set<number>();
  for (let at = tails.at(-1); at !== undefined; at = before[at]) kept.add(at);
  return kept;
}
