import "server-only";
import type { Instant } from "@/lib/domain/shared/day";
import { taskTiming } from "@/lib/domain/tasks/due";
import { readTexts } from "@/lib/features/inbox/commands";
import type { Ctx } from "@/lib/platform/context";
import { toDay } from "@/lib/platform/day-in";
import { sql } from "@/lib/platform/db/sql";
import type { Tx } from "@/lib/platform/db/tenant";
import { doneStatement, MOST_OPEN, openStatement, waitingStatement } from "./tasks-sql";
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

/** The tasks of a deal, or those at a company and on its deals: open ones by due day, and the latest done. */
export async function tasksOn(
  tx: Tx,
  ctx: Ctx,
  on: "deal" | "company",
  id: string,
): Promise<{ open: TaskView[]; done: TaskView[] }> {
  const open = await tx.$queryRaw<Row[]>(openStatement(ctx.org.id, on, id));
  const done = await tx.$queryRaw<Row[]>(doneStatement(ctx.org.id, on, id));
  return { open: await viewsOf(tx, ctx, open), done: await viewsOf(tx, ctx, done) };
}

/** What one person is to do, or follows up: the first by due day. */
export async function waitingFor(tx: Tx, ctx: Ctx, memberId: string, kind: TaskKind): Promise<TaskView[]> {
  return viewsOf(tx, ctx, await tx.$queryRaw<Row[]>(waitingStatement(ctx.org.id, memberId, kind)));
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
