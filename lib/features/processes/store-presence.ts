import "server-only";
import type { Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db/tenant";
import type { MeetOnDraft } from "./input";
import { json } from "./store";
import type { Meeting } from "./view";

/** Milliseconds after its last sign of life that a colleague is no longer shown. */
const PRESENT_FOR = 15_000;

/** Writes that this member has the draft open now, and takes away whoever gave no sign for a while. */
export async function keepPresence(
  tx: Tx,
  ctx: Ctx,
  versionId: string,
  place: MeetOnDraft["place"],
): Promise<void> {
  const membershipId = ctx.actor.id;
  if (!membershipId) return;
  const key = { orgId: ctx.org.id, versionId, membershipId };
  const seen = { place: json(place), seenAt: ctx.now };
  await tx.draftPresence.upsert({
    where: { orgId_versionId_membershipId: key },
    create: { ...key, ...seen },
    update: seen,
    select: { seenAt: true },
  });
  const gone = new Date(ctx.now.getTime() - PRESENT_FOR);
  await tx.draftPresence.deleteMany({ where: { orgId: ctx.org.id, versionId, seenAt: { lt: gone } } });
}

/** The other members who have the draft open. */
export async function colleaguesOn(tx: Tx, ctx: Ctx, versionId: string): Promise<Meeting["colleagues"]> {
  const rows = await tx.draftPresence.findMany({
    where: { orgId: ctx.org.id, versionId, membershipId: { not: ctx.member.id } },
    select: { place: true, membership: { select: { id: true, name: true } } },
    orderBy: { membershipId: "asc" },
    take: 20,
  });
  return rows.map(({ place, membership }) => ({ ...membership, place: place as MeetOnDraft["place"] }));
}
