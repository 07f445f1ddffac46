import "server-only";
import { normalName } from "@/lib/domain/import/names";
import type { Ctx } from "@/lib/platform/context";
import type { Prisma } from "@/lib/platform/db/generated/client";
import type { Tx } from "@/lib/platform/db/tenant";
import { newId } from "@/lib/platform/id";

const json = (value: unknown): Prisma.InputJsonValue => value as Prisma.InputJsonValue;

/** A change of a record that is there; `set` holds its new columns. */
export type Update = { readonly id: string; readonly set: Readonly<Record<string, unknown>> };

/** Makes companies or products by name alone, for rows that refer to them. Gives their ids by normal name. */
export async function makeByName(
  tx: Tx,
  ctx: Ctx,
  kind: "company" | "product",
  importId: string,
  names: ReadonlyMap<string, string>,
): Promise<Map<string, string>> {
  const data = [...names].map(([normal, name]) => ({
    orgId: ctx.org.id,
    id: newId(),
    name,
    normalName: normal,
    importId,
    createdAt: ctx.now,
  }));
  if (kind === "company") await tx.company.createMany({ data });
  else await tx.product.createMany({ data });
  return new Map(data.map(({ id, normalName: normal }) => [normal, id]));
}

/** A person without an account: owns what the file says, and can be claimed by an invitation. */
export type Placeholder = {
  readonly id: string;
  readonly name: string;
  readonly role: "rep" | "manager";
  readonly email?: string | null;
  readonly externalId?: string | null;
  readonly teamId?: string | null;
  readonly managerId?: string | null;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly fingerprint?: string | null;
};

/** Writes placeholders in one statement, so that they may be each other's managers. */
export async function makePeople(
  tx: Tx,
  ctx: Ctx,
  importId: string,
  people: readonly Placeholder[],
): Promise<void> {
  await tx.membership.createMany({
    data: people.map(({ attributes = {}, ...person }) => ({
      ...person,
      orgId: ctx.org.id,
      status: "placeholder",
      attributes: json(attributes),
      importId,
      createdAt: ctx.now,
    })),
  });
}

/** Teams by name, those that are not there made. Gives ids by name, and which are new. */
export async function teamsByName(
  tx: Tx,
  ctx: Ctx,
  names: readonly string[],
): Promise<{ ids: Map<string, string>; made: string[] }> {
  const known = await tx.team.findMany({ where: { orgId: ctx.org.id }, select: { id: true, name: true } });
  const ids = new Map(known.map(({ id, name }) => [normalName(name), id]));
  const data: { orgId: string; id: string; name: string; createdAt: Date }[] = [];
  for (const name of names) {
    if (ids.has(normalName(name))) continue;
    const id = newId();
    ids.set(normalName(name), id);
    data.push({ orgId: ctx.org.id, id, name, createdAt: ctx.now });
  }
  await tx.team.createMany({ data });
  return { ids, made: data.map(({ id }) => id) };
}

/** Writes new companies. */
export async function insertCompanies(
  tx: Tx,
  ctx: Ctx,
  data: readonly Record<string, unknown>[],
): Promise<void> {
  await tx.company.createMany({
    data: data.map((row) => ({
      ...row,
      orgId: ctx.org.id,
      createdAt: ctx.now,
    })) as Prisma.CompanyCreateManyInput[],
  });
}

/** Writes new products. */
export async function insertProducts(
  tx: Tx,
  ctx: Ctx,
  data: readonly Record<string, unknown>[],
): Promise<void> {
  await tx.product.createMany({
    data: data.map((row) => ({
      ...row,
      orgId: ctx.org.id,
      createdAt: ctx.now,
    })) as Prisma.ProductCreateManyInput[],
  });
}

type Table = "company" | "product" | "membership";

/** Changes records one by one; each gets a new version. Gives the versions, in order. */
export async function updateRecords(
  tx: Tx,
  ctx: Ctx,
  table: Table,
  updates: readonly Update[],
): Promise<number[]> {
  const versions: number[] = [];
  for (const { id, set } of updates) {
    const args = {
      where: { orgId_id: { orgId: ctx.org.id, id } },
      data: { ...set, version: { increment: 1 } } as never,
      select: { version: true },
    } as const;
    const row =
      table === "company"
        ? await tx.company.update(args)
        : table === "product"
          ? await tx.product.update(args)
          : await tx.membership.update(args);
    versions.push(row.version);
  }
  return versions;
}

/** Keeps what a file brings along of deals, and the fingerprint it leaves. */
export async function markDeals(
  tx: Tx,
  ctx: Ctx,
  deals: readonly { id: string; attributes: Readonly<Record<string, string>>; fingerprint: string | null }[],
): Promise<void> {
  if (deals.length === 0) return;
  await tx.$executeRaw`
    update deal d set attributes = d.attributes || v.attributes::jsonb, fingerprint = coalesce(v.fingerprint, d.fingerprint)
    from unnest(${deals.map(({ id }) => id)}::uuid[], ${deals.map((each) => JSON.stringify(each.attributes))}::text[],
      ${deals.map((each) => each.fingerprint)}::text[]) as v (id, attributes, fingerprint)
    where d.org_id = ${ctx.org.id}::uuid and d.id = v.id`;
}

const NOBODY = { en: "No owner", nl: "Zonder eigenaar" } as const;

/** The placeholder that has deals for which a file names no owner; made on first use. */
export async function nobodyIn(tx: Tx, ctx: Ctx, importId: string): Promise<string> {
  const known = await tx.membership.findFirst({
    where: { orgId: ctx.org.id, status: "placeholder", attributes: { path: ["nobody"], equals: true } },
    select: { id: true },
  });
  if (known) return known.id;
  const id = newId();
  const name = NOBODY[ctx.org.languages[0] ?? "en"];
  await tx.membership.create({
    data: {
      orgId: ctx.org.id,
      id,
      name,
      role: "rep",
      status: "placeholder",
      attributes: { nobody: true },
      importId,
      createdAt: ctx.now,
    },
    select: { id: true },
  });
  return id;
}
