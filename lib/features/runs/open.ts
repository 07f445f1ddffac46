import "server-only";
import type { CompiledVersion } from "@/lib/domain/process/compile";
import type { RunEvent, RunEventBody } from "@/lib/domain/run/events";
import { project } from "@/lib/domain/run/project";
import type { RunState } from "@/lib/domain/run/state";
import type { Occurred } from "@/lib/domain/shared/day";
import type { Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db/tenant";
import { dueStepRows, waitingOn } from "./due-steps";
import { toEventRow } from "./events-store";
import { nextStepColumns } from "./next-step";
import { dealColumns, projectedRows, runColumns, shareOf } from "./projection";
import { netDeltas, totalRows } from "./totals";
import { ordersOf } from "./versions";
import { type RunWrites, writeRuns } from "./write-runs";

/** Something that happened to a new run; `recordedAt` defaults to now and `actorId` to who records it. */
export type Happened = RunEventBody & {
  readonly occurred: Occurred;
  readonly recordedAt?: string;
  readonly actorId?: string | null;
};

/** A deal to be written with its whole history so far. The first event is `run.opened` with the fields in it. */
export type NewDeal = {
  readonly id: string;
  readonly processId: string;
  readonly events: readonly [Happened, ...Happened[]];
  readonly externalId?: string | null;
  readonly fingerprint?: string | null;
  readonly importId?: string | null;
};

/** An activity row that goes with `activity.logged` events. */
export type NewActivity = {
  readonly id: string;
  readonly runId: string;
  readonly kind: string;
  readonly stepKey: string | null;
  readonly twoWay: boolean;
  readonly note: string;
  readonly occurred: Occurred;
  readonly actorId: string;
  readonly recordedAt?: string;
};

/**
 * Opens deals, one or thousands, with all their projections in one statement. `versions` holds the
 * compiled form of every version the events name. Gives each deal's state, in order.
 */
export async function openDeals(
  tx: Tx,
  ctx: Ctx,
  deals: readonly NewDeal[],
  versions: ReadonlyMap<string, CompiledVersion>,
): Promise<RunState[]> {
  const { writes, states } = openingOf(ctx, deals, versions);
  await writeRuns(tx, writes);
  return states;
}

/** What opening deals comes to: the rows to write, and each deal's state, in order. */
export function openingOf(
  ctx: Ctx,
  deals: readonly NewDeal[],
  versions: ReadonlyMap<string, CompiledVersion>,
): { readonly writes: RunWrites; readonly states: RunState[] } {
  const orgId = ctx.org.id;
  const orders = ordersOf(versions);
  const runs = deals.map((deal) => {
    const events = deal.events.map(
      (happened, index): RunEvent => ({
        ...happened,
        seq: index + 1,
        recordedAt: happened.recordedAt ?? ctx.now.toISOString(),
        actorId: happened.actorId === undefined ? ctx.actor.id : happened.actorId,
      }),
    );
    const state = project(events, orders);
    const last = new Date(events.at(-1)?.recordedAt ?? ctx.now);
    const waiting = waitingOn(versions.get(state.versionId), state, ctx.org);
    return { deal, events, last, state, waiting, rows: projectedRows({ orgId, runId: deal.id }, state) };
  });
  const shares = runs.map(({ deal, state }) => shareOf(deal.processId, state, ctx.org.currency));
  const writes: RunWrites = {
    runs: runs.map(({ deal, events, last, state, waiting }) => ({
      orgId,
      id: deal.id,
      kind: "deal",
      processId: deal.processId,
      ...runColumns(state),
      ...nextStepColumns(versions.get(state.versionId), waiting, ctx.org, last),
      createdAt: new Date(events[0]?.recordedAt ?? ctx.now),
      lastEventAt: last,
    })),
    deals: runs.map(({ deal, state }) => ({
      orgId,
      id: deal.id,
      ...dealColumns(state, ctx.org.currency),
      externalId: deal.externalId ?? null,
      fingerprint: deal.fingerprint ?? null,
      importId: deal.importId ?? null,
    })),
    events: runs.flatMap(({ deal, events }) =>
      events.map((event) => toEventRow(orgId, deal.id, event, ctx.actor.kind)),
    ),
    visits: runs.flatMap(({ rows }) => rows.visits),
    steps: runs.flatMap(({ rows }) => rows.steps),
    criteria: runs.flatMap(({ rows }) => rows.criteria),
    changes: runs.flatMap(({ rows }) => rows.changes),
    due: runs.flatMap(({ deal, state, waiting }) => dueStepRows({ orgId, runId: deal.id }, state, waiting)),
    totals: totalRows(ctx, netDeltas([], shares)),
  };
  return { writes, states: runs.map(({ state }) => state) };
}

/** Writes activity rows; their `activity.logged` events are recorded by whoever calls this, in the same transaction. */
export async function writeActivities(tx: Tx, ctx: Ctx, activities: readonly NewActivity[]): Promise<void> {
  await tx.activity.createMany({
    data: activities.map(({ occurred, recordedAt, ...activity }) => ({
      orgId: ctx.org.id,
      ...activity,
      occurredOn: new Date(`${occurred.day}T00:00:00Z`),
      occurredAt: occurred.at === null ? null : new Date(occurred.at),
      recordedAt: recordedAt ? new Date(recordedAt) : ctx.now,
    })),
  });
}
