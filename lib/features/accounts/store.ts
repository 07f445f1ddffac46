import "server-only";
import type { Role } from "@/lib/domain/policy/permissions";
import type { AccountUser } from "@/lib/platform/account";
import type { PrismaClient } from "@/lib/platform/db/generated/client";
import type { Tx } from "@/lib/platform/db/tenant";
import { newId } from "@/lib/platform/id";
import type { MyOrganization } from "./view";

/** Writes a new organisation and its first member, the owner. */
export async function foundOrganizationRows(
  tx: Tx,
  { id, slug, name, user }: { id: string; slug: string; name: string; user: AccountUser },
): Promise<void> {
  await tx.organization.create({ data: { id, slug, name } });
  const memberId = newId();
  await tx.membership.create({
    data: { orgId: id, id: memberId, userId: user.id, name: user.name, email: user.email, role: "owner" },
  });
  await record(tx, id, memberId, "account.found-organization", { name });
}

// Account verbs run outside `execute()`, so what they do inside an organisation is put on its record here.
async function record(tx: Tx, orgId: string, memberId: string, verb: string, data: object): Promise<void> {
  await tx.audit.create({
    data: { orgId, id: newId(), actorId: memberId, actorKind: "member", verb, entityId: memberId, data },
  });
}

/** An invitation by its token's hash with its organisation, across organisations; null when there is none. */
export async function findInvitation(auth: PrismaClient, hash: Uint8Array<ArrayBuffer>) {
  const found = await auth.invitation.findFirst({ where: { tokenHash: hash } });
  if (!found) return null;
  const organization = await auth.organization.findUnique({
    where: { id: found.orgId },
    select: { name: true, slug: true },
  });
  return organization && { ...found, organization };
}

type Invitation = NonNullable<Awaited<ReturnType<typeof findInvitation>>>;

/**
 * Uses an invitation up and makes the person a member. A placeholder that is still free is claimed and keeps its
 * deals; a former member returns to the old place, unless a placeholder was meant, which then is theirs.
 * "used" when another request used it first, "member" when the person is in already (the invitation stays open then).
 */
export async function joinByInvitation(
  tx: Tx,
  invitation: Invitation,
  user: AccountUser,
  now: Date,
): Promise<"joined" | "used" | "member"> {
  const { orgId, role, teamId, commercialRoleId } = invitation;
  const used = await tx.invitation.updateMany({
    where: { orgId, id: invitation.id, acceptedAt: null, revokedAt: null, expiresAt: { gt: now } },
    data: { acceptedAt: now },
  });
  if (used.count !== 1) return "used";
  const mine = await tx.membership.findFirst({
    where: { orgId, userId: user.id },
    select: { id: true, status: true },
  });
  // Accepting must never change the role of someone who is in: an owner would be demoted by an old link.
  if (mine && mine.status !== "removed") return "member";
  const free = { orgId, status: "placeholder" };
  const placeholder =
    (invitation.membershipId &&
      (await tx.membership.findFirst({
        where: { ...free, id: invitation.membershipId },
        select: { id: true },
      }))) ||
    (await tx.membership.findFirst({
      where: { ...free, email: { equals: user.email, mode: "insensitive" } },
      select: { id: true },
    }));
  if (placeholder && mine) {
    await tx.membership.update({ where: { orgId_id: { orgId, id: mine.id } }, data: { userId: null } });
  }
  const known = placeholder ? placeholder.id : mine?.id;
  const id = known ?? newId();
  const person = {
    userId: user.id,
    name: user.name,
    email: user.email,
    status: "active",
    removedAt: null,
    role,
    ...(teamId && { teamId }),
    ...(commercialRoleId && { commercialRoleId }),
  };
  if (known) {
    const where = { orgId_id: { orgId, id } };
    await tx.membership.update({ where, data: { ...person, version: { increment: 1 } } });
  } else await tx.membership.create({ data: { orgId, id, ...person } });
  await record(tx, orgId, id, "account.accept-invitation", { invitationId: invitation.id, role });
  return "joined";
}

/** The organisations a person belongs to, by name. Read with the auth role, across organisations. */
export async function organizationsOf(auth: PrismaClient, userId: string): Promise<MyOrganization[]> {
  const rows = await auth.membership.findMany({
    where: { userId, status: "active" },
    select: { role: true, organization: { select: { slug: true, name: true, exampleOf: true } } },
    orderBy: { organization: { name: "asc" } },
    take: 100,
  });
  return rows.map(({ role, organization: { slug, name, exampleOf } }) => ({
    role: role as Role,
    slug,
    name,
    isExample: exampleOf !== null,
  }));
}
