import "server-only";
import type { Ctx } from "@/lib/platform/context";
import { type Sql, sql } from "@/lib/platform/db/sql";
import { sinceOf } from "./store-counts";

/**
 * Common table expressions `looked` (deals on published versions that were open in the window) and `deviation` (one
 * row each: skipped on purpose, moved over or back, or a required step that was passed without a word).
 */
export function deviations(ctx: Ctx, processId: string | null): Sql {
  const [org, since, today] = [ctx.org.id, sinceOf("explained", ctx.today), ctx.today];
  return sql`
    looked as (
      select r.id, r.process_id, r.version_id, r.title, r.closed_on from run r
      join process_version v on v.org_id = r.org_id and v.id = r.version_id and v.status in ('published', 'retired')
      where r.org_id = ${org}::uuid and r.kind = 'deal' and r.deleted_at is null and (${processId}::uuid is null or r.process_id = ${processId}::uuid)
        and (r.status = 'open' or r.closed_on >= ${since}::date)
    ), deviation as (
      select l.process_id, l.id as run_id, l.title, s.occurred_on as day,
        s.reason is not null or coalesce(s.note, '') <> '' as explained
      from looked l join step_record s on s.org_id = ${org}::uuid and s.run_id = l.id and s.status = 'waived'
        and s.occurred_on between ${since}::date and ${today}::date
      union all
      select l.process_id, l.id, l.title, w.left_on,
        w.exit_reason is not null or coalesce(w.exit_note, '') <> ''
      from looked l join stage_visit w on w.org_id = ${org}::uuid and w.run_id = l.id and w.exit in ('skip', 'back')
        and w.left_on between ${since}::date and ${today}::date
      union all
      select l.process_id, l.id, l.title, l.closed_on, false
      from looked l
      join step t on t.org_id = ${org}::uuid and t.version_id = l.version_id and t.importance <> 'optional'
        and not t.conditional
      join stage g on g.org_id = t.org_id and g.id = t.stage_id
      where l.closed_on is not null
        and exists (select from stage_visit w where w.org_id = ${org}::uuid and w.run_id = l.id
          and w.stage_key = g.key and w.exit in ('forward', 'skip', 'won'))
        and not exists (select from step_record s where s.org_id = ${org}::uuid and s.run_id = l.id and s.step_key = t.key)
    )`;
}

/** `stage_exit` (stages with criteria that were left forward, and whether all were proven by then) and `proof`. */
export function proofs(ctx: Ctx, processId: string | null): Sql {
  const [org, since, today] = [ctx.org.id, sinceOf("evidenced", ctx.today), ctx.today];
  return sql`
    stage_exit as (
      select r.process_id, r.id as run_id, r.title, w.left_on as day, g.name as stage,
        not exists (
          select from exit_criterion c where c.org_id = g.org_id and c.stage_id = g.id and not exists (
            select from criterion_record k where k.org_id = w.org_id and k.run_id = w.run_id
              and k.criterion_key = c.key and k.occurred_on <= w.left_on)
        ) as proven
      from stage_visit w
      join run r on r.org_id = w.org_id and r.id = w.run_id and r.kind = 'deal' and r.deleted_at is null
      join process_version v on v.org_id = w.org_id and v.id = w.version_id and v.status in ('published', 'retired')
      join stage g on g.org_id = w.org_id and g.version_id = w.version_id and g.key = w.stage_key
      where w.org_id = ${org}::uuid and w.exit in ('forward', 'skip', 'won')
        and w.left_on between ${since}::date and ${today}::date
        and (${processId}::uuid is null or r.process_id = ${processId}::uuid)
        and exists (select from exit_criterion c where c.org_id = g.org_id and c.stage_id = g.id)
    ), proof as (
      select r.process_id, k.run_id, k.kind = 'buyer-confirmed' as by_buyer
      from criterion_record k join run r on r.org_id = k.org_id and r.id = k.run_id and r.kind = 'deal' and r.deleted_at is null
      where k.org_id = ${org}::uuid and k.occurred_on between ${since}::date and ${today}::date
        and (${processId}::uuid is null or r.process_id = ${processId}::uuid)
    )`;
}
