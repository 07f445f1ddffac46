import "server-only";
import type { z } from "zod";
import type { Ctx } from "@/lib/platform/context";
import { joinSql, literal, noSql, type Sql, sql } from "@/lib/platform/db/sql";
import {
  type DealCriteria,
  type DealIds,
  type ListFilter,
  type Sort,
  type SortKey,
  sortOf,
} from "./list-input";

type Criteria = z.output<typeof DealCriteria>;
type Where = {
  readonly orgId: string;
  readonly today: string;
  readonly now: Date;
  readonly currency: string;
};
/** What a statement looks up beside the runs: only what a filter or an order asks for. */
type Join = "deal" | "company" | "owner" | "stage";
type Part = { readonly is: Sql; readonly needs?: readonly Join[] };

const JOINS: Readonly<Record<Join, Sql>> = {
  deal: sql`join deal d on d.org_id = r.org_id and d.id = r.id`,
  company: sql`left join company c on c.org_id = d.org_id and c.id = d.company_id`,
  owner: sql`join membership m on m.org_id = r.org_id and m.id = r.owner_id`,
  stage: sql`join process_version g on g.org_id = r.org_id and g.id = r.version_id`,
};

const DAY_MS = 86_400_000;
const CLOSES = {
  open: sql`d.expected_close`,
  closed: sql`r.closed_on`,
  all: sql`case r.status when 'closed' then r.closed_on else d.expected_close end`,
} as const;

/** What the context says that a filter needs. */
export const whereOf = ({ org, today, now }: Ctx): Where => ({
  orgId: org.id,
  today,
  now,
  currency: org.currency,
});

/** The deals of a filter, as conditions on the run `r` and what is joined to it. */
function partsOf(filter: Criteria, { orgId, today, now, currency }: Where): Part[] {
  const like = `%${literal(filter.q)}%`;
  const ranged = filter.amountFrom !== null || filter.amountTo !== null;
  const closes = CLOSES[filter.status];
  const idleSince = filter.idle && new Date(now.getTime() - filter.idle * DAY_MS);
  const parts: (Part | false | null | "" | 0)[] = [
    { is: sql`r.org_id = ${orgId}::uuid and r.kind = 'deal' and r.deleted_at is null` },
    filter.processId !== null && { is: sql`r.process_id = ${filter.processId}::uuid` },
    filter.ownerId !== null && { is: sql`r.owner_id = ${filter.ownerId}::uuid` },
    filter.unowned && {
      is: sql`r.owner_id in (select o.id from membership o where o.org_id = ${orgId}::uuid and o.status = 'removed')`,
    },
    filter.teamId !== null && {
      is: sql`r.owner_id in (select o.id from membership o where o.org_id = ${orgId}::uuid and o.team_id = ${filter.teamId}::uuid)`,
    },
    filter.roleId !== null && {
      is: sql`r.owner_id in (select o.id from membership o where o.org_id = ${orgId}::uuid and o.commercial_role_id = ${filter.roleId}::uuid)`,
    },
    filter.stageKey !== null && { is: sql`r.stage_key = ${filter.stageKey}` },
    filter.status !== "all" && { is: sql`r.status = ${filter.status}` },
    filter.outcome !== null && { is: sql`d.outcome = ${filter.outcome}`, needs: ["deal"] },
    filter.companyId !== null && { is: sql`d.company_id = ${filter.companyId}::uuid`, needs: ["deal"] },
    ranged && { is: sql`d.currency = ${filter.currency ?? currency}`, needs: ["deal"] },
    filter.amountFrom !== null && {
      is: sql`d.amount_minor >= ${filter.amountFrom}::bigint`,
      needs: ["deal"],
    },
    filter.amountTo !== null && { is: sql`d.amount_minor <= ${filter.amountTo}::bigint`, needs: ["deal"] },
    filter.closeFrom !== null && { is: sql`${closes} >= ${filter.closeFrom}::date`, needs: ["deal"] },
    filter.closeTo !== null && { is: sql`${closes} <= ${filter.closeTo}::date`, needs: ["deal"] },
    filter.due === "late" && { is: sql`r.status = 'open' and r.next_due_on < ${today}::date` },
    filter.due === "none" && { is: sql`r.status = 'open' and r.next_step_key is null` },
    idleSince && { is: sql`r.last_event_at <= ${idleSince}::timestamptz` },
    filter.q && { is: sql`(r.title ilike ${like} or c.name ilike ${like})`, needs: ["deal", "company"] },
  ];
  return parts.filter((part): part is Part => Boolean(part));
}

type Order = { readonly by: Sql; readonly as: Sql; readonly needs?: readonly Join[] };

/** What a list is ordered by. What a deal lacks is set beyond every value there can be, so that it stands last. */
function orderOf(sort: Sort, status: Criteria["status"]): Order {
  const { key, descending } = sortOf(sort);
  const never = descending ? sql`date '0001-01-01'` : sql`date '9999-12-31'`;
  const day = (column: Sql, needs?: readonly Join[]): Order => ({
    by: sql`coalesce(${column}, ${never})`,
    as: sql`date`,
    ...(needs && { needs }),
  });
  const orders: Readonly<Record<SortKey, () => Order>> = {
    changed: () => ({ by: sql`r.last_event_at`, as: sql`timestamptz` }),
    entered: () => day(sql`r.entered_on`),
    due: () => day(sql`r.next_due_on`),
    opened: () => day(sql`r.opened_on`),
    // Every closed deal has its day, and stands in the order of an index.
    close: () => (status === "closed" ? { by: CLOSES.closed, as: sql`date` } : day(CLOSES[status], ["deal"])),
    // By how far along it is, over all processes.
    stage: () => ({
      by: sql`coalesce((g.compiled -> 'stageAt' ->> r.stage_key)::int, ${descending ? sql`-1` : sql`32767`})`,
      as: sql`int`,
      needs: ["stage"],
    }),
    amount: () => ({
      by: sql`coalesce(d.amount_minor, ${descending ? sql`-9000000000000000` : sql`9000000000000000`})`,
      as: sql`bigint`,
      needs: ["deal"],
    }),
    deal: () => ({ by: sql`lower(coalesce(c.name, r.title))`, as: sql`text`, needs: ["deal", "company"] }),
    owner: () => ({ by: sql`lower(m.name)`, as: sql`text`, needs: ["owner"] }),
  };
  return orders[key]();
}

function fromOf(needs: readonly Join[]): Sql {
  const all = (Object.keys(JOINS) as Join[]).filter((join) => needs.includes(join));
  return all.length
    ? sql`from run r ${joinSql(
        all.map((join) => JOINS[join]),
        " ",
      )}`
    : sql`from run r`;
}

/** How many deals a filter holds. */
export function countStatement(filter: Criteria, where: Where): Sql {
  const parts = partsOf(filter, where);
  return sql`select count(*)::int n ${fromOf(parts.flatMap(({ needs }) => needs ?? []))}
    where ${joinSql(
      parts.map(({ is }) => is),
      " and ",
    )}`;
}

/** The names of what other files brought along, of the deals of a filter. */
export function attributesStatement(filter: Criteria, where: Where, most: number): Sql {
  const parts = partsOf(filter, where);
  return sql`select distinct k.name ${fromOf(["deal", ...parts.flatMap(({ needs }) => needs ?? [])])}
    cross join lateral jsonb_object_keys(d.attributes) k (name)
    where d.attributes <> '{}' and ${joinSql(
      parts.map(({ is }) => is),
      " and ",
    )}
    order by k.name limit ${most}`;
}

/** Every deal of a filter in its order, by its id and version alone. */
export function idsStatement(filter: z.output<typeof DealIds>, where: Where): Sql {
  const parts = partsOf(filter, where);
  const order = orderOf(filter.sort, filter.status);
  const direction = sortOf(filter.sort).descending ? sql`desc` : sql`asc`;
  return sql`select r.id, r.version
    ${fromOf([...parts.flatMap(({ needs }) => needs ?? []), ...(order.needs ?? [])])}
    where ${joinSql(
      parts.map(({ is }) => is),
      " and ",
    )}
    order by ${order.by} ${direction}, r.id ${direction} limit ${filter.most}`;
}

/**
 * A page of a filter in its order. The deals are chosen first, from as few tables as the filter needs and where there is one
 * in the order of an index; then what is shown of each is looked up by its key. The limits hold the planner to that.
 */
export function pageStatement(filter: z.output<typeof ListFilter>, where: Where): Sql {
  const { descending } = sortOf(filter.sort);
  const parts = partsOf(filter, where);
  const order = orderOf(filter.sort, filter.status);
  const direction = descending ? sql`desc` : sql`asc`;
  const { cursor, limit } = filter;
  const after = cursor
    ? sql`and (${order.by}, r.id) ${descending ? sql`<` : sql`>`} (${cursor.at}::${order.as}, ${cursor.id}::uuid)`
    : noSql;
  const needs = [...parts.flatMap(({ needs }) => needs ?? []), ...(order.needs ?? [])];
  return sql`
    select r.id, r.title, r.version, c.name company, m.name owner, p.name process, r.process_id, r.version_id, r.stage_key, r.status,
      d.outcome, d.amount_minor, d.currency, d.expected_close, r.opened_on, r.closed_on, r.entered_on, r.next_step_key,
      r.next_due_on, r.last_event_at, r.sort_key::text sort_key
    from (
      select r.*, ${order.by} sort_key
      ${fromOf(needs)}
      where ${joinSql(
        parts.map(({ is }) => is),
        " and ",
      )} ${after}
      order by ${order.by} ${direction}, r.id ${direction}
      limit ${limit + 1}
    ) r
    cross join lateral (select * from deal d where d.org_id = r.org_id and d.id = r.id limit 1) d
    cross join lateral (select m.name from membership m where m.org_id = r.org_id and m.id = r.owner_id limit 1) m
    cross join lateral (select p.name from process p where p.org_id = r.org_id and p.id = r.process_id limit 1) p
    left join lateral (select c.name from company c where c.org_id = d.org_id and c.id = d.company_id limit 1) c on true
    order by r.sort_key ${direction}, r.id ${direction}`;
}
