import { isRefusal } from "../shared/result";
import { agreedBefore } from "./agreed";
import { refuseEdit } from "./bounds";
import { applyEdit } from "./edit";
import type { Edit, EditRefusal } from "./edits";
import { findCriterion, findStage, findStep } from "./locate";
import { defined, patchBefore } from "./patch";
import { keysOf } from "./seen";
import type { ProcessDocument } from "./types";

/**
 * The edit that undoes `edit`, seen from the document before it: `apply(apply(doc, edit), invert(doc, edit))` is
 * `doc`. Refused, with the same reason, when `edit` itself cannot be done on `doc`.
 */
export function invert(doc: ProcessDocument, edit: Edit): Edit | EditRefusal {
  const after = applyEdit(doc, edit);
  if (isRefusal(after)) return after;
  return inverse(doc, edit) ?? { ...refuseEdit(GONE[kindOf(edit)]), edit };
}

function inverse(doc: ProcessDocument, edit: Edit): Edit | null {
  switch (edit.type) {
    case "timing.set":
      return back(doc.timing, edit);
    case "stage.add":
      return {
        type: "stage.remove",
        stageKey: edit.stage.key,
        steps: keysOf(edit.stage.steps),
        criteria: keysOf(edit.stage.criteria),
        was: edit.stage,
      };
    case "stage.duplicate":
      return {
        type: "stage.remove",
        stageKey: edit.newKey,
        steps: Object.values(edit.steps),
        criteria: Object.values(edit.criteria),
      };
    case "step.add":
      return { type: "step.remove", stepKey: edit.step.key, was: edit.step };
    case "step.duplicate":
      return { type: "step.remove", stepKey: edit.newKey };
    case "criterion.add":
      return { type: "criterion.remove", criterionKey: edit.criterion.key, was: edit.criterion };
    case "stage.set":
    case "stage.move":
    case "stage.remove":
      return stageBack(doc, edit);
    case "step.set":
    case "step.move":
    case "step.remove":
      return stepBack(doc, edit);
    case "criterion.set":
    case "criterion.move":
    case "criterion.remove":
      return criterionBack(doc, edit);
    case "texts.agree":
      return agreedBefore(doc, edit);
  }
}

function stageBack(
  doc: ProcessDocument,
  edit: Extract<Edit, { type: "stage.set" | "stage.move" | "stage.remove" }>,
): Edit | null {
  const spot = findStage(doc, edit.stageKey);
  if (!spot) return null;
  if (edit.type === "stage.remove") return { type: "stage.add", stage: spot.stage, index: spot.index };
  if (edit.type === "stage.move") return { ...edit, index: spot.index };
  return back(spot.stage, edit);
}

function stepBack(
  doc: ProcessDocument,
  edit: Extract<Edit, { type: "step.set" | "step.move" | "step.remove" }>,
): Edit | null {
  const spot = findStep(doc, edit.stepKey);
  if (!spot) return null;
  const { stage, step, index } = spot;
  if (edit.type === "step.remove") return { type: "step.add", stageKey: stage.key, index, step };
  if (edit.type === "step.move") return { ...edit, toStageKey: stage.key, index };
  return back(step, edit);
}

function criterionBack(
  doc: ProcessDocument,
  edit: Extract<Edit, { type: "criterion.set" | "criterion.move" | "criterion.remove" }>,
): Edit | null {
  const spot = findCriterion(doc, edit.criterionKey);
  if (!spot) return null;
  const { stage, criterion, index } = spot;
  if (edit.type === "criterion.remove")
    return { type: "criterion.add", stageKey: stage.key, index, criterion };
  if (edit.type === "criterion.move") return { ...edit, toStageKey: stage.key, index };
  return back(criterion, edit);
}

/** Takes a change back where it still stands; what a colleague put there since is left alone. */
const back = <E extends Extract<Edit, { set: object }>>(thing: object, edit: E): E => ({
  ...edit,
  set: patchBefore(thing, edit.set),
  was: defined(edit.set),
});

// Setting the timing and agreeing on a text always have an inverse.
const GONE = {
  timing: "stage-gone",
  texts: "stage-gone",
  stage: "stage-gone",
  step: "step-gone",
  criterion: "criterion-gone",
} as const;
const kindOf = (edit: Edit): keyof typeof GONE => edit.type.split(".")[0] as keyof typeof GONE;
