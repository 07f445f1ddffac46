import { normalName } from "@/lib/domain/import/names";
import type { CompanyValues, ProductValues } from "@/lib/domain/import/row-values";
import { addsAttributes } from "./deal-changes";

type Fields = Readonly<Record<string, unknown>>;

/** The columns of a company that a row fills. */
export const companyFields = (values: CompanyValues) => ({
  name: values.name,
  normalName: normalName(values.name),
  externalId: values.externalId,
  sector: values.sector,
  country: values.country,
  employees: values.employees,
  yearEstablished: values.yearEstablished,
  revenue: values.revenue,
  parentName: values.parent,
});

/** The columns of a product that a row fills. */
export const productFields = (values: ProductValues) => ({
  name: values.name,
  normalName: normalName(values.name),
  externalId: values.externalId,
  series: values.series,
  listPriceMinor: values.price?.minor ?? null,
  currency: values.price?.currency ?? null,
});

/**
 * What a row changes of a record: the new values and, for undo, the old ones. An empty cell changes nothing; attributes
 * are added to those that are there. Null when nothing changes.
 */
export function recordChanges(
  now: Fields & { readonly attributes: unknown; readonly fingerprint: string | null },
  given: Fields,
  attributes: Readonly<Record<string, string>>,
): { set: Record<string, unknown>; before: Record<string, unknown> } | null {
  const changed = Object.entries(given).filter(([name, to]) => to !== null && to !== (now[name] ?? null));
  const more = addsAttributes(now.attributes, attributes);
  if (changed.length === 0 && !more) return null;
  const old = Object.fromEntries(changed.map(([name]) => [name, now[name] ?? null]));
  return {
    set: {
      ...Object.fromEntries(changed),
      ...(more && { attributes: { ...(now.attributes as object), ...attributes } }),
    },
    before: { ...old, ...(more && { attributes: now.attributes }), fingerprint: now.fingerprint },
  };
}
