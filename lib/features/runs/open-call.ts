import "server-only";
import type { CompiledVersion } from "@/lib/domain/process/compile";
import type { RunEvent } from "@/lib/domain/run/events";
import { project } from "@/lib/domain/run/project";
import type { RunState } from "@/lib/domain/run/state";
import type { Ctx } from "@/lib/platform/context";
import { seeingAll } from "@/lib/platform/db/seeing-all";
import type { Tx } from "@/lib/platform/db/tenant";
import { waitingOn } from "./due-steps";
import { toEventRow } from "./events-store";
import { nextStepColumns } from "./next-step";
import type { Happened } from "./open";
import { callColumns, projectedRows, runColumns } from "./projection";
import { ordersOf } from "./versions";

/** A call to be written with its whole history so far, and the deal that it belongs to, as that is now. */
export type NewCall = {
  readonly id: string;
  readonly processId: string;
  readonly deal: { readonly id: string; readonly ownerId: string; readonly versionId: string };
  /** The first is `run.opened`, the second the plan. */
  readonly events: readonly [Happened, ...Happened[]];
};

/**
 * Opens calls, one or hundreds, with all their projections. `versions` holds the compiled form of every version the events name.
 * Gives each call's state, in order.
 */
export async function openCalls(
  tx: Tx,
  ctx: Ctx,
  calls: readonly NewCall[],
  versions: ReadonlyMap<string, CompiledVersion>,
): Promise<RunState[]> {
  const orgId = ctx.org.id;
  const orders = ordersOf(versions);
  const opened = calls.map(({ id, processId, deal, events: happened }) => {
    const events = happened.map(
      (event, index): RunEvent => ({
        ...event,
        seq: index + 1,
        recordedAt: event.recordedAt ?? ctx.now.toISOString(),
        actorId: event.actorId === undefined ? ctx.actor.id : event.actorId,
      }),
    );
    const state = project(events, orders);
    const call = callColumns(state);
    if (!call) throw new Error("a call opens with its plan");
    const last = new Date(events.at(-1)?.recordedAt ?? ctx.now);
    const version = versions.get(state.versionId);
    const run = {
      ...{ orgId, id, kind: "call", processId },
      ...{ dealId: deal.id, dealOwnerId: deal.ownerId, dealVersionId: deal.versionId },
      ...runColumns(state),
      ...nextStepColumns(version, waitingOn(version, state, ctx.org), ctx.org, last),
      createdAt: new Date(events[0]?.recordedAt ?? ctx.now),
      lastEventAt: last,
    };
    return { id, events, state, run, call, rows: projectedRows({ orgId, runId: id }, state) };
  });
  // The deal was found by who plans; who holds the call may be somebody else.
  await seeingAll(tx, ctx, async () => {
    await tx.run.createMany({ data: opened.map(({ run }) => run) });
    await tx.call.createMany({ data: opened.map(({ id, call }) => ({ orgId, id, ...call })) });
    await tx.event.createMany({
      data: opened.flatMap(({ id, events }) =>
        events.map((event) => toEventRow(orgId, id, event, ctx.actor.kind)),
      ),
    });
    await tx.stageVisit.createMany({ data: opened.flatMap(({ rows }) => rows.visits) });
    await tx.stepRecord.createMany({ data: opened.flatMap(({ rows }) => rows.steps) });
  });
  return opened.map(({ state }) => state);
}
