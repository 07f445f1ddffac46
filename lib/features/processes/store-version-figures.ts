import "server-only";
import type { VersionRow } from "@/lib/domain/versions/rows";
import type { Ctx } from "@/lib/platform/context";
import { type Sql, sql } from "@/lib/platform/db/sql";
import type { Tx } from "@/lib/platform/db/tenant";

/**
 * The deals of these versions, counted: one row per version, outcome, origin and days to a win. Deals are found by
 * version, so a page of versions costs what ran on those versions and what ever changed version, not all that the
 * organisation has.
 */
export const versionRowsSql = (ctx: Pick<Ctx, "org" | "today">, versionIds: readonly string[]): Sql => sql`
  with switched as (
    select distinct on (run_id) run_id, payload ->> 'from' as first from event
    where org_id = ${ctx.org.id}::uuid and type = 'run.version-switched' order by run_id, seq
  ), counted as (
    select r.version_id, case when r.closed_on <= ${ctx.today}::date then x.outcome end as outcome, r.opened_on, r.closed_on,
      coalesce(s.first <> r.version_id::text, false) as came_over
    from run r
    join deal x on x.org_id = r.org_id and x.id = r.id
    left join switched s on s.run_id = r.id
    where r.org_id = ${ctx.org.id}::uuid and r.version_id = any(${versionIds}::uuid[]) and r.kind = 'deal'
      and r.deleted_at is null and (r.opened_on is null or r.opened_on <= ${ctx.today}::date)
  )
  select version_id as "versionId", outcome, came_over as "cameOver",
    case when outcome = 'won' and opened_on <= closed_on then closed_on - opened_on end as days, count(*)::int as deals
  from counted group by 1, 2, 3, 4`;

/** The counted deals of these versions. */
export const countVersionRows = (tx: Tx, ctx: Ctx, versionIds: readonly string[]): Promise<VersionRow[]> =>
  tx.$queryRaw<VersionRow[]>(versionRowsSql(ctx, versionIds));

/** Deals that ran on a version and run on, or closed on, another one now. */
export type WentOnRow = { readonly versionId: string; readonly deals: number };

/** As `countWentOn`, for the statement alone. */
export const wentOnSql = (ctx: Pick<Ctx, "org" | "today">, versionIds: readonly string[]): Sql => sql`
  with left_behind as (
    select distinct run_id, payload ->> 'from' as version_id from event
    where org_id = ${ctx.org.id}::uuid and type = 'run.version-switched'
      and payload ->> 'from' = any(${versionIds}::text[])
  )
  select l.version_id as "versionId", count(*)::int as deals
  from left_behind l join run r on r.org_id = ${ctx.org.id}::uuid and r.id = l.run_id
  where r.kind = 'deal' and r.deleted_at is null and r.version_id::text <> l.version_id
    and (r.opened_on is null or r.opened_on <= ${ctx.today}::date)
  group by 1`;

/** The deals that went on from these versions to another; one that came back does not count. */
export const countWentOn = (tx: Tx, ctx: Ctx, versionIds: readonly string[]): Promise<WentOnRow[]> =>
  tx.$queryRaw<WentOnRow[]>(wentOnSql(ctx, versionIds));

/** Deals that together stayed so many days in a stage while on a version. */
export type StayRow = {
  readonly versionId: string;
  readonly stageKey: string;
  readonly days: number;
  readonly deals: number;
};

/** As `countStays`, for the statement alone. */
export const staysSql = (ctx: Pick<Ctx, "org" | "today">, versionIds: readonly string[]): Sql => sql`
  with stay as (
    select v.run_id, v.version_id, v.stage_key, sum(v.left_on - v.entered_on)::int as days
    from stage_visit v
    where v.org_id = ${ctx.org.id}::uuid and v.version_id = any(${versionIds}::uuid[])
    group by 1, 2, 3
    having bool_and(coalesce(v.since_on = v.entered_on and v.left_on <= ${ctx.today}::date and v.exit <> 'version', false))
  )
  select t.version_id as "versionId", t.stage_key as "stageKey", t.days, count(*)::int as deals
  from stay t join run r on r.org_id = ${ctx.org.id}::uuid and r.id = t.run_id
  where r.kind = 'deal' and r.deleted_at is null and (r.opened_on is null or r.opened_on <= ${ctx.today}::date)
  group by 1, 2, 3`;

/**
 * How long deals stayed in each stage while on these versions: all their stays there together. Left out are deals that are
 * still there, whose entry is unknown, or that changed version in the middle of such a stay.
 */
export const countStays = (tx: Tx, ctx: Ctx, versionIds: readonly string[]): Promise<StayRow[]> =>
  tx.$queryRaw<StayRow[]>(staysSql(ctx, versionIds));

/** Deals won on a version for an amount. */
export type AmountRow = { readonly versionId: string; readonly minor: number; readonly deals: number };

/** The amounts of the deals won on these versions, in the organisation's own currency. */
export const countAmounts = (tx: Tx, ctx: Ctx, versionIds: readonly string[]): Promise<AmountRow[]> =>
  tx.$queryRaw<AmountRow[]>`
    select r.version_id as "versionId", x.amount_minor::float8 as minor, count(*)::int as deals
    from run r join deal x on x.org_id = r.org_id and x.id = r.id
    where r.org_id = ${ctx.org.id}::uuid and r.version_id = any(${versionIds}::uuid[]) and r.kind = 'deal'
      and r.deleted_at is null and (r.opened_on is null or r.opened_on <= ${ctx.today}::date)
      and r.closed_on <= ${ctx.today}::date and x.outcome = 'won' and x.currency = ${ctx.org.currency}
      and x.amount_minor is not null
    group by 1, 2`;
