import { beforeAll, describe, expect, it } from "vitest";
import { compile } from "@/lib/domain/process/compile";
import { factsStatement } from "@/lib/features/calls/figures-store";
import { ofDealStatement, plannedStatement, waitingStatement } from "@/lib/features/calls/lines-sql";
import { heardStatement } from "@/lib/features/registers/store";
import { type NewDeal, openDeals } from "@/lib/features/runs/open";
import type { Sql } from "@/lib/platform/db/sql";
import { withTenant } from "@/lib/platform/db/tenant";
import { newId } from "@/lib/platform/id";
import { indexes, ownDatabase, type Plan, planIn } from "@/tests/support/plans";
import { DOCUMENT, publishedProcess } from "@/tests/support/process";
import { NOW, newWorld, type OrgWorld } from "@/tests/support/world";

const database = ownDatabase();
const DEALS = 400;
/** Of each deal; one in ten waits, and one in twenty heard an objection. */
const CALLS = 20;
let world: OrgWorld;
let talks: string;
let quiet: string;
const deals: string[] = Array.from({ length: DEALS }, () => newId());

beforeAll(async () => {
  world = await newWorld("Talks");
  const orgId = world.org.id;
  const { id: processId, versionId } = await publishedProcess(orgId);
  const busy = await publishedProcess(orgId, { category: "call" });
  const seldom = await publishedProcess(orgId, { category: "call" });
  [talks, quiet] = [busy.id, seldom.id];
  const versions = new Map([[versionId, compile(DOCUMENT)]]);
  const occurred = { day: "2026-11-01", at: null };
  const owners = [world.rep.id, world.otherRep.id, world.manager.id, world.owner.id];
  await withTenant(
    world.owner.caller,
    NOW,
    async (tx, entered) => {
      const made = deals.map((id, index): NewDeal => {
        const fields = { title: `Deal ${index}`, owner: owners[index % owners.length] };
        const opened = {
          type: "run.opened",
          versionId,
          stageKey: "first",
          startKnown: true,
          fields,
        } as const;
        return { id, processId, events: [{ ...opened, occurred }] };
      });
      await openDeals(tx, { ...entered, reach: "all" }, made, versions);
      // One deal in a hundred has its calls on the process that is seldom used.
      await tx.$executeRaw`
        with calls as (
          insert into run (org_id, id, kind, process_id, version_id, owner_id, title, status, stage_key, opened_on, closed_on,
            deal_id, deal_owner_id, deal_version_id)
          select r.org_id, gen_random_uuid(), 'call',
            case when d % 100 = 0 then ${seldom.id}::uuid else ${busy.id}::uuid end,
            case when d % 100 = 0 then ${seldom.versionId}::uuid else ${busy.versionId}::uuid end,
            r.owner_id, 'Talk', case when n % 10 = 0 then 'open' else 'closed' end, 'first', date '2026-11-01',
            case when n % 10 > 0 then date '2026-11-02' end, r.id, r.owner_id, r.version_id
          from (select *, row_number() over (order by id) as d from run where org_id = ${orgId}::uuid and kind = 'deal') r
          cross join generate_series(1, ${CALLS}) n returning org_id, id, status)
        insert into call (org_id, id, planned_at, minutes, channel, status, plan, result, heard)
        select org_id, id, now() - row_number() over () * interval '1 hour', 30, 'call',
          case status when 'open' then 'planned' else 'held' end, '{"goal":"","questions":[],"objections":[],"messages":[]}',
          case when status = 'closed' then 'yes' end,
          case when status = 'closed' and row_number() over () % 20 = 1 then array[gen_random_uuid()] else '{}' end
        from calls`;
    },
    { timeoutMs: 120_000 },
  );
  await database.settle();
}, 120_000);

/** With the eyes of who sees everything, or of a rep who sees their own. */
const eyes = (sees: "all" | "some") =>
  `select set_config('app.sees', '${sees}', true), set_config('app.member_id', '${world.rep.id}', true),
    set_config('app.seen_owners', '{${world.rep.id}}', true)`;
/** The rows of a table that were looked at, also those that were not wanted. */
const looked = (
  plan: (Plan & { "Actual Rows"?: number; "Rows Removed by Filter"?: number })[],
  table: string,
) =>
  plan
    .filter((node) => node["Relation Name"] === table)
    .reduce(
      (sum, node) =>
        sum +
        (node["Actual Loops"] ?? 0) * ((node["Actual Rows"] ?? 0) + (node["Rows Removed by Filter"] ?? 0)),
      0,
    );

describe.each(["all", "some"] as const)("8,000 calls, for who sees %s deals", (sees) => {
  const planOf = (statement: Sql) => planIn(world.org.id, statement, eyes(sees));

  it("those of a deal are read by its index, each call by its key", async () => {
    for (const statement of [ofDealStatement, plannedStatement]) {
      const plan = await planOf(statement(world.org.id, deals[4] ?? "", 50));
      expect(indexes(plan, "run")).toContain("run_calls");
      expect(indexes(plan, "call")).toEqual(["call_pkey"]);
      expect(looked(plan, "call")).toBeLessThanOrEqual(2 * CALLS);
      expect(looked(plan, "call")).toBeGreaterThan(0);
    }
  });

  it("those that wait for somebody are read by the index of what waits, and no others", async () => {
    const plan = await planOf(waitingStatement(world.org.id, world.rep.id, NOW, 50));
    expect(indexes(plan, "run")).toContain("run_calls_waiting");
    expect(indexes(plan, "run")).not.toContain("Seq Scan");
    expect(indexes(plan, "call")).toEqual(["call_pkey"]);
    // Those of the rep that wait.
    expect(looked(plan, "call")).toBeLessThanOrEqual((DEALS / 4) * (CALLS / 10));
  });

  it("those of a process are read by its index", async () => {
    const plan = await planOf(factsStatement(world.org.id, quiet, 301));
    expect(indexes(plan, "run")).toContain("run_calls_process");
    expect(indexes(plan, "call")).toEqual(["call_pkey"]);
    expect(looked(plan, "call")).toBeLessThanOrEqual((DEALS / 100) * CALLS);
  });

  it("what came up is read by the index of those in which something did", async () => {
    const plan = await planOf(heardStatement(world.org.id));
    expect(indexes(plan, "call")).toEqual(["call_heard"]);
    expect(looked(plan, "call")).toBeLessThanOrEqual((DEALS * CALLS) / 20);
  });

  it("would be seen to read them whole", async () => {
    const plan = await planOf(factsStatement(world.org.id, talks, 301));
    expect(looked(plan, "call")).toBeGreaterThan(sees === "all" ? DEALS * CALLS * 0.9 : (DEALS * CALLS) / 5);
  });
});
