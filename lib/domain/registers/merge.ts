import { type Refusal, refuse } from "../shared/result";
import type { RegisterEntry } from "./types";

type Linked = Pick<RegisterEntry, "id" | "mergedInto">;

/** What an entry is part of now, after all merges: itself where it was never merged, null where there is none by this id. */
export function survivorOf<T extends Linked>(entries: ReadonlyMap<string, T>, id: string): T | null {
  let entry = entries.get(id) ?? null;
  // A circle cannot be made by merging; one in the data must not hang a page.
  for (let steps = entries.size; entry?.mergedInto && steps > 0; steps--) {
    entry = entries.get(entry.mergedInto) ?? null;
  }
  return entry;
}

/** The entries that these ids stand for now, each once, in the order of the ids. Ids of nothing are left out. */
export function survivorsOf<T extends Linked>(entries: ReadonlyMap<string, T>, ids: readonly string[]): T[] {
  return [...new Set(ids.flatMap((id) => survivorOf(entries, id) ?? []))];
}

/** `ids` without everything that stands for this entry now: what a click on "take out" leaves. */
export const withoutEntry = (entries: ReadonlyMap<string, Linked>, ids: readonly string[], entryId: string) =>
  ids.filter((id) => (survivorOf(entries, id)?.id ?? id) !== entryId);

/** Entries by their id. */
export const byId = <T extends { readonly id: string }>(entries: readonly T[]): ReadonlyMap<string, T> =>
  new Map(entries.map((entry) => [entry.id, entry]));

/**
 * Why one entry cannot become part of another, or null when it can. `named` writes a name for the reader.
 * Refuses: itself, another register, what was merged before, and a target that is merged or archived.
 */
export function mergeRefusal(
  entries: ReadonlyMap<string, RegisterEntry>,
  { id, into }: { readonly id: string; readonly into: string },
  named: (entry: RegisterEntry) => string,
): Refusal | null {
  const one = entries.get(id);
  const other = entries.get(into);
  if (!one || !other) return refuse("not-found");
  if (id === into) return refuse("register.into-itself", { name: named(one) });
  if (one.kind !== other.kind) return refuse("register.other-kind", { name: named(one), into: named(other) });
  if (one.mergedInto) {
    const now = survivorOf(entries, id) ?? one;
    return refuse("register.merged-before", { name: named(one), into: named(now) });
  }
  if (other.mergedInto) {
    const now = survivorOf(entries, into) ?? other;
    return refuse("register.into-merged", { into: named(other), now: named(now) });
  }
  return other.archived ? refuse("register.into-archived", { into: named(other) }) : null;
}
