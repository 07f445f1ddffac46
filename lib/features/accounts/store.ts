import "server-only";
import type { AccountUser } from "@/lib/platform/account";
import type { Tx } from "@/lib/platform/db/tenant";
import { newId } from "@/lib/platform/id";

/** Writes a new organisation and its first member, the owner. */
export async function foundOrganizationRows(
  tx: Tx,
  { id, slug, name, user }: { id: string; slug: string; name: string; user: AccountUser },
): Promise<void> {
  await tx.organization.create({ data: { id, slug, name } });
  await tx.membership.create({
    data: { orgId: id, id: newId(), userId: user.id, name: user.name, email: user.email, role: "owner" },
  });
}

type Invitation = {
  orgId: string;
  id: string;
  role: string;
  teamId: string | null;
  commercialRoleId: string | null;
  membershipId: string | null;
};

/**
 * Uses an invitation up and makes the person a member; a claimed placeholder keeps its deals, a former member returns.
 * False when another request used it first.
 */
export async function joinByInvitation(
  tx: Tx,
  invitation: Invitation,
  user: AccountUser,
  now: Date,
): Promise<boolean> {
  const { orgId, role, teamId, commercialRoleId } = invitation;
  const used = await tx.invitation.updateMany({
    where: { orgId, id: invitation.id, acceptedAt: null, revokedAt: null },
    data: { acceptedAt: now },
  });
  if (used.count !== 1) return false;
  const former = await tx.membership.findFirst({ where: { orgId, userId: user.id }, select: { id: true } });
  const id = former?.id ?? invitation.membershipId;
  const place = { role, ...(teamId && { teamId }), ...(commercialRoleId && { commercialRoleId }) };
  const person = {
    userId: user.id,
    name: user.name,
    email: user.email,
    status: "active",
    removedAt: null,
    ...place,
  };
  if (id) await tx.membership.update({ where: { orgId_id: { orgId, id } }, data: person });
  else await tx.membership.create({ data: { orgId, id: newId(), ...person } });
  return true;
}

/** The organisations a person belongs to, by name. Read with the auth role, across organisations. */
export async function organizationsOf(
  auth: { membership: Tx["membership"] },
  userId: string,
): Promise<{ slug: string; name: string; role: string }[]> {
  const rows = await auth.membership.findMany({
    where: { userId, status: "active" },
    select: { role: true, organization: { select: { slug: true, name: true } } },
    orderBy: { organization: { name: "asc" } },
    take: 100,
  });
  return rows.map(({ role, organization }) => ({ role, ...organization }));
}
