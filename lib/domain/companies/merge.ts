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

/**
 * What changes in the fields of the company that stays. It keeps its own, except those in `take`; what it does not know it
 * learns from the other. `before` and `after` hold the changed fields only.
 */
export function mergedFields(
  into: CompanyFields,
  from: CompanyFields,
  take: readonly ChosenField[],
): { readonly before: FieldChanges; readonly after: FieldChanges } {
  const result: CompanyFields = {
    ...into,
    ...Object.fromEntries(
      [...CHOSEN_FIELDS, ...FILLED_FIELDS].map((field) => {
        const taken = (take as readonly string[]).includes(field) && from[field] !== null;
        return [field, taken ? from[field] : (into[field] ?? from[field])];
      }),
    ),
    attributes: { ...from.attributes, ...into.attributes },
  };
  const changed = FIELDS.filter((field) => !same(into[field], result[field]));
  return { before: pick(into, changed), after: pick(result, changed) };
}

/** The fields to put back when a merge is undone: those that still are as the merge left them. What was edited since stays. */
export function restoredFields(now: CompanyFields, before: FieldChanges, after: FieldChanges): FieldChanges {
  const kept = FIELDS.filter((field) => field in after && same(now[field], after[field]));
  return pick(before as CompanyFields, kept);
}

const pick = (fields: CompanyFields, names: readonly (typeof FIELDS)[number][]): FieldChanges =>
  Object.fromEntries(names.map((name) => [name, fields[name]])) as FieldChanges;
