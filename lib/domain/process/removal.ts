import type { Edit } from "./edits";
import { allSteps, anchorStep, countedFrom, findStage } from "./locate";
import type { ProcessDocument, Step } from "./types";

/**
 * The edits that remove a step: the windows that counted from it count from the entry of their own stage, keeping
 * their amounts, or go where they ended before it, and then the step goes. More than one edit means that the screen has something to tell.
 */
export const removeStep = (doc: ProcessDocument, stepKey: string): Edit[] => removeSteps(doc, [stepKey]);

/** The edits that remove several steps at once, in the same way; also those that count from each other. */
export function removeSteps(doc: ProcessDocument, stepKeys: readonly string[]): Edit[] {
  const gone = new Set(stepKeys);
  const steps = allSteps(doc).filter(({ key }) => gone.has(key));
  const among = steps.filter((step) => step.key !== anchorStep(step) && gone.has(anchorStep(step) ?? ""));
  return [
    ...[...countedFrom(doc, gone), ...among].flatMap(toStageEntry),
    ...steps.map(({ key }): Edit => ({ type: "step.remove", stepKey: key })),
  ];
}

/** The edits that remove a stage with its steps and criteria, in the same way. */
export function removeStage(doc: ProcessDocument, stageKey: string): Edit[] {
  const steps = findStage(doc, stageKey)?.stage.steps ?? [];
  return [
    ...countedFrom(doc, new Set(steps.map((step) => step.key))).flatMap(toStageEntry),
    { type: "stage.remove", stageKey },
  ];
}

/** A window that ends before what it counted from says nothing of the entry of a stage: it goes. */
function toStageEntry({ key, window }: Step): Edit[] {
  if (!window) return [];
  const ends = window.latest ?? 0;
  return [
    {
      type: "step.set",
      stepKey: key,
      set: { window: ends < 0 ? null : { ...window, anchor: { kind: "stage-entry" } } },
    },
  ];
}
