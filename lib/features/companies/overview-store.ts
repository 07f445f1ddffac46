import "server-only";
import type { z } from "zod";
import type { BuyingRole, Stance } from "@/lib/domain/buying/roles";
import type { Outcome } from "@/lib/domain/run/events";
import type { Instant } from "@/lib/domain/shared/day";
import { toDay } from "@/lib/platform/day-in";
import { noSql, type Sql, sql } from "@/lib/platform/db/sql";
import type { Tx } from "@/lib/platform/db/tenant";
import type { TimelinePage } from "./input";
import type { ContactPageView, DealSum, PersonDeal, Timeline, TimelineRow } from "./view";

/** The deals of a company that one sees, counted and added up for each way they stand and each currency. */
export async function sumsOf(tx: Tx, orgId: string, companyId: string): Promise<DealSum[]> {
  const rows = await tx.$queryRaw<(Omit<DealSum, "minor"> & { minor: bigint })[]>`
    select coalesce(d.outcome, 'open') as state, d.currency, count(*)::int as deals,
      coalesce(sum(d.amount_minor), 0)::bigint as minor
    from deal d join run r on r.org_id = d.org_id and r.id = d.id
    where d.org_id = ${orgId}::uuid and d.company_id = ${companyId}::uuid and r.deleted_at is null
    group by 1, 2
    order by array_position(array['open', 'won', 'lost', 'no-decision', 'disqualified'], coalesce(d.outcome, 'open')), 2`;
  return rows.map((row) => ({ ...row, minor: Number(row.minor) }));
}

/** The runs of what a timeline is of: a company's deals, or those that a person takes part in. */
const RUNS: Record<"company" | "contact", (orgId: string, id: string) => Sql> = {
  company: (orgId, id) =>
    sql`select d.id from deal d where d.org_id = ${orgId}::uuid and d.company_id = ${id}::uuid`,
  contact: (
    orgId,
    id,
  ) => sql`select d.id from deal d where d.org_id = ${orgId}::uuid and d.contact_id = ${id}::uuid
    union select p.run_id from deal_person p where p.org_id = ${orgId}::uuid and p.contact_id = ${id}::uuid
    union select a.run_id from activity a where a.org_id = ${orgId}::uuid and a.contact_id = ${id}::uuid`,
};

/** What was done on the deals of a company or person, latest first; one keyset page. */
export async function timelineOf(
  tx: Tx,
  orgId: string,
  { of, id, after, limit }: z.output<typeof TimelinePage>,
): Promise<Timeline> {
  const from = after
    ? sql`and (a.occurred_on, a.recorded_at, a.id) < (${after.on}::date, ${after.at}::timestamptz, ${after.id}::uuid)`
    : noSql;
  const rows = await tx.$queryRaw<
    (Omit<TimelineRow, "on" | "at"> & { occurred_on: Date; recorded_at: Date })[]
  >`
    select a.id, a.kind, a.note, a.two_way as "twoWay", a.occurred_on, a.recorded_at, a.run_id as "dealId",
      r.title as deal, m.name as by
    from (${RUNS[of](orgId, id)}) d
    join activity a on a.org_id = ${orgId}::uuid and a.run_id = d.id
    join run r on r.org_id = a.org_id and r.id = a.run_id and r.deleted_at is null
    left join membership m on m.org_id = a.org_id and m.id = a.actor_id
    where true ${from}
    order by a.occurred_on desc, a.recorded_at desc, a.id desc
    limit ${limit + 1}`;
  const page = rows.slice(0, limit).map(({ occurred_on: on, recorded_at: at, ...row }) => ({
    ...row,
    on: on.toISOString().slice(0, 10),
    at: at.toISOString() as Instant,
  }));
  const last = rows.length > limit ? page.at(-1) : undefined;
  return { rows: page, next: last ? { on: last.on, at: last.at, id: last.id } : null };
}

const DEALS = 200;

type DealRow = {
  id: string;
  title: string;
  company: string | null;
  outcome: Outcome | null;
  amount_minor: bigint | null;
  currency: string;
  role: BuyingRole | null;
  stance: Stance | null;
  closed_on: Date | null;
};

/** A person with the deals they take part in and as what; null when there is no such person. */
export async function contactPage(
  tx: Tx,
  orgId: string,
  id: string,
): Promise<Omit<ContactPageView, "mayEdit" | "timeline" | "merges"> | null> {
  const row = await tx.contact.findFirst({
    where: { orgId, id, deletedAt: null },
    select: {
      id: true,
      version: true,
      name: true,
      email: true,
      phone: true,
      jobTitle: true,
      company: { select: { id: true, name: true, deletedAt: true } },
    },
  });
  if (!row) return null;
  const { company, ...contact } = row;
  const deals = await tx.$queryRaw<DealRow[]>`
    select r.id, r.title, c.name as company, d.outcome, d.amount_minor, d.currency, p.role, p.stance, r.closed_on
    from (
      select d.id from deal d where d.org_id = ${orgId}::uuid and d.contact_id = ${id}::uuid
      union select x.run_id from deal_person x where x.org_id = ${orgId}::uuid and x.contact_id = ${id}::uuid
    ) i
    join deal d on d.org_id = ${orgId}::uuid and d.id = i.id
    join run r on r.org_id = d.org_id and r.id = d.id and r.deleted_at is null
    left join deal_person p on p.org_id = d.org_id and p.run_id = d.id and p.contact_id = ${id}::uuid
    left join company c on c.org_id = d.org_id and c.id = d.company_id
    order by (r.status = 'open') desc, coalesce(r.closed_on, r.opened_on) desc nulls last, r.id
    limit ${DEALS}`;
  return {
    ...contact,
    company: company && !company.deletedAt ? { id: company.id, name: company.name } : null,
    deals: deals.map(
      ({ amount_minor: minor, currency, closed_on: closed, ...deal }): PersonDeal => ({
        ...deal,
        amount: minor === null ? null : { minor: Number(minor), currency },
        closedOn: toDay(closed),
      }),
    ),
  };
}

/** Whether there is such a company, or person, that is not in the trash. */
export const isThere = async (
  tx: Tx,
  orgId: string,
  of: "company" | "contact",
  id: string,
): Promise<boolean> => {
  const where = { orgId, id, deletedAt: null } as const;
  const found =
    of === "company" ? await tx.company.findFirst({ where }) : await tx.contact.findFirst({ where });
  return found !== null;
};
