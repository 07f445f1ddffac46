import "server-only";
import type { Grouping } from "@/lib/domain/insights/aggregate";
import type { DealDrill, DealScope } from "@/lib/domain/insights/drill";
import { Prisma } from "@/lib/platform/db/generated/client";

const QUARTER = Prisma.sql`to_char(closed_on, 'YYYY"-Q"Q')`;
/** The column of `d` that a grouping splits by, as text. */
export const GROUP_COLUMN: Readonly<Record<Grouping, Prisma.Sql>> = {
  owner: Prisma.sql`owner_id::text`,
  team: Prisma.sql`team_id::text`,
  product: Prisma.sql`product_id::text`,
  segment: Prisma.sql`segment`,
  quarter: QUARTER,
};

/** `column` is one of `values`, where a null among them keeps what has none. */
function among(column: Prisma.Sql, values: readonly (string | null)[] | undefined): Prisma.Sql[] {
  if (!values) return [];
  const some = values.filter((value) => value !== null);
  const none = some.length < values.length ? Prisma.sql`or ${column} is null` : Prisma.empty;
  return [Prisma.sql`(${column} = any(${some}::text[]) ${none})`];
}

const all = (conditions: readonly Prisma.Sql[]): Prisma.Sql =>
  conditions.length === 0 ? Prisma.sql`true` : Prisma.join([...conditions], " and ");

const scopeParts = (scope: DealScope): Prisma.Sql[] => [
  ...among(GROUP_COLUMN.owner, scope.ownerId),
  ...among(GROUP_COLUMN.team, scope.teamId),
  ...among(GROUP_COLUMN.product, scope.productId),
  ...among(GROUP_COLUMN.segment, scope.segment),
  ...among(GROUP_COLUMN.quarter, scope.quarter),
];

/** Whether a row of `d` is inside a scope. */
export const inScope = (scope: DealScope): Prisma.Sql => all(scopeParts(scope));

/** A closing day inside a period. */
export const closedWithin = (from: string | null | undefined, until: string | null | undefined): Prisma.Sql =>
  all([
    Prisma.sql`closed_on is not null`,
    ...(from ? [Prisma.sql`closed_on >= ${from}::date`] : []),
    ...(until ? [Prisma.sql`closed_on <= ${until}::date`] : []),
  ]);

/** Opening and closing day give a duration. */
export const HAS_CYCLE = Prisma.sql`opened_on is not null and closed_on is not null and opened_on <= closed_on`;

/** Whether a row of `d` is behind a number: what `isBehind` says of a fact. */
export function behind(drill: DealDrill): Prisma.Sql {
  return all([
    drill.status === "open"
      ? Prisma.sql`closed_on is null`
      : closedWithin(drill.closedFrom, drill.closedUntil),
    ...scopeParts(drill),
    ...among(Prisma.sql`stage_key`, drill.stageKey),
    ...among(Prisma.sql`outcome`, drill.outcome),
    ...(drill.startKnown ? [HAS_CYCLE] : []),
    ...(drill.amountKnown ? [Prisma.sql`amount_minor is not null`] : []),
  ]);
}

/** Whether an open deal of `d` has been in its stage for more than `above` and at most `upTo` days. */
export function agedWithin(
  bounds: readonly { stageKey: string; above: number; upTo: number | null }[],
  asOf: string,
): Prisma.Sql {
  if (bounds.length === 0) return Prisma.sql`false`;
  const age = Prisma.sql`(${asOf}::date - entered_on)`;
  return Prisma.sql`closed_on is null and (${Prisma.join(
    bounds.map(({ stageKey, above, upTo }) => {
      const end = upTo === null ? Prisma.empty : Prisma.sql`and ${age} <= ${upTo}::float8`;
      return Prisma.sql`(stage_key = ${stageKey} and ${age} > ${above}::float8 ${end})`;
    }),
    " or ",
  )})`;
}
