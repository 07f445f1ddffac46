import "server-only";
import { reach } from "@/lib/domain/policy/permissions";
import { type Refusal, refuse } from "@/lib/domain/shared/result";
import type { Tx } from "@/lib/platform/db/tenant";

/** Whether somebody of an access role may have deals, and calls about them, of their own. */
export const mayOwn = (role: string): boolean => reach(role, "deal.edit") !== null;

/** Refuses to whom a deal or a call cannot be given: who is no active member (owner-unknown) or may only look (owner-reads-only). */
export async function refuseOwner(
  tx: Tx,
  orgId: string,
  id: string,
  field = "ownerId",
): Promise<Refusal | null> {
  const member = await tx.membership.findUnique({
    where: { orgId_id: { orgId, id } },
    select: { status: true, role: true },
  });
  if (member?.status !== "active") return refuse("owner-unknown", undefined, { field });
  return mayOwn(member.role) ? null : refuse("owner-reads-only", undefined, { field });
}
