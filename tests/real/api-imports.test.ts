import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import * as behind from "@/app/api/v1/insights/pipeline/deals/route";
import * as pipeline from "@/app/api/v1/insights/pipeline/route";
import { ask, newKey } from "@/tests/support/api";
import { ApiImporting, type Told } from "@/tests/support/api-imports";
import { newWorld } from "@/tests/support/world";

const folder = path.join(
  process.env.KOERS_REAL_DATA ?? path.resolve("..", "shared", "data"),
  "maven-crm-sales",
);
const present = existsSync(folder);
if (!present) process.stdout.write("not run: real data (the sales pipeline through the API)\n");

type Figure = { value: number | null; n: number; drill: object };
type Figures = { open: Figure; outcomes: { won: Figure; lost: Figure }; winRate: Figure } & {
  wonCycle: { median: Figure; mean: Figure };
  wonValue: { sums: { minor: number; currency: string }[] };
};

it.skipIf(!present)("the sales pipeline comes in and gives its figures through the API alone", async () => {
  const world = await newWorld();
  const api = new ApiImporting(world.org.id, await newKey(world, "manager"));
  for (const [kind, name] of [
    ["companies", "accounts.csv"],
    ["people", "sales_teams.csv"],
    ["products", "products.csv"],
    ["deals", "sales_pipeline.csv"],
  ] as const) {
    const sent = await api.send(kind, new Uint8Array(readFileSync(path.join(folder, name))), {
      query: { fileName: name },
    });
    const { id } = sent.body as Told;
    const { near = [] } = (await api.view(id)).mapping ?? {};
    await api.map(id, {
      ...(kind === "deals" && { currency: "USD" }),
      near: near.map(({ field, value }) => ({ field, value, accept: true })),
    });
    expect((await api.check(id)).status, kind).toBe(202);
    expect((await api.apply(id)).status, kind).toBe(202);
    expect(await api.view(id)).toMatchObject({ status: "applied", counts: { apply: { rejected: 0 } } });
  }
  const query = { asOf: "2017-12-31", groupBy: "owner" };
  const { body } = await ask(pipeline, {}, { key: api.key.secret, query });
  const { total, groups } = body as { total: Figures; groups: { name: string; figures: Figures }[] };
  expect([total.outcomes.won.value, total.outcomes.lost.value, total.open.value]).toEqual([4238, 2473, 2089]);
  expect(total.wonValue.sums).toEqual([{ currency: "USD", minor: 1_000_553_400 }]);
  expect(total.winRate.value).toBeCloseTo(0.6315, 4);
  expect(total.wonCycle.median.value).toBe(57);
  expect(total.wonCycle.mean.value).toBeCloseTo(51.78, 2);
  expect(groups).toHaveLength(30);
  for (const figure of [
    total.outcomes.won,
    total.open,
    ...groups.map(({ figures }) => figures.outcomes.won),
  ]) {
    const ids = new Set<string>();
    for (let cursor: string | null = ""; cursor !== null; ) {
      const page = await ask(
        behind,
        {},
        {
          key: api.key.secret,
          query: { drill: JSON.stringify(figure.drill), limit: "1000", ...(cursor && { cursor }) },
        },
      );
      const { deals, next } = page.body as { deals: { id: string }[]; next: string | null };
      for (const { id } of deals) ids.add(id);
      cursor = next;
    }
    expect(ids.size).toBe(figure.n);
  }
});
