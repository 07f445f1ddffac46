import "server-only";
import type { RowProblem } from "@/lib/domain/import/problems";
import type { Ctx } from "@/lib/platform/context";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { noJson } from "@/lib/platform/db/sql";
import type { Tx } from "@/lib/platform/db/tenant";
import type { RejectedRow } from "./view";

/** What became of one row. */
export type Outcome =
  | {
      readonly number: number;
      readonly result: "created";
      readonly entityId: string;
      readonly version: number;
    }
  | {
      readonly number: number;
      readonly result: "updated";
      readonly entityId: string;
      readonly version: number;
      readonly before: object;
    }
  | {
      readonly number: number;
      readonly result: "rejected";
      readonly problems: readonly RowProblem[];
      readonly values: readonly string[];
    };

const json = (value: unknown): Prisma.InputJsonValue => value as Prisma.InputJsonValue;

/** Forgets what became of every row. */
export async function clearOutcomes(tx: Tx, ctx: Ctx, importId: string): Promise<void> {
  await tx.importRow.deleteMany({ where: { orgId: ctx.org.id, importId } });
}

/** Writes what became of the rows numbered `from` to `to`, in place of what the dry run said of them. */
export async function writeOutcomes(
  tx: Tx,
  ctx: Ctx,
  importId: string,
  [from, to]: readonly [number, number],
  outcomes: readonly Outcome[],
): Promise<void> {
  await tx.importRow.deleteMany({ where: { orgId: ctx.org.id, importId, number: { gte: from, lte: to } } });
  await tx.importRow.createMany({
    data: outcomes.map((outcome) => {
      const { number, result } = outcome;
      const row = { orgId: ctx.org.id, importId, number, result };
      if (outcome.result === "rejected")
        return { ...row, problems: json(outcome.problems), values: json(outcome.values) };
      const { entityId, version } = outcome;
      return {
        ...row,
        entityId,
        version,
        ...(outcome.result === "updated" && { before: json(outcome.before) }),
      };
    }),
  });
}

/** Numbers of rejected rows up to `to`. */
export async function rejectedNumbers(tx: Tx, ctx: Ctx, importId: string, to: number): Promise<number[]> {
  const rows = await tx.importRow.findMany({
    where: { orgId: ctx.org.id, importId, result: "rejected", number: { lte: to } },
    select: { number: true },
  });
  return rows.map(({ number }) => number);
}

/** Rejected rows after a number, in order, and how many there are in all. */
export async function listRejected(
  tx: Tx,
  ctx: Ctx,
  { id: importId, after, limit }: { id: string; after: number; limit: number },
): Promise<{ rows: RejectedRow[]; total: number }> {
  const where = { orgId: ctx.org.id, importId, result: "rejected" };
  const total = await tx.importRow.count({ where });
  const rows = await tx.importRow.findMany({
    where: { ...where, number: { gt: after } },
    orderBy: { number: "asc" },
    take: limit,
    select: { number: true, problems: true, values: true },
  });
  return {
    total,
    rows: rows.map(({ number, problems, values }) => ({
      number,
      problems: (problems ?? []) as unknown as RowProblem[],
      values: (values ?? []) as string[],
    })),
  };
}

export type DoneRow = {
  readonly number: number;
  readonly result: "created" | "updated";
  readonly entityId: string;
  readonly version: number;
  readonly before: unknown;
};

/** Rows that created or changed something and are not undone yet, the last first: what was made first goes last. */
export async function listDone(tx: Tx, ctx: Ctx, importId: string, limit: number): Promise<DoneRow[]> {
  const rows = await tx.importRow.findMany({
    where: { orgId: ctx.org.id, importId, result: { in: ["created", "updated"] } },
    orderBy: { number: "desc" },
    take: limit,
    select: { number: true, result: true, entityId: true, version: true, before: true },
  });
  return rows.map((row) => ({
    ...row,
    result: row.result as DoneRow["result"],
    entityId: row.entityId ?? "",
    version: row.version ?? 0,
  }));
}

/** Marks rows as undone, or as kept because someone worked on what they brought. */
export async function markRows(
  tx: Tx,
  ctx: Ctx,
  importId: string,
  numbers: readonly number[],
  result: "undone" | "kept",
): Promise<void> {
  await tx.$executeRaw`
    update import_row set result = ${result}
    where org_id = ${ctx.org.id}::uuid and import_id = ${importId}::uuid and number = any(${[...numbers]}::int[])`;
}

/** Rows whose record was made by this import and kept when it was undone. */
export async function listKeptMade(
  tx: Tx,
  ctx: Ctx,
  importId: string,
): Promise<Pick<DoneRow, "number" | "entityId" | "version">[]> {
  const rows = await tx.importRow.findMany({
    where: { orgId: ctx.org.id, importId, result: "kept", before: { equals: noJson } },
    select: { number: true, entityId: true, version: true },
  });
  return rows.map(({ number, entityId, version }) => ({
    number,
    entityId: entityId ?? "",
    version: version ?? 0,
  }));
}

/** How many rows created or changed something. */
export const countDone = (tx: Tx, ctx: Ctx, importId: string): Promise<number> =>
  tx.importRow.count({ where: { orgId: ctx.org.id, importId, result: { in: ["created", "updated"] } } });

/** Ids of the records that rows of this import created or changed. */
export async function doneIds(tx: Tx, ctx: Ctx, importId: string): Promise<string[]> {
  const rows = await tx.importRow.findMany({
    where: { orgId: ctx.org.id, importId, entityId: { not: null } },
    select: { entityId: true },
  });
  return rows.flatMap(({ entityId }) => entityId ?? []);
}
