import "server-only";
import { alike, alikePeople } from "@/lib/domain/companies/alike";
import { type Sql, sql } from "@/lib/platform/db/sql";
import type { Tx } from "@/lib/platform/db/tenant";
import type { CompanySide, DuplicatePair, DuplicatePeople, PersonSide, SimilarContact } from "./view";

/** Pairs that are looked at at most, before the rule of the domain says which are alike. */
const PROPOSED = 1_000;

type Kind = "company" | "contact";
const NAMED: Record<Kind, { table: Sql; distinct: Sql }> = {
  company: { table: sql`company`, distinct: sql`company_distinct` },
  contact: { table: sql`contact`, distinct: sql`contact_distinct` },
};

/**
 * Pairs that were found alike as their names were written (see the migration), of which nobody said that they are not the same: the
 * latest written down first, read in that order, however many names there are.
 */
const likely = (orgId: string, kind: Kind): Sql => sql`
  select p.one, p.other from likely_pair p
  where p.org_id = ${orgId}::uuid and p.kind = ${kind} and not exists (
    select from ${NAMED[kind].distinct} d where d.org_id = p.org_id and d.one_id = p.one and d.other_id = p.other)
  order by p.other desc, p.one desc limit ${PROPOSED}`;

/** Pairs of companies with their names. The limits hold the planner to looking each name up by its key. */
export const pairsStatement = (orgId: string): Sql => sql`
  select p.one, p.other, a.name as "oneName", b.name as "otherName"
  from (${likely(orgId, "company")}) p
  cross join lateral (select x.name from company x
    where x.org_id = ${orgId}::uuid and x.id = p.one and x.deleted_at is null limit 1) a
  cross join lateral (select x.name from company x
    where x.org_id = ${orgId}::uuid and x.id = p.other and x.deleted_at is null limit 1) b
  order by p.other desc, p.one desc`;

/** Companies whose names are alike. */
export async function duplicatePairs(tx: Tx, orgId: string, limit: number): Promise<DuplicatePair[]> {
  const pairs = await tx.$queryRaw<{ one: string; other: string; oneName: string; otherName: string }[]>(
    pairsStatement(orgId),
  );
  return pairs
    .flatMap(({ one, other, oneName, otherName }) => {
      const why = alike(oneName, otherName);
      return why ? [{ one: { id: one, name: oneName }, other: { id: other, name: otherName }, why }] : [];
    })
    .slice(0, limit);
}

type Person = { id: string; name: string; email: string | null; company: string | null };

const person = (orgId: string, id: Sql): Sql => sql`
  (select json_build_object('id', x.id, 'name', x.name, 'email', x.email, 'company', (
      select c.name from company c where c.org_id = x.org_id and c.id = x.company_id)) as told
    from contact x where x.org_id = ${orgId}::uuid and x.id = ${id} and x.deleted_at is null limit 1)`;

/** Pairs of people with what tells them apart. */
export const peopleStatement = (orgId: string): Sql => sql`
  select a.told as one, b.told as other
  from (${likely(orgId, "contact")}) p
  cross join lateral ${person(orgId, sql`p.one`)} a
  cross join lateral ${person(orgId, sql`p.other`)} b
  order by p.other desc, p.one desc`;

/** People with one e-mail address, or at one company under names that are alike. */
export async function duplicatePeople(tx: Tx, orgId: string, limit: number): Promise<DuplicatePeople[]> {
  const pairs = await tx.$queryRaw<{ one: Person; other: Person }[]>(peopleStatement(orgId));
  const shown = ({ id, name, company }: Person) => ({ id, name, company });
  return pairs
    .flatMap(({ one, other }): DuplicatePeople[] => {
      const mailed = one.email !== null && one.email.toLowerCase() === other.email?.toLowerCase();
      if (!mailed && !alikePeople(one.name, other.name)) return [];
      return [{ one: shown(one), other: shown(other), why: mailed ? "email" : "name" }];
    })
    .slice(0, limit);
}

/** What two people say of themselves and how many deals name them, for choosing what stays. */
export const peopleSides = (tx: Tx, orgId: string, ids: readonly string[]): Promise<PersonSide[]> =>
  tx.$queryRaw<PersonSide[]>`
    select k.id, k.version, k.name, c.id as "companyId", c.name as company, k.job_title as "jobTitle", k.email, k.phone, (
      select count(*)::int from (
        select d.id from deal d where d.org_id = k.org_id and d.contact_id = k.id and d.deleted_at is null
        union select p.run_id from deal_person p join run r on r.org_id = p.org_id and r.id = p.run_id and r.deleted_at is null
          where p.org_id = k.org_id and p.contact_id = k.id
      ) x) as deals
    from contact k left join company c on c.org_id = k.org_id and c.id = k.company_id
    where k.org_id = ${orgId}::uuid and k.id = any(${[...ids]}::uuid[]) and k.deleted_at is null
    order by k.created_at, k.id`;

/** What two companies say of themselves and what hangs on them, for choosing what stays. */
export async function companySides(tx: Tx, orgId: string, ids: readonly string[]): Promise<CompanySide[]> {
  return tx.$queryRaw<CompanySide[]>`
    select c.id, c.version, c.name, c.sector, c.country, c.employees,
      (select count(*)::int from deal d join run r on r.org_id = d.org_id and r.id = d.id
        where d.org_id = c.org_id and d.company_id = c.id and r.deleted_at is null) as deals,
      (select count(*)::int from contact k
        where k.org_id = c.org_id and k.company_id = c.id and k.deleted_at is null) as people
    from company c
    where c.org_id = ${orgId}::uuid and c.id = any(${[...ids]}::uuid[]) and c.deleted_at is null
    order by c.created_at, c.id`;
}

const ordered = (one: string, other: string) =>
  one < other ? { oneId: one, otherId: other } : { oneId: other, otherId: one };

/** Remembers that two are not the same. */
export async function markDistinct(
  tx: Tx,
  orgId: string,
  kind: Kind,
  one: string,
  other: string,
  at: Date,
): Promise<void> {
  const said = { data: [{ orgId, ...ordered(one, other), saidAt: at }], skipDuplicates: true };
  await (kind === "company" ? tx.companyDistinct.createMany(said) : tx.contactDistinct.createMany(said));
}

/** Forgets that; false when nobody said so. */
export async function unmarkDistinct(
  tx: Tx,
  orgId: string,
  kind: Kind,
  one: string,
  other: string,
): Promise<boolean> {
  const where = { orgId, ...ordered(one, other) };
  const { count } = await (kind === "company"
    ? tx.companyDistinct.deleteMany({ where })
    : tx.contactDistinct.deleteMany({ where }));
  return count === 1;
}

/** People of one company that are compared with a name. */
const PEOPLE = 1_000;
const SHOWN = 3;

/** People who may be the one being typed: at the same company under a name like it, or anywhere with the same e-mail address. */
export async function similarContacts(
  tx: Tx,
  orgId: string,
  {
    name,
    email,
    companyId,
    not,
  }: { name: string; email: string; companyId: string | null; not: string | null },
): Promise<SimilarContact[]> {
  const select = { id: true, name: true, company: { select: { name: true } } } as const;
  const live = { orgId, deletedAt: null, ...(not && { id: { not } }) } as const;
  const beside = await tx.contact.findMany({
    where: { ...live, companyId },
    select,
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: PEOPLE,
  });
  const mailed = email
    ? await tx.contact.findMany({
        where: { ...live, email: { in: [...new Set([email, email.toLowerCase()])] } },
        select,
        take: SHOWN,
      })
    : [];
  const found = new Map(
    [...mailed, ...beside.filter((each) => alikePeople(each.name, name))].map((each) => [each.id, each]),
  );
  return [...found.values()]
    .slice(0, SHOWN)
    .map(({ id, name, company }) => ({ id, name, company: company?.name ?? null }));
}
