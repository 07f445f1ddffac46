import type { Edit } from "@/lib/domain/process/edits";
import { allSteps, findStage, findStep } from "@/lib/domain/process/locate";
import type { ProcessDocument, Step } from "@/lib/domain/process/types";
import type { LineContext } from "@/lib/domain/typed-line/types";
import type { Names } from "@/lib/features/processes/view";
import type { Selection } from "./selection";

/** Where a typed step will stand: in a stage, below one of its steps or at its beginning. */
export type TypedPlace = { readonly stageKey: string; readonly after: string | null };

/** The end of a stage. */
export function endOf(doc: ProcessDocument, stageKey: string): TypedPlace | null {
  const stage = findStage(doc, stageKey)?.stage;
  return stage ? { stageKey, after: stage.steps.at(-1)?.key ?? null } : null;
}

/** The place that follows from what is selected: below the step, at the end of the stage, else at the end of all. */
export function placeOf(doc: ProcessDocument, selection: Selection | null): TypedPlace | null {
  const spot = selection?.kind === "step" ? findStep(doc, selection.key) : null;
  if (spot) return { stageKey: spot.stage.key, after: spot.step.key };
  const last = doc.stages.at(-1);
  return endOf(doc, selection?.kind === "stage" ? selection.key : (last?.key ?? ""));
}

/** The place while it is there; where its step is gone or moved away, the end of the stage. */
export function stillPlaced(doc: ProcessDocument, place: TypedPlace | null): TypedPlace | null {
  if (!place) return null;
  const stage = findStage(doc, place.stageKey)?.stage;
  if (!stage) return null;
  const there = place.after === null || stage.steps.some(({ key }) => key === place.after);
  return there ? place : endOf(doc, place.stageKey);
}

/** The edit that puts a step at a place. */
export function addAt(doc: ProcessDocument, { stageKey, after }: TypedPlace, step: Step): Edit {
  const steps = findStage(doc, stageKey)?.stage.steps ?? [];
  return { type: "step.add", stageKey, index: steps.findIndex(({ key }) => key === after) + 1, step };
}

/** What a line typed at this place is read against. */
export const contextOf = (doc: ProcessDocument, names: Names, place: TypedPlace): LineContext => ({
  roles: names.roles,
  departments: names.departments,
  steps: allSteps(doc).map(({ key, name }) => ({ key, name })),
  after: place.after,
});
