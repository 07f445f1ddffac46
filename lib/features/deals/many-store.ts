import "server-only";
import type { Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db/tenant";

/** Locks the deals among these that one sees, in one order. */
export async function lockDeals(tx: Tx, ctx: Ctx, ids: readonly string[]): Promise<void> {
  await tx.$queryRaw`select id from run where org_id = ${ctx.org.id}::uuid and id = any(${[...ids]}::uuid[]) order by id for update`;
}

/** Whether the last thing that happened to a deal is that the caller, whose it was, gave it away. */
export async function wasGivenBy(tx: Tx, ctx: Ctx, runId: string, seq: number): Promise<boolean> {
  const last = await tx.event.findUnique({
    where: { orgId_runId_seq: { orgId: ctx.org.id, runId, seq } },
    select: { type: true, actorId: true, payload: true },
  });
  const { field, from } = (last?.payload ?? {}) as { field?: string; from?: unknown };
  const { id } = ctx.member;
  return last?.type === "field.changed" && last.actorId === id && field === "owner" && from === id;
}
