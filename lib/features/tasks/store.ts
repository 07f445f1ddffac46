import "server-only";
import type { z } from "zod";
import { reach } from "@/lib/domain/policy/permissions";
import type { Day } from "@/lib/domain/shared/day";
import { instantAt } from "@/lib/domain/timing/zone";
import { membersNamed } from "@/lib/features/inbox/commands";
import type { Ctx } from "@/lib/platform/context";
import { fromDay } from "@/lib/platform/day-in";
import { seeingAll } from "@/lib/platform/db/seeing-all";
import type { Tx } from "@/lib/platform/db/tenant";
import { NOT_GIVEN } from "./give-store";
import type { AddTask, EditTask } from "./input";

type Clock = { day: Day; minutes: number | null } | null;

const momentOf = (ctx: Ctx, clock: Clock): Date | null =>
  clock && clock.minutes !== null ? new Date(instantAt(clock.day, clock.minutes, ctx.org.timeZone)) : null;

const dueColumns = (ctx: Ctx, due: Clock) => ({
  dueOn: due ? fromDay(due.day) : null,
  dueAt: momentOf(ctx, due),
});

/** Writes a new task, of an assignee who is one. */
export async function insertTask(
  tx: Tx,
  ctx: Ctx,
  { due, remind, dealId, ...task }: z.output<typeof AddTask> & { assigneeId: string },
): Promise<void> {
  await tx.task.create({
    data: {
      ...task,
      orgId: ctx.org.id,
      runId: dealId,
      ...dueColumns(ctx, due),
      remindAt: momentOf(ctx, remind),
      creatorId: ctx.member.id,
      createdAt: ctx.now,
    },
    select: { id: true },
  });
}

/** A task that was not thrown away, when the person asking sees it. */
export const findTask = (tx: Tx, ctx: Ctx, id: string) =>
  tx.task.findFirst({ where: { orgId: ctx.org.id, id, deletedAt: null } });

/**
 * Changes a task when it still has `version`. The task was found with the caller's own eyes; who gives away a task on a
 * deal that they do not see loses sight of it by that, which must not refuse the change.
 */
export async function updateTask(
  tx: Tx,
  ctx: Ctx,
  { id, version, fields }: z.output<typeof EditTask>,
): Promise<boolean> {
  const { due, remind, ...rest } = fields;
  return seeingAll(tx, ctx, async () => {
    const { count } = await tx.task.updateMany({
      where: { orgId: ctx.org.id, id, version, deletedAt: null },
      data: {
        ...rest,
        ...NOT_GIVEN,
        ...(due !== undefined && dueColumns(ctx, due)),
        ...(remind !== undefined && { remindAt: momentOf(ctx, remind), remindedAt: null }),
        version: { increment: 1 },
      },
    });
    return count === 1;
  });
}

type Mark =
  | { doneAt: Date | null; doneById: string | null }
  | { deletedAt: Date | null; deletedById: string | null };

/** Marks a task done or thrown away, or takes that back; false when it is not there. */
export async function markTask(tx: Tx, ctx: Ctx, id: string, mark: Mark): Promise<boolean> {
  const gone = "deletedAt" in mark ? {} : { deletedAt: null };
  const { count } = await tx.task.updateMany({
    where: { orgId: ctx.org.id, id, ...gone },
    data: { ...mark, ...NOT_GIVEN, version: { increment: 1 } },
  });
  return count === 1;
}

/** Active members who may do a task, by the names by which each is meant alone. */
export async function peopleFor(tx: Tx, orgId: string) {
  const rows = await membersNamed(tx, orgId);
  return rows.filter(({ role }) => reach(role, "task.edit")).map(({ id, name }) => ({ id, name }));
}

/** Whether a task can be given to this member. */
export async function canDo(tx: Tx, orgId: string, id: string): Promise<"yes" | "reads-only" | "unknown"> {
  const row = await tx.membership.findFirst({
    where: { orgId, id, status: "active" },
    select: { role: true },
  });
  if (!row) return "unknown";
  return reach(row.role, "task.edit") ? "yes" : "reads-only";
}

/** Whether the deal, company or person is there for the person asking. */
export async function isThere(
  tx: Tx,
  orgId: string,
  kind: "run" | "company" | "contact",
  id: string,
): Promise<boolean> {
  const where = { orgId, id, deletedAt: null };
  const select = { id: true } as const;
  if (kind === "run") return (await tx.run.findFirst({ where: { ...where, kind: "deal" }, select })) !== null;
  if (kind === "company") return (await tx.company.findFirst({ where, select })) !== null;
  return (await tx.contact.findFirst({ where, select })) !== null;
}
