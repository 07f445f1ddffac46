import "server-only";
import type { RunEvent } from "@/lib/domain/run/events";
import { eventsOfRuns } from "@/lib/features/runs/events-store";
import type { Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db/tenant";

/** As many closed runs as a draft is held against, the last ones first. */
const CLOSED = 40;

type Row = {
  readonly id: string;
  readonly title: string;
  readonly company: string | null;
  readonly version: number;
  readonly currency: string | null;
};
export type RunRow = Row & { readonly events: readonly RunEvent[] };

/** The last closed runs of a process with their events. */
export async function lastClosedRuns(tx: Tx, ctx: Ctx, processId: string): Promise<RunRow[]> {
  const org = ctx.org.id;
  const rows = await tx.$queryRaw<Row[]>`
    select r.id, r.title, r.version, y.name as company, d.currency
    from (
      select id, title, version, closed_on from run
      where org_id = ${org}::uuid and process_id = ${processId}::uuid and kind = 'deal' and status = 'closed' and deleted_at is null
      order by closed_on desc, id desc limit ${CLOSED}
    ) r
    left join deal d on d.org_id = ${org}::uuid and d.id = r.id
    left join company y on y.org_id = d.org_id and y.id = d.company_id
    order by r.closed_on desc, r.id desc`;
  return withEvents(tx, org, rows);
}

/**
 * A page of the open runs of a process that do not follow `versionId` yet (null: all of them), newest first, with their
 * events; and how many there are in all. `after` is the last id of the page before.
 */
export async function openRunsNotOn(
  tx: Tx,
  ctx: Ctx,
  processId: string,
  versionId: string | null,
  { after, limit }: { after: string | null; limit: number },
): Promise<{ runs: RunRow[]; total: number }> {
  const org = ctx.org.id;
  const where = {
    orgId: org,
    processId,
    kind: "deal",
    status: "open",
    deletedAt: null,
    ...(versionId && { versionId: { not: versionId } }),
  };
  const total = await tx.run.count({ where });
  const rows = await tx.$queryRaw<Row[]>`
    select r.id, r.title, r.version, y.name as company, d.currency
    from (
      select id, title, version from run
      where org_id = ${org}::uuid and process_id = ${processId}::uuid and kind = 'deal' and status = 'open' and deleted_at is null
        and (${versionId}::uuid is null or version_id <> ${versionId}::uuid)
        and (${after}::uuid is null or id < ${after}::uuid)
      order by id desc limit ${limit}
    ) r
    left join deal d on d.org_id = ${org}::uuid and d.id = r.id
    left join company y on y.org_id = d.org_id and y.id = d.company_id
    order by r.id desc`;
  return { runs: await withEvents(tx, org, rows), total };
}

async function withEvents(tx: Tx, orgId: string, rows: readonly Row[]): Promise<RunRow[]> {
  const ids = rows.map(({ id }) => id);
  const events = await eventsOfRuns(tx, orgId, ids);
  return rows.map((row) => ({ ...row, events: events.get(row.id) ?? [] }));
}
