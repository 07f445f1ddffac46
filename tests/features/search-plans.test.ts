import pg from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { findStatement } from "@/lib/features/search/find-sql";
import { Find } from "@/lib/features/search/input";
import { pools } from "@/lib/platform/db/pools";
import { ownDatabase } from "@/tests/support/plans";
import { publishedProcess } from "@/tests/support/process";
import { newWorld, type OrgWorld } from "@/tests/support/world";

const database = ownDatabase();
const SIZES = { small: 1_000, large: 20_000 } as const;
let small: OrgWorld;
let large: OrgWorld;

beforeAll(async () => {
  small = await newWorld("Small");
  large = await newWorld("Large");
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  for (const [world, deals] of [
    [small, SIZES.small],
    [large, SIZES.large],
  ] as const) {
    const { id, versionId } = await publishedProcess(world.org.id);
    await client.query(
      `insert into company (org_id, id, name, normal_name) select $1, uuidv7(), n, n
       from generate_series(1, $2::int / 5) i, lateral (select 'Bedrijf ' || substr(md5(i::text), 1, 4) n) x`,
      [world.org.id, deals],
    );
    await client.query(
      `insert into run (org_id, id, kind, process_id, version_id, owner_id, title, stage_key)
       select $1, uuidv7(), 'deal', $2, $3, $4, 'Aanbieding ' || substr(md5(i::text), 1, 3) || ' project ' || i % 2000, 'first' from generate_series(1, $5::int) i`,
      [world.org.id, id, versionId, world.rep.id, deals],
    );
    for (let from = 0; from < deals; from += 2_000) {
      await client.query(
        "insert into deal (org_id, id, currency) select org_id, id, 'EUR' from run where org_id = $1 order by id offset $2 limit 2000",
        [world.org.id, from],
      );
      if (from === 0) await database.settle();
    }
  }
  await client.end();
  await database.settle();
}, 240_000);

type Plan = {
  "Node Type": string;
  "Relation Name"?: string;
  "Index Name"?: string;
  "Actual Rows": number;
  "Actual Loops": number;
  Plans?: Plan[];
};
const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)];

/** The plan that the app's role follows inside the organisation, as the product's prepared statement has it. */
async function planOf(world: OrgWorld, q: string, mode: string): Promise<Plan[]> {
  const { text } = findStatement(Find.parse({ q }));
  const client = await pools().app.connect();
  try {
    await client.query("begin");
    await client.query("select set_config('app.org_id', $1, true), set_config('app.sees', 'all', true)", [
      world.org.id,
    ]);
    await client.query(`set local plan_cache_mode = ${mode}`);
    await client.query(`prepare find (text, jsonb, text[]) as ${text}`);
    const { rows } = await client.query(
      `explain (analyze, format json) execute find (${client.escapeLiteral(q)}, '[]', '{owner}')`,
    );
    await client.query("deallocate find");
    return nodes(rows[0]["QUERY PLAN"][0].Plan);
  } finally {
    await client.query("rollback");
    client.release();
  }
}

const READ = (plan: Plan[]) =>
  plan
    .filter((node) => node["Relation Name"])
    .reduce((sum, node) => sum + node["Actual Rows"] * node["Actual Loops"], 0);

/** Tables that hold a page or two, which are sooner read than looked up in. */
const SMALL = ["organization", "membership", "stage", "process", "process_version", "contact"];

const TEXTS = [
  "aanbieding",
  "a",
  "project 777",
  "anbieding prject",
  "bedrijf",
  "ojec",
  "123",
  "aanbieding project",
];

describe.each(["force_custom_plan", "force_generic_plan"])("search in two organisations, %s", (mode) => {
  it.each(TEXTS)("reads '%s' from indexes alone", async (q) => {
    const plan = await planOf(large, q, mode);
    const scans = plan.filter((node) => !SMALL.includes(node["Relation Name"] ?? "organization"));
    expect(scans.length).toBeGreaterThan(8);
    expect(scans.filter((node) => !/^Index (Only )?Scan/.test(node["Node Type"]))).toEqual([]);
    const search = scans.filter((node) => node["Relation Name"]?.startsWith("search_"));
    expect(new Set(search.map((node) => node["Index Name"]))).toEqual(
      new Set(["search_key_pkey", "search_hit_pkey", "search_entry_pkey"]),
    );
  });

  it.each(TEXTS)("reads as few rows for '%s' in an organisation 20 times as large", async (q) => {
    const read = READ(await planOf(large, q, mode));
    expect(read).toBeLessThan(2_000);
    expect(read).toBeLessThan(2 * READ(await planOf(small, q, mode)) + 300);
  });
});
