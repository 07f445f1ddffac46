import { timingBounds } from "./bounds";
import type { Edit, EditOutcome } from "./edits";
import { patchTiming } from "./patch";
import type { ProcessDocument } from "./types";

/** Changes the timing that the process gives to its stages and steps. */
export const editTiming = (doc: ProcessDocument, edit: Extract<Edit, { type: "timing.set" }>): EditOutcome =>
  timingBounds(edit.set) ?? { ...doc, timing: patchTiming(doc.timing, edit.set) };
