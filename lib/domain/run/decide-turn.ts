import { type CompiledVersion, stageOf } from "../process/compile";
import type { Day, Occurred } from "../shared/day";
import type { Money } from "../shared/money";
import { type Refusal, refuse } from "../shared/result";
import { type Direction, directionOf } from "./direction";
import type { CloseReason, Deviation, Outcome, RunEventBody } from "./events";
import { refuseTurn } from "./limits";
import type { RunState } from "./state";

export type MoveInput = {
  readonly to: string;
  readonly deviation: Deviation | null;
  readonly occurred: Occurred;
};
export type CloseInput = {
  readonly outcome: Outcome;
  readonly reason: CloseReason | null;
  readonly note: string | null;
  /** The final amount; null leaves what the deal had. */
  readonly amount: Money | null;
  readonly occurred: Occurred;
};
export type ReopenInput = { readonly stageKey: string; readonly occurred: Occurred };

/** The stage keys of a version in order, as `project` wants them. */
export const orderOf = (version: CompiledVersion): string[] => version.stages.map(({ key }) => key);

/** What a move would be: only forward needs no reason. The reason may always be left out. */
export const needsReason = (state: RunState, version: CompiledVersion, to: string): Direction =>
  directionOf(orderOf(version), state.stageKey, to);

/** A deviation worth keeping: null when it gives neither a reason nor a note. */
export function keptDeviation(deviation: Deviation | null): Deviation | null {
  const note = deviation?.note?.trim() || null;
  const reason = deviation?.reason ?? null;
  return reason === null && note === null ? null : { reason, note };
}

/**
 * Moves an open run to any other stage of its version; skipping and going back are allowed, with a reason that may
 * be left out. Refuses: run-closed, stage-unknown, stage-same, occurred-in-future, occurred-before-start,
 * occurred-before-last-move.
 */
export function decideMove(
  state: RunState,
  version: CompiledVersion,
  { to, deviation, occurred }: MoveInput,
  today: Day,
): RunEventBody[] | Refusal {
  if (state.status === "closed") return refuse("run-closed");
  if (!stageOf(version, to)) return refuse("stage-unknown", undefined, { field: "to" });
  if (state.stageKey === to) return refuse("stage-same", undefined, { field: "to" });
  const refused = refuseTurn(state, occurred, today);
  if (refused) return refused;
  const kept = needsReason(state, version, to) === "forward" ? null : keptDeviation(deviation);
  return [{ type: "run.moved", from: state.stageKey, to, deviation: kept }];
}

/**
 * Closes an open run with its outcome. Won needs no reason, so one is not kept. Refuses: run-closed,
 * occurred-in-future, occurred-before-start, occurred-before-last-move.
 */
export function decideClose(state: RunState, input: CloseInput, today: Day): RunEventBody[] | Refusal {
  if (state.status === "closed") return refuse("run-closed");
  const refused = refuseTurn(state, input.occurred, today);
  if (refused) return refused;
  const { outcome, amount } = input;
  const reason = outcome === "won" ? null : input.reason;
  return [{ type: "run.closed", outcome, reason, note: input.note?.trim() || null, amount }];
}

/**
 * Reopens a closed run in a stage. Refuses: run-open, stage-unknown, occurred-in-future, and
 * occurred-before-last-move when that is before it was closed.
 */
export function decideReopen(
  state: RunState,
  version: CompiledVersion,
  { stageKey, occurred }: ReopenInput,
  today: Day,
): RunEventBody[] | Refusal {
  if (state.status === "open") return refuse("run-open");
  if (!stageOf(version, stageKey)) return refuse("stage-unknown", undefined, { field: "stageKey" });
  return refuseTurn(state, occurred, today) ?? [{ type: "run.reopened", stageKey }];
}
