import "server-only";
import type { CompiledVersion } from "@/lib/domain/process/compile";
import type { Known } from "@/lib/domain/process/problems";
import type { Target } from "@/lib/domain/process/target";
import type { Category, ProcessDocument, SellingStyle, TimingDefaults } from "@/lib/domain/process/types";
import type { LocalText } from "@/lib/domain/shared/text";
import type { Ctx } from "@/lib/platform/context";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { lockOrganization } from "@/lib/platform/db/lock";
import { seeingAll } from "@/lib/platform/db/seeing-all";
import type { Tx } from "@/lib/platform/db/tenant";
import { newId } from "@/lib/platform/id";

/** A value as a json column takes it; what the domain makes is always plain JSON. */
export const json = (value: unknown): Prisma.InputJsonValue => value as Prisma.InputJsonValue;

export { noJson } from "@/lib/platform/db/sql";

export type ProcessRow = {
  readonly id: string;
  readonly name: LocalText;
  readonly category: Category;
  readonly style: SellingStyle;
  readonly commercialRoleId: string | null;
  readonly objective: LocalText;
  readonly target: unknown;
  /** The template it was made from; null when it was drawn, imported or copied. */
  readonly templateKey: string | null;
  readonly version: number;
  readonly archived: boolean;
};

const PROCESS = {
  id: true,
  name: true,
  category: true,
  style: true,
  commercialRoleId: true,
  objective: true,
  target: true,
  templateKey: true,
  version: true,
  archivedAt: true,
} as const;

type Row = Prisma.ProcessGetPayload<{ select: typeof PROCESS }>;
const processRow = ({ archivedAt, ...row }: Row): ProcessRow => ({
  ...row,
  name: row.name as LocalText,
  category: row.category as Category,
  style: row.style as SellingStyle,
  objective: row.objective as LocalText,
  archived: archivedAt !== null,
});

/** The process row, or null when the organisation has none by this id. */
export async function findProcess(tx: Tx, ctx: Ctx, id: string): Promise<ProcessRow | null> {
  const row = await tx.process.findUnique({
    where: { orgId_id: { orgId: ctx.org.id, id } },
    select: PROCESS,
  });
  return row && processRow(row);
}

/** Names of members by id, for who published what. */
export async function memberNames(tx: Tx, ctx: Ctx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.membership.findMany({
    where: { orgId: ctx.org.id, id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  });
  return new Map(rows.map((row) => [row.id, row.name]));
}

/**
 * Takes the process for this transaction, so that edits, publishing and archiving come one after another. Does not
 * hold up a deal that is being created on it. Null when there is none.
 */
export async function lockProcess(tx: Tx, ctx: Ctx, id: string): Promise<ProcessRow | null> {
  await tx.$queryRaw`select 1 from process where org_id = ${ctx.org.id}::uuid and id = ${id}::uuid for no key update`;
  return findProcess(tx, ctx, id);
}

/** As `lockProcess`, and no deal begins or comes back on the process until this transaction is over. */
export async function lockAgainstDeals(tx: Tx, ctx: Ctx, id: string): Promise<ProcessRow | null> {
  await tx.$queryRaw`select 1 from process where org_id = ${ctx.org.id}::uuid and id = ${id}::uuid for update`;
  return findProcess(tx, ctx, id);
}

export type NewProcess = {
  readonly id: string;
  readonly name: LocalText;
  readonly category: string;
  readonly style: string;
  readonly commercialRoleId: string | null;
  readonly objective?: LocalText;
  readonly target?: Target | null;
  readonly templateKey?: string;
  readonly importId?: string;
};

/** Writes a process. An id that exists is refused by the database ("already there"). */
export async function insertProcess(tx: Tx, ctx: Ctx, { target, ...process }: NewProcess): Promise<void> {
  await tx.process.create({
    data: {
      ...process,
      ...(target && { target: json(target) }),
      orgId: ctx.org.id,
      name: json(process.name),
      objective: json(process.objective ?? {}),
      createdAt: ctx.now,
    },
  });
}

/** Changes a process whose version still is `version`; false when someone was first. */
export async function updateProcess(
  tx: Tx,
  ctx: Ctx,
  id: string,
  version: number,
  data: Prisma.ProcessUncheckedUpdateManyInput,
): Promise<boolean> {
  const { count } = await tx.process.updateMany({
    where: { orgId: ctx.org.id, id, version },
    data: { ...data, version: { increment: 1 } },
  });
  return count === 1;
}

/** As many people as are looked through for who has a role. */
const MOST_PEOPLE = 500;

/** Everybody who works here and has a commercial role or a department, by name. */
export const peopleOf = async (
  tx: Tx,
  ctx: Ctx,
): Promise<{ name: string; roleId: string | null; departmentId: string | null }[]> => {
  const rows = await tx.membership.findMany({
    where: {
      orgId: ctx.org.id,
      status: "active",
      OR: [{ commercialRoleId: { not: null } }, { departmentId: { not: null } }],
    },
    select: { name: true, commercialRoleId: true, departmentId: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: MOST_PEOPLE,
  });
  return rows.map(({ commercialRoleId, ...row }) => ({ ...row, roleId: commercialRoleId }));
};

/** As many products as a choice in a condition offers. */
const MOST_PRODUCTS = 500;

/** The organisation's products by name, for the conditions of a step. */
export const productChoices = (tx: Tx, ctx: Ctx): Promise<{ id: string; name: string }[]> =>
  tx.product.findMany({
    where: { orgId: ctx.org.id, deletedAt: null },
    select: { id: true, name: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: MOST_PRODUCTS,
  });

/** Products by id or by name (whatever its case), however many there are. */
export const productsBy = (
  tx: Tx,
  ctx: Ctx,
  by: { readonly ids: readonly string[] } | { readonly names: readonly string[] },
): Promise<{ id: string; name: string }[]> =>
  tx.product.findMany({
    where: {
      orgId: ctx.org.id,
      deletedAt: null,
      ...("ids" in by ? { id: { in: [...by.ids] } } : { name: { in: [...by.names], mode: "insensitive" } }),
    },
    select: { id: true, name: true },
    orderBy: { id: "asc" },
  });

/** The organisation's roles and departments with their names, its languages and its timing: what the check knows. */
export async function knownOwners(
  tx: Tx,
  ctx: Ctx,
): Promise<{
  roles: { id: string; key: string | null; name: LocalText }[];
  departments: { id: string; key: string | null; name: LocalText }[];
  known: Known;
}> {
  const query = {
    where: { orgId: ctx.org.id },
    select: { id: true, key: true, name: true },
    orderBy: { createdAt: "asc" },
  } as const;
  const [roles, departments] = [await tx.commercialRole.findMany(query), await tx.department.findMany(query)];
  const { timing } = await tx.organization.findUniqueOrThrow({
    where: { id: ctx.org.id },
    select: { timing: true },
  });
  const named = (rows: typeof roles) => rows.map((row) => ({ ...row, name: row.name as LocalText }));
  return {
    roles: named(roles),
    departments: named(departments),
    known: {
      roleIds: roles.map((row) => row.id),
      departmentIds: departments.map((row) => row.id),
      locales: ctx.org.languages,
      timing: timing as TimingDefaults,
    },
  };
}

/** The roles and departments, held for this transaction: whoever makes one that is missing sees those of all others first. */
export async function lockOwners(tx: Tx, ctx: Ctx): ReturnType<typeof knownOwners> {
  await lockOrganization(tx, ctx.org.id);
  return knownOwners(tx, ctx);
}

/** Makes a role or department with a template's symbol and names; gives its id. */
export async function insertOwner(
  tx: Tx,
  ctx: Ctx,
  kind: "role" | "department",
  key: string | null,
  name: LocalText,
): Promise<string> {
  const data = { orgId: ctx.org.id, id: newId(), key, name: json(name), createdAt: ctx.now };
  if (kind === "role") await tx.commercialRole.create({ data });
  else await tx.department.create({ data });
  return data.id;
}

/** How many deals are open on any version of the process, and at most `take` of those the caller sees, oldest first. */
export async function openRuns(
  tx: Tx,
  ctx: Ctx,
  processId: string,
  take: number,
): Promise<{ count: number; runs: { id: string; title: string }[] }> {
  const where = { orgId: ctx.org.id, processId, kind: "deal", status: "open", deletedAt: null };
  const count = await seeingAll(tx, ctx, () => tx.run.count({ where }));
  const runs = await tx.run.findMany({
    where,
    select: { id: true, title: true },
    orderBy: { id: "asc" },
    take,
  });
  return { count, runs };
}

/** Writes the stage, step and criterion rows of a version that is still a draft. */
export async function insertContent(
  tx: Tx,
  ctx: Ctx,
  versionId: string,
  { stages }: ProcessDocument,
): Promise<void> {
  const base = { orgId: ctx.org.id, versionId };
  const ids = new Map(stages.map((stage) => [stage.key, newId()]));
  const stageId = (key: string) => ids.get(key) ?? "";
  await tx.stage.createMany({
    data: stages.map(({ key, name, buyerStep, plannedDays }, position) => ({
      ...base,
      id: stageId(key),
      key,
      position,
      name: json(name),
      buyerStep: json(buyerStep),
      // A stage of no days is a stage without a plan.
      plannedDays: plannedDays || null,
    })),
  });
  await tx.step.createMany({
    data: stages.flatMap((stage) =>
      stage.steps.map(
        ({ key, owner, window, name, channel, importance, howTo, buyerGains, conditions }, position) => ({
          ...base,
          key,
          channel,
          importance,
          conditional: conditions.length > 0,
          id: newId(),
          stageId: stageId(stage.key),
          position,
          name: json(name),
          howTo: json(howTo),
          buyerGains: json(buyerGains),
          ...(window && { window: json(window) }),
          ownerKind: owner?.kind ?? "run-owner",
          ownerRoleId: owner?.kind === "role" ? owner.id : null,
          ownerDepartmentId: owner?.kind === "department" ? owner.id : null,
        }),
      ),
    ),
  });
  await tx.exitCriterion.createMany({
    data: stages.flatMap((stage) =>
      stage.criteria.map(({ text, ...criterion }, position) => ({
        ...base,
        ...criterion,
        id: newId(),
        stageId: stageId(stage.key),
        position,
        text: json(text),
      })),
    ),
  });
}

export type Sealed = {
  readonly status: "published" | "as-found";
  readonly number: number;
  readonly compiled: CompiledVersion;
  /** The document with what it inherited, and as it was drawn; left out when the draft's own stands. */
  readonly document?: ProcessDocument;
  readonly designed?: ProcessDocument;
  readonly why?: string | null;
  readonly hypothesis?: unknown;
};
