import "server-only";
import type { Grouping } from "@/lib/domain/insights/aggregate";
import type { DealDrill, DealScope } from "@/lib/domain/insights/drill";
import { joinSql, noSql, type Sql, sql } from "@/lib/platform/db/sql";

const QUARTER = sql`to_char(closed_on, 'YYYY"-Q"Q')`;
/** The column of `d` that a grouping splits by, as text. */
export const GROUP_COLUMN: Readonly<Record<Grouping, Sql>> = {
  owner: sql`owner_id::text`,
  team: sql`team_id::text`,
  product: sql`product_id::text`,
  segment: sql`segment`,
  quarter: QUARTER,
};

/** `column` is one of `values`, where a null among them keeps what has none. */
function among(column: Sql, values: readonly (string | null)[] | undefined): Sql[] {
  if (!values) return [];
  const some = values.filter((value) => value !== null);
  const none = some.length < values.length ? sql`or ${column} is null` : noSql;
  return [sql`(${column} = any(${some}::text[]) ${none})`];
}

const all = (conditions: readonly Sql[]): Sql =>
  conditions.length === 0 ? sql`true` : joinSql([...conditions], " and ");

const scopeParts = (scope: DealScope): Sql[] => [
  ...among(GROUP_COLUMN.owner, scope.ownerId),
  ...among(GROUP_COLUMN.team, scope.teamId),
  ...among(GROUP_COLUMN.product, scope.productId),
  ...among(GROUP_COLUMN.segment, scope.segment),
  ...among(GROUP_COLUMN.quarter, scope.quarter),
];

/** Whether a row of `d` is inside a scope. */
export const inScope = (scope: DealScope): Sql => all(scopeParts(scope));

/** A row of `d` with one of these ids. */
export const oneOf = (ids: readonly string[]): Sql => sql`id = any(${[...ids]}::uuid[])`;

/** A closing day inside a period. */
export const closedWithin = (from: string | null | undefined, until: string | null | undefined): Sql =>
  all([
    sql`closed_on is not null`,
    ...(from ? [sql`closed_on >= ${from}::date`] : []),
    ...(until ? [sql`closed_on <= ${until}::date`] : []),
  ]);

/** Opening and closing day give a duration. */
export const HAS_CYCLE = sql`opened_on is not null and closed_on is not null and opened_on <= closed_on`;

/** An open deal whose start is unknown. */
export const UNKNOWN_START = sql`closed_on is null and opened_on is null`;

function statusParts({ status, closedFrom, closedUntil }: DealDrill): Sql[] {
  if (status === "open") return [sql`closed_on is null`];
  return status === "closed" ? [closedWithin(closedFrom, closedUntil)] : [];
}

/** Whether a row of `d` is behind a number: what `isBehind` says of a fact. */
export function behind(drill: DealDrill): Sql {
  return all([
    ...statusParts(drill),
    ...scopeParts(drill),
    ...among(sql`stage_key`, drill.stageKey),
    ...among(sql`outcome`, drill.outcome),
    ...(drill.startKnown ? [HAS_CYCLE] : []),
    ...(drill.amountKnown ? [sql`amount_minor is not null`] : []),
    ...(drill.currency === undefined ? [] : [sql`currency = ${drill.currency}`]),
  ]);
}

/** Whether an open deal of `d` has been in its stage for more than `above` and at most `upTo` days. */
export function agedWithin(
  bounds: readonly { stageKey: string; above: number; upTo: number | null }[],
  asOf: string,
): Sql {
  if (bounds.length === 0) return sql`false`;
  const age = sql`(${asOf}::date - entered_on)`;
  return sql`closed_on is null and (${joinSql(
    bounds.map(({ stageKey, above, upTo }) => {
      const end = upTo === null ? noSql : sql`and ${age} <= ${upTo}::float8`;
      return sql`(stage_key = ${stageKey} and ${age} > ${above}::float8 ${end})`;
    }),
    " or ",
  )})`;
}
