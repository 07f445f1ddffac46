import "server-only";
import { z } from "zod";
import { digestOf, isMorning } from "@/lib/domain/digest/digest";
import { inLocale } from "@/lib/domain/shared/text";
import { isWorkingDay } from "@/lib/domain/timing/calendar";
import { minutesOf } from "@/lib/domain/timing/zone";
import { callsNow } from "@/lib/features/calls/commands";
import { tell, unreadOf } from "@/lib/features/inbox/commands";
import { tasksWaiting } from "@/lib/features/tasks/commands";
import { stepsNow } from "@/lib/features/today/commands";
import { calendarOf } from "@/lib/platform/calendar";
import type { Ctx } from "@/lib/platform/context";
import { command, query } from "@/lib/platform/verb";
import { WriteDigest } from "./input";
import { letterOf } from "./letter";
import { keepMail, memberFor, stillToWrite, takeReminders, withEyesOf } from "./store";

/** Whose digest is to be written now: nobody's, unless it is the morning of a working day where the organisation is. */
export const digestDue = query({
  name: "digest.due",
  input: z.strictObject({}),
  can: "organization.edit",
  async run({ tx, ctx }): Promise<{ id: string; userId: string }[]> {
    const [hours = 9, minutes = 0] = ctx.org.workFrom.split(":").map(Number);
    const from = hours * 60 + minutes;
    const morning = isMorning(minutesOf(ctx.now.toISOString(), ctx.org.timeZone), from);
    if (!morning || !isWorkingDay(ctx.today, calendarOf(ctx.org))) return [];
    return stillToWrite(tx, ctx.org.id, ctx.today);
  },
});

/** Writes one person's digest of today, from what that person sees; none when there is nothing to say, and never two. */
export const writeDigest = command({
  name: "digest.write",
  input: WriteDigest,
  can: "organization.edit",
  fleeting: true,
  async run({ tx, ctx, input: { memberId, locale, url } }): Promise<{ written: boolean }> {
    const member = await memberFor(tx, ctx.org.id, memberId);
    if (!member?.email) return { written: false };
    const { id, userId, name, role, teamId, commercialRoleId, departmentId } = member;
    const theirs: Ctx = {
      ...ctx,
      member: {
        ...{ id, userId, name, teamId, commercialRoleId, departmentId, locale },
        kind: "member",
        role: role as Ctx["member"]["role"],
        sees: "own",
      },
    };
    const digest = await withEyesOf(tx, ctx, memberId, async () => {
      const { tasks, promises } = await tasksWaiting(tx, theirs);
      const placed = (all: typeof tasks) =>
        all.map(({ title, due, timing, deal, company }) => ({
          ...{ title, due, timing },
          place: company?.name ?? deal?.name ?? null,
        }));
      const steps = await stepsNow(tx, theirs);
      const { calls } = await callsNow(tx, theirs);
      return digestOf({
        calls: calls.map(({ goal, deal, at, standing }) => ({
          ...{ title: goal, at },
          place: deal.company ?? deal.title,
          over: standing === "ask",
        })),
        tasks: placed(tasks),
        promises: placed(promises),
        steps: steps.map(({ name: step, deal, late }) => ({
          title: inLocale(step, locale),
          place: deal,
          late,
        })),
        unread: (await unreadOf(tx, ctx.org.id, memberId)).count,
      });
    });
    if (!digest) return { written: false };
    const letter = letterOf(digest, { locale, name, org: ctx.org, url });
    return {
      written: await keepMail(tx, ctx, { memberId, address: member.email, language: locale, ...letter }),
    };
  },
});

/** Puts the reminders that are due into their people's inboxes, each once. */
export const giveReminders = command({
  name: "digest.remind",
  input: z.strictObject({}),
  can: "organization.edit",
  fleeting: true,
  async run({ tx, ctx }): Promise<{ given: number }> {
    const due = await takeReminders(tx, ctx);
    for (const { taskId, memberId } of due) await tell(tx, ctx, { memberId, kind: "reminder", taskId });
    return { given: due.length };
  },
});
