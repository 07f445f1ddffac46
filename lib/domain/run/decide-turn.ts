import { type CompiledVersion, stageOf } from "../process/compile";
import type { ExitCriterion } from "../process/types";
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
  /** Why it is won past criteria without proof. */
  readonly deviation?: Deviation | null;
  readonly occurred: Occurred;
};
export type ReopenInput = { readonly stageKey: string; readonly occurred: Occurred };

/** The stage keys of a version in order, as `project` wants them. */
export const orderOf = (version: CompiledVersion): string[] => version.stages.map(({ key }) => key);

/** What a move would be: only forward needs no reason. */
export const needsReason = (state: RunState, version: CompiledVersion, to: string): Direction =>
  directionOf(orderOf(version), state.stageKey, to);

/** A deviation worth keeping: null when it gives neither a reason nor a note. */
export function keptDeviation(deviation: Deviation | null): Deviation | null {
  const note = deviation?.note?.trim() || null;
  const reason = deviation?.reason ?? null;
  return reason === null && note === null ? null : { reason, note };
}

/** What of a run says which criteria it would pass: where it is and was, and what is proven. */
export type Passed = {
  readonly stageKey: string | null;
  readonly visits: readonly { readonly stageKey: string }[];
  readonly criteria: Readonly<Record<string, unknown>>;
};

/**
 * The criteria that a move, or a win (`to` null), would pass without proof though the process asks for a reason then: of the
 * stage it leaves and of every stage it skips. None on the way back, nor where the run has been before: it was asked then.
 */
export function unprovenExits(state: Passed, version: CompiledVersion, to: string | null): ExitCriterion[] {
  const stages = [state.stageKey, ...state.visits.map(({ stageKey }) => stageKey)];
  const reached = Math.max(0, ...stages.map((key) => version.stageAt[key ?? ""] ?? 0));
  return version.stages
    .slice(reached, to === null ? undefined : (version.stageAt[to] ?? 0))
    .flatMap(({ criteria }) =>
      criteria.filter(({ key, requirement }) => requirement === "reason" && !state.criteria[key]),
    );
}

/**
 * Refuses (exit-needs-reason, with the keys of the criteria) a move or a win past such criteria that gives no reason. It holds
 * nobody up: the evidence, or any reason, is enough.
 */
export function refuseExit(
  state: Passed,
  version: CompiledVersion,
  { to, deviation }: { readonly to: string | null; readonly deviation: Deviation | null },
): Refusal | null {
  const unproven = unprovenExits(state, version, to);
  if (unproven.length === 0 || keptDeviation(deviation)) return null;
  const criteria = unproven.map(({ key }) => key);
  return refuse(
    "exit-needs-reason",
    { count: criteria.length },
    { field: "deviation", current: { criteria } },
  );
}

/**
 * Moves an open run to any other stage of its version; skipping and going back are allowed, with a reason that may
 * be left out. A reason is also kept for passing criteria without proof. Refuses: run-closed, stage-unknown, stage-same,
 * occurred-in-future, occurred-before-start, occurred-before-last-move.
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
  const plain =
    needsReason(state, version, to) === "forward" && unprovenExits(state, version, to).length === 0;
  const kept = plain ? null : keptDeviation(deviation);
  return [{ type: "run.moved", from: state.stageKey, to, deviation: kept }];
}

/**
 * Closes an open run with its outcome. Won needs no reason, so one is not kept, other than for criteria it passes without
 * proof. Refuses: run-closed, occurred-in-future, occurred-before-start, occurred-before-last-move.
 */
export function decideClose(
  state: RunState,
  version: CompiledVersion,
  input: CloseInput,
  today: Day,
): RunEventBody[] | Refusal {
  if (state.status === "closed") return refuse("run-closed");
  const refused = refuseTurn(state, input.occurred, today);
  if (refused) return refused;
  const { outcome, amount } = input;
  const won = outcome === "won";
  const passed = won && unprovenExits(state, version, null).length > 0;
  const deviation = passed ? keptDeviation(input.deviation ?? null) : null;
  const closed = { outcome, reason: won ? null : input.reason, note: input.note?.trim() || null, amount };
  return [{ type: "run.closed", ...closed, ...(deviation && { deviation }) }];
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
