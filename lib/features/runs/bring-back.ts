import "server-only";
import type { Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db/tenant";

/**
 * Takes a company and a person, such as those that a deal is about, out of the trash if they are in it. Whoever is throwing the
 * company away at this moment is waited for, so that nothing comes back to one that goes.
 */
export async function bringBackBuyer(
  tx: Tx,
  ctx: Ctx,
  { company, contact }: Readonly<Record<string, unknown>>,
): Promise<void> {
  const orgId = ctx.org.id;
  const data = { deletedAt: null, deletedById: null, version: { increment: 1 } } as const;
  const inTrash = { orgId, deletedAt: { not: null }, mergedIntoId: null } as const;
  if (typeof company === "string") {
    await tx.$queryRaw`
      select id from company where org_id = ${orgId}::uuid and id = ${company}::uuid for key share`;
    await tx.company.updateMany({ where: { ...inTrash, id: company }, data });
  }
  if (typeof contact === "string")
    await tx.contact.updateMany({ where: { ...inTrash, id: contact, name: { not: "" } }, data });
}
