import "server-only";
import type { z } from "zod";
import { stageOf, stepOf } from "@/lib/domain/process/compile";
import type { Outcome } from "@/lib/domain/run/events";
import type { LocalText } from "@/lib/domain/shared/text";
import { compiledVersions } from "@/lib/features/runs/versions";
import type { Ctx } from "@/lib/platform/context";
import { toDay } from "@/lib/platform/day-in";
import { joinSql, literal, noSql, type Sql, sql } from "@/lib/platform/db/sql";
import type { Tx } from "@/lib/platform/db/tenant";
import type { ListFilter } from "./input";
import type { DealList } from "./view";

type Row = {
  id: string;
  title: string;
  company: string | null;
  owner: string;
  process: LocalText;
  process_id: string;
  version_id: string;
  stage_key: string | null;
  status: "open" | "closed";
  outcome: Outcome | null;
  amount_minor: bigint | null;
  currency: string;
  opened_on: Date | null;
  closed_on: Date | null;
  entered_on: Date | null;
  next_step_key: string | null;
  next_due_on: Date | null;
  last_event_at: Date;
};

function where(orgId: string, filter: z.output<typeof ListFilter>): Sql {
  const like = `%${literal(filter.q)}%`;
  const parts = [
    sql`r.org_id = ${orgId}::uuid and r.kind = 'deal' and r.deleted_at is null`,
    filter.processId && sql`r.process_id = ${filter.processId}::uuid`,
    filter.ownerId && sql`r.owner_id = ${filter.ownerId}::uuid`,
    filter.unowned &&
      sql`r.owner_id in (select o.id from membership o where o.org_id = ${orgId}::uuid and o.status = 'removed')`,
    filter.stageKey && sql`r.stage_key = ${filter.stageKey}`,
    filter.status !== "all" && sql`r.status = ${filter.status}`,
    filter.outcome && sql`d.outcome = ${filter.outcome}`,
    filter.q && sql`(r.title ilike ${like} or c.name ilike ${like})`,
  ].filter((part): part is Sql => Boolean(part));
  return joinSql(parts, " and ");
}

const FROM = sql`
  from run r
  join deal d on d.org_id = r.org_id and d.id = r.id
  left join company c on c.org_id = d.org_id and c.id = d.company_id`;

/** Deals by latest change, newest first; `next` continues after the last row. `total` counts the whole filter. */
export async function listDeals(tx: Tx, ctx: Ctx, filter: z.output<typeof ListFilter>): Promise<DealList> {
  const orgId = ctx.org.id;
  const matches = where(orgId, filter);
  const { cursor, limit } = filter;
  const after = cursor
    ? sql`and (r.last_event_at, r.id) < (${cursor.at}::timestamptz, ${cursor.id}::uuid)`
    : noSql;
  const rows = await tx.$queryRaw<Row[]>`
    select r.id, r.title, c.name company, m.name owner, p.name process, r.process_id, r.version_id, r.stage_key, r.status, d.outcome,
      d.amount_minor, d.currency, r.opened_on, r.closed_on, r.entered_on, r.next_step_key, r.next_due_on, r.last_event_at
    ${FROM}
    join membership m on m.org_id = r.org_id and m.id = r.owner_id
    join process p on p.org_id = r.org_id and p.id = r.process_id
    where ${matches} ${after}
    order by r.last_event_at desc, r.id desc
    limit ${limit + 1}`;
  const [count] = await tx.$queryRaw<{ n: number }[]>`select count(*)::int n ${FROM} where ${matches}`;
  const versions = await compiledVersions(
    tx,
    orgId,
    rows.map((row) => row.version_id),
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    rows: page.map((row) => {
      const version = versions.get(row.version_id);
      return {
        id: row.id,
        title: row.title,
        company: row.company,
        owner: row.owner,
        process: row.process,
        processId: row.process_id,
        stageKey: row.stage_key,
        stage: (version && row.stage_key && stageOf(version, row.stage_key)?.name) || null,
        status: row.status,
        outcome: row.outcome,
        amount:
          row.amount_minor === null ? null : { minor: Number(row.amount_minor), currency: row.currency },
        openedOn: toDay(row.opened_on),
        closedOn: toDay(row.closed_on),
        entered: toDay(row.entered_on),
        nextStep: (version && row.next_step_key && stepOf(version, row.next_step_key)?.name) || null,
        nextDue: toDay(row.next_due_on),
        lastEventAt: row.last_event_at.toISOString(),
      };
    }),
    total: count?.n ?? 0,
    next: rows.length > limit && last ? { at: last.last_event_at.toISOString(), id: last.id } : null,
  };
}
