import "server-only";
import { alike, alikePeople } from "@/lib/domain/companies/alike";
import type { Tx } from "@/lib/platform/db/tenant";
import type { CompanySide, DuplicatePair, SimilarContact } from "./view";

/** Names compared with each name, before and after it, in alphabetical order read from either end. */
const NEIGHBOURS = 4;
/** Pairs that the database proposes at most, before the rule of the domain looks at them. */
const PROPOSED = 1_000;
/** Letters of a name that are compared. */
const LETTERS = 60;

type Pair = { one: string; other: string; oneName: string; otherName: string };

/**
 * Pairs of companies whose names are alike and of which nobody said that they are not the same. Each name is compared with
 * its neighbours in the order of the names, and in the order of the names read backwards: of two that differ by a letter or
 * two, one end is the same. So every company is read once, however many there are.
 */
export async function duplicatePairs(tx: Tx, orgId: string, limit: number): Promise<DuplicatePair[]> {
  const pairs = await tx.$queryRaw<Pair[]>`
    with named as (
      select id, name, left(replace(normal_name, ' ', ''), ${LETTERS}) as key from company
      where org_id = ${orgId}::uuid and deleted_at is null and normal_name <> ''
    ), near as (
      select f.id as a, f.name as an, f.key as ak, x.id as b, x.name as bn, x.key as bk from (
        select id, name, key, array_agg(id) over w as ids, array_agg(name) over w as names, array_agg(key) over w as keys
        from named window w as (order by key, id rows between 1 following and ${NEIGHBOURS}::int following)
      ) f, unnest(f.ids, f.names, f.keys) as x (id, name, key)
      union
      select f.id, f.name, f.key, x.id, x.name, x.key from (
        select id, name, key, array_agg(id) over w as ids, array_agg(name) over w as names, array_agg(key) over w as keys
        from named window w as (order by reverse(key), id rows between 1 following and ${NEIGHBOURS}::int following)
      ) f, unnest(f.ids, f.names, f.keys) as x (id, name, key)
    )
    select distinct least(a, b) as one, greatest(a, b) as other, case when a < b then an else bn end as "oneName",
      case when a < b then bn else an end as "otherName", least(ak, bk) as key
    from near
    where (ak = bk or (length(ak) >= 5 and levenshtein_less_equal(ak, bk, 2) <= 2))
      and not exists (select from company_distinct d where d.org_id = ${orgId}::uuid
        and d.one_id = least(a, b) and d.other_id = greatest(a, b))
    order by key, one, other limit ${PROPOSED}`;
  return pairs
    .flatMap(({ one, other, oneName, otherName }) => {
      const why = alike(oneName, otherName);
      return why ? [{ one: { id: one, name: oneName }, other: { id: other, name: otherName }, why }] : [];
    })
    .slice(0, limit);
}

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

/** Remembers that two companies are not the same. */
export async function markDistinct(
  tx: Tx,
  orgId: string,
  one: string,
  other: string,
  at: Date,
): Promise<void> {
  await tx.companyDistinct.createMany({
    data: [{ orgId, ...ordered(one, other), saidAt: at }],
    skipDuplicates: true,
  });
}

/** Forgets that; false when nobody said so. */
export async function unmarkDistinct(tx: Tx, orgId: string, one: string, other: string): Promise<boolean> {
  const { count } = await tx.companyDistinct.deleteMany({ where: { orgId, ...ordered(one, other) } });
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
