import "server-only";
import type { ColumnProfile } from "@/lib/domain/import/columns";
import type { ImportKind } from "@/lib/domain/import/field";
import { nearMatches } from "@/lib/domain/import/fuzzy";
import type { ColumnMapping } from "@/lib/domain/import/mapping";
import { normalName } from "@/lib/domain/import/names";
import { findNearFields, type KnownNames, type NearField } from "@/lib/domain/import/near-fields";
import type { Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db/tenant";
import { findMembers, findNames } from "./known-store";

/** Values of the file that lie near a known name, in the columns as they are mapped now. */
export async function findNear(
  tx: Tx,
  ctx: Ctx,
  kind: ImportKind,
  columns: readonly ColumnMapping[],
  profiles: readonly ColumnProfile[],
): Promise<NearField[]> {
  const mapping = { kind, columns, timeZone: ctx.org.timeZone, currency: ctx.org.currency };
  const people = kind === "deals" || kind === "people" ? await findMembers(tx, ctx) : [];
  const companies = kind === "deals" || kind === "companies" ? await findNames(tx, ctx, "companies") : [];
  const products = kind === "deals" || kind === "products" ? await findNames(tx, ctx, "products") : [];
  const names = (list: readonly { name: string }[]) => list.map(({ name }) => name);
  const own = valuesOf("name", columns, profiles);
  const known: KnownNames = {
    company: names(companies),
    product: names(products),
    owner: names(people),
    manager: [...names(people), ...own.map(({ value }) => value)],
    parent: [...names(companies), ...own.map(({ value }) => value)],
  };
  const byNameOnly = {
    companies,
    products,
    people: people.map(({ name, importId, fingerprint, status }) => ({
      name,
      byNameOnly: status === "placeholder" && importId !== null && fingerprint === null,
    })),
    deals: [],
  }[kind];
  return [...findNearFields(mapping, profiles, known), ...sameRecords(own, byNameOnly)];
}

type Value = { readonly value: string; readonly count: number; readonly column: number };

function valuesOf(
  field: string,
  columns: readonly ColumnMapping[],
  profiles: readonly ColumnProfile[],
): Value[] {
  const column = columns.find(({ target }) => target.kind === "field" && target.field === field);
  const distinct = column && profiles[column.index]?.distinct;
  return distinct ? distinct.map((each) => ({ ...each, column: column.index })) : [];
}

/** Names of a list that are probably records which another file brought along under a slightly different name. */
function sameRecords(
  own: readonly Value[],
  known: readonly { readonly name: string; readonly byNameOnly: boolean }[],
): NearField[] {
  const listed = new Set(own.map(({ value }) => normalName(value)));
  const loose = known.filter(({ name, byNameOnly }) => byNameOnly && !listed.has(normalName(name)));
  if (loose.length === 0) return [];
  const at = new Map(own.map((each) => [each.value, each]));
  return nearMatches(
    own.map(({ value }) => value),
    loose.map(({ name }) => name),
  ).map((match) => ({
    ...match,
    field: "name",
    column: at.get(match.value)?.column ?? 0,
    count: at.get(match.value)?.count ?? 1,
  }));
}
