import "server-only";
import type { Ctx } from "@/lib/platform/context";
import { seeingAll } from "@/lib/platform/db/seeing-all";
import type { Tx } from "@/lib/platform/db/tenant";

const OPEN = { doneAt: null, deletedAt: null } as const;

/** Gives all open tasks of one member to another, seen or not, as their deals are given. Gives how many. */
export async function passOn(tx: Tx, ctx: Ctx, from: string, to: string): Promise<number> {
  const { count } = await seeingAll(tx, ctx, () =>
    tx.task.updateMany({
      where: { orgId: ctx.org.id, assigneeId: from, ...OPEN },
      data: { assigneeId: to, givenFromId: from, givenAt: ctx.now, version: { increment: 1 } },
    }),
  );
  return count;
}

/** Takes that back for the tasks that nobody worked on since. Gives how many. */
export async function passBack(
  tx: Tx,
  ctx: Ctx,
  { from, to, at }: { from: string; to: string | null; at: Date },
): Promise<number> {
  const { count } = await seeingAll(tx, ctx, () =>
    tx.task.updateMany({
      where: {
        orgId: ctx.org.id,
        givenFromId: from,
        givenAt: at,
        ...(to !== null && { assigneeId: to }),
        ...OPEN,
      },
      data: { assigneeId: from, ...NOT_GIVEN, version: { increment: 1 } },
    }),
  );
  return count;
}

/** What a task carries once somebody worked on it: it is not given back any more. */
export const NOT_GIVEN = { givenFromId: null, givenAt: null } as const;

/** The open tasks of each member, as far as who asks sees them. */
export async function openByMember(tx: Tx, orgId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.task.groupBy({
    by: ["assigneeId"],
    where: { orgId, ...OPEN },
    _count: { _all: true },
  });
  return new Map(rows.map(({ assigneeId, _count }) => [assigneeId, _count._all]));
}
