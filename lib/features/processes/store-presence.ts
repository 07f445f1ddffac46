import "server-only";
import type { Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db/tenant";
import { goneSince } from "@/lib/platform/presence";
import type { MeetOnDraft } from "./input";
import type { Meeting } from "./view";

/**
 * Writes that this member has the draft open now, and takes away whoever gave no sign for a while. It is a hint and waits for
 * nobody: a row that somebody else holds is left as it is until the next sign of life. Neither does it wait for the version, nor
 * for the same member's other window.
 */
export async function keepPresence(
  tx: Tx,
  ctx: Ctx,
  versionId: string,
  place: MeetOnDraft["place"],
): Promise<void> {
  const me = ctx.actor.id;
  if (!me) return;
  const at = JSON.stringify(place);
  await tx.$executeRaw`
    with here as (
      select p.org_id, p.version_id, p.membership_id, p.seen_at from draft_presence p
      where p.org_id = ${ctx.org.id}::uuid and p.version_id = ${versionId}::uuid
        and (p.membership_id = ${me}::uuid or p.seen_at < ${goneSince(ctx)})
      for update skip locked
    ), gone as (
      delete from draft_presence p using here h
      where h.membership_id <> ${me}::uuid
        and (p.org_id, p.version_id, p.membership_id) = (h.org_id, h.version_id, h.membership_id)
    ), again as (
      update draft_presence p set seen_at = ${ctx.now}, place = ${at}::jsonb from here h
      where h.membership_id = ${me}::uuid
        and (p.org_id, p.version_id, p.membership_id) = (h.org_id, h.version_id, h.membership_id)
    )
    insert into draft_presence (org_id, version_id, membership_id, place, seen_at)
    select v.org_id, v.id, v.member_id, ${at}::jsonb, ${ctx.now} from (
      select v.org_id, v.id, m.id member_id from process_version v
      join membership m on m.org_id = v.org_id and m.id = ${me}::uuid
      where v.org_id = ${ctx.org.id}::uuid and v.id = ${versionId}::uuid
      for key share skip locked
    ) v
    where pg_try_advisory_xact_lock(hashtextextended(${`presence ${versionId} ${me}`}, 0))
      and not exists (
        select from draft_presence p
        where p.org_id = v.org_id and p.version_id = v.id and p.membership_id = v.member_id)
    on conflict do nothing`;
}

/** The other members who have the draft open. */
export async function colleaguesOn(tx: Tx, ctx: Ctx, versionId: string): Promise<Meeting["colleagues"]> {
  const rows = await tx.draftPresence.findMany({
    where: {
      orgId: ctx.org.id,
      versionId,
      membershipId: { not: ctx.member.id },
      seenAt: { gte: goneSince(ctx) },
    },
    select: { place: true, membership: { select: { id: true, name: true } } },
    orderBy: { membershipId: "asc" },
    take: 20,
  });
  return rows.map(({ place, membership }) => ({ ...membership, place: place as MeetOnDraft["place"] }));
}
