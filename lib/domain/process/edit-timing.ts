import { timingBounds } from "./bounds";
import type { Edit, EditOutcome } from "./edits";
import { overtaken } from "./overtaken";
import { patchTiming } from "./patch";
import type { ProcessDocument } from "./types";

/** Changes the timing that the process gives to its stages and steps. */
export const editTiming = (doc: ProcessDocument, edit: Extract<Edit, { type: "timing.set" }>): EditOutcome =>
  timingBounds(edit.set) ??
  overtaken(doc.timing, edit) ?? { ...doc, timing: patchTiming(doc.timing, edit.set) };
