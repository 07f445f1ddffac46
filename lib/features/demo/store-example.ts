import "server-only";
import { erasedBefore } from "@/lib/domain/policy/trash";
import type { PrismaClient } from "@/lib/platform/db/generated/client";
import type { Tx } from "@/lib/platform/db/tenant";

/** A person's example; `isDemo` once it was filled to its end. Read with the auth role, across organisations. */
export const findExample = (auth: PrismaClient, userId: string) =>
  auth.organization.findUnique({
    where: { exampleOf: userId },
    select: { id: true, slug: true, isDemo: true, createdAt: true },
  });

/** Takes everybody out of an organisation and puts what hangs in it into the trash, as if it had lain there long enough. */
export async function abandon(tx: Tx, orgId: string, now: Date): Promise<void> {
  const deletedAt = new Date(erasedBefore(now).getTime() - 1);
  await tx.run.updateMany({ where: { orgId }, data: { deletedAt } });
  await tx.contact.updateMany({ where: { orgId }, data: { deletedAt } });
  await tx.company.updateMany({ where: { orgId }, data: { deletedAt } });
  await tx.apiKey.updateMany({ where: { orgId, revokedAt: null }, data: { revokedAt: now } });
  await tx.invitation.updateMany({
    where: { orgId, acceptedAt: null, revokedAt: null },
    data: { revokedAt: now },
  });
  await tx.membership.updateMany({
    where: { orgId, userId: { not: null } },
    data: { userId: null, email: null, status: "removed", removedAt: now },
  });
  await tx.organization.update({ where: { id: orgId }, data: { exampleOf: null } });
}
