import type { Edit } from "@/lib/domain/process/edits";
import { findStage, findStep } from "@/lib/domain/process/locate";
import type { ProcessDocument } from "@/lib/domain/process/types";
import type { LocalText } from "@/lib/domain/shared/text";
import type { Selection } from "./selection";

/** Something that a colleague removed while it was open here: what it was called, and the edit that puts it back. */
export type Lost = { readonly kind: Selection["kind"]; readonly name: LocalText; readonly edit: Edit };

/**
 * What was lost of a selection between two documents; null when it was not there before or still is. A step whose stage
 * went too comes back with the stage.
 */
export function lostOf(selection: Selection, before: ProcessDocument, now: ProcessDocument): Lost | null {
  const step = selection.kind === "step" ? findStep(before, selection.key) : null;
  const stage = findStage(before, step?.stage.key ?? selection.key);
  if (!stage || (step && findStep(now, step.step.key))) return null;
  if (!findStage(now, stage.stage.key)) {
    const edit: Edit = { type: "stage.add", stage: stage.stage, index: stage.index };
    return { kind: "stage", name: stage.stage.name, edit };
  }
  if (!step) return null;
  const edit: Edit = { type: "step.add", stageKey: step.stage.key, step: step.step, index: step.index };
  return { kind: "step", name: step.step.name, edit };
}
