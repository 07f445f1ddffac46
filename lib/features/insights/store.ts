import "server-only";
import type { PipelineAggregate, PipelineAsk } from "@/lib/domain/insights/aggregate";
import { WON_DEALS, type WonVisitRow, wonVisitsSince } from "@/lib/domain/insights/won-visits";
import type { Ctx } from "@/lib/platform/context";
import { sql } from "@/lib/platform/db/sql";
import type { Tx } from "@/lib/platform/db/tenant";
import { dealsAt, type Moment, visitsAt } from "./sql-deals";
import { closedWithin, GROUP_COLUMN, HAS_CYCLE, inScope } from "./sql-scope";

/** Open deals of one stage, age and currency. Age is null where the day of entry is unknown. */
export type AgeRow = {
  readonly processId: string;
  readonly stageKey: string;
  readonly days: number | null;
  readonly currency: string;
  readonly deals: number;
  readonly valued: number;
  readonly minor: number;
};
export type PipelineRows = PipelineAggregate & {
  readonly ages: readonly AgeRow[];
  readonly unknownStart: number;
};

/** Everything the pipeline figures need, grouped by the database in one pass over the deals. */
export async function aggregatePipeline(
  tx: Tx,
  ctx: Ctx,
  ask: PipelineAsk,
  moment: Moment,
): Promise<PipelineRows> {
  const group = ask.groupBy === null ? sql`null::text` : GROUP_COLUMN[ask.groupBy];
  const value = sql`count(*)::int as deals, count(amount_minor)::int as valued, coalesce(sum(amount_minor), 0)::bigint as minor`;
  const within = closedWithin(ask.period.from, ask.period.until);
  const [row] = await tx.$queryRaw<PipelineRows[]>`
    with ${dealsAt(ctx, moment)}, s as materialized (select * from d where ${inScope(ask.scope)}),
    open as (
      select ${group} as "group", stage_key as "stageKey", currency, ${value} from s where closed_on is null group by 1, 2, 3
    ), closed as (
      select ${group} as "group", outcome, currency, ${value} from s where ${within} group by 1, 2, 3
    ), cycles as (
      select ${group} as "group", closed_on - opened_on as days, count(*)::int as deals
      from s where ${within} and outcome = 'won' and ${HAS_CYCLE} group by 1, 2
    ), ages as (
      select process_id as "processId", stage_key as "stageKey", ${moment.asOf}::date - entered_on as days, currency, ${value}
      from s where closed_on is null group by 1, 2, 3, 4
    )
    select
      coalesce((select json_agg(open) from open), '[]') as open,
      coalesce((select json_agg(closed) from closed), '[]') as closed,
      coalesce((select json_agg(cycles) from cycles), '[]') as cycles,
      coalesce((select json_agg(ages) from ages), '[]') as ages,
      (select count(*)::int from s where closed_on is null and opened_on is null) as "unknownStart"`;
  if (!row) throw new Error("an aggregate gave no row");
  return row;
}

/**
 * How long the last won deals of each process stayed in its stages, over two years up to that day; of all owners, because
 * a stage has one pace. As `wonStays` counts them for today, for any day and as known at any moment.
 */
export async function countWonVisits(
  tx: Tx,
  ctx: Ctx,
  moment: Moment,
  last: number = WON_DEALS,
): Promise<(WonVisitRow & { processId: string })[]> {
  return tx.$queryRaw<(WonVisitRow & { processId: string })[]>`
    with ${dealsAt(ctx, moment)}, ${visitsAt(ctx, moment)}, won as (
      select id, process_id, row_number() over (partition by process_id order by closed_on desc, id desc) as back
      from d where outcome = 'won' and closed_on >= ${wonVisitsSince(moment.asOf)}::date
    )
    select d.process_id as "processId", v.stage_key as "stageKey", v.left_on - v.entered_on as days, count(*)::int as visits
    from won d join visit v on v.run_id = d.id
    where d.back <= ${last}::int and v.entered_on is not null
    group by 1, 2, 3`;
}

/** Rates into the organisation's currency on a day: the latest of each currency up to then. */
export async function findRates(tx: Tx, ctx: Ctx, asOf: string): Promise<Record<string, number>> {
  const rows = await tx.$queryRaw<{ base: string; rate: number }[]>`
    select distinct on (base) base, rate::float8 as rate from currency_rate
    where org_id = ${ctx.org.id}::uuid and quote = ${ctx.org.currency} and day <= ${asOf}::date
    order by base, day desc`;
  return Object.fromEntries(rows.map(({ base, rate }) => [base, rate]));
}

/** Deals that were thrown away: in no number. */
export async function countDeleted(tx: Tx, ctx: Ctx, processId: string | null): Promise<number> {
  return tx.run.count({
    where: { orgId: ctx.org.id, kind: "deal", deletedAt: { not: null }, ...(processId && { processId }) },
  });
}

/**
 * Makes this transaction join whole sets. Under row security the planner takes an organisation's rows for far fewer
 * than they are, and a nested loop chosen for ten rows takes minutes for a hundred thousand.
 */
export async function joinWholeSets(tx: Tx): Promise<void> {
  await tx.$queryRaw`select set_config('enable_nestloop', 'off', true)`;
}
