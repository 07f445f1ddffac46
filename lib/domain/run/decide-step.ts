import { type CompiledVersion, stepOf } from "../process/compile";
import type { Day, Occurred } from "../shared/day";
import { type Refusal, refuse } from "../shared/result";
import { keptDeviation } from "./decide-turn";
import type { Deviation, RunEventBody } from "./events";
import { refuseMoment } from "./limits";
import type { RunState } from "./state";

export type CompleteInput = {
  readonly stepKey: string;
  readonly activityId: string | null;
  readonly occurred: Occurred;
};
export type WaiveInput = {
  readonly stepKey: string;
  readonly deviation: Deviation | null;
  readonly occurred: Occurred;
};

/** What was done before closing may still be written down after it; what comes later belongs to no run. */
function refuseStep(
  state: RunState,
  version: CompiledVersion,
  stepKey: string,
  occurred: Occurred,
  today: Day,
): Refusal | null {
  if (!stepOf(version, stepKey)) return refuse("step-unknown", undefined, { field: "stepKey" });
  const refused = refuseMoment(state, occurred, today);
  if (refused) return refused;
  return state.closedOn !== null && occurred.day > state.closedOn ? refuse("run-closed") : null;
}

/**
 * Marks a step done, in whatever stage the run is, also when it was waived before. Nothing happens when it is done
 * already. Refuses: step-unknown, occurred-in-future, occurred-before-start, run-closed (after the closing day).
 */
export function decideCompleteStep(
  state: RunState,
  version: CompiledVersion,
  { stepKey, activityId, occurred }: CompleteInput,
  today: Day,
): RunEventBody[] | Refusal {
  const refused = refuseStep(state, version, stepKey, occurred, today);
  if (refused) return refused;
  if (state.steps[stepKey]?.status === "done") return [];
  return [{ type: "step.completed", stepKey, activityId }];
}

/**
 * Skips a step on purpose; the reason may be left out. Nothing happens when it is waived already. Refuses as
 * `decideCompleteStep`, and step-done.
 */
export function decideWaiveStep(
  state: RunState,
  version: CompiledVersion,
  { stepKey, deviation, occurred }: WaiveInput,
  today: Day,
): RunEventBody[] | Refusal {
  const refused = refuseStep(state, version, stepKey, occurred, today);
  if (refused) return refused;
  const status = state.steps[stepKey]?.status;
  if (status === "done") return refuse("step-done", undefined, { field: "stepKey" });
  if (status === "waived") return [];
  const kept = keptDeviation(deviation) ?? { reason: null, note: null };
  return [{ type: "step.waived", stepKey, deviation: kept }];
}

/** Takes back that a step was done or waived. Refuses step-not-recorded when neither holds. */
export function decideUndoStep(
  state: RunState,
  { stepKey }: { readonly stepKey: string },
): RunEventBody[] | Refusal {
  if (!state.steps[stepKey]) return refuse("step-not-recorded", undefined, { field: "stepKey" });
  return [{ type: "step.undone", stepKey }];
}
