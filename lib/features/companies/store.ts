import "server-only";
import type { z } from "zod";
import { alike } from "@/lib/domain/companies/alike";
import { normalName } from "@/lib/domain/import/names";
import type { Outcome } from "@/lib/domain/run/events";
import { isRefusal, type Refusal } from "@/lib/domain/shared/result";
import { referable } from "@/lib/features/runs/referred";
import type { Ctx } from "@/lib/platform/context";
import { toDay } from "@/lib/platform/day-in";
import { literal, noSql, sql } from "@/lib/platform/db/sql";
import type { Tx } from "@/lib/platform/db/tenant";
import type { CompanyFilter, CreateCompany, CreateContact, EditCompany, EditContact } from "./input";
import type { CompanyDeal, CompanyRow, CompanyView, ContactView, SimilarCompany } from "./view";

/** One page of companies by name, with how many match the search in all. */
export async function listCompanies(
  tx: Tx,
  orgId: string,
  { q, after, limit }: z.output<typeof CompanyFilter>,
): Promise<{ rows: CompanyRow[]; total: number }> {
  const like = `%${literal(q)}%`;
  // Signs alone have no normal name, and an empty one would match everything.
  const normal = normalName(q) ? `%${literal(normalName(q))}%` : null;
  const matches = sql`c.org_id = ${orgId}::uuid and c.deleted_at is null
    ${q ? sql`and (c.name ilike ${like} or c.normal_name like ${normal})` : noSql}`;
  const from = after ? sql`and (c.name, c.id) > (${after.name}, ${after.id}::uuid)` : noSql;
  const rows = await tx.$queryRaw<CompanyRow[]>`
    select c.id, c.name, c.sector, c.country, coalesce(d.open, 0)::int "openDeals", coalesce(d.all, 0)::int deals
    from (select * from company c where ${matches} ${from} order by c.name, c.id limit ${limit + 1}) c
    left join lateral (
      select count(*) filter (where r.status = 'open') open, count(*) as all
      from deal d join run r on r.org_id = d.org_id and r.id = d.id
      where d.org_id = c.org_id and d.company_id = c.id and r.deleted_at is null
    ) d on true
    order by c.name, c.id`;
  const [count] = await tx.$queryRaw<{ n: number }[]>`select count(*)::int n from company c where ${matches}`;
  return { rows, total: count?.n ?? 0 };
}

/** From how many letters on the beginning of a name tells something. */
const TELLING = 4;

/** Companies whose name is the same but for case, accents and legal form, or begins the same, either way round. */
export async function similarCompanies(
  tx: Tx,
  orgId: string,
  name: string,
  not: string | null,
): Promise<SimilarCompany[]> {
  const normal = normalName(name);
  if (normal.length < 2) return [];
  const words = normal.split(" ");
  const beginnings = words.map((_, index) => words.slice(0, index + 1).join(" "));
  const shorter = beginnings.filter((each) => each.length >= TELLING || each === normal);
  const near = (await namesAround(tx, orgId, normal)).filter((each) => alike(each, normal)).map(normalName);
  return tx.$queryRaw<SimilarCompany[]>`
    select c.id, c.name, (
      select count(*)::int from deal d join run r on r.org_id = d.org_id and r.id = d.id
      where d.org_id = c.org_id and d.company_id = c.id and r.deleted_at is null
    ) deals
    from company c
    where c.org_id = ${orgId}::uuid and c.deleted_at is null and c.id is distinct from ${not}::uuid
      and (c.normal_name = any(${[...shorter, ...near]}) or (${normal.length} >= ${TELLING} and c.normal_name like ${`${literal(normal)} %`}))
    order by (c.normal_name = ${normal}) desc, c.normal_name desc, c.name, c.id
    limit 3`;
}

const AROUND = 5;

/** Names that come just before and after one in the alphabet: a slip of the pen usually leaves the beginning as it was. */
async function namesAround(tx: Tx, orgId: string, normal: string): Promise<string[]> {
  const live = { orgId, deletedAt: null } as const;
  const select = { normalName: true } as const;
  const take = AROUND;
  const before = await tx.company.findMany({
    where: { ...live, normalName: { lt: normal } },
    orderBy: { normalName: "desc" },
    select,
    take,
  });
  const after = await tx.company.findMany({
    where: { ...live, normalName: { gt: normal } },
    orderBy: { normalName: "asc" },
    select,
    take,
  });
  return [...before, ...after].map(({ normalName: name }) => name);
}

const DEALS = 200;

/** The company with its people and deals; null when it is not there. */
export async function companyPage(
  tx: Tx,
  orgId: string,
  id: string,
): Promise<Omit<CompanyView, "mayEdit" | "mayCreateDeal"> | null> {
  const company = await tx.company.findFirst({
    where: { orgId, id, deletedAt: null },
    select: {
      id: true,
      version: true,
      name: true,
      sector: true,
      country: true,
      employees: true,
      parentName: true,
      attributes: true,
    },
  });
  if (!company) return null;
  const contacts: ContactView[] = await tx.contact.findMany({
    where: { orgId, companyId: id, deletedAt: null },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, version: true, name: true, email: true, phone: true, jobTitle: true },
    take: DEALS,
  });
  const attributes = company.attributes as Record<string, string>;
  return { ...company, attributes, contacts, ...(await dealsOf(tx, orgId, id)) };
}

type DealRow = Omit<CompanyDeal, "amount" | "openedOn" | "closedOn"> & {
  amount_minor: bigint | null;
  currency: string;
  opened_on: Date | null;
  closed_on: Date | null;
  total: number;
};

async function dealsOf(tx: Tx, orgId: string, companyId: string) {
  const rows = await tx.$queryRaw<DealRow[]>`
    select r.id, r.title, r.status, d.outcome, m.name owner, d.amount_minor, d.currency, r.opened_on, r.closed_on,
      (count(*) over ())::int total
    from deal d
    join run r on r.org_id = d.org_id and r.id = d.id
    join membership m on m.org_id = r.org_id and m.id = r.owner_id
    where d.org_id = ${orgId}::uuid and d.company_id = ${companyId}::uuid and r.deleted_at is null
    order by (r.status = 'open') desc, coalesce(r.closed_on, r.opened_on) desc nulls last, r.id
    limit ${DEALS}`;
  const deals = rows.map(
    ({ amount_minor: minor, currency, opened_on: opened, closed_on: closed, total: _, ...row }) => ({
      ...row,
      outcome: row.outcome as Outcome | null,
      amount: minor === null ? null : { minor: Number(minor), currency },
      openedOn: toDay(opened),
      closedOn: toDay(closed),
    }),
  );
  return { deals, dealCount: rows[0]?.total ?? 0 };
}

/** Writes a new company. */
export async function insertCompany(tx: Tx, ctx: Ctx, input: z.output<typeof CreateCompany>): Promise<void> {
  const normal = normalName(input.name);
  await tx.company.create({
    data: { orgId: ctx.org.id, ...input, normalName: normal, createdAt: ctx.now },
  });
}

/** Changes a company when it still has `version`; false when it does not, or is gone. */
export async function updateCompany(
  tx: Tx,
  orgId: string,
  { id, version, fields }: z.output<typeof EditCompany>,
): Promise<boolean> {
  const { count } = await tx.company.updateMany({
    where: { orgId, id, version, deletedAt: null },
    data: {
      ...fields,
      ...(fields.name !== undefined && { normalName: normalName(fields.name) }),
      version: { increment: 1 },
    },
  });
  return count === 1;
}

/** A company's fields as they are now; null when it is gone. */
export async function companyNow(tx: Tx, orgId: string, id: string) {
  return tx.company.findFirst({
    where: { orgId, id, deletedAt: null },
    select: { version: true, name: true, sector: true, country: true, employees: true },
  });
}

/** Writes a new contact; refused at a company that lies in the trash. */
export async function insertContact(
  tx: Tx,
  ctx: Ctx,
  input: z.output<typeof CreateContact>,
): Promise<Refusal | null> {
  const companyId = input.companyId && (await referable(tx, ctx.org.id, "company", input.companyId));
  if (isRefusal(companyId)) return companyId;
  await tx.contact.create({ data: { orgId: ctx.org.id, ...input, companyId, createdAt: ctx.now } });
  return null;
}

/** Changes a contact when it still has `version`; false when it does not, or is gone. Refused as a new one is. */
export async function updateContact(
  tx: Tx,
  orgId: string,
  { id, version, fields }: z.output<typeof EditContact>,
): Promise<boolean | Refusal> {
  const companyId = fields.companyId && (await referable(tx, orgId, "company", fields.companyId));
  if (isRefusal(companyId)) return companyId;
  const { count } = await tx.contact.updateMany({
    where: { orgId, id, version, deletedAt: null },
    data: { ...fields, ...(companyId && { companyId }), version: { increment: 1 } },
  });
  return count === 1;
}

/** A contact's fields as they are now; null when it is gone. */
export async function contactNow(tx: Tx, orgId: string, id: string) {
  return tx.contact.findFirst({
    where: { orgId, id, deletedAt: null },
    select: { version: true, name: true, email: true, phone: true, jobTitle: true, companyId: true },
  });
}
