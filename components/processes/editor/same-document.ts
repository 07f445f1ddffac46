import type { ProcessDocument } from "@/lib/domain/process/types";
import { equal } from "@/lib/domain/shared/equal";

/**
 * The new document with every stage, step and criterion that is equal to the old one being the old one, so that a save
 * draws nothing again.
 */
export function sameDocument(next: ProcessDocument, before: ProcessDocument): ProcessDocument {
  const old = new Map(before.stages.map((stage) => [stage.key, stage]));
  const keep = <T extends { readonly key: string }>(list: readonly T[], was: readonly T[]): readonly T[] => {
    const known = new Map(was.map((item) => [item.key, item]));
    const kept = list.map((item) => {
      const one = known.get(item.key);
      return one && equal(one, item) ? one : item;
    });
    return kept.length === was.length && kept.every((item, index) => item === was[index]) ? was : kept;
  };
  const stages = next.stages.map((stage) => {
    const one = old.get(stage.key);
    if (!one) return stage;
    const merged = {
      ...stage,
      steps: keep(stage.steps, one.steps),
      criteria: keep(stage.criteria, one.criteria),
    };
    return equal(one, merged) ? one : merged;
  });
  const unchanged =
    equal(next.timing, before.timing) &&
    equal(next.agreed, before.agreed) &&
    stages.length === before.stages.length &&
    stages.every((stage, index) => stage === before.stages[index]);
  return unchanged ? before : { ...next, stages };
}
