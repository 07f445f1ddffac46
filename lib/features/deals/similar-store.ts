import "server-only";
import type { DealTraits } from "@/lib/domain/guidance/similar";
import type { Day } from "@/lib/domain/shared/day";
import type { Tx } from "@/lib/platform/db/tenant";

/** Wins looked at: enough to find some that are alike, few enough to read at once. */
const WINS = 300;

type Row = {
  id: string;
  title: string;
  company: string | null;
  company_id: string | null;
  sector: string | null;
  product_id: string | null;
  segment: string | null;
  amount_minor: bigint | null;
  currency: string;
  opened_on: Date | null;
  closed_on: Date | null;
  process_id: string;
};
export type KnownDeal = DealTraits & {
  readonly id: string;
  readonly title: string;
  readonly company: string | null;
  readonly openedOn: Day | null;
  readonly closedOn: Day | null;
  readonly processId: string;
};

const dayOf = (date: Date | null): Day | null => date?.toISOString().slice(0, 10) ?? null;
const known = (row: Row): KnownDeal => ({
  id: row.id,
  title: row.title,
  company: row.company,
  companyId: row.company_id,
  sector: row.sector,
  productId: row.product_id,
  segment: row.segment,
  amount: row.amount_minor === null ? null : { minor: Number(row.amount_minor), currency: row.currency },
  openedOn: dayOf(row.opened_on),
  closedOn: dayOf(row.closed_on),
  processId: row.process_id,
});

/** What one deal is like; null when it is not there. */
export async function traitsOf(tx: Tx, orgId: string, id: string): Promise<KnownDeal | null> {
  const rows = await tx.$queryRaw<Row[]>`
    select r.id, r.title, c.name as company, d.company_id, c.sector, d.product_id, d.segment, d.amount_minor, d.currency,
      r.opened_on, r.closed_on, r.process_id
    from run r
    join deal d on d.org_id = r.org_id and d.id = r.id
    left join company c on c.org_id = d.org_id and c.id = d.company_id
    where r.org_id = ${orgId}::uuid and r.id = ${id}::uuid`;
  return rows[0] ? known(rows[0]) : null;
}

/** The latest wins of a process, but for one deal. */
export async function lastWins(
  tx: Tx,
  orgId: string,
  { processId, but }: { processId: string; but: string },
): Promise<KnownDeal[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select r.id, r.title, c.name as company, d.company_id, c.sector, d.product_id, d.segment, d.amount_minor, d.currency,
      r.opened_on, r.closed_on, r.process_id
    from run r
    join deal d on d.org_id = r.org_id and d.id = r.id
    left join company c on c.org_id = d.org_id and c.id = d.company_id
    where r.org_id = ${orgId}::uuid and r.process_id = ${processId}::uuid and r.status = 'closed' and r.deleted_at is null
      and d.outcome = 'won' and r.id <> ${but}::uuid
    order by r.closed_on desc, r.id desc
    limit ${WINS}`;
  return rows.map(known);
}

/** Whole days that runs spent in each stage, over all their stays there; null where a day is not known. */
export async function stageDays(
  tx: Tx,
  orgId: string,
  runIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, number | null>>> {
  const rows = await tx.$queryRaw<{ run_id: string; stage_key: string; days: number | null }[]>`
    select run_id, stage_key,
      case when bool_and(since_on is not null and left_on is not null) then sum(left_on - since_on)::int end as days
    from stage_visit
    where org_id = ${orgId}::uuid and run_id = any(${[...runIds]}::uuid[]) and exit is distinct from 'version'
    group by run_id, stage_key`;
  const found = new Map<string, Map<string, number | null>>();
  for (const { run_id: id, stage_key: stage, days } of rows)
    found.set(id, (found.get(id) ?? new Map()).set(stage, days));
  return found;
}
