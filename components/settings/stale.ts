const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The fields whose values differ. */
export function changesOf<T extends object>(from: T, to: T): (keyof T & string)[] {
  return (Object.keys(to) as (keyof T & string)[]).filter((key) => !same(from[key], to[key]));
}

/** My edits on top of theirs: each field I changed since `base` is mine, every other is theirs. */
export function rebased<T extends object>(base: T, mine: T, theirs: T): T {
  const edits = changesOf(base, mine).map((key) => [key, mine[key]]);
  return { ...theirs, ...Object.fromEntries(edits) };
}
