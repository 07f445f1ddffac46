import "server-only";
import type { DealDrill } from "@/lib/domain/insights/drill";
import type { Outcome } from "@/lib/domain/run/events";
import type { Ctx } from "@/lib/platform/context";
import { joinSql, type Sql, sql } from "@/lib/platform/db/sql";
import type { Tx } from "@/lib/platform/db/tenant";
import { dealsAt, type Moment } from "./sql-deals";
import { behind } from "./sql-scope";

export type FoundDeal = {
  readonly id: string;
  readonly title: string;
  readonly company: string | null;
  readonly owner: string;
  readonly minor: number | null;
  readonly currency: string;
  readonly processId: string;
  readonly stageKey: string | null;
  readonly outcome: Outcome | null;
  readonly openedOn: string | null;
  readonly closedOn: string | null;
  readonly days: number | null;
};
type Found = {
  readonly total: number;
  readonly sums: { currency: string; minor: number }[];
  readonly deals: FoundDeal[];
};

/**
 * The deals behind a number, largest amount first: how many there are, their sums, and one page of them.
 * `more` narrows the number further (health, version).
 */
export async function findBehind(
  tx: Tx,
  ctx: Ctx,
  moment: Moment,
  drill: DealDrill,
  more: readonly Sql[],
  { cursor, limit }: { cursor: { minor: number; id: string } | null; limit: number },
): Promise<Found> {
  // Deals without an amount come last; no amount is lower than this.
  const minor = sql`coalesce(amount_minor, -9007199254740991)`;
  const after = cursor ? sql`(${minor}, id) < (${cursor.minor}::bigint, ${cursor.id}::uuid)` : sql`true`;
  const [row] = await tx.$queryRaw<Found[]>`
    with ${dealsAt(ctx, moment)}, b as materialized (select * from d where ${joinSql([behind(drill), ...more], " and ")}),
    page as (select * from b where ${after} order by ${minor} desc, id desc limit ${limit})
    select (select count(*)::int from b) as total,
      coalesce((select json_agg(s order by s.currency) from (
        select currency, sum(amount_minor)::bigint as minor from b where amount_minor is not null group by currency
      ) s), '[]') as sums,
      coalesce((select json_agg(json_build_object(
        'id', p.id, 'title', p.title, 'company', c.name, 'owner', m.name, 'minor', p.amount_minor, 'currency', p.currency,
        'processId', p.process_id, 'stageKey', p.stage_key, 'outcome', p.outcome, 'openedOn', p.opened_on::text,
        'closedOn', p.closed_on::text,
        'days', case when p.closed_on is null then ${moment.asOf}::date - p.entered_on else p.closed_on - p.opened_on end
      ) order by coalesce(p.amount_minor, -9007199254740991) desc, p.id desc)
        from page p
        join membership m on m.org_id = ${ctx.org.id}::uuid and m.id = p.owner_id
        left join company c on c.org_id = ${ctx.org.id}::uuid and c.id = p.company_id), '[]') as deals`;
  if (!row) throw new Error("a list gave no row");
  return row;
}
