import "server-only";
import type { RunEvent } from "@/lib/domain/run/events";
import { toEvent } from "@/lib/features/runs/events-store";
import type { Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db/tenant";

/** As many closed runs as a draft is held against, the last ones first, and as many open ones as are shown. */
const CLOSED = 40;
const OPEN = 100;

export type ReplayRun = {
  readonly id: string;
  readonly title: string;
  readonly company: string | null;
  readonly closed: boolean;
  readonly events: readonly RunEvent[];
};

/** The last closed runs of a process and its open ones, with their events; and how many are open in all. */
export async function replayRuns(
  tx: Tx,
  ctx: Ctx,
  processId: string,
): Promise<{ runs: ReplayRun[]; open: number }> {
  const org = ctx.org.id;
  const rows = await tx.$queryRaw<
    { id: string; title: string; company: string | null; closed: boolean; open: number }[]
  >`
    with closed as (
      select id, title, true as closed, closed_on as day from run
      where org_id = ${org}::uuid and process_id = ${processId}::uuid and status = 'closed' and deleted_at is null
      order by closed_on desc, id desc limit ${CLOSED}
    ), open as (
      select id, title, false as closed, opened_on as day from run
      where org_id = ${org}::uuid and process_id = ${processId}::uuid and status = 'open' and deleted_at is null
      order by opened_on desc nulls last, id desc limit ${OPEN}
    )
    select r.id, r.title, r.closed, y.name as company,
      (select count(*)::int from run where org_id = ${org}::uuid and process_id = ${processId}::uuid
        and status = 'open' and deleted_at is null) as open
    from (select * from closed union all select * from open) r
    left join deal d on d.org_id = ${org}::uuid and d.id = r.id
    left join company y on y.org_id = d.org_id and y.id = d.company_id
    order by r.closed desc, r.day desc nulls last, r.id desc`;
  const events = await tx.event.findMany({
    where: { orgId: org, runId: { in: rows.map(({ id }) => id) } },
    orderBy: [{ runId: "asc" }, { seq: "asc" }],
    select: {
      runId: true,
      seq: true,
      type: true,
      occurredOn: true,
      occurredAt: true,
      recordedAt: true,
      actorId: true,
      payload: true,
    },
  });
  const byRun = new Map<string, RunEvent[]>(rows.map(({ id }) => [id, []]));
  for (const { runId, ...event } of events) byRun.get(runId)?.push(toEvent(event));
  return {
    open: rows[0]?.open ?? 0,
    runs: rows.map(({ open: _, ...run }) => ({ ...run, events: byRun.get(run.id) ?? [] })),
  };
}
