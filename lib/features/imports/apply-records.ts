import "server-only";
import { normalName } from "@/lib/domain/import/names";
import type { PersonValues } from "@/lib/domain/import/row-values";
import type { Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db/tenant";
import { newId } from "@/lib/platform/id";
import type { Applied } from "./apply-deals";
import { findMembers } from "./known-store";
import { byName } from "./people";
import { companyFields, productFields, recordChanges } from "./records";
import type { Outcome } from "./rows-store";
import type { Judged, Session } from "./session";
import type { ApplyCounts } from "./view";
import {
  insertCompanies,
  insertProducts,
  makePeople,
  teamsByName,
  type Update,
  updateRecords,
} from "./write-store";

const NOTHING_MADE = { companies: 0, products: 0, people: 0 };

type Change = Update & { readonly number: number; readonly before: object; readonly made: boolean };

/** Writes a chunk of companies or products: new ones in bulk, then those that change. */
export async function applyRecords(
  tx: Tx,
  ctx: Ctx,
  { importId }: Session,
  judged: readonly Judged[],
  counts: ApplyCounts,
): Promise<Applied> {
  const companies: Record<string, unknown>[] = [];
  const products: Record<string, unknown>[] = [];
  const outcomes: Outcome[] = [];
  const changes: Change[] = [];
  for (const { plan, found } of judged) {
    const { values, fingerprint, number } = plan;
    if (values.kind !== "companies" && values.kind !== "products") continue;
    const given = values.kind === "companies" ? companyFields(values) : productFields(values);
    if (plan.action === "create") {
      const id = newId();
      const row = { ...given, id, attributes: values.attributes, fingerprint, importId };
      (values.kind === "companies" ? companies : products).push(row);
      outcomes.push({ number, result: "created", entityId: id, version: 1 });
    }
    if (plan.action !== "update" || !found || found.kind === "deals" || found.kind === "people") continue;
    const change = recordChanges(found.now, given, values.attributes);
    if (!change) continue;
    const set = { ...change.set, fingerprint };
    changes.push({ number, id: found.now.id, set, before: change.before, made: false });
  }
  await insertCompanies(tx, ctx, companies);
  await insertProducts(tx, ctx, products);
  const table = judged[0]?.plan.values.kind === "products" ? "product" : "company";
  const updated = await applyChanges(tx, ctx, table, changes);
  return { ...keep(counts), outcomes: [...outcomes, ...updated], made: NOTHING_MADE, teams: [] };
}

type Person = Judged & { readonly values: PersonValues };

/** Writes a chunk of people: teams and managers by name, new people as placeholders, then those that change. */
export async function applyPeople(
  tx: Tx,
  ctx: Ctx,
  { importId }: Session,
  judged: readonly Judged[],
  counts: ApplyCounts,
): Promise<Applied> {
  const people = judged.flatMap((each): Person[] =>
    each.plan.values.kind === "people" && (each.plan.action === "create" || each.plan.action === "update")
      ? [{ ...each, values: each.plan.values }]
      : [],
  );
  const teams = await teamsByName(
    tx,
    ctx,
    people.flatMap(({ values: { team } }) => team ?? []),
  );
  const ids = new Map(people.map((each) => [each, each.found?.now.id ?? newId()]));
  const known = new Map([...byName(await findMembers(tx, ctx))].map(([name, { id }]) => [name, id]));
  for (const [{ values }, id] of ids) known.set(normalName(values.name), id);
  const managers = new Map<string, { id: string; name: string }>();
  const managerOf = ({ manager }: PersonValues): string | null => {
    if (!manager) return null;
    const key = normalName(manager.name);
    const id = manager.id ?? known.get(key);
    if (id) return id;
    const made = { id: newId(), name: manager.name };
    managers.set(key, made);
    known.set(key, made.id);
    return made.id;
  };
  const fieldsOf = (each: Person) => ({
    externalId: each.values.externalId,
    email: each.values.email,
    teamId: each.values.team ? (teams.ids.get(normalName(each.values.team)) ?? null) : null,
    managerId: managerOf(each.values),
  });
  const attributesOf = ({ values: { attributes, region } }: Person) => ({
    ...attributes,
    ...(region && { region }),
  });
  const creates = people.filter(({ plan }) => plan.action === "create");
  const rows = creates.map((each) => ({
    id: ids.get(each) ?? newId(),
    name: each.values.name,
    role: "rep" as const,
    ...fieldsOf(each),
    attributes: attributesOf(each),
    fingerprint: each.plan.fingerprint,
  }));
  const changes = people.flatMap((each): Change[] => {
    if (each.found?.kind !== "people") return [];
    const { now } = each.found;
    const { email, ...rest } = fieldsOf(each);
    // Who has an account keeps the name and address they sign in with.
    const own = now.status === "placeholder" ? { name: each.values.name, email } : {};
    const change = recordChanges(now, { ...rest, ...own }, attributesOf(each));
    if (!change) return [];
    const set = { ...change.set, fingerprint: each.plan.fingerprint };
    const made = now.importId === importId && now.fingerprint === null;
    return [{ number: each.plan.number, id: now.id, set, before: change.before, made }];
  });
  const byNameOnly = [...managers.values()].map((manager) => ({ ...manager, role: "manager" as const }));
  await makePeople(tx, ctx, importId, [
    ...byNameOnly.map((each) => ({ ...each, fingerprint: null })),
    ...rows,
  ]);
  const updated = await applyChanges(tx, ctx, "membership", changes);
  const created = creates.map(
    (each): Outcome => ({
      number: each.plan.number,
      result: "created",
      entityId: ids.get(each) ?? "",
      version: 1,
    }),
  );
  return {
    ...keep(counts),
    outcomes: [...created, ...updated],
    made: { ...NOTHING_MADE, people: byNameOnly.length },
    teams: teams.made,
  };
}

const keep = ({ versionId, processId }: ApplyCounts) => ({ versionId, processId });

async function applyChanges(
  tx: Tx,
  ctx: Ctx,
  table: "company" | "product" | "membership",
  changes: readonly Change[],
): Promise<Outcome[]> {
  const versions = await updateRecords(tx, ctx, table, changes);
  return changes.map(({ number, id, before, made }, at): Outcome => {
    const version = versions[at] ?? 0;
    // Made by name by this very import, as somebody's manager: the row describes what is new.
    if (made) return { number, result: "created", entityId: id, version };
    return { number, result: "updated", entityId: id, version, before };
  });
}
