import { longestIncreasing } from "./lists";

/** A thing and the key of what it is in ("" for stages). */
export type Placed<T> = { readonly item: T; readonly parent: string };

/** Moved: in another stage than before, or out of the old order among those that stayed, with the fewest blamed. */
export function movedKeys<T extends { readonly key: string }>(
  before: readonly Placed<T>[],
  after: readonly Placed<T>[],
): Set<string> {
  const was = new Map(before.map(({ item, parent }, index) => [item.key, { parent, index }]));
  const moved = new Set<string>();
  const stayed = new Map<string, { key: string; index: number }[]>();
  for (const { item, parent } of after) {
    const old = was.get(item.key);
    if (!old) continue;
    if (old.parent !== parent) moved.add(item.key);
    else stayed.set(parent, [...(stayed.get(parent) ?? []), { key: item.key, index: old.index }]);
  }
  for (const list of stayed.values()) {
    const inOrder = longestIncreasing(list.map((entry) => entry.index));
    list.forEach((entry, at) => {
      if (!inOrder.has(at)) moved.add(entry.key);
    });
  }
  return moved;
}
