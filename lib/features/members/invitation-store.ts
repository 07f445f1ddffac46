import "server-only";
import type { Role } from "@/lib/domain/policy/permissions";
import type { Tx } from "@/lib/platform/db/tenant";
import type { InvitationRow } from "./view";

type NewInvitation = {
  id: string;
  tokenHash: Uint8Array<ArrayBuffer>;
  email: string;
  role: Role;
  teamId: string | null;
  commercialRoleId: string | null;
  membershipId: string | null;
  invitedById: string;
  createdAt: Date;
  expiresAt: Date;
};

const OPEN = { acceptedAt: null, revokedAt: null };

/** Open invitations, the newest first. */
export async function listInvitations(tx: Tx, orgId: string, now: Date): Promise<InvitationRow[]> {
  const rows = await tx.invitation.findMany({
    where: { orgId, ...OPEN },
    select: {
      id: true,
      email: true,
      role: true,
      teamId: true,
      commercialRoleId: true,
      membershipId: true,
      invitedById: true,
      expiresAt: true,
    },
    orderBy: { createdAt: "desc" },
    take: 500,
  });
  const ids = rows.flatMap(({ invitedById, membershipId }) =>
    membershipId ? [invitedById, membershipId] : [invitedById],
  );
  const people = await tx.membership.findMany({
    where: { orgId, id: { in: ids } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return rows.map(({ membershipId, invitedById, expiresAt, role, ...row }) => ({
    ...row,
    role: role as Role,
    claims: membershipId && (names.get(membershipId) ?? null),
    invitedBy: names.get(invitedById) ?? "",
    expiresAt: expiresAt.toISOString(),
    expired: expiresAt <= now,
  }));
}

/** Revokes the open invitations that match; gives how many. */
export async function revokeInvitations(
  tx: Tx,
  orgId: string,
  which: { id: string } | { email: string } | { invitedById: string } | { membershipId: string },
  now: Date,
): Promise<number> {
  const { count } = await tx.invitation.updateMany({
    where: { orgId, ...OPEN, ...which },
    data: { revokedAt: now },
  });
  return count;
}

/** Writes a new invitation. */
export async function createInvitation(tx: Tx, orgId: string, invitation: NewInvitation): Promise<void> {
  await tx.invitation.create({ data: { orgId, ...invitation }, select: { id: true } });
}

/** An open invitation, or null. */
export const findOpenInvitation = (tx: Tx, orgId: string, id: string) =>
  tx.invitation.findFirst({
    where: { orgId, id, ...OPEN },
    select: { email: true, role: true, teamId: true, commercialRoleId: true, membershipId: true },
  });

/** A member or placeholder by address, the removed left out. */
export const findByEmail = (tx: Tx, orgId: string, email: string) =>
  tx.membership.findFirst({
    where: { orgId, email: { equals: email, mode: "insensitive" }, status: { not: "removed" } },
    select: { id: true, status: true },
  });
