import "server-only";
import type { Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db/tenant";
import { deviations, proofs } from "./sql-deviations";
import type { ProcessRow } from "./store";
import { sinceOf } from "./store-counts";

type Found = {
  readonly id: string;
  readonly name: string;
  readonly counts: boolean;
  readonly day: string | null;
};

/** More rows than this are counted but not listed one by one. */
const LIMIT = 20_000;

/** The deals that `countOpened` counts for a process. */
export async function openedRows(tx: Tx, ctx: Ctx, { id, roleId }: ProcessRow): Promise<Found[]> {
  return tx.$queryRaw<Found[]>`
    select r.id, r.title as name, v.status in ('published', 'retired') as counts, r.opened_on::text as day
    from run r
    join process_version v on v.org_id = r.org_id and v.id = r.version_id
    join membership m on m.org_id = r.org_id and m.id = r.owner_id
    where r.org_id = ${ctx.org.id}::uuid and r.kind = 'deal' and r.deleted_at is null
      and r.opened_on between ${sinceOf("on-process", ctx.today)}::date and ${ctx.today}::date
      and case when ${roleId}::uuid is null then r.process_id = ${id}::uuid else m.commercial_role_id = ${roleId}::uuid end
    order by r.opened_on desc, r.id limit ${LIMIT}`;
}

/** The people that `in-use` counts, with the last day they logged something. */
export async function peopleRows(tx: Tx, ctx: Ctx, { id, roleId }: ProcessRow): Promise<Found[]> {
  const since = sinceOf("in-use", ctx.today);
  return tx.$queryRaw<Found[]>`
    select m.id, m.name, coalesce(a.last >= ${since}::date, false) as counts, a.last::text as day
    from membership m
    left join lateral (
      select max(occurred_on) as last from activity
      where org_id = m.org_id and actor_id = m.id and occurred_on <= ${ctx.today}::date
    ) a on true
    where m.org_id = ${ctx.org.id}::uuid and m.status = 'active'
      and case when ${roleId}::uuid is null
        then exists (select from run r where r.org_id = m.org_id and r.owner_id = m.id and r.process_id = ${id}::uuid
          and r.kind = 'deal' and r.status = 'open' and r.deleted_at is null)
        else m.commercial_role_id = ${roleId}::uuid and m.role <> 'viewer' end
    order by m.name, m.id limit ${LIMIT}`;
}

/** The deals that `countClosed` counts. */
export async function closedRows(tx: Tx, ctx: Ctx, processId: string): Promise<Found[]> {
  return tx.$queryRaw<Found[]>`
    select r.id, r.title as name, d.outcome = 'won' or d.close_reason is not null as counts, r.closed_on::text as day
    from run r join deal d on d.org_id = r.org_id and d.id = r.id
    where r.org_id = ${ctx.org.id}::uuid and r.process_id = ${processId}::uuid
      and r.status = 'closed' and r.deleted_at is null
      and r.closed_on between ${sinceOf("measurable", ctx.today)}::date and ${ctx.today}::date
    order by r.closed_on desc, r.id limit ${LIMIT}`;
}

/** The deviations that `countDeviations` counts; a deal is there once for each. */
export async function deviationRows(tx: Tx, ctx: Ctx, processId: string): Promise<Found[]> {
  return tx.$queryRaw<Found[]>`
    with ${deviations(ctx, processId)}
    select run_id as id, title as name, explained as counts, day::text from deviation
    order by day desc, run_id limit ${LIMIT}`;
}

/** The stages left that `countProofs` counts; a deal is there once for each. */
export async function exitRows(tx: Tx, ctx: Ctx, processId: string): Promise<Found[]> {
  return tx.$queryRaw<Found[]>`
    with ${proofs(ctx, processId)}
    select run_id as id, title as name, proven as counts, day::text from stage_exit
    order by day desc, run_id limit ${LIMIT}`;
}

/** The published versions of a process, and whether each says why it came. */
export async function versionRows(tx: Tx, ctx: Ctx, processId: string): Promise<Found[]> {
  return tx.$queryRaw<Found[]>`
    select v.id, coalesce(nullif(v.why, ''), 'v' || v.number) as name,
      (coalesce(v.why, '') <> '' or v.hypothesis is not null)
        and row_number() over (order by v.published_at, v.number) > 1 as counts,
      (v.published_at at time zone ${ctx.org.timeZone})::date::text as day
    from process_version v
    where v.org_id = ${ctx.org.id}::uuid and v.process_id = ${processId}::uuid and v.status in ('published', 'retired')
    order by v.published_at desc limit ${LIMIT}`;
}
