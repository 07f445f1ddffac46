import { survivorOf, survivorsOf } from "./merge";
import type { RegisterEntry } from "./types";

/** An entry that a stage or a step of a process names, in its draft or in what is published. */
export type EntryLink = {
  readonly processId: string;
  readonly stageKey: string;
  /** Null where the stage itself names it. */
  readonly stepKey: string | null;
  readonly entryId: string;
};

/** Where an entry is linked: different processes, stages that name it themselves, and steps. */
export type EntryUse = {
  readonly processIds: readonly string[];
  readonly stages: number;
  readonly steps: number;
};

export const NO_USE: EntryUse = { processIds: [], stages: 0, steps: 0 };

/**
 * The use of every entry that is linked somewhere, by the id of what it is part of now. A stage or step counts once, whether
 * the draft, the published version or both name the entry, and however many merged entries it names it by.
 */
export function entryUses(
  entries: ReadonlyMap<string, Pick<RegisterEntry, "id" | "mergedInto">>,
  links: readonly EntryLink[],
): ReadonlyMap<string, EntryUse> {
  const places = new Map<string, { processes: Set<string>; stages: Set<string>; steps: Set<string> }>();
  for (const { processId, stageKey, stepKey, entryId } of links) {
    const entry = survivorOf(entries, entryId);
    if (!entry) continue;
    const found = places.get(entry.id) ?? { processes: new Set(), stages: new Set(), steps: new Set() };
    places.set(entry.id, found);
    found.processes.add(processId);
    // A step that moved to another stage in the draft is still one step.
    if (stepKey === null) found.stages.add(`${processId} ${stageKey}`);
    else found.steps.add(`${processId} ${stepKey}`);
  }
  return new Map(
    [...places].map(([id, { processes, stages, steps }]) => [
      id,
      { processIds: [...processes], stages: stages.size, steps: steps.size },
    ]),
  );
}

/**
 * In how many calls each entry came up, by the id of what it is part of now. A call counts once for an entry, by however many
 * merged ones it was ticked. `heard` is the ticked ids of calls, with how many calls have exactly those.
 */
export function heardIn(
  entries: ReadonlyMap<string, Pick<RegisterEntry, "id" | "mergedInto">>,
  heard: readonly { readonly ids: readonly string[]; readonly calls: number }[],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { ids, calls } of heard)
    for (const { id } of survivorsOf(entries, ids)) counts.set(id, (counts.get(id) ?? 0) + calls);
  return counts;
}

/** What the use of both entries is now, and what it will be once `id` is part of `into`. */
export function mergedUse(
  entries: ReadonlyMap<string, RegisterEntry>,
  links: readonly EntryLink[],
  { id, into }: { readonly id: string; readonly into: string },
): { readonly from: EntryUse; readonly into: EntryUse; readonly together: EntryUse } {
  const now = entryUses(entries, links);
  const merged = new Map(entries);
  const one = entries.get(id);
  if (one) merged.set(id, { ...one, mergedInto: into });
  const then = entryUses(merged, links);
  return {
    from: now.get(id) ?? NO_USE,
    into: now.get(into) ?? NO_USE,
    together: then.get(into) ?? NO_USE,
  };
}
