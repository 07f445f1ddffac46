import "server-only";
import type { BuyingRole, Stance } from "@/lib/domain/buying/roles";
import type { Ctx } from "@/lib/platform/context";
import { literal } from "@/lib/platform/db/sql";
import type { Tx } from "@/lib/platform/db/tenant";

/** Far more than a buying committee has. */
export const MOST = 200;

/** A deal that can be worked on, or null. */
export const liveDeal = (tx: Tx, orgId: string, id: string) =>
  tx.deal.findFirst({ where: { orgId, id, deletedAt: null }, select: { id: true, companyId: true } });

/** People of the deal's company, or without one when it has none, by name; null when there is no such deal. */
export async function contactsFor(tx: Tx, orgId: string, runId: string) {
  const deal = await liveDeal(tx, orgId, runId);
  if (!deal) return null;
  return tx.contact.findMany({
    where: { orgId, companyId: deal.companyId, deletedAt: null },
    select: { id: true, name: true, jobTitle: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: MOST,
  });
}

type Part = { role: BuyingRole; stance: Stance; note: string };

/** A person who is not in the trash, or null. */
export const liveContact = (tx: Tx, orgId: string, id: string) =>
  tx.contact.findFirst({ where: { orgId, id, deletedAt: null }, select: { id: true, name: true } });

/** Writes a person of the deal's company who was not known yet. */
export async function insertPerson(
  tx: Tx,
  ctx: Ctx,
  person: { id: string; companyId: string | null; name: string; jobTitle: string | null },
): Promise<void> {
  await tx.contact.create({
    data: { orgId: ctx.org.id, ...person, createdAt: ctx.now },
    select: { id: true },
  });
}

/** Puts a person on a deal; false when they are on it already. */
export async function insertPart(
  tx: Tx,
  ctx: Ctx,
  { id, contactId, role, stance, note }: Part & { id: string; contactId: string },
): Promise<boolean> {
  const row = { orgId: ctx.org.id, runId: id, contactId, role, stance, note, createdAt: ctx.now };
  const { count } = await tx.dealPerson.createMany({ data: [row], skipDuplicates: true });
  return count === 1;
}

/** What a person is on a deal, or null when they are not on it. */
export const partOf = (tx: Tx, orgId: string, runId: string, contactId: string) =>
  tx.dealPerson.findUnique({
    where: { orgId_runId_contactId: { orgId, runId, contactId } },
    select: { role: true, stance: true, note: true, version: true },
  });

/** Changes what a person is on a deal while it has `version`; false when it has not. */
export async function updatePart(
  tx: Tx,
  orgId: string,
  { id, contactId, version }: { id: string; contactId: string; version: number },
  set: { [field in keyof Part]?: Part[field] | undefined },
): Promise<boolean> {
  const { count } = await tx.dealPerson.updateMany({
    where: { orgId, runId: id, contactId, version },
    data: { ...set, version: { increment: 1 } },
  });
  return count === 1;
}

/** Takes a person off a deal; false when they are not on it. */
export async function deletePart(tx: Tx, orgId: string, runId: string, contactId: string): Promise<boolean> {
  const { count } = await tx.dealPerson.deleteMany({ where: { orgId, runId, contactId } });
  return count === 1;
}

/** The competitor of that name in small or large letters, made with the id given when there is none yet. */
export async function competitorFor(tx: Tx, ctx: Ctx, id: string, name: string): Promise<string> {
  const orgId = ctx.org.id;
  const [known] = await tx.$queryRaw<{ id: string }[]>`
    select id from competitor where org_id = ${orgId}::uuid and name ilike ${literal(name)} order by name limit 1`;
  if (known) return known.id;
  await tx.competitor.createMany({
    data: [{ orgId, id, name, createdAt: ctx.now }],
    skipDuplicates: true,
  });
  // A colleague may have made it in the same moment.
  return (await tx.competitor.findUniqueOrThrow({ where: { orgId_name: { orgId, name } } })).id;
}

/** Notes that the buyer of a deal considers a competitor. */
export async function insertCompetitor(tx: Tx, ctx: Ctx, runId: string, competitorId: string): Promise<void> {
  await tx.dealCompetitor.createMany({
    data: [{ orgId: ctx.org.id, runId, competitorId, createdAt: ctx.now }],
    skipDuplicates: true,
  });
}

/** Takes a competitor off a deal; false when it is not on it. */
export async function deleteCompetitor(
  tx: Tx,
  orgId: string,
  runId: string,
  competitorId: string,
): Promise<boolean> {
  const { count } = await tx.dealCompetitor.deleteMany({ where: { orgId, runId, competitorId } });
  return count === 1;
}
