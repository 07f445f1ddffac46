import type { CompiledStage, CompiledStep } from "../process/compile";
import { survivorsOf } from "../registers/merge";
import type { RegisterEntry } from "../registers/types";

/** Ids of the register entries that matter now: those of the next step, then those of the stage. Each once. */
export const buyerIds = (
  stage: Pick<CompiledStage, "entries"> | null,
  next: Pick<CompiledStep, "entries"> | null,
): string[] => [...new Set([...(next?.entries ?? []), ...(stage?.entries ?? [])])];

/**
 * What is known of buyers in a stage and for the next step, each entry once and those of the step first. An entry that
 * was merged is shown as what it became part of; an archived one and one that is not there are left out.
 */
export function buyerSide<T extends RegisterEntry>(
  entries: ReadonlyMap<string, T>,
  stage: Pick<CompiledStage, "entries"> | null,
  next: Pick<CompiledStep, "entries"> | null,
): { readonly entry: T; readonly forNext: boolean }[] {
  const forNext = new Set(survivorsOf(entries, next?.entries ?? []));
  return survivorsOf(entries, buyerIds(stage, next))
    .filter(({ archived }) => !archived)
    .map((entry) => ({ entry, forNext: forNext.has(entry) }));
}
