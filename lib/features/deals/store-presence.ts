import "server-only";
import type { Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db/tenant";
import { goneSince } from "@/lib/platform/presence";
import type { DealMeeting } from "./view";

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

/**
 * Writes that this member has the run open now, and takes away whoever gave no sign for a while. It is a hint and waits for
 * nobody: a row that somebody else holds is left as it is until the next sign of life. Neither does it wait for the run, which
 * an import may hold for long, nor for the same member's other window, which says the same.
 */
export async function keepPresence(tx: Tx, ctx: Ctx, runId: string): Promise<void> {
  const me = ctx.actor.id;
  if (!me || ctx.actor.kind !== "member") return;
  await tx.$executeRaw`
    with here as (
      select p.org_id, p.run_id, p.membership_id, p.seen_at from run_presence p
      where p.org_id = ${ctx.org.id}::uuid and p.run_id = ${runId}::uuid
        and (p.membership_id = ${me}::uuid or p.seen_at < ${goneSince(ctx)})
      for update skip locked
    ), gone as (
      delete from run_presence p using here h
      where h.membership_id <> ${me}::uuid
        and (p.org_id, p.run_id, p.membership_id) = (h.org_id, h.run_id, h.membership_id)
    ), again as (
      update run_presence p set seen_at = ${ctx.now} from here h
      where h.membership_id = ${me}::uuid
        and (p.org_id, p.run_id, p.membership_id) = (h.org_id, h.run_id, h.membership_id)
    )
    insert into run_presence (org_id, run_id, membership_id, seen_at)
    select r.org_id, r.id, r.member_id, ${ctx.now} from (
      select r.org_id, r.id, m.id member_id from run r join membership m on m.org_id = r.org_id and m.id = ${me}::uuid
      where r.org_id = ${ctx.org.id}::uuid and r.id = ${runId}::uuid
      for key share skip locked
    ) r
    where pg_try_advisory_xact_lock(hashtextextended(${`presence ${runId} ${me}`}, 0))
      and not exists (
        select from run_presence p where p.org_id = r.org_id and p.run_id = r.id and p.membership_id = r.member_id)
    on conflict do nothing`;
}

/** The other members who have the run open. */
export async function colleaguesOn(tx: Tx, ctx: Ctx, runId: string): Promise<DealMeeting["colleagues"]> {
  const rows = await tx.runPresence.findMany({
    where: {
      orgId: ctx.org.id,
      runId,
      membershipId: { not: ctx.member.id },
      seenAt: { gte: goneSince(ctx) },
    },
    select: { membership: { select: { id: true, name: true } } },
    orderBy: { membershipId: "asc" },
    take: 20,
  });
  return rows.map(({ membership }) => membership);
}
