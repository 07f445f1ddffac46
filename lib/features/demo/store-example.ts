import "server-only";
import { erasedBefore } from "@/lib/domain/policy/trash";
import type { PrismaClient } from "@/lib/platform/db/generated/client";
import type { Tx } from "@/lib/platform/db/tenant";

/** A person's example; `isDemo` once it was filled to its end. Read with the auth role, across organisations. */
export const findExample = (auth: PrismaClient, userId: string) =>
  auth.organization.findUnique({
    where: { exampleOf: userId },
    select: { id: true, slug: true, isDemo: true },
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

/** How far an organisation has come with what it begins with. */
export async function countBeginnings(tx: Tx, orgId: string) {
  const [row] = await tx.$queryRaw<
    { process: boolean; people: boolean; deal: boolean; step: boolean; proof: boolean }[]
  >`
    select
      exists (select from process_version where org_id = ${orgId}::uuid and status = 'published') as process,
      (select count(*) > 1 from (select from membership where org_id = ${orgId}::uuid and status = 'active' limit 2) x)
        or exists (select from invitation where org_id = ${orgId}::uuid and revoked_at is null) as people,
      exists (select from run where org_id = ${orgId}::uuid and deleted_at is null) as deal,
      exists (select from step_record where org_id = ${orgId}::uuid) as step,
      exists (select from criterion_record where org_id = ${orgId}::uuid) as proof`;
  if (!row) throw new Error("exists() gave no row");
  return row;
}
