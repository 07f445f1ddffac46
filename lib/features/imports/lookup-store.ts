import "server-only";
import { plainName } from "@/lib/domain/import/names";
import type { CompiledVersion } from "@/lib/domain/process/compile";
import type { Outcome as DealOutcome } from "@/lib/domain/run/events";
import { compiledVersions } from "@/lib/features/runs/versions";
import type { Ctx } from "@/lib/platform/context";
import { toDay } from "@/lib/platform/day-in";
import { withEyesOf } from "@/lib/platform/db/eyes";
import type { Tx } from "@/lib/platform/db/tenant";
import type { DealNow } from "./deal-changes";
import type { Eyes } from "./job";

type Wanted = { readonly externalIds: readonly string[]; readonly names: readonly string[] };

const COMPANY = {
  id: true,
  name: true,
  normalName: true,
  externalId: true,
  sector: true,
  country: true,
  employees: true,
  yearEstablished: true,
  revenue: true,
  parentName: true,
  attributes: true,
  fingerprint: true,
  version: true,
} as const;
const PRODUCT = {
  id: true,
  name: true,
  normalName: true,
  externalId: true,
  series: true,
  listPriceMinor: true,
  currency: true,
  attributes: true,
  fingerprint: true,
  version: true,
} as const;

const among = (ctx: Ctx, { externalIds, names }: Wanted) => ({
  where: {
    orgId: ctx.org.id,
    deletedAt: null,
    OR: [{ externalId: { in: [...externalIds] } }, { normalName: { in: [...names] } }],
  },
  orderBy: [{ createdAt: "asc" as const }, { id: "asc" as const }],
});

/** Companies with one of these ids or normal names, the oldest first. */
export async function findCompanies(tx: Tx, ctx: Ctx, wanted: Wanted) {
  const rows = await tx.company.findMany({ ...among(ctx, wanted), select: COMPANY });
  return rows.map(({ revenue, ...row }) => ({ ...row, revenue: revenue?.toString() ?? null }));
}
export type CompanyRow = Awaited<ReturnType<typeof findCompanies>>[number];

/**
 * Names and ids of companies that became part of another one, with what they are part of by now, for what no company of its own
 * answers to. Whoever the file means is there: it is not made a second time.
 */
export async function findMerged(
  tx: Tx,
  ctx: Ctx,
  { externalIds, names }: Wanted,
): Promise<(Named & { readonly normalName: string; readonly externalId: string | null })[]> {
  if (externalIds.length + names.length === 0) return [];
  return tx.$queryRaw`
    with recursive part (normal, external, id, name, into_id, deleted) as (
      select normal_name, external_id, id, name, merged_into_id, deleted_at from company
      where org_id = ${ctx.org.id}::uuid and merged_into_id is not null
        and (normal_name = any(${[...names]}::text[]) or external_id = any(${[...externalIds]}::text[]))
      union
      select p.normal, p.external, c.id, c.name, c.merged_into_id, c.deleted_at
      from part p join company c on c.org_id = ${ctx.org.id}::uuid and c.id = p.into_id
    )
    select id, name, normal as "normalName", external as "externalId" from part
    where into_id is null and deleted is null order by id`;
}

/** Products with one of these ids or normal names, the oldest first. */
export async function findProducts(tx: Tx, ctx: Ctx, wanted: Wanted) {
  const rows = await tx.product.findMany({ ...among(ctx, wanted), select: PRODUCT });
  return rows.map(({ listPriceMinor, ...row }) => ({
    ...row,
    listPriceMinor: listPriceMinor === null ? null : Number(listPriceMinor),
  }));
}
export type ProductRow = Awaited<ReturnType<typeof findProducts>>[number];

type Derived = "amount" | "expectedClose" | "openedOn" | "closedOn" | "stages" | "stageNames" | "names";
type DealRow = Omit<DealNow, Derived | "compiled" | "visits" | "criteria"> & {
  visits: string[];
  criteria: string[];
  owner_name: string;
  company_name: string | null;
  product_name: string | null;
  version_id: string;
  amount_minor: bigint | null;
  currency: string;
  expected_close: Date | null;
  opened_on: Date | null;
  closed_on: Date | null;
};

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * Deals with one of these ids or row fingerprints, with what an import may change of them. An id is the one that a file
 * brought the deal with, or the one it has here, as an export writes it where there is no other.
 */
export async function findDeals(
  tx: Tx,
  ctx: Ctx,
  externalIds: readonly string[],
  fingerprints: readonly string[],
): Promise<DealNow[]> {
  const rows = await tx.$queryRaw<DealRow[]>`
    select r.id, r.version, r.version_id, r.title, r.owner_id "owner", d.company_id "company", d.product_id "product", d.segment,
      d.amount_minor, d.currency, d.expected_close, r.opened_on, r.stage_key "stageKey", r.status, d.outcome, r.closed_on,
      d.external_id "externalId", d.fingerprint, d.attributes, m.name owner_name, c.name company_name, p.name product_name,
      array(select v.stage_key from stage_visit v where v.org_id = r.org_id and v.run_id = r.id) visits,
      array(select x.criterion_key from criterion_record x where x.org_id = r.org_id and x.run_id = r.id) criteria
    from deal d join run r on r.org_id = d.org_id and r.id = d.id
    join membership m on m.org_id = r.org_id and m.id = r.owner_id
    left join company c on c.org_id = d.org_id and c.id = d.company_id
    left join product p on p.org_id = d.org_id and p.id = d.product_id
    where d.org_id = ${ctx.org.id}::uuid and d.deleted_at is null
      and (d.external_id = any(${[...externalIds]}::text[]) or d.fingerprint = any(${[...fingerprints]}::text[])
        or d.id = any(${externalIds.filter((id) => UUID.test(id))}::uuid[]))`;
  const versions = await compiledVersions(
    tx,
    ctx.org.id,
    rows.map(({ version_id }) => version_id),
  );
  return rows.map((found) => {
    const { amount_minor, currency, expected_close, opened_on, closed_on, version_id, ...more } = found;
    const { owner_name: owner, company_name: company, product_name: product, ...row } = more;
    const version = versions.get(version_id);
    return {
      ...row,
      names: { owner, company, product },
      compiled: version ?? null,
      visits: row.visits.map((stageKey) => ({ stageKey })),
      criteria: Object.fromEntries(row.criteria.map((key) => [key, true])),
      stages: version?.stageAt ?? {},
      stageNames: namesOfStages(version, row.stageKey),
      outcome: row.outcome as DealOutcome | null,
      amount: amount_minor === null ? null : { minor: Number(amount_minor), currency },
      expectedClose: toDay(expected_close),
      openedOn: toDay(opened_on),
      closedOn: toDay(closed_on),
    };
  });
}

/**
 * Which of these deals the one who imports does not see. A job sees every deal, because a second one of such an id cannot be made;
 * nothing but the id, which they brought themselves, comes of it.
 */
export async function unseenOf(
  tx: Tx,
  ctx: Ctx,
  eyes: Eyes,
  found: readonly DealNow[],
): Promise<Set<string>> {
  const ids = found.map(({ id }) => id);
  if (ids.length === 0 || eyes === "all") return new Set();
  if (eyes === "none") return new Set(ids);
  const look = () =>
    tx.deal.findMany({ where: { orgId: ctx.org.id, id: { in: ids } }, select: { id: true } });
  const seen = new Set((await withEyesOf(tx, ctx, eyes, look))?.map(({ id }) => id));
  return new Set(ids.filter((id) => !seen.has(id)));
}

/** The stages of a deal's own version by the names they have there; of two with one name the one it stands in. */
function namesOfStages(version: CompiledVersion | undefined, now: string | null): Record<string, string> {
  const named: Record<string, string> = {};
  for (const { key, name } of version?.stages ?? [])
    for (const text of [name.en, name.nl]) {
      const plain = plainName(text ?? "");
      if (plain && (named[plain] === undefined || key === now)) named[plain] = key;
    }
  return named;
}

export type Named = { readonly id: string; readonly name: string };

/** Companies or products by normal name; of two with one name the oldest counts. */
export async function findNamed(
  tx: Tx,
  ctx: Ctx,
  kind: "company" | "product",
  names: readonly string[],
): Promise<Map<string, Named>> {
  if (names.length === 0) return new Map();
  const query = {
    where: { orgId: ctx.org.id, deletedAt: null, normalName: { in: [...names] } },
    orderBy: [{ createdAt: "desc" as const }, { id: "desc" as const }],
    select: { id: true, name: true, normalName: true } as const,
  };
  const rows = await (kind === "company" ? tx.company.findMany(query) : tx.product.findMany(query));
  const merged = kind === "company" ? await findMerged(tx, ctx, { externalIds: [], names }) : [];
  return new Map([...merged, ...rows].map(({ normalName, id, name }) => [normalName, { id, name }]));
}

/** Lets imports of one organisation write one after another, so that no name is made twice. Ends with the transaction. */
export async function oneAtATime(tx: Tx, ctx: Ctx): Promise<void> {
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`imports ${ctx.org.id}`}, 0))::text`;
}
