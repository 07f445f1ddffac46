import "server-only";
import { type Sql, sql } from "@/lib/platform/db/sql";

// A call is looked up from its run; its deal must be there.
const lines = (which: Sql, order: Sql, limit: number): Sql => sql`
  select r.id, r.version, r.deal_id, o.title, y.name as company, r.owner_id, m.name as owner, c.planned_at, c.minutes, c.channel,
    c.plan ->> 'goal' as goal, c.status, c.result, c.learned, c.cancelled_for, jsonb_array_length(c.plan -> 'questions')::int as questions
  from run r
  join call c on c.org_id = r.org_id and c.id = r.id
  join run o on o.org_id = r.org_id and o.id = r.deal_id and o.deleted_at is null
  join deal d on d.org_id = o.org_id and d.id = o.id
  join membership m on m.org_id = r.org_id and m.id = r.owner_id
  left join company y on y.org_id = d.org_id and y.id = d.company_id
  where r.kind = 'call' and r.deleted_at is null and ${which}
  order by ${order} limit ${limit}`;

/** The calls of a deal: planned ones by their moment, then the latest of the others. */
export const ofDealStatement = (orgId: string, dealId: string, limit: number): Sql =>
  lines(
    sql`r.org_id = ${orgId}::uuid and r.deal_id = ${dealId}::uuid`,
    sql`c.status <> 'planned', case c.status when 'planned' then c.planned_at end, c.planned_at desc, r.id`,
    limit,
  );

/** The calls that are planned on a deal, by their moment. */
export const plannedStatement = (orgId: string, dealId: string, limit: number): Sql =>
  lines(
    sql`r.org_id = ${orgId}::uuid and r.deal_id = ${dealId}::uuid and c.status = 'planned'`,
    sql`c.planned_at, r.id`,
    limit,
  );

/**
 * The planned calls that are somebody's until a moment, by their own: those they hold, and on their deals those of who is not
 * there any more.
 */
export const waitingStatement = (orgId: string, memberId: string, until: Date, limit: number): Sql =>
  lines(
    // Each by its own index.
    sql`r.org_id = ${orgId}::uuid and c.planned_at < ${until} and o.status = 'open' and r.id in (
        select id from run where org_id = ${orgId}::uuid and owner_id = ${memberId}::uuid and kind = 'call'
          and status = 'open' and deleted_at is null
        union all
        select w.id from run w join membership h on h.org_id = w.org_id and h.id = w.owner_id and h.status <> 'active'
        where w.org_id = ${orgId}::uuid and w.deal_owner_id = ${memberId}::uuid and w.deal_id is not null
          and w.kind = 'call' and w.status = 'open')`,
    sql`c.planned_at, r.id`,
    limit,
  );
