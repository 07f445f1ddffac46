import "server-only";
import type { Instant } from "@/lib/domain/shared/day";
import { taskTiming } from "@/lib/domain/tasks/due";
import { readTexts } from "@/lib/features/inbox/commands";
import type { Ctx } from "@/lib/platform/context";
import { toDay } from "@/lib/platform/day-in";
import { type Sql, sql } from "@/lib/platform/db/sql";
import type { Tx } from "@/lib/platform/db/tenant";
import type { NamedId, TaskKind, TaskView } from "./view";

type Row = {
  id: string;
  version: number;
  kind: TaskKind;
  title: string;
  note: string | null;
  due_on: Date | null;
  due_at: Date | null;
  remind_at: Date | null;
  done_at: Date | null;
  assignee_id: string;
  assignee: string;
  contact_id: string | null;
  contact: string | null;
  run_id: string | null;
  deal: string | null;
  company_id: string | null;
  company: string | null;
};

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
const iso = (at: Date | null): Instant | null => at?.toISOString() ?? null;
const named = (id: string | null, name: string | null): NamedId | null =>
  id === null || name === null ? null : { id, name };

/** Rows as the page has them, their notes with the names of those they mention. */
async function viewsOf(tx: Tx, ctx: Ctx, rows: readonly Row[]): Promise<TaskView[]> {
  const reads = await readTexts(
    tx,
    ctx.org.id,
    rows.map(({ note }) => note),
  );
  return rows.map((row) => viewOf(ctx, { ...row, note: row.note && reads(row.note) }));
}

function viewOf(ctx: Ctx, row: Row): TaskView {
  const day = toDay(row.due_on);
  const due = day === null ? null : { day, at: iso(row.due_at) };
  const { id, version, kind, title, note } = row;
  return {
    ...{ id, version, kind, title, note, due },
    timing: taskTiming(due, ctx.today, ctx.now.toISOString()),
    remindAt: iso(row.remind_at),
    assignee: { id: row.assignee_id, name: row.assignee },
    contact: named(row.contact_id, row.contact),
    deal: named(row.run_id, row.deal),
    unseenDeal: row.run_id !== null && row.deal === null,
    company: named(row.company_id, row.company),
    doneAt: iso(row.done_at),
  };
}

/** Open tasks shown at once, and how many of those done. */
const MOST_OPEN = 200;
const MOST_DONE = 20;

/** The tasks of a deal, or those at a company and on its deals: open ones by due day, and the latest done. */
export async function tasksOn(
  tx: Tx,
  ctx: Ctx,
  on: "deal" | "company",
  id: string,
): Promise<{ open: TaskView[]; done: TaskView[] }> {
  const orgId = ctx.org.id;
  const place =
    on === "deal"
      ? sql`x.run_id = ${id}::uuid`
      : sql`(x.company_id = ${id}::uuid or x.run_id in (select d.id from deal d where d.org_id = ${orgId}::uuid and d.company_id = ${id}::uuid))`;
  const where = sql`select * from task x where x.org_id = ${orgId}::uuid and x.deleted_at is null and ${place}`;
  const open = await tx.$queryRaw<Row[]>(
    taskRows(
      sql`${where} and x.done_at is null order by x.due_on, x.due_at, x.id limit ${MOST_OPEN}`,
      BY_DUE,
    ),
  );
  const done = await tx.$queryRaw<Row[]>(
    taskRows(
      sql`${where} and x.done_at is not null order by x.done_at desc, x.id limit ${MOST_DONE}`,
      sql`t.done_at desc, t.id`,
    ),
  );
  return { open: await viewsOf(tx, ctx, open), done: await viewsOf(tx, ctx, done) };
}

/** What one person is to do, or follows up: the first by due day. */
export async function waitingFor(tx: Tx, ctx: Ctx, memberId: string, kind: TaskKind): Promise<TaskView[]> {
  const rows = await tx.$queryRaw<Row[]>(
    taskRows(
      sql`select * from task x where x.org_id = ${ctx.org.id}::uuid and x.assignee_id = ${memberId}::uuid and x.kind = ${kind}
        and x.done_at is null and x.deleted_at is null order by x.due_on, x.due_at, x.id limit ${MOST_OPEN}`,
      BY_DUE,
    ),
  );
  return viewsOf(tx, ctx, rows);
}

/** People who may have promised something: those of the deal's company, or of the company. */
export async function contactsFor(
  tx: Tx,
  orgId: string,
  on: "deal" | "company",
  id: string,
): Promise<NamedId[]> {
  const company =
    on === "company"
      ? sql`${id}::uuid`
      : sql`(select d.company_id from deal d where d.org_id = ${orgId}::uuid and d.id = ${id}::uuid)`;
  const own =
    on === "company"
      ? sql`null::uuid`
      : sql`(select d.contact_id from deal d where d.org_id = ${orgId}::uuid and d.id = ${id}::uuid)`;
  return tx.$queryRaw<NamedId[]>`
    select k.id, k.name from contact k
    where k.org_id = ${orgId}::uuid and k.deleted_at is null and (k.company_id = ${company} or k.id = ${own})
    order by k.name, k.id limit ${MOST_OPEN}`;
}
