import { beforeAll, describe, expect, it } from "vitest";
import { compile } from "@/lib/domain/process/compile";
import { pairsStatement, peopleStatement } from "@/lib/features/companies/duplicates-store";
import { ListFilter } from "@/lib/features/deals/input";
import { pageStatement } from "@/lib/features/deals/list-sql";
import { type NewDeal, openDeals } from "@/lib/features/runs/open";
import { withTenant } from "@/lib/platform/db/tenant";
import { newId } from "@/lib/platform/id";
import { indexes, ownDatabase, planIn, scans } from "@/tests/support/plans";
import { DOCUMENT, publishedProcess } from "@/tests/support/process";
import { NOW, newWorld, type OrgWorld } from "@/tests/support/world";

const database = ownDatabase();
let world: OrgWorld;

/**
 * Few deals and few names, and a planner that may neither read a table as a whole nor sort: what is asked is whether there is an
 * index to read them from in their order.
 */
const HELD = `select set_config('app.sees', 'all', true), set_config('enable_seqscan', 'off', true),
  set_config('enable_bitmapscan', 'off', true), set_config('enable_sort', 'off', true)`;

/** Deals of which half are closed, and names of which every third is another one's with a letter changed. */
beforeAll(async () => {
  world = await newWorld("Lists");
  const orgId = world.org.id;
  const { id: processId, versionId } = await publishedProcess(orgId);
  const versions = new Map([[versionId, compile(DOCUMENT)]]);
  const occurred = { day: "2026-11-01", at: null };
  const by = world.owner.caller;
  const slow = { timeoutMs: 120_000 };
  for (let from = 0; from < 400; from += 200) {
    const batch = Array.from({ length: 200 }, (_, index): NewDeal => {
      const fields = { title: `Deal ${from + index}`, owner: world.rep.id };
      const opened = { type: "run.opened", versionId, stageKey: "first", startKnown: true, fields } as const;
      return { id: newId(), processId, events: [{ ...opened, occurred }] };
    });
    await withTenant(
      by,
      NOW,
      (tx, entered) => openDeals(tx, { ...entered, reach: "all" }, batch, versions),
      slow,
    );
  }
  await withTenant(
    by,
    NOW,
    (tx) => tx.$executeRaw`
      update run set status = 'closed', closed_on = date '2026-11-01' + (random() * 20)::int
      where org_id = ${orgId}::uuid and id in (select id from run where org_id = ${orgId}::uuid order by id limit 200)`,
    slow,
  );
  for (const part of [1, 2])
    await withTenant(
      by,
      NOW,
      async (tx) => {
        await tx.$executeRaw`
          insert into company (org_id, id, name, normal_name)
          select ${orgId}::uuid, gen_random_uuid(), x, lower(x) from (
            select substr(md5((${part}::int * 10000 + n / 3)::text), 1, 9) || n % 3 as x from generate_series(1, 150) n) s`;
        await tx.$executeRaw`
          insert into contact (org_id, id, name, email)
          select ${orgId}::uuid, gen_random_uuid(), 'Person ' || n, (${part}::int * 10000 + n / 3) || '@example.test'
          from generate_series(1, 150) n`;
      },
      slow,
    );
  await database.settle();
}, 120_000);

describe("the list of closed deals", () => {
  const where = () => ({ orgId: world.org.id, today: "2026-11-25", now: NOW, currency: "EUR" });

  it.each([
    ["the latest change", "-changed", NOW.toISOString(), "run_recent"],
    ["the day they closed, latest first", "-close", "2026-11-10", "run_closed_on"],
    ["the day they closed, oldest first", "close", "2026-11-10", "run_closed_on"],
  ])("is read by %s from the index, in its order, and goes on there", async (_, sort, at, index) => {
    for (const cursor of [null, { at, id: newId() }]) {
      const filter = ListFilter.parse({ status: "closed", sort, cursor });
      const plan = await planIn(world.org.id, pageStatement(filter, where()), HELD);
      expect(scans(plan, "run")).toEqual([`Index Scan ${index}`]);
      expect(scans(plan, "deal")).toEqual(["Index Scan deal_pkey"]);
    }
  });
});

describe("the lists of who is written down twice", () => {
  it.each([
    ["companies", "company", pairsStatement],
    ["people", "contact", peopleStatement],
  ] as const)("read pairs of %s from their index, and each name by its key", async (_, table, statement) => {
    const plan = await planIn(world.org.id, statement(world.org.id), HELD);
    expect(indexes(plan, "likely_pair")).toEqual(["likely_pair_pkey"]);
    expect(indexes(plan, table)).toEqual([`${table}_pkey`]);
    // Either index of that table serves while it is nearly empty.
    expect(indexes(plan, `${table}_distinct`)).toEqual([expect.stringMatching(`^${table}_distinct_`)]);
  });
});
