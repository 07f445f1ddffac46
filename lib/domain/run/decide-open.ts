import { type CompiledVersion, stageOf } from "../process/compile";
import type { Day, Occurred } from "../shared/day";
import { type Refusal, refuse } from "../shared/result";
import type { FieldName, RunEventBody } from "./events";

export type OpenInput = {
  readonly versionId: string;
  /** Null starts in the first stage. */
  readonly stageKey: string | null;
  /** False for an imported run of which nobody knows when it began. */
  readonly startKnown: boolean;
  readonly fields: Readonly<Partial<Record<FieldName, unknown>>>;
  readonly occurred: Occurred;
};

/** Opens a run in a stage of a version. Refuses: stage-unknown (also for a version without stages), occurred-in-future. */
export function decideOpen(version: CompiledVersion, input: OpenInput, today: Day): RunEventBody[] | Refusal {
  const { versionId, startKnown, fields, occurred } = input;
  const stageKey = input.stageKey ?? version.stages[0]?.key ?? "";
  if (!stageOf(version, stageKey)) return refuse("stage-unknown", undefined, { field: "stageKey" });
  if (occurred.day > today) return refuse("occurred-in-future", { today }, { field: "occurred" });
  return [{ type: "run.opened", versionId, stageKey, startKnown, fields }];
}
