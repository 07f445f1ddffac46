import type { ColumnProfile } from "./columns";
import { type NearMatch, nearMatches } from "./fuzzy";
import type { ImportMapping } from "./mapping";
import { plainName } from "./names";
import { countryNames, SECTORS } from "./vocabulary";

/** A value of a column that is probably another, with how many rows have it: a choice to put before a person. */
export type NearField = NearMatch & {
  readonly field: string;
  readonly column: number;
  readonly count: number;
};

/** Names that are in use already, per field that refers to them. */
export type KnownNames = Partial<
  Readonly<Record<"company" | "product" | "owner" | "manager" | "parent", readonly string[]>>
>;

/**
 * All values of the file that lie near a known name (`known`), sector or country and were not corrected yet. Accepting
 * one puts it in the mapping's `aliases`.
 */
export function findNearFields(
  mapping: ImportMapping,
  profiles: readonly ColumnProfile[],
  known: KnownNames,
): NearField[] {
  return mapping.columns.flatMap(({ index, target }): NearField[] => {
    const distinct = profiles[index]?.distinct;
    if (target.kind !== "field" || !distinct) return [];
    const { field } = target;
    const names =
      field === "sector" ? SECTORS : field === "country" ? countryNames() : known[field as keyof KnownNames];
    if (!names) return [];
    const counts = new Map(distinct.map(({ value, count }) => [value, count]));
    const open = [...counts.keys()].filter(
      (value) => mapping.aliases?.[field]?.[plainName(value)] === undefined,
    );
    return nearMatches(open, names).map((match) => ({
      ...match,
      field,
      column: index,
      count: counts.get(match.value) ?? 0,
    }));
  });
}
