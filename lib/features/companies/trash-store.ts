import "server-only";
import { bringBackBuyer } from "@/lib/features/runs/bring-back";
import type { Ctx } from "@/lib/platform/context";
import { seeingAll } from "@/lib/platform/db/seeing-all";
import type { Tx } from "@/lib/platform/db/tenant";

/**
 * Holds a company that is about to go, until the transaction ends: whoever has just named it in a deal is waited for, and who comes
 * to name it waits and then finds it gone.
 */
export async function holdCompany(tx: Tx, orgId: string, id: string): Promise<void> {
  await tx.$queryRaw`select id from company where org_id = ${orgId}::uuid and id = ${id}::uuid for update`;
}

/** Deals of a company that are not thrown away, whoever sees them. */
export const dealsAt = (tx: Tx, ctx: Ctx, companyId: string): Promise<number> =>
  seeingAll(tx, ctx, () => tx.deal.count({ where: { orgId: ctx.org.id, companyId, deletedAt: null } }));

/** Throws a company away with its people, all at one moment; false when it no longer has `version`, or is gone. */
export async function throwAwayCompany(
  tx: Tx,
  ctx: Ctx,
  { id, version }: { id: string; version: number },
): Promise<boolean> {
  const orgId = ctx.org.id;
  const gone = { deletedAt: ctx.now, deletedById: ctx.actor.id, version: { increment: 1 } } as const;
  const { count } = await tx.company.updateMany({
    where: { orgId, id, version, deletedAt: null },
    data: gone,
  });
  if (count === 0) return false;
  await tx.contact.updateMany({ where: { orgId, companyId: id, deletedAt: null }, data: gone });
  return true;
}

const BACK = { deletedAt: null, deletedById: null, version: { increment: 1 } } as const;

/** Brings a company back, with the people who went with it; its version, or null when it is not in the trash. */
export async function bringBackCompany(tx: Tx, ctx: Ctx, id: string): Promise<number | null> {
  const orgId = ctx.org.id;
  const row = await tx.company.findFirst({
    where: { orgId, id, deletedAt: { not: null }, mergedIntoId: null },
    select: { deletedAt: true, version: true },
  });
  if (!row) return null;
  await tx.company.updateMany({ where: { orgId, id }, data: BACK });
  await tx.contact.updateMany({
    where: { orgId, companyId: id, deletedAt: row.deletedAt, mergedIntoId: null },
    data: BACK,
  });
  return row.version + 1;
}

/** Throws a person away; false when they no longer have `version`, or are gone. */
export async function throwAwayContact(
  tx: Tx,
  ctx: Ctx,
  { id, version }: { id: string; version: number },
): Promise<boolean> {
  const { count } = await tx.contact.updateMany({
    where: { orgId: ctx.org.id, id, version, deletedAt: null },
    data: { deletedAt: ctx.now, deletedById: ctx.actor.id, version: { increment: 1 } },
  });
  return count === 1;
}

/**
 * Brings a person back, and their company when it lies in the trash too; their version, or null when they are not in
 * the trash.
 */
export async function bringBackContact(tx: Tx, ctx: Ctx, id: string): Promise<number | null> {
  const orgId = ctx.org.id;
  const row = await tx.contact.findFirst({
    where: { orgId, id, deletedAt: { not: null }, mergedIntoId: null, name: { not: "" } },
    select: { companyId: true, version: true },
  });
  if (!row) return null;
  await bringBackBuyer(tx, ctx, { company: row.companyId, contact: id });
  return row.version + 1;
}
