import "server-only";
import type { Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db/tenant";
import type { DealMeeting } from "./view";

/** Milliseconds after its last sign of life that a colleague is no longer shown. */
const PRESENT_FOR = 15_000;

/** The number of a run's last event and who made it; null when the run is not there. */
export async function lastOf(
  tx: Tx,
  ctx: Ctx,
  runId: string,
): Promise<{ seq: number; by: string | null; mine: boolean } | null> {
  const run = await tx.run.findUnique({
    where: { orgId_id: { orgId: ctx.org.id, id: runId }, kind: "deal" },
    select: { seq: true },
  });
  if (!run) return null;
  const last = await tx.event.findUnique({
    where: { orgId_runId_seq: { orgId: ctx.org.id, runId, seq: run.seq } },
    select: { actorId: true },
  });
  const actor = last?.actorId
    ? await tx.membership.findUnique({
        where: { orgId_id: { orgId: ctx.org.id, id: last.actorId } },
        select: { name: true },
      })
    : null;
  return { seq: run.seq, by: actor?.name ?? null, mine: last?.actorId === ctx.actor.id };
}

/** Writes that this member has the run open now, and takes away whoever gave no sign for a while. */
export async function keepPresence(tx: Tx, ctx: Ctx, runId: string): Promise<void> {
  const membershipId = ctx.actor.id;
  if (!membershipId || ctx.actor.kind !== "member") return;
  const key = { orgId: ctx.org.id, runId, membershipId };
  await tx.runPresence.upsert({
    where: { orgId_runId_membershipId: key },
    create: { ...key, seenAt: ctx.now },
    update: { seenAt: ctx.now },
    select: { seenAt: true },
  });
  const gone = new Date(ctx.now.getTime() - PRESENT_FOR);
  await tx.runPresence.deleteMany({ where: { orgId: ctx.org.id, runId, seenAt: { lt: gone } } });
}

/** The other members who have the run open. */
export async function colleaguesOn(tx: Tx, ctx: Ctx, runId: string): Promise<DealMeeting["colleagues"]> {
  const rows = await tx.runPresence.findMany({
    where: { orgId: ctx.org.id, runId, membershipId: { not: ctx.member.id } },
    select: { membership: { select: { id: true, name: true } } },
    orderBy: { membershipId: "asc" },
    take: 20,
  });
  return rows.map(({ membership }) => membership);
}
