import { isRefusal } from "../shared/result";
import { applyEdit } from "./edit";
import type { Edit, EditRefusal } from "./edits";
import type { ProcessDocument } from "./types";

export type Rebased = {
  readonly document: ProcessDocument;
  readonly applied: readonly Edit[];
  /** Edits that no longer fit, each with its reason and with what was typed. */
  readonly refused: readonly EditRefusal[];
};

/**
 * Puts a person's edits on a document that others changed in the meantime. Edits name their target by key, so
 * putting them on is doing them again; where two people set the same field, the later one to arrive stands. An edit
 * whose target is gone is handed back, and the rest goes on.
 */
export function rebase(edits: readonly Edit[], onto: ProcessDocument): Rebased {
  const applied: Edit[] = [];
  const refused: EditRefusal[] = [];
  let document = onto;
  for (const edit of edits) {
    const next = applyEdit(document, edit);
    if (isRefusal(next)) {
      refused.push(next);
    } else {
      applied.push(edit);
      document = next;
    }
  }
  return { document, applied, refused };
}
