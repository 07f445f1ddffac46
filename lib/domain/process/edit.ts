import { isRefusal } from "../shared/result";
import { agreeTexts, keepAgreed } from "./agreed";
import { editCriterion } from "./edit-criterion";
import { editStage } from "./edit-stage";
import { editStep } from "./edit-step";
import { editTiming } from "./edit-timing";
import type { Edit, EditOutcome, EditRefusal } from "./edits";
import type { ProcessDocument } from "./types";

/**
 * The document with the edit done, or a refusal that carries the edit. Pure, and what the edit does not touch
 * keeps its identity. Keys stay unique, sizes stay within LIMITS, and no window is left counting from nothing.
 */
export function applyEdit(doc: ProcessDocument, edit: Edit): ProcessDocument | EditRefusal {
  const outcome = dispatch(doc, edit);
  return isRefusal(outcome) ? { ...outcome, edit } : keepAgreed(doc, outcome, edit);
}

/** All edits in order, or the first refusal: all or nothing. See rebase.ts for keeping what still fits. */
export function applyEdits(doc: ProcessDocument, edits: readonly Edit[]): ProcessDocument | EditRefusal {
  let current = doc;
  for (const edit of edits) {
    const next = applyEdit(current, edit);
    if (isRefusal(next)) return next;
    current = next;
  }
  return current;
}

function dispatch(doc: ProcessDocument, edit: Edit): EditOutcome {
  switch (edit.type) {
    case "timing.set":
      return editTiming(doc, edit);
    case "stage.add":
    case "stage.set":
    case "stage.move":
    case "stage.remove":
    case "stage.duplicate":
      return editStage(doc, edit);
    case "step.add":
    case "step.set":
    case "step.move":
    case "step.remove":
    case "step.duplicate":
      return editStep(doc, edit);
    case "criterion.add":
    case "criterion.set":
    case "criterion.move":
    case "criterion.remove":
      return editCriterion(doc, edit);
    case "texts.agree":
      return agreeTexts(doc, edit);
  }
}
