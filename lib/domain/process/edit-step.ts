import { refuseEdit, stepBounds } from "./bounds";
import { copyStep } from "./copy";
import type { Edit, EditOutcome } from "./edits";
import { LIMITS } from "./limits";
import { insertAt, removeAt, replaceByKey } from "./lists";
import { anchorStep, countedFrom, findStage, findStep } from "./locate";
import { overtaken, unseen } from "./overtaken";
import { patchStep } from "./patch";
import type { ProcessDocument, Step } from "./types";

export type StepEdit = Extract<Edit, { type: `step.${string}` }>;

/** Does a step edit, or says why not. A step that others count from is first freed of them (see removal.ts). */
export function editStep(doc: ProcessDocument, edit: StepEdit): EditOutcome {
  if (edit.type === "step.add") return addStep(doc, edit.stageKey, edit.step, edit.index);
  const spot = findStep(doc, edit.stepKey);
  if (!spot) return refuseEdit("step-gone");
  switch (edit.type) {
    case "step.set": {
      const step = patchStep(spot.step, edit.set);
      const bounds = stepBounds(edit.set) ?? overtaken(spot.step, edit);
      if (bounds) return bounds;
      if (edit.set.window && !anchorHolds(doc, step))
        return refuseEdit("anchor-gone", undefined, "window.anchor");
      return withSteps(
        doc,
        spot.stage.key,
        replaceByKey(spot.stage.steps, step.key, () => step),
      );
    }
    case "step.move": {
      const target = findStage(doc, edit.toStageKey);
      if (!target) return refuseEdit("stage-gone");
      const elsewhere = target.stage.key !== spot.stage.key;
      if (elsewhere && target.stage.steps.length >= LIMITS.stepsPerStage) return tooMany();
      const without = withSteps(doc, spot.stage.key, removeAt(spot.stage.steps, spot.index));
      const others = findStage(without, edit.toStageKey)?.stage.steps ?? [];
      return withSteps(without, edit.toStageKey, insertAt(others, edit.index, spot.step));
    }
    case "step.remove": {
      const changed = unseen(spot.step, edit.was);
      if (changed) return changed;
      const waiting = countedFrom(doc, new Set([edit.stepKey]));
      if (waiting.length > 0) return refuseEdit("step-counted-from", { count: waiting.length });
      return withSteps(doc, spot.stage.key, removeAt(spot.stage.steps, spot.index));
    }
    case "step.duplicate":
      return addStep(doc, spot.stage.key, copyStep(spot.step, edit.newKey), spot.index + 1);
  }
}

function addStep(doc: ProcessDocument, stageKey: string, step: Step, index: number): EditOutcome {
  const target = findStage(doc, stageKey);
  if (!target) return refuseEdit("stage-gone");
  if (findStep(doc, step.key)) return refuseEdit("key-taken");
  if (target.stage.steps.length >= LIMITS.stepsPerStage) return tooMany();
  const bounds = stepBounds(step);
  if (bounds) return bounds;
  if (!anchorHolds(doc, step)) return refuseEdit("anchor-gone", undefined, "window.anchor");
  return withSteps(doc, stageKey, insertAt(target.stage.steps, index, step));
}

/** A step may name itself here: check.ts reports it as a circle, which is clearer than a refusal while typing. */
function anchorHolds(doc: ProcessDocument, step: Step): boolean {
  const anchor = anchorStep(step);
  return anchor === null || anchor === step.key || findStep(doc, anchor) !== null;
}

const tooMany = () => refuseEdit("too-many-steps", { limit: LIMITS.stepsPerStage });

const withSteps = (doc: ProcessDocument, stageKey: string, steps: readonly Step[]): ProcessDocument => ({
  ...doc,
  stages: replaceByKey(doc.stages, stageKey, (stage) => ({ ...stage, steps })),
});
