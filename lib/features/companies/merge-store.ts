import "server-only";
import type { CompanyFields, FieldChanges } from "@/lib/domain/companies/merge";
import { normalName } from "@/lib/domain/import/names";
import { daysLeft } from "@/lib/domain/policy/trash";
import type { Instant } from "@/lib/domain/shared/day";
import { referDeals } from "@/lib/features/runs/refer";
import type { Ctx } from "@/lib/platform/context";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { sql } from "@/lib/platform/db/sql";
import type { Tx } from "@/lib/platform/db/tenant";
import type { MergeRecord } from "./view";

const FIELDS = {
  name: true,
  sector: true,
  country: true,
  employees: true,
  yearEstablished: true,
  revenue: true,
  parentName: true,
  externalId: true,
  attributes: true,
} as const;

export type LockedCompany = {
  readonly id: string;
  readonly version: number;
  readonly deletedAt: Date | null;
  readonly mergedIntoId: string | null;
  readonly fields: CompanyFields;
};

/** The companies with these ids, held until the transaction ends, always in one order so that two merges never wait for each other. */
export async function lockCompanies(tx: Tx, orgId: string, ids: readonly string[]): Promise<LockedCompany[]> {
  await tx.$queryRaw`
    select id from company where org_id = ${orgId}::uuid and id = any(${[...ids]}::uuid[]) order by id for update`;
  const rows = await tx.company.findMany({
    where: { orgId, id: { in: [...ids] } },
    select: { id: true, version: true, deletedAt: true, mergedIntoId: true, ...FIELDS },
  });
  return rows.map(({ id, version, deletedAt, mergedIntoId, revenue, attributes, ...fields }) => ({
    id,
    version,
    deletedAt,
    mergedIntoId,
    fields: {
      ...fields,
      revenue: revenue?.toString() ?? null,
      attributes: attributes as CompanyFields["attributes"],
    },
  }));
}

const written = ({ attributes, ...fields }: FieldChanges) =>
  ({
    ...fields,
    ...(attributes && { attributes: attributes as Prisma.InputJsonObject }),
    ...(fields.name !== undefined && { normalName: normalName(String(fields.name)) }),
  }) as Prisma.CompanyUncheckedUpdateManyInput;

/** Writes the fields that change of a company, and its next version. */
export async function writeFields(tx: Tx, orgId: string, id: string, changes: FieldChanges): Promise<void> {
  await tx.company.updateMany({
    where: { orgId, id },
    data: { ...written(changes), version: { increment: 1 } },
  });
}

type Moved = { contacts: string[]; deals: string[]; judgements: string[]; tasks: string[] };
type Between = { from: string; to: string };

/** Lets everything that hangs on one company hang on another: all of it, or what is named and is still there. Gives what moved. */
export async function moveAll(
  tx: Tx,
  ctx: Ctx,
  { from, to }: Between,
  only: Moved | null = null,
): Promise<Moved> {
  const orgId = ctx.org.id;
  const deals = await referDeals(tx, ctx, { field: "company", from, to, ids: only?.deals ?? null });
  const contacts = await tx.$queryRaw<{ id: string }[]>`
    update contact set company_id = ${to}::uuid, version = version + 1
    where org_id = ${orgId}::uuid and company_id = ${from}::uuid
      and (${only === null} or id = any(${only?.contacts ?? []}::uuid[]))
    returning id`;
  const judgements = await tx.$queryRaw<{ id: string }[]>`
    update relationship_record set company_id = ${to}::uuid
    where org_id = ${orgId}::uuid and company_id = ${from}::uuid
      and (${only === null} or id = any(${only?.judgements ?? []}::uuid[]))
    returning id`;
  const tasks = await tx.$queryRaw<{ id: string }[]>`
    update task set company_id = ${to}::uuid, version = version + 1
    where org_id = ${orgId}::uuid and company_id = ${from}::uuid
      and (${only === null} or id = any(${only?.tasks ?? []}::uuid[]))
    returning id`;
  const ids = (rows: { id: string }[]) => rows.map(({ id }) => id).toSorted();
  return { deals, contacts: ids(contacts), judgements: ids(judgements), tasks: ids(tasks) };
}

/** Takes a company out of sight as part of another one, or gives it back. */
export async function placeCompany(tx: Tx, ctx: Ctx, id: string, mergedIntoId: string | null): Promise<void> {
  await tx.company.updateMany({
    where: { orgId: ctx.org.id, id },
    data: {
      mergedIntoId,
      deletedAt: mergedIntoId ? ctx.now : null,
      deletedById: mergedIntoId ? ctx.actor.id : null,
      version: { increment: 1 },
    },
  });
}

/** Keeps what a merge did, for undoing it. */
export async function insertMerge(
  tx: Tx,
  ctx: Ctx,
  merge: {
    id: string;
    fromId: string;
    intoId: string;
    moved: Moved;
    before: FieldChanges;
    after: FieldChanges;
  },
): Promise<void> {
  const { before, after, moved, ...rest } = merge;
  await tx.companyMerge.create({
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
export async function lockMerge(tx: Tx, orgId: string, id: string) {
  await tx.$queryRaw`select id from company_merge where org_id = ${orgId}::uuid and id = ${id}::uuid for update`;
  const row = await tx.companyMerge.findFirst({ where: { orgId, id, undoneAt: null } });
  return (
    row && {
      fromId: row.fromId,
      intoId: row.intoId,
      mergedAt: row.mergedAt,
      moved: row.moved as Moved,
      before: row.fieldsBefore as FieldChanges,
      after: row.fieldsAfter as FieldChanges,
    }
  );
}

/** Notes that a merge was undone. */
export async function endMerge(tx: Tx, ctx: Ctx, id: string): Promise<void> {
  await tx.companyMerge.updateMany({ where: { orgId: ctx.org.id, id }, data: { undoneAt: ctx.now } });
}

const MERGES = 50;

/** What became part of a company and was not undone, the latest first, with the days it still can be. */
export async function mergesInto(tx: Tx, ctx: Ctx, intoId: string): Promise<MergeRecord[]> {
  const rows = await tx.$queryRaw<{ id: string; name: string; at: Date; by: string | null }[]>`
    select g.id, c.name, g.merged_at as at, m.name as by
    from company_merge g
    join company c on c.org_id = g.org_id and c.id = g.from_id
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

const TABLE = { company: sql`company`, contact: sql`contact` };

/** The company, or person, that one became part of, over all merges in between; null when it is its own, or not there. */
export async function survivorOf(
  tx: Tx,
  orgId: string,
  id: string,
  kind: keyof typeof TABLE,
): Promise<string | null> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    with recursive part (id, into_id) as (
      select id, merged_into_id from ${TABLE[kind]} where org_id = ${orgId}::uuid and id = ${id}::uuid
      union
      select c.id, c.merged_into_id from part p join ${TABLE[kind]} c on c.org_id = ${orgId}::uuid and c.id = p.into_id
    )
    select id from part where into_id is null and id <> ${id}::uuid`;
  return rows[0]?.id ?? null;
}
