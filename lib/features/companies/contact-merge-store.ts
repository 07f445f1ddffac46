import "server-only";
import { joinedPart, type Part, type PersonFields } from "@/lib/domain/companies/merge-people";
import { daysLeft } from "@/lib/domain/policy/trash";
import type { Instant } from "@/lib/domain/shared/day";
import { referDeals } from "@/lib/features/runs/refer";
import type { Ctx } from "@/lib/platform/context";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { seeingAll } from "@/lib/platform/db/seeing-all";
import type { Tx } from "@/lib/platform/db/tenant";
import type { MergeRecord } from "./view";

export type LockedContact = {
  readonly id: string;
  readonly version: number;
  readonly deletedAt: Date | null;
  readonly fields: PersonFields;
};

/** The people with these ids, held until the transaction ends, always in one order so that two merges never wait for each other. */
export async function lockContacts(tx: Tx, orgId: string, ids: readonly string[]): Promise<LockedContact[]> {
  await tx.$queryRaw`
    select id from contact where org_id = ${orgId}::uuid and id = any(${[...ids]}::uuid[]) order by id for update`;
  const rows = await tx.contact.findMany({
    where: { orgId, id: { in: [...ids] } },
    select: {
      id: true,
      version: true,
      deletedAt: true,
      name: true,
      companyId: true,
      jobTitle: true,
      email: true,
      phone: true,
    },
  });
  return rows.map(({ id, version, deletedAt, ...fields }) => ({ id, version, deletedAt, fields }));
}

/** Writes the fields that change of a person, and their next version. */
export async function writePerson(
  tx: Tx,
  orgId: string,
  id: string,
  changes: Partial<PersonFields>,
): Promise<void> {
  await tx.contact.updateMany({
    where: { orgId, id },
    data: { ...changes, version: { increment: 1 } } as Prisma.ContactUncheckedUpdateManyInput,
  });
}

/** Takes a person out of sight as part of another one, or gives them back. */
export async function placeContact(tx: Tx, ctx: Ctx, id: string, mergedIntoId: string | null): Promise<void> {
  await tx.contact.updateMany({
    where: { orgId: ctx.org.id, id },
    data: {
      mergedIntoId,
      deletedAt: mergedIntoId ? ctx.now : null,
      deletedById: mergedIntoId ? ctx.actor.id : null,
      version: { increment: 1 },
    },
  });
}

/** A deal on which both took part: what either was there, and what the one who stays is now. */
type Joined = { runId: string; from: Part; into: Part; after: Part };
/** What moved: deals they were the contact of, deals they took part in, and what names them. */
export type MovedPerson = {
  deals: string[];
  parts: string[];
  joined: Joined[];
  activities: string[];
  tasks: string[];
};
type Between = { from: string; to: string };

const PART = { role: true, stance: true, note: true } as const;

async function partsOf(tx: Tx, orgId: string, contactId: string, runIds?: readonly string[]) {
  const rows = await tx.dealPerson.findMany({
    where: { orgId, contactId, ...(runIds && { runId: { in: [...runIds] } }) },
    select: { runId: true, ...PART },
  });
  return new Map(rows.map(({ runId, ...part }) => [runId, part as Part]));
}

/**
 * Lets everything that names one person name another: all of it, or what is listed and still does. Seen or not: half a person
 * would be left otherwise. Gives what moved.
 */
export function moveNaming(
  tx: Tx,
  ctx: Ctx,
  { from, to }: Between,
  only: MovedPerson | null = null,
): Promise<MovedPerson> {
  const orgId = ctx.org.id;
  return seeingAll(tx, ctx, async () => {
    const deals = await referDeals(tx, ctx, { field: "contact", from, to, ids: only?.deals ?? null });
    const joined = only
      ? await splitParts(tx, ctx, { from, to }, only.joined)
      : await joinParts(tx, ctx, { from, to });
    const parts = await tx.$queryRaw<{ id: string }[]>`
      update deal_person p set contact_id = ${to}::uuid
      where p.org_id = ${orgId}::uuid and p.contact_id = ${from}::uuid
        and (${only === null} or p.run_id = any(${only?.parts ?? []}::uuid[]))
        and not exists (select from deal_person x where x.org_id = p.org_id and x.run_id = p.run_id and x.contact_id = ${to}::uuid)
      returning run_id as id`;
    const activities = await tx.$queryRaw<{ id: string }[]>`
      update activity set contact_id = ${to}::uuid
      where org_id = ${orgId}::uuid and contact_id = ${from}::uuid
        and (${only === null} or id = any(${only?.activities ?? []}::uuid[]))
      returning id`;
    const tasks = await tx.$queryRaw<{ id: string }[]>`
      update task set contact_id = ${to}::uuid, version = version + 1
      where org_id = ${orgId}::uuid and contact_id = ${from}::uuid
        and (${only === null} or id = any(${only?.tasks ?? []}::uuid[]))
      returning id`;
    const ids = (rows: { id: string }[]) => rows.map(({ id }) => id).toSorted();
    return { deals, parts: ids(parts), joined, activities: ids(activities), tasks: ids(tasks) };
  });
}

/** On deals where both take part one part is left, which knows what either said. */
async function joinParts(tx: Tx, ctx: Ctx, { from, to }: Between): Promise<Joined[]> {
  const orgId = ctx.org.id;
  const theirs = await partsOf(tx, orgId, from);
  const kept = await partsOf(tx, orgId, to, [...theirs.keys()]);
  const joined: Joined[] = [];
  for (const [runId, into] of kept) {
    const gone = theirs.get(runId);
    if (!gone) continue;
    const after = joinedPart(into, gone);
    await tx.dealPerson.deleteMany({ where: { orgId, runId, contactId: from } });
    await tx.dealPerson.updateMany({
      where: { orgId, runId, contactId: to },
      data: { ...after, version: { increment: 1 } },
    });
    joined.push({ runId, from: gone, into, after });
  }
  return joined.toSorted((a, b) => (a.runId < b.runId ? -1 : 1));
}

/** Gives back the part that was joined, to the one who is their own again; what was said anew since stays with the other. */
async function splitParts(tx: Tx, ctx: Ctx, { from: kept, to: back }: Between, joined: readonly Joined[]) {
  const orgId = ctx.org.id;
  const now = await partsOf(
    tx,
    orgId,
    kept,
    joined.map(({ runId }) => runId),
  );
  const there = await tx.run.findMany({
    where: { orgId, id: { in: joined.map(({ runId }) => runId) } },
    select: { id: true },
  });
  const live = new Set(there.map(({ id }) => id));
  await tx.dealPerson.createMany({
    data: joined
      .filter(({ runId }) => live.has(runId))
      .map(({ runId, from }) => ({ orgId, runId, contactId: back, ...from, createdAt: ctx.now })),
    skipDuplicates: true,
  });
  for (const { runId, into, after } of joined)
    if (JSON.stringify(pickPart(now.get(runId))) === JSON.stringify(pickPart(after)))
      await tx.dealPerson.updateMany({
        where: { orgId, runId, contactId: kept },
        data: { ...into, version: { increment: 1 } },
      });
  return [];
}

const pickPart = (part: Part | undefined) => part && [part.role, part.stance, part.note];

/** Keeps what a merge did, for undoing it. */
export async function insertContactMerge(
  tx: Tx,
  ctx: Ctx,
  {
    before,
    after,
    moved,
    ...rest
  }: {
    id: string;
    fromId: string;
    intoId: string;
    moved: MovedPerson;
    before: Partial<PersonFields>;
    after: Partial<PersonFields>;
  },
): Promise<void> {
  await tx.contactMerge.create({
    data: {
      orgId: ctx.org.id,
      ...rest,
      moved,
      fieldsBefore: before as Prisma.InputJsonObject,
      fieldsAfter: after as Prisma.InputJsonObject,
      mergedAt: ctx.now,
      mergedById: ctx.actor.id,
    },
    select: { id: true },
  });
}

/** A merge that was not undone, held until the transaction ends; null when there is none. */
export async function lockContactMerge(tx: Tx, orgId: string, id: string) {
  await tx.$queryRaw`select id from contact_merge where org_id = ${orgId}::uuid and id = ${id}::uuid for update`;
  const row = await tx.contactMerge.findFirst({ where: { orgId, id, undoneAt: null } });
  return (
    row && {
      fromId: row.fromId,
      intoId: row.intoId,
      mergedAt: row.mergedAt,
      moved: row.moved as MovedPerson,
      before: row.fieldsBefore as Partial<PersonFields>,
      after: row.fieldsAfter as Partial<PersonFields>,
    }
  );
}

/** Notes that a merge was undone. */
export async function endContactMerge(tx: Tx, ctx: Ctx, id: string): Promise<void> {
  await tx.contactMerge.updateMany({ where: { orgId: ctx.org.id, id }, data: { undoneAt: ctx.now } });
}

const MERGES = 50;

/** Who became part of a person and was not given back, the latest first, with the days that is still possible. */
export async function contactMergesInto(tx: Tx, ctx: Ctx, intoId: string): Promise<MergeRecord[]> {
  const rows = await tx.$queryRaw<{ id: string; name: string; at: Date; by: string | null }[]>`
    select g.id, c.name, g.merged_at as at, m.name as by
    from contact_merge g
    join contact c on c.org_id = g.org_id and c.id = g.from_id
    left join membership m on m.org_id = g.org_id and m.id = g.merged_by_id
    where g.org_id = ${ctx.org.id}::uuid and g.into_id = ${intoId}::uuid and g.undone_at is null
    order by g.merged_at desc, g.id desc limit ${MERGES}`;
  return rows.map(({ id, name, at, by }) => ({
    id,
    name,
    at: at.toISOString() as Instant,
    by,
    daysLeft: daysLeft(at, ctx.now),
  }));
}
