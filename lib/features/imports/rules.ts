import { type Refusal, refuse } from "@/lib/domain/shared/result";
import type { ImportStatus } from "./view";

type Stage = { readonly status: ImportStatus; readonly error: { readonly during: string } | null };

/** Statuses in which the file and its mapping may still change: nothing of it is in yet. */
const BEFORE: readonly ImportStatus[] = ["uploading", "uploaded", "read", "mapped", "checked"];

/** True while nothing of the import is in: file and mapping may change, and it may be thrown away. */
export const isBefore = ({ status, error }: Stage): boolean =>
  BEFORE.includes(status) || (status === "failed" && error?.during === "checking");

/** Whether the dry run may start; one that stands still may start anew. */
export const mayCheck = (stage: Stage): boolean => isBefore(stage) || stage.status === "checking";

/** Whether an import may be applied, or goes on after it failed or while it stands still. */
export const mayApply = ({ status, error }: Stage): boolean =>
  status === "checked" || status === "applying" || (status === "failed" && error?.during === "applying");

/** Whether an import may be taken back: also one that is still being applied, or failed at it. */
export const mayUndo = ({ status, error }: Stage): boolean =>
  ["applied", "applying", "undoing"].includes(status) ||
  (status === "failed" && error?.during !== "checking");

/** The refusal of a step that does not fit where the import is. */
export const wrongMoment = (status: ImportStatus): Refusal => refuse("import.wrong-moment", { status });
