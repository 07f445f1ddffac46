import "server-only";
import type { RunEvent } from "@/lib/domain/run/events";
import { project } from "@/lib/domain/run/project";
import { versionsIn } from "@/lib/domain/run/versions-in";
import type { Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db/tenant";
import { dueStepRows, waitingOn } from "./due-steps";
import { toEvent } from "./events-store";
import { nextStepColumns } from "./next-step";
import { callColumns, dealColumns, projectedRows, runColumns } from "./projection";
import { compiledVersions, ordersOf } from "./versions";

/**
 * Makes the projections of runs anew from their events alone: the columns of `run`, `deal` and `call` that follow from events,
 * visits, step records, evidence, waiting steps and field history. Whatever stood there is thrown away. The next step is judged at the
 * moment the last event was recorded, as it was then. Gives how many runs were made anew. Call `recountTotals` after the
 * last of them.
 */
export async function rebuildProjections(tx: Tx, ctx: Ctx, runIds: readonly string[]): Promise<number> {
  const orgId = ctx.org.id;
  const mine = { orgId, runId: { in: [...runIds] } };
  await tx.$queryRaw`
    select id from run where org_id = ${orgId}::uuid and id = any(${[...runIds]}::uuid[]) order by id for update`;
  const rows = await tx.event.findMany({ where: mine, orderBy: [{ runId: "asc" }, { seq: "asc" }] });
  const byRun = new Map<string, RunEvent[]>();
  for (const row of rows) byRun.set(row.runId, [...(byRun.get(row.runId) ?? []), toEvent(row)]);
  const versions = await compiledVersions(tx, orgId, [...byRun.values()].flatMap(versionsIn));
  const orders = ordersOf(versions);
  const rebuilt = [...byRun].map(([runId, events]) => {
    const state = project(events, orders);
    const waiting = waitingOn(versions.get(state.versionId), state, ctx.org);
    return { runId, events, state, waiting, rows: projectedRows({ orgId, runId }, state) };
  });
  await tx.stageVisit.deleteMany({ where: mine });
  await tx.stepRecord.deleteMany({ where: mine });
  await tx.criterionRecord.deleteMany({ where: mine });
  await tx.fieldChange.deleteMany({ where: mine });
  await tx.dueStep.deleteMany({ where: mine });
  await tx.stageVisit.createMany({ data: rebuilt.flatMap(({ rows }) => rows.visits) });
  await tx.stepRecord.createMany({ data: rebuilt.flatMap(({ rows }) => rows.steps) });
  await tx.criterionRecord.createMany({ data: rebuilt.flatMap(({ rows }) => rows.criteria) });
  await tx.fieldChange.createMany({ data: rebuilt.flatMap(({ rows }) => rows.changes) });
  const due = rebuilt.flatMap(({ runId, state, waiting }) => dueStepRows({ orgId, runId }, state, waiting));
  await tx.dueStep.createMany({ data: due });
  for (const { runId, events, state, waiting } of rebuilt) {
    const last = new Date(events.at(-1)?.recordedAt ?? ctx.now);
    const next = nextStepColumns(versions.get(state.versionId), waiting, ctx.org, last);
    await tx.run.update({
      where: { orgId_id: { orgId, id: runId } },
      data: { ...runColumns(state), ...next, lastEventAt: last },
    });
    const call = callColumns(state);
    if (call) await tx.call.update({ where: { orgId_id: { orgId, id: runId } }, data: call });
    await tx.deal.updateMany({ where: { orgId, id: runId }, data: dealColumns(state, ctx.org.currency) });
  }
  return rebuilt.length;
}

/**
 * Counts the roll-ups of the organisation's stages anew, into one shard. Whoever changes a total, in any organisation,
 * waits until the transaction ends: give it one of its own, that has locked no run.
 */
export async function recountTotals(tx: Tx, ctx: Ctx): Promise<void> {
  const orgId = ctx.org.id;
  // Locking runs would not do: a new one, or one that is reopened, could still come in between forgetting and counting.
  // Every writer of totals changes its run first, so what is committed once this lock is held is all there is to count.
  await tx.$executeRaw`lock table stage_total in share row exclusive mode`;
  await tx.stageTotal.deleteMany({ where: { orgId } });
  await tx.$executeRaw`
    insert into stage_total (org_id, process_id, stage_key, owner_id, currency, shard, deals, amount_minor)
    select r.org_id, r.process_id, r.stage_key, r.owner_id, d.currency, 0, count(*), coalesce(sum(d.amount_minor), 0)
    from run r join deal d on d.org_id = r.org_id and d.id = r.id
    where r.org_id = ${orgId}::uuid and r.status = 'open' and r.deleted_at is null
    group by r.org_id, r.process_id, r.stage_key, r.owner_id, d.currency`;
}
