import "server-only";
import type { CompiledVersion } from "@/lib/domain/process/compile";
import type { RunEvent, RunEventBody } from "@/lib/domain/run/events";
import { project } from "@/lib/domain/run/project";
import type { RunState } from "@/lib/domain/run/state";
import type { Ctx } from "@/lib/platform/context";
import { seeingAll } from "@/lib/platform/db/seeing-all";
import type { Tx } from "@/lib/platform/db/tenant";
import { toEventRow } from "./events-store";
import { nextStepColumns } from "./next-step";
import { callColumns, projectedRows, runColumns } from "./projection";
import { ordersOf } from "./versions";

/** A call to be written, and the deal that it belongs to, as that is now. */
export type NewCall = {
  readonly id: string;
  readonly processId: string;
  readonly deal: { readonly id: string; readonly ownerId: string; readonly versionId: string };
};

/** Opens a call, now, with all its projections; the first of `bodies` is `run.opened`. Gives its state. */
export async function openCall(
  tx: Tx,
  ctx: Ctx,
  { id, processId, deal }: NewCall,
  bodies: readonly [RunEventBody, ...RunEventBody[]],
  compiled: CompiledVersion,
): Promise<RunState> {
  const orgId = ctx.org.id;
  const stamp = { recordedAt: ctx.now.toISOString(), actorId: ctx.actor.id };
  const occurred = { day: ctx.today, at: ctx.now.toISOString() };
  const events = bodies.map((body, index): RunEvent => ({ ...body, ...stamp, occurred, seq: index + 1 }));
  const [{ versionId }] = [bodies[0] as Extract<RunEventBody, { type: "run.opened" }>];
  const versions = new Map([[versionId, compiled]]);
  const state = project(events, ordersOf(versions));
  const call = callColumns(state);
  if (!call) throw new Error("a call opens with its plan");
  const rows = projectedRows({ orgId, runId: id }, state);
  // The deal was found by who plans; who holds the call may be somebody else.
  await seeingAll(tx, ctx, async () => {
    await tx.run.create({
      data: {
        orgId,
        id,
        kind: "call",
        processId,
        dealId: deal.id,
        dealOwnerId: deal.ownerId,
        dealVersionId: deal.versionId,
        ...runColumns(state),
        ...nextStepColumns(compiled, state, ctx.org, ctx.now),
        createdAt: ctx.now,
        lastEventAt: ctx.now,
      },
      select: { id: true },
    });
    await tx.call.create({ data: { orgId, id, ...call }, select: { id: true } });
    await tx.event.createMany({
      data: events.map((event) => toEventRow(orgId, id, event, ctx.actor.kind)),
    });
    await tx.stageVisit.createMany({ data: rows.visits });
  });
  return state;
}
