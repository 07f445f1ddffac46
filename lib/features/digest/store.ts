import "server-only";
import type { z } from "zod";
import type { Day } from "@/lib/domain/shared/day";
import type { Ctx } from "@/lib/platform/context";
import { fromDay } from "@/lib/platform/day-in";
import { noSql, sql } from "@/lib/platform/db/sql";
import type { Tx } from "@/lib/platform/db/tenant";
import { newId } from "@/lib/platform/id";
import type { MailFilter } from "./input";
import type { DigestChoice, MailView } from "./view";

export { withEyesOf } from "@/lib/platform/db/eyes";

const KIND = "digest";

/** Members whose digest of a day is still to be written: who can be reached, wants it, and has none. */
export async function stillToWrite(
  tx: Tx,
  orgId: string,
  day: Day,
): Promise<{ id: string; userId: string }[]> {
  return tx.$queryRaw<{ id: string; userId: string }[]>`
    select m.id, m.user_id as "userId" from membership m
    where m.org_id = ${orgId}::uuid and m.status = 'active' and m.user_id is not null and m.email is not null
      and m.digest = 'working-days' and not exists (
        select from mail x where x.org_id = m.org_id and x.member_id = m.id and x.kind = ${KIND} and x.day = ${day}::date)
    order by m.id`;
}

/** A member as the digest is written to and for; null when they are gone. */
export const memberFor = (tx: Tx, orgId: string, id: string) =>
  tx.membership.findFirst({ where: { orgId, id, status: "active", digest: "working-days" } });

/** Keeps the day's mail of a member; a second one of the same day is none. */
export async function keepMail(
  tx: Tx,
  ctx: Ctx,
  mail: { memberId: string; address: string; language: string; subject: string; body: string },
): Promise<boolean> {
  const { count } = await tx.mail.createMany({
    data: [
      { ...mail, id: newId(), orgId: ctx.org.id, kind: KIND, day: fromDay(ctx.today), createdAt: ctx.now },
    ],
    skipDuplicates: true,
  });
  return count === 1;
}

/** Mails, the latest first; one more than asked for when there are more. */
export async function mailPage(
  tx: Tx,
  orgId: string,
  { after, limit }: z.output<typeof MailFilter>,
): Promise<MailView[]> {
  const from = after ? sql`and (x.created_at, x.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : noSql;
  const rows = await tx.$queryRaw<(Omit<MailView, "at"> & { created_at: Date })[]>`
    select x.id, x.created_at, m.name, x.address, x.subject, x.body from mail x
    join membership m on m.org_id = x.org_id and m.id = x.member_id
    where x.org_id = ${orgId}::uuid ${from} order by x.created_at desc, x.id desc limit ${limit + 1}`;
  return rows.map(({ created_at, ...row }) => ({ ...row, at: created_at.toISOString() }));
}

/** When a member wants the digest; null for who is no member. */
export async function choiceOf(tx: Tx, orgId: string, id: string): Promise<DigestChoice | null> {
  const row = await tx.membership.findFirst({ where: { orgId, id }, select: { digest: true } });
  return row && (row.digest as DigestChoice);
}

/** Keeps when a member wants the digest. */
export async function choose(tx: Tx, orgId: string, id: string, digest: DigestChoice): Promise<void> {
  await tx.membership.updateMany({ where: { orgId, id }, data: { digest } });
}

/** Most reminders of one transaction. */
const REMINDERS = 200;

/** Marks the reminders that are due as given, and tells of which tasks and whose. One marked is never given again. */
export async function takeReminders(tx: Tx, ctx: Ctx): Promise<{ taskId: string; memberId: string }[]> {
  return tx.$queryRaw<{ taskId: string; memberId: string }[]>`
    update task set reminded_at = ${ctx.now} where org_id = ${ctx.org.id}::uuid and id in (
      select id from task where org_id = ${ctx.org.id}::uuid and remind_at <= ${ctx.now} and reminded_at is null
        and done_at is null and deleted_at is null order by remind_at limit ${REMINDERS} for update skip locked)
      and reminded_at is null
    returning id as "taskId", assignee_id as "memberId"`;
}
