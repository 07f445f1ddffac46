import "server-only";
import { normalName } from "@/lib/domain/import/names";
import type { Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db/tenant";
import { newId } from "@/lib/platform/id";

/** Who owns a deal; null when there is no such deal here. Deleted deals count: restoring needs their owner. */
export async function ownerOf(tx: Tx, orgId: string, id: string): Promise<{ ownerId: string } | null> {
  return tx.run.findUnique({ where: { orgId_id: { orgId, id } }, select: { ownerId: true } });
}

/** The version that new deals of a process start on: the published one. */
export async function currentVersion(
  tx: Tx,
  orgId: string,
  processId: string,
): Promise<{ id: string; number: number | null } | null> {
  return tx.processVersion.findFirst({
    where: { orgId, processId, status: "published", process: { archivedAt: null } },
    orderBy: { number: "desc" },
    select: { id: true, number: true },
  });
}

/** Whether someone may own a deal: an active member. */
export async function isActiveMember(tx: Tx, orgId: string, id: string): Promise<boolean> {
  const member = await tx.membership.findUnique({
    where: { orgId_id: { orgId, id } },
    select: { status: true },
  });
  return member?.status === "active";
}

/** The company of that name, made when there is none yet. */
export async function companyFor(tx: Tx, ctx: Ctx, name: string): Promise<string> {
  const normal = normalName(name);
  const known = await tx.company.findFirst({
    where: { orgId: ctx.org.id, normalName: normal, deletedAt: null },
    orderBy: { createdAt: "asc" },
    select: { id: true },
  });
  if (known) return known.id;
  const id = newId();
  await tx.company.create({ data: { orgId: ctx.org.id, id, name, normalName: normal, createdAt: ctx.now } });
  return id;
}

/** Takes the company and the person that a deal is about out of the trash, if they are in it. */
export async function bringBackBuyer(
  tx: Tx,
  ctx: Ctx,
  { company, contact }: Readonly<Record<string, unknown>>,
): Promise<void> {
  const data = { deletedAt: null, deletedById: null, version: { increment: 1 } } as const;
  const inTrash = { orgId: ctx.org.id, deletedAt: { not: null } } as const;
  if (typeof company === "string") await tx.company.updateMany({ where: { ...inTrash, id: company }, data });
  if (typeof contact === "string")
    await tx.contact.updateMany({ where: { ...inTrash, id: contact, name: { not: "" } }, data });
}
