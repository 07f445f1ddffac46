import "server-only";
import { numberSql, type Sql, sql } from "@/lib/platform/db/sql";

/**
 * Rows of process, stage key, whole days and how many stays took them: of the last deals of each process that were won from
 * `since` to `asOf`. They come first, newest first by their index, and only theirs are the stays that are looked up.
 * Asked as a truth and not as a value compared: of that a planner expects a half to hold, and so that the end of the index does.
 */
export const wonStaysSql = (of: {
  org: Sql;
  processes: Sql;
  since: Sql;
  asOf: Sql;
  /** Only this stage; all of them when it is null. */
  stageKey: Sql;
  /** How many won deals count. */
  last: number;
}): Sql => sql`
  select p.id as "processId", v.stage_key as "stageKey", v.left_on - v.since_on as days, count(*)::int as visits
  from unnest(${of.processes}::uuid[]) p (id)
  cross join lateral (
    select r.id from run r
    where r.org_id = ${of.org} and r.process_id = p.id and r.status = 'closed' and r.deleted_at is null
      and r.closed_on between ${of.since} and ${of.asOf}
      and (select d.outcome = 'won' from deal d where d.org_id = r.org_id and d.id = r.id)
    order by r.closed_on desc, r.id desc limit ${numberSql(of.last)}
  ) w
  cross join lateral (
    select s.stage_key, s.left_on, s.since_on from stage_visit s
    where s.org_id = ${of.org} and s.run_id = w.id and s.since_on is not null and s.left_on is not null and s.exit <> 'version'
      and (${of.stageKey} is null or s.stage_key = ${of.stageKey})
    offset 0
  ) v
  group by 1, 2, 3`;
