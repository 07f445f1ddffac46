import { createReadStream, existsSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { createColumnsProfile } from "@/lib/domain/import/columns";
import { dealEvents } from "@/lib/domain/import/deal-events";
import type { ImportKind } from "@/lib/domain/import/field";
import type { ImportMapping } from "@/lib/domain/import/mapping";
import { normalName, plainName } from "@/lib/domain/import/names";
import { findNearFields } from "@/lib/domain/import/near-fields";
import { type PlannedRow, planRow } from "@/lib/domain/import/plan";
import { asFoundStages, suggestStageMapping } from "@/lib/domain/import/stages";
import { suggestMapping } from "@/lib/domain/import/suggest-mapping";
import { daysBetween } from "@/lib/domain/shared/day";
import { isRefusal } from "@/lib/domain/shared/result";
import { readBytes } from "@/lib/platform/csv/read-bytes";
import { rows } from "@/lib/platform/csv/rows";

const folder = path.join(
  process.env.KOERS_REAL_DATA ?? path.resolve("..", "shared", "data"),
  "maven-crm-sales",
);
const present = existsSync(folder);
if (!present) process.stdout.write("not run: real data (plan of the sales pipeline)\n");

/** Reads and plans a file with the mapping proposed for it, untouched by a person. */
async function plan(name: string, kind: ImportKind) {
  const source = () => createReadStream(path.join(folder, name));
  const reading = await readBytes(source);
  if (isRefusal(reading)) throw new Error(reading.code);
  const profile = createColumnsProfile(reading.header);
  for await (const row of rows(source(), reading)) profile.add(row.values, row.number);
  const profiles = profile.profiles();
  const suggestion = suggestMapping(kind, profiles);
  const stageColumn = suggestion.columns.find(
    ({ target }) => target.kind === "field" && target.field === "stage",
  );
  const stageValues = profiles[stageColumn?.index ?? -1]?.distinct ?? [];
  const stages = suggestStageMapping(stageValues, null);
  const mapping: ImportMapping = {
    kind,
    columns: suggestion.columns,
    timeZone: "Europe/Brussels",
    currency: "USD",
    stages: Object.fromEntries(
      stages.flatMap(({ value, target }) => (target ? [[plainName(value), target]] : [])),
    ),
    stageOrder: asFoundStages(stageValues.map(({ value }) => value)).map(({ key }) => key),
  };
  const seen = new Map<string, number>();
  const planned: PlannedRow[] = [];
  for await (const row of rows(source(), reading)) {
    const made = planRow(mapping, row, {
      existing: () => undefined,
      seen: (identity) => seen.get(identity),
      reference: () => undefined,
      today: "2026-01-01",
    });
    for (const identity of made.identities) seen.set(identity, made.number);
    planned.push(made);
  }
  return { mapping, profiles, suggestion, planned };
}

it.skipIf(!present)("the pipeline comes in whole, with its quirks named", async () => {
  const { mapping, profiles, suggestion, planned } = await plan("sales_pipeline.csv", "deals");
  expect(suggestion.missing).toEqual([]);
  expect(suggestion.columns.every(({ question }) => question === null)).toBe(true);
  expect(planned).toHaveLength(8800);
  expect(planned.filter(({ action }) => action !== "create")).toEqual([]);
  const deals = planned.flatMap(({ values }) => (values.kind === "deals" ? [values] : []));
  const won = deals.filter(({ outcome }) => outcome === "won");
  expect([
    won.length,
    deals.filter(({ outcome }) => outcome === "lost").length,
    deals.filter(({ outcome }) => outcome === null).length,
  ]).toEqual([4238, 2473, 2089]);
  expect(won.reduce((sum, { amount }) => sum + (amount?.minor ?? 0), 0)).toBe(1_000_553_400);
  const histories = deals.map((deal) => dealEvents(deal, mapping.stageOrder ?? []));
  expect(histories.filter(({ opened }) => !opened.startKnown)).toHaveLength(500);
  const cycles = histories
    .flatMap(({ opened, closed }) =>
      closed?.outcome === "won" && opened.occurred
        ? [daysBetween(opened.occurred.day, closed.occurred.day)]
        : [],
    )
    .sort((a, b) => a - b);
  expect(cycles[Math.floor(cycles.length / 2)]).toBe(57);
  expect(cycles.reduce((sum, days) => sum + days, 0) / cycles.length).toBeCloseTo(51.78, 2);
  expect(
    planned.filter(({ notes }) => notes.some(({ code }) => code === "open-without-company")),
  ).toHaveLength(1425);
  expect(mapping.stageOrder).toEqual(["prospecting", "engaging"]);
  const products = await plan("products.csv", "products");
  const known = products.planned.flatMap(({ values }) => (values.kind === "products" ? [values.name] : []));
  expect(findNearFields(mapping, profiles, { product: known })).toMatchObject([
    { field: "product", value: "GTXPro", match: "GTX Pro", why: "spacing", count: 1480 },
  ]);
});

it.skipIf(!present)("companies and people come in whole, with misspelt values named", async () => {
  const companies = await plan("accounts.csv", "companies");
  expect(companies.planned.filter(({ action }) => action === "create")).toHaveLength(85);
  expect(
    new Set(
      companies.planned.flatMap(({ values }) =>
        values.kind === "companies" ? [normalName(values.name)] : [],
      ),
    ).size,
  ).toBe(85);
  expect(findNearFields(companies.mapping, companies.profiles, {})).toMatchObject([
    { field: "sector", value: "technolgy", match: "technology", count: 12 },
    { field: "country", value: "Philipines", match: "Philippines", count: 1 },
  ]);
  const people = await plan("sales_teams.csv", "people");
  expect(people.planned.filter(({ action }) => action === "create")).toHaveLength(35);
});
