import type { Change } from "@/lib/domain/process/diff";

/** A stage, step or criterion that changed, with all that happened to it; its number is its place in the list, from 1. */
export type ChangedThing = {
  readonly number: number;
  readonly what: Change["what"];
  readonly key: string;
  readonly how: "added" | "removed" | "changed";
  readonly changes: readonly [Change, ...Change[]];
};

/** Differences by the thing they are about, numbered in their order: on the line and in the list alike. */
export function changedThings(changes: readonly Change[]): ChangedThing[] {
  const things = new Map<string, [Change, ...Change[]]>();
  for (const change of changes) {
    const id = `${change.what}.${change.key}`;
    const known = things.get(id);
    if (known) known.push(change);
    else things.set(id, [change]);
  }
  return [...things.values()].map((list, at) => {
    const { what, key, change } = list[0];
    const how = change === "added" || change === "removed" ? change : "changed";
    return { number: at + 1, what, key, how, changes: list };
  });
}
