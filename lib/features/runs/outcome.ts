import "server-only";
import { isDeepStrictEqual } from "node:util";
import type { CompiledVersion } from "@/lib/domain/process/compile";
import type { RunEvent, RunEventBody } from "@/lib/domain/run/events";
import { apply, project } from "@/lib/domain/run/project";
import type { RunState } from "@/lib/domain/run/state";
import type { Occurred } from "@/lib/domain/shared/day";
import type { Ctx } from "@/lib/platform/context";
import { dueStepRows, waitingOn } from "./due-steps";
import { type JsonEvent, toEventRow } from "./events-store";
import { nextStepColumns } from "./next-step";
import {
  amountOf,
  callColumns,
  dealColumns,
  projectedRows,
  runColumns,
  type Share,
  shareOf,
} from "./projection";
import { netDeltas, totalRows } from "./totals";
import { ordersOf } from "./versions";
import { changedRows, type RunWrites } from "./write-runs";

/** A run as it stands, locked until the transaction ends. */
export type LoadedRun = {
  readonly id: string;
  readonly kind: string;
  readonly processId: string;
  /** That its deal was written with; null for a run that is none. */
  readonly currency: string | null;
  /** Guards edits. */
  readonly version: number;
  readonly state: RunState;
  readonly compiled: CompiledVersion;
  readonly versions: ReadonlyMap<string, CompiledVersion>;
};

/** As `app.load_run` gives it. */
export type FoundRun = Pick<LoadedRun, "kind" | "processId" | "currency" | "version"> & {
  readonly deleted: boolean;
  readonly events: readonly JsonEvent[];
};

export type Recorded = {
  readonly id: string;
  readonly version: number;
  readonly seq: number;
  readonly state: RunState;
};

/** A found run with its state; `versions` holds every version that its events name. */
export function loadedRun(
  id: string,
  { kind, processId, currency, version }: Omit<FoundRun, "deleted" | "events">,
  events: readonly RunEvent[],
  versions: LoadedRun["versions"],
): LoadedRun {
  const state = project(events, ordersOf(versions));
  const compiled = versions.get(state.versionId);
  if (!compiled) throw new Error(`run ${id} follows a version that is not published: ${state.versionId}`);
  return { id, kind, processId, currency, version, state, compiled, versions };
}

/** What was decided as the events that follow number `seq`. */
export const stamped = (
  bodies: readonly RunEventBody[],
  seq: number,
  occurred: Occurred,
  ctx: Ctx,
): RunEvent[] =>
  bodies.map((body, index) => ({
    ...body,
    seq: seq + index + 1,
    occurred,
    recordedAt: ctx.now.toISOString(),
    actorId: ctx.actor.id,
  }));

/** What follows from events of a run: how it stands, the rows to write, and its share of the roll-ups before and now. */
export type RunOutcome = {
  readonly recorded: Recorded;
  readonly writes: RunWrites;
  readonly was: Share | null;
  readonly is: Share | null;
};

/** Works out what events of a run come to. `versions` holds those that they name too. */
export function outcomeOf(
  ctx: Ctx,
  run: LoadedRun,
  events: readonly RunEvent[],
  versions: LoadedRun["versions"],
): RunOutcome {
  const { id } = run;
  const orders = ordersOf(versions);
  const state = events.reduce<RunState>((at, event) => apply(at, event, orders), run.state);
  const compiled = versions.get(state.versionId);
  const keys = { orgId: ctx.org.id, runId: id };
  const key = { orgId: ctx.org.id, id };
  const before = projectedRows(keys, freshIn(run.state, state));
  const after = projectedRows(keys, freshIn(state, run.state));
  const visits = changedRows(before.visits, after.visits, "orgId", "runId", "ordinal");
  const steps = changedRows(before.steps, after.steps, "orgId", "runId", "stepKey");
  const criteria = changedRows(before.criteria, after.criteria, "orgId", "runId", "criterionKey");
  const waited = dueStepRows(keys, run.state, waitingOn(run.compiled, run.state, ctx.org));
  const waiting = waitingOn(compiled, state, ctx.org);
  const due = changedRows(waited, dueStepRows(keys, state, waiting), "orgId", "runId", "stepKey");
  const next = nextStepColumns(compiled, waiting, ctx.org, ctx.now);
  const call = callColumns(state);
  const isDeal = run.kind === "deal";
  const { currency } = ctx.org;
  // A deal without an amount counts under the currency it was written with, which may no longer be the organisation's.
  const kept = (amountOf(run.state) === null ? run.currency : null) ?? currency;
  const deal = dealColumns(state, currency);
  return {
    recorded: { id, version: run.version + 1, seq: state.seq, state },
    writes: {
      events: events.map((event) => toEventRow(ctx.org.id, id, event, ctx.actor.kind)),
      goneVisits: visits.gone,
      visits: visits.rows,
      goneSteps: steps.gone,
      steps: steps.rows,
      goneCriteria: criteria.gone,
      criteria: criteria.rows,
      changes: changedRows(before.changes, after.changes, "seq").rows,
      goneDue: due.gone,
      due: due.rows,
      changedRuns: [{ ...key, ...runColumns(state), ...next, lastEventAt: ctx.now }],
      changedCalls: call ? [{ ...key, ...call }] : [],
      changedDeals:
        isDeal && !isDeepStrictEqual(deal, dealColumns(run.state, kept)) ? [{ ...key, ...deal }] : [],
    },
    was: isDeal ? shareOf(run.processId, run.state, kept) : null,
    is: isDeal ? shareOf(run.processId, state, currency) : null,
  };
}

/** What of a state is not in the other: an event makes anew what it changes, and hands on all else as it was. */
const freshIn = (state: RunState, other: RunState): RunState => ({
  ...state,
  visits: without(state.visits, other.visits),
  steps: freshOf(state.steps, other.steps),
  criteria: freshOf(state.criteria, other.criteria),
  history: without(state.history, other.history),
});
const without = <T>(list: readonly T[], other: readonly T[]): readonly T[] => {
  const known = new Set(other);
  return list.filter((each) => !known.has(each));
};
const freshOf = <T>(all: Readonly<Record<string, T>>, other: Readonly<Record<string, T>>) =>
  Object.fromEntries(Object.entries(all).filter(([key, each]) => other[key] !== each));

/** What one run's change adds to the roll-ups. */
export const totalsOf = (
  ctx: Ctx,
  { was, is }: Pick<RunOutcome, "was" | "is">,
): Pick<RunWrites, "totals"> => ({
  totals: totalRows(ctx, netDeltas([was], [is])),
});
