import "server-only";
import type { ImportKind } from "@/lib/domain/import/field";
import type { Ctx } from "@/lib/platform/context";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { noJson } from "@/lib/platform/db/sql";
import type { Tx } from "@/lib/platform/db/tenant";
import type { StoredImport, StoredMapping, StoredReading } from "./state";
import type { Counts, ImportError, ImportStatus } from "./view";

const LIGHT = {
  id: true,
  kind: true,
  fileName: true,
  bytes: true,
  status: true,
  version: true,
  counts: true,
  progress: true,
  total: true,
  error: true,
  createdById: true,
  createdAt: true,
  appliedAt: true,
  undoneAt: true,
} as const;
const WHOLE = { ...LIGHT, reading: true, mapping: true } as const;

type Row = Prisma.ImportGetPayload<{ select: typeof LIGHT }>;
type WholeRow = Prisma.ImportGetPayload<{ select: typeof WHOLE }>;
/** An import without what only mapping and the jobs need. */
export type LightImport = Omit<StoredImport, "reading" | "mapping">;

const light = (row: Row): LightImport => ({
  ...row,
  kind: row.kind as ImportKind,
  bytes: Number(row.bytes),
  status: row.status as ImportStatus,
  counts: (row.counts ?? {}) as unknown as Counts,
  error: row.error as ImportError | null,
});

const whole = (row: WholeRow): StoredImport => ({
  ...light(row),
  reading: row.reading as unknown as StoredReading | null,
  mapping: row.mapping as unknown as StoredMapping | null,
});

const keyOf = (ctx: Ctx, id: string) => ({ orgId_id: { orgId: ctx.org.id, id } });
const json = (value: unknown): Prisma.InputJsonValue => value as Prisma.InputJsonValue;

/** Writes a new import. An id that is there is refused by the database ("already there"). */
export async function insertImport(
  tx: Tx,
  ctx: Ctx,
  data: { id: string; kind: ImportKind; fileName: string },
): Promise<void> {
  await tx.import.create({
    data: { ...data, orgId: ctx.org.id, createdById: ctx.member.id, createdAt: ctx.now },
    select: { id: true },
  });
}

/** The import with its reading and mapping, or null. */
export async function findImport(tx: Tx, ctx: Ctx, id: string): Promise<StoredImport | null> {
  const row = await tx.import.findUnique({ where: keyOf(ctx, id), select: WHOLE });
  return row && whole(row);
}

/** The import without reading and mapping, or null: for lists and while a job runs. */
export async function findLight(tx: Tx, ctx: Ctx, id: string): Promise<LightImport | null> {
  const row = await tx.import.findUnique({ where: keyOf(ctx, id), select: LIGHT });
  return row && light(row);
}

async function lock(tx: Tx, ctx: Ctx, id: string): Promise<void> {
  await tx.$queryRaw`select 1 from import where org_id = ${ctx.org.id}::uuid and id = ${id}::uuid for no key update`;
}

/** As `findImport`, and nobody else changes it until the transaction ends. */
export async function lockImport(tx: Tx, ctx: Ctx, id: string): Promise<StoredImport | null> {
  await lock(tx, ctx, id);
  return findImport(tx, ctx, id);
}

/** As `findLight`, and nobody else changes it until the transaction ends. */
export async function lockLight(tx: Tx, ctx: Ctx, id: string): Promise<LightImport | null> {
  await lock(tx, ctx, id);
  return findLight(tx, ctx, id);
}

/** What may change of an import. `reading`, `mapping` and `error` are emptied by null. */
export type ImportChange = {
  readonly status?: ImportStatus;
  readonly kind?: ImportKind;
  readonly bytes?: number;
  readonly reading?: StoredReading | null;
  readonly mapping?: StoredMapping | null;
  readonly counts?: Counts;
  readonly progress?: number;
  readonly total?: number;
  readonly error?: ImportError | null;
  readonly appliedAt?: Date;
  readonly undoneAt?: Date;
};

/** Changes an import the caller has locked. A job's progress is no edit and leaves the version (`edit` false). */
export async function saveImport(
  tx: Tx,
  ctx: Ctx,
  id: string,
  { bytes, reading, mapping, counts, error, ...rest }: ImportChange,
  { edit = true } = {},
): Promise<void> {
  await tx.import.update({
    where: keyOf(ctx, id),
    data: {
      ...rest,
      ...(bytes !== undefined && { bytes: BigInt(bytes) }),
      ...(reading !== undefined && { reading: reading === null ? noJson : json(reading) }),
      ...(mapping !== undefined && { mapping: mapping === null ? noJson : json(mapping) }),
      ...(counts !== undefined && { counts: json(counts) }),
      ...(error !== undefined && { error: error === null ? noJson : json(error) }),
      ...(edit && { version: { increment: 1 } }),
    },
    select: { id: true },
  });
}

/** Imports, the newest first, from `after` on. */
export async function listImports(
  tx: Tx,
  ctx: Ctx,
  { after, limit }: { after?: { at: string; id: string } | undefined; limit: number },
): Promise<LightImport[]> {
  const at = after && new Date(after.at);
  const rows = await tx.import.findMany({
    where: {
      orgId: ctx.org.id,
      ...(after && at && { OR: [{ createdAt: { lt: at } }, { createdAt: at, id: { lt: after.id } }] }),
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit,
    select: LIGHT,
  });
  return rows.map(light);
}

/** Removes an import that brought nothing in, with its file. */
export async function deleteImport(tx: Tx, ctx: Ctx, id: string): Promise<void> {
  await tx.import.delete({ where: keyOf(ctx, id), select: { id: true } });
}

/** Names of members by id. */
export async function memberNames(tx: Tx, ctx: Ctx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.membership.findMany({
    where: { orgId: ctx.org.id, id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  });
  return new Map(rows.map(({ id, name }) => [id, name]));
}
