/** What a company says of itself that a merge chooses from, and what it fills by itself where the kept one has nothing. */
export const CHOSEN_FIELDS = ["name", "sector", "country", "employees"] as const;
export type ChosenField = (typeof CHOSEN_FIELDS)[number];
const FILLED_FIELDS = ["yearEstablished", "revenue", "parentName", "externalId"] as const;

type Value = string | number | null;
export type CompanyFields = Readonly<Record<ChosenField | (typeof FILLED_FIELDS)[number], Value>> & {
  readonly attributes: Readonly<Record<string, unknown>>;
};
export type FieldChanges = Partial<CompanyFields>;

const FIELDS = [...CHOSEN_FIELDS, ...FILLED_FIELDS, "attributes"] as const;
const same = (a: unknown, b: unknown): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
const sorted = (value: unknown): unknown =>
  typeof value === "object" && value !== null
    ? Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    : value;

type Merged<F> = { readonly before: Partial<F>; readonly after: Partial<F> };

/** Its own value, or the other's where that was chosen, or where it has none. */
export const chosen = <V>(into: V, from: V, taken: boolean): V =>
  taken && from !== null ? from : (into ?? from);

/** The fields that differ, as they were and as they are now. */
export function changedFields<F extends object>(names: readonly (keyof F)[], was: F, is: F): Merged<F> {
  const changed = names.filter((field) => !same(was[field], is[field]));
  return { before: pick(was, changed), after: pick(is, changed) };
}

/**
 * What changes in the fields of the company that stays. It keeps its own, except those in `take`; what it does not know it
 * learns from the other. `before` and `after` hold the changed fields only.
 */
export function mergedFields(
  into: CompanyFields,
  from: CompanyFields,
  take: readonly ChosenField[],
): Merged<CompanyFields> {
  const taken: readonly string[] = take;
  const result: CompanyFields = {
    ...into,
    ...Object.fromEntries(
      [...CHOSEN_FIELDS, ...FILLED_FIELDS].map((field) => [
        field,
        chosen(into[field], from[field], taken.includes(field)),
      ]),
    ),
    attributes: { ...from.attributes, ...into.attributes },
  };
  return changedFields(FIELDS, into, result);
}

/** The fields to put back when a merge is undone: those that still are as the merge left them. What was edited since stays. */
export function restoredFields<F extends object>(now: F, before: Partial<F>, after: Partial<F>): Partial<F> {
  const kept = (Object.keys(after) as (keyof F)[]).filter((field) => same(now[field], after[field]));
  return pick(before as F, kept);
}

const pick = <F extends object>(fields: F, names: readonly (keyof F)[]): Partial<F> =>
  Object.fromEntries(names.map((name) => [name, fields[name]])) as Partial<F>;
