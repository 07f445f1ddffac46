import "server-only";
import type { Ctx } from "@/lib/platform/context";
import { type Sql, sql } from "@/lib/platform/db/sql";

/** Steps of one person that are ranked; beyond it they are only counted. */
export const RANKED = 500;
/** Steps of one person that are counted. */
export const COUNTED = 2_000;

const ORDER = sql`order by coalesce(d.due_on, date '9999-12-31'), d.run_id, d.step_key`;

/**
 * A common table expression `mine`: the steps that wait for a person, in the sense of `isFor`, as three reads of an index
 * in its order, each cut off at `most`: on runs they own, of their role on others' runs, of their department.
 */
export function waitingFor({ org, member }: Ctx, most: number): Sql {
  const [orgId, me, role, department] = [org.id, member.id, member.commercialRoleId, member.departmentId];
  return sql`
    held as materialized (
      select distinct 'role' as kind, commercial_role_id::text as ref from membership
      where org_id = ${orgId}::uuid and status = 'active' and commercial_role_id is not null
      union
      select 'department', department_id::text from membership
      where org_id = ${orgId}::uuid and status = 'active' and department_id is not null
    ), mine as (
      (select d.run_id, d.step_key, d.due_on from due_step d
       where d.org_id = ${orgId}::uuid and d.run_owner_id = ${me}::uuid
         and (d.owner_ref is null or (d.owner_kind = 'role' and d.owner_ref = ${role}::text)
           or not exists (select from held h where h.kind = d.owner_kind and h.ref = d.owner_ref))
       ${ORDER} limit ${most})
      union all
      (select d.run_id, d.step_key, d.due_on from due_step d
       where d.org_id = ${orgId}::uuid and d.owner_kind = 'role' and d.owner_ref = ${role}::text
         and d.run_owner_id <> ${me}::uuid
         and not exists (select from membership m where m.org_id = d.org_id and m.id = d.run_owner_id
           and m.commercial_role_id = ${role}::uuid)
       ${ORDER} limit ${most})
      union all
      (select d.run_id, d.step_key, d.due_on from due_step d
       where d.org_id = ${orgId}::uuid and d.owner_kind = 'department' and d.owner_ref = ${department}::text
       ${ORDER} limit ${most})
    )`;
}

/** The first steps that wait for a person, with the day until which each is put off. */
export const waitingStatement = (ctx: Ctx): Sql => sql`
  with ${waitingFor(ctx, RANKED)}
  select d.run_id as "runId", d.step_key as "stepKey", s.until_on as "later"
  from mine d
  left join step_snooze s on s.org_id = ${ctx.org.id}::uuid and s.membership_id = ${ctx.member.id}::uuid
    and s.run_id = d.run_id and s.step_key = d.step_key and s.until_on > ${ctx.today}::date
  ${ORDER} limit ${RANKED}`;

/** How many steps wait for a person and are not put off, up to COUNTED. */
export const countStatement = (ctx: Ctx): Sql => sql`
  with ${waitingFor(ctx, COUNTED + 1)}
  select count(*)::int as n from mine d
  where not exists (select from step_snooze s where s.org_id = ${ctx.org.id}::uuid
    and s.membership_id = ${ctx.member.id}::uuid and s.run_id = d.run_id and s.step_key = d.step_key
    and s.until_on > ${ctx.today}::date)`;
