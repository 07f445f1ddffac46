import "server-only";
import type { Ctx } from "@/lib/platform/context";
import { type Sql, sql } from "@/lib/platform/db/sql";

/** Open deals of one person that are looked at. */
export const OWN = 1_000;

/**
 * The deals that Today speaks of: the person's own open ones, the most urgent first, and those with a step for them. Each is
 * looked up by its key: the limits hold the planner to that, because under row security it expects few rows and would read
 * them all.
 */
export const dealsStatement = ({ org, member }: Ctx, runIds: readonly string[]): Sql => sql`
  select r.id, r.version, r.title, r.owner_id as "ownerId", m.name as owner, c.name as company,
    d.amount_minor as "amountMinor", d.currency, r.process_id as "processId", r.version_id as "versionId",
    r.stage_key as "stageKey", r.entered_on as "enteredOn", r.opened_on as "openedOn",
    r.next_step_key is null as idle, t.occurred_on as "lastTwoWay"
  from (
    select id from (
      select id from run where org_id = ${org.id}::uuid and owner_id = ${member.id}::uuid and kind = 'deal' and status = 'open' and deleted_at is null
      order by coalesce(next_due_on, date '9999-12-31'), id limit ${OWN}
    ) own
    union
    select unnest(${[...runIds]}::uuid[])
  ) x
  cross join lateral (select * from run r where r.org_id = ${org.id}::uuid and r.id = x.id limit 1) r
  cross join lateral (select * from deal d where d.org_id = r.org_id and d.id = r.id limit 1) d
  cross join lateral (select m.name from membership m where m.org_id = r.org_id and m.id = r.owner_id limit 1) m
  left join lateral (select c.name from company c where c.org_id = d.org_id and c.id = d.company_id limit 1) c on true
  left join lateral (select a.occurred_on from activity a where a.org_id = r.org_id and a.run_id = r.id and a.two_way
    order by a.occurred_on desc limit 1) t on true`;
