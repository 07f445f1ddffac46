import "server-only";
import { type Sql, sql } from "@/lib/platform/db/sql";
import type { TaskKind } from "./view";

/** Open tasks shown at once, and how many of those done. */
export const MOST_OPEN = 200;
const MOST_DONE = 20;

// What lies in the trash takes its tasks out of sight with it. A deal that one does not see has no title here.
const taskRows = (chosen: Sql, order: Sql): Sql => sql`
  select t.id, t.version, t.kind, t.title, t.note, t.due_on, t.due_at, t.remind_at, t.done_at, t.assignee_id, m.name as assignee,
    k.id as contact_id, k.name as contact, t.run_id, r.title as deal, c.id as company_id, c.name as company
  from (${chosen}) t
  join membership m on m.org_id = t.org_id and m.id = t.assignee_id
  left join run r on r.org_id = t.org_id and r.id = t.run_id
  left join deal d on d.org_id = t.org_id and d.id = t.run_id
  left join company c on c.org_id = t.org_id and c.id = coalesce(t.company_id, d.company_id)
  left join contact k on k.org_id = t.org_id and k.id = t.contact_id and k.name <> ''
  where r.deleted_at is null and (t.company_id is null or c.deleted_at is null)
  order by ${order}`;

const BY_DUE = sql`t.due_on nulls last, t.due_at nulls last, t.id`;
const DONE_LAST = sql`t.done_at desc, t.id`;

/** The first tasks of a deal, or at a company and on its deals; each of the two is read by its own index. */
function placed(
  orgId: string,
  on: "deal" | "company",
  id: string,
  which: Sql,
  order: Sql,
  most: number,
): Sql {
  const chosen = (from: Sql) => sql`
    (select x.* from ${from} and x.deleted_at is null and ${which} order by ${order} limit ${most})`;
  if (on === "deal") return chosen(sql`task x where x.org_id = ${orgId}::uuid and x.run_id = ${id}::uuid`);
  return sql`
    select x.* from (
      ${chosen(sql`task x where x.org_id = ${orgId}::uuid and x.company_id = ${id}::uuid`)}
      union all
      ${chosen(sql`deal d join task x on x.org_id = d.org_id and x.run_id = d.id
        where d.org_id = ${orgId}::uuid and d.company_id = ${id}::uuid`)}
    ) x order by ${order} limit ${most}`;
}

/** What is to be done on a deal or at a company, the first by due day. */
export const openStatement = (orgId: string, on: "deal" | "company", id: string): Sql =>
  taskRows(placed(orgId, on, id, sql`x.done_at is null`, sql`x.due_on, x.due_at, x.id`, MOST_OPEN), BY_DUE);

/** What was done there, the latest first. */
export const doneStatement = (orgId: string, on: "deal" | "company", id: string): Sql =>
  taskRows(
    placed(orgId, on, id, sql`x.done_at is not null`, sql`x.done_at desc, x.id`, MOST_DONE),
    DONE_LAST,
  );

/** What one person is to do, or follows up, the first by due day. */
export const waitingStatement = (orgId: string, memberId: string, kind: TaskKind): Sql =>
  taskRows(
    sql`select * from task x where x.org_id = ${orgId}::uuid and x.assignee_id = ${memberId}::uuid and x.kind = ${kind}
      and x.done_at is null and x.deleted_at is null order by x.due_on, x.due_at, x.id limit ${MOST_OPEN}`,
    BY_DUE,
  );
