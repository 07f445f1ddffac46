import "server-only";
import type { z } from "zod";
import { nameMentions } from "@/lib/domain/mentions/mentions";
import type { LocalText } from "@/lib/domain/shared/text";
import type { Ctx } from "@/lib/platform/context";
import { seeingAll } from "@/lib/platform/db/seeing-all";
import type { Tx } from "@/lib/platform/db/tenant";
import { newId } from "@/lib/platform/id";
import type { InboxPage } from "./input";
import { namesIn } from "./mention-store";
import { noticesStatement, unreadStatement } from "./notices-sql";
import type { Notice, NoticeKind, NoticeTarget, Unread } from "./view";

/** What is put into somebody's inbox. */
export type NewNotice = {
  readonly memberId: string;
  readonly kind: NoticeKind;
  readonly taskId?: string;
  readonly runId?: string;
  readonly activityId?: string;
  readonly commentId?: string;
  readonly deals?: number;
  readonly tasks?: number;
};

/** Puts notices into inboxes, which are not the writer's own to see. */
export async function insertNotices(tx: Tx, ctx: Ctx, notices: readonly NewNotice[]): Promise<void> {
  if (notices.length === 0) return;
  const actorId = ctx.actor.kind === "member" ? ctx.actor.id : null;
  await seeingAll(tx, ctx, async () => {
    await tx.notification.createMany({
      data: notices.map((notice) => ({
        ...notice,
        id: newId(),
        orgId: ctx.org.id,
        actorId,
        createdAt: ctx.now,
      })),
    });
  });
}

/** Takes the notice of a task or a call out of an inbox where it was not read: it was given to somebody else, or thrown away. */
export async function dropUnread(
  tx: Tx,
  ctx: Ctx,
  about: { memberId: string } & (
    | { kind: "task-given"; taskId: string }
    | { kind: "call-given"; runId: string }
  ),
): Promise<void> {
  await seeingAll(tx, ctx, () =>
    tx.notification.deleteMany({ where: { orgId: ctx.org.id, readAt: null, ...about } }),
  );
}

type Row = {
  id: string;
  kind: NoticeKind;
  created_at: Date;
  read_at: Date | null;
  by: string | null;
  deals: number | null;
  tasks: number | null;
  task: string | null;
  deal_id: string | null;
  /** The run that it is about is a call of that deal. */
  is_call: boolean;
  run_id: string | null;
  deal: string | null;
  company_id: string | null;
  process_id: string | null;
  step_key: string | null;
  process: LocalText | null;
  words: string | null;
};

/** One member's notices, the latest first; one more than asked for when there are more. */
export async function noticePage(
  tx: Tx,
  ctx: Ctx,
  { after, limit }: z.output<typeof InboxPage>,
): Promise<Notice[]> {
  const rows = await tx.$queryRaw<Row[]>(noticesStatement(ctx.org.id, ctx.member.id, { after, limit }));
  const names = await namesIn(
    tx,
    ctx.org.id,
    rows.map(({ words }) => words),
  );
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    at: row.created_at.toISOString(),
    read: row.read_at !== null,
    by: row.by,
    title: row.task ?? row.deal,
    process: row.process,
    words: row.words && nameMentions(row.words, names),
    deals: row.deals,
    tasks: row.tasks,
    target: targetOf(row),
  }));
}

function targetOf(row: Row): NoticeTarget {
  if (row.kind === "deals-given") return { kind: "deals" };
  if (row.is_call && row.deal_id && row.run_id) return { kind: "call", dealId: row.deal_id, id: row.run_id };
  if (row.deal_id) return { kind: "deal", id: row.deal_id };
  if (row.process_id && row.step_key)
    return { kind: "step", processId: row.process_id, stepKey: row.step_key };
  return row.company_id ? { kind: "company", id: row.company_id } : { kind: "today" };
}

const COUNTED = 100;

/** How many notices of a member are unread; by one index, and never more than a hundred. */
export async function countUnread(tx: Tx, orgId: string, memberId: string): Promise<Unread> {
  const [row] = await tx.$queryRaw<{ n: number }[]>(unreadStatement(orgId, memberId, COUNTED + 1));
  const n = row?.n ?? 0;
  return { count: Math.min(n, COUNTED), more: n > COUNTED };
}

/** Whose inbox a notice is in; null when it is not there. */
export async function noticeOwner(tx: Tx, orgId: string, id: string): Promise<{ ownerId: string } | null> {
  const row = await tx.notification.findFirst({ where: { orgId, id }, select: { memberId: true } });
  return row && { ownerId: row.memberId };
}

/** Marks one notice read or unread. */
export async function markNotice(tx: Tx, ctx: Ctx, id: string, read: boolean): Promise<void> {
  await tx.notification.updateMany({
    where: { orgId: ctx.org.id, memberId: ctx.member.id, id },
    data: { readAt: read ? ctx.now : null },
  });
}

/** Marks all of a member's notices read; gives how many were not. */
export async function markAll(tx: Tx, ctx: Ctx): Promise<number> {
  const { count } = await tx.notification.updateMany({
    where: { orgId: ctx.org.id, memberId: ctx.member.id, readAt: null },
    data: { readAt: ctx.now },
  });
  return count;
}

/** Takes that back, of exactly those that were marked then. */
export async function unmarkAll(tx: Tx, ctx: Ctx, at: string): Promise<number> {
  const { count } = await tx.notification.updateMany({
    where: { orgId: ctx.org.id, memberId: ctx.member.id, readAt: new Date(at) },
    data: { readAt: null },
  });
  return count;
}
