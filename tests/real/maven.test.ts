import { createReadStream, existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import type { ImportKind } from "@/lib/domain/import/field";
import { insightsDeals, insightsPipeline } from "@/lib/features/insights/queries";
import { read } from "@/lib/platform/execute";
import { stateOf } from "@/tests/features/imports-state";
import { Importing } from "@/tests/features/imports-support";
import { newWorld, type OrgWorld } from "@/tests/support/world";

const folder = path.join(
  process.env.KOERS_REAL_DATA ?? path.resolve("..", "shared", "data"),
  "maven-crm-sales",
);
const present = existsSync(folder);
if (!present) process.stdout.write("not run: real data (the sales pipeline through the import)\n");

const FILES: Record<ImportKind, string> = {
  companies: "accounts.csv",
  people: "sales_teams.csv",
  products: "products.csv",
  deals: "sales_pipeline.csv",
};
const AS_OF = "2017-12-31";

async function bring(world: OrgWorld, order: readonly ImportKind[]) {
  const views = new Map<ImportKind, Awaited<ReturnType<Importing["view"]>>>();
  for (const kind of order) {
    const importing = await Importing.all(world, kind, readFileSync(path.join(folder, FILES[kind])));
    views.set(kind, await importing.view());
  }
  return views;
}

/** Counted from the file itself, without any code of the product. */
function recount() {
  const [head = "", ...lines] = readFileSync(path.join(folder, FILES.deals), "utf8").trim().split(/\r?\n/);
  const columns = head.split(",");
  const rows = lines.map((line) =>
    Object.fromEntries(line.split(",").map((cell, at) => [columns[at], cell])),
  );
  const owners = new Map<string, { won: number; lost: number; open: number; value: number }>();
  for (const row of rows) {
    const at = owners.get(row.sales_agent ?? "") ?? { won: 0, lost: 0, open: 0, value: 0 };
    if (row.deal_stage === "Won") {
      at.won++;
      at.value += Number(row.close_value);
    } else if (row.deal_stage === "Lost") at.lost++;
    else at.open++;
    owners.set(row.sales_agent ?? "", at);
  }
  return owners;
}

async function pipeline(world: OrgWorld, input: object) {
  const result = await read(insightsPipeline, world.viewer.caller, { asOf: AS_OF, ...input });
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

const ORDERS: ImportKind[][] = [
  ["companies", "people", "products", "deals"],
  ["deals", "products", "companies", "people"],
];

it.skipIf(!present)("gives the same figures in two orders, each with its deals behind it", async () => {
  const states = [];
  for (const order of ORDERS) {
    const world = await newWorld();
    const views = await bring(world, order);
    const deals = views.get("deals");
    expect(deals?.counts.check).toMatchObject({ rows: 8800, created: 8800, rejected: 0 });
    expect(deals?.counts.apply).toMatchObject({ rows: 8800, created: 8800, rejected: 0 });
    expect(deals?.counts.check?.sums).toMatchObject([{ currency: "EUR", file: 1_000_553_400 }]);
    expect(views.get("companies")?.counts.apply).toMatchObject({ rows: 85, rejected: 0 });
    expect(views.get("people")?.counts.apply).toMatchObject({ rows: 35, rejected: 0 });
    expect(views.get("products")?.counts.apply).toMatchObject({ rows: 7, rejected: 0 });

    const { total, groups } = await pipeline(world, { groupBy: "owner" });
    const value = (estimate: { value: number | null }) => estimate.value;
    expect([value(total.outcomes.won), value(total.outcomes.lost), value(total.open)]).toEqual([
      4238, 2473, 2089,
    ]);
    expect(total.wonValue.sums).toEqual([{ currency: "EUR", minor: 1_000_553_400 }]);
    expect(value(total.winRate)).toBeCloseTo(0.6315, 4);
    expect([value(total.wonCycle.median), total.wonCycle.mean && value(total.wonCycle.mean)]).toEqual([
      57,
      expect.closeTo(51.78, 2),
    ]);
    const byOwner = new Map(
      groups.map(({ name, figures }) => [
        name,
        {
          won: value(figures.outcomes.won),
          lost: value(figures.outcomes.lost),
          open: value(figures.open),
          value: (figures.wonValue.sums[0]?.minor ?? 0) / 100,
        },
      ]),
    );
    expect(byOwner).toEqual(recount());
    expect(byOwner.size).toBe(30);
    // Sectors and offices come in with the companies and the people, and deals are read by them.
    for (const [groupBy, expected] of [
      ["segment", 10],
      ["team", 3],
    ] as const) {
      const by = await pipeline(world, { groupBy });
      const named = by.groups.filter(({ name }) => name !== null);
      expect(named).toHaveLength(expected);
      expect(by.groups.reduce((sum, { figures }) => sum + (value(figures.outcomes.won) ?? 0), 0)).toBe(4238);
    }
    for (const [estimate, count] of [
      [total.outcomes.won, 4238],
      [total.open, 2089],
    ] as const) {
      const ids = new Set<string>();
      for (let cursor: { minor: number; id: string } | null | undefined; cursor !== null; ) {
        const page = await read(insightsDeals, world.viewer.caller, {
          drill: estimate.drill as never,
          limit: 1000,
          ...(cursor && { cursor }),
        });
        if (!page.ok) throw new Error(JSON.stringify(page.refusal));
        for (const { id } of page.value.deals) ids.add(id);
        cursor = page.value.next ?? null;
      }
      expect(ids.size).toBe(count);
    }
    states.push(await stateOf(world.org.id));
  }
  expect(states[1]).toEqual(states[0]);
  expect(states[0]?.people.filter(({ manager }) => manager !== null)).toHaveLength(35);
  expect(states[0]?.products.map(({ name }) => name)).toContain("GTX Pro");
  expect(states[0]?.companies.filter(({ sector }) => sector === "technology")).toHaveLength(12);
});

/** The file `times` over, each time with ids of its own, a line at a time. */
async function* repeated(times: number): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for (let round = 0; round < times; round++) {
    let rest = "";
    let first = true;
    for await (const chunk of createReadStream(path.join(folder, FILES.deals), "utf8")) {
      const lines = (rest + chunk).split("\r\n");
      rest = lines.pop() ?? "";
      const out = lines.flatMap((line) => {
        if (!first) return [`${round}-${line}`];
        first = false;
        return round === 0 ? [line] : [];
      });
      yield encoder.encode(out.map((line) => `${line}\r\n`).join(""));
    }
    if (rest) yield encoder.encode(`${round}-${rest}\r\n`);
  }
}

it.skipIf(!present)("takes 105,600 rows with flat memory", async () => {
  const world = await newWorld();
  const importing = await Importing.read(world, "deals", repeated(12));
  expect((await importing.view()).total).toBe(105_600);
  const heap: number[] = [];
  const measure = () => {
    if (!globalThis.gc) throw new Error("run with --expose-gc: a heap that was not collected says nothing");
    globalThis.gc();
    const { heapUsed, external } = process.memoryUsage();
    heap.push((heapUsed + external) / 1_048_576);
  };
  const every = (rows: number) => {
    if (rows % 10_000 < 250) measure();
  };
  await importing.check();
  await importing.apply({ afterChunk: every });
  const { counts } = await importing.status();
  expect(counts.apply).toMatchObject({ created: 105_600, rejected: 0 });
  // Between the first tenth and the last: some bytes per row for doubles, and no row itself.
  expect(Math.max(...heap.slice(-3)) - Math.max(...heap.slice(0, 3))).toBeLessThan(40);
});
