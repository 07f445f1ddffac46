import { beforeAll, describe, expect, it } from "vitest";
import { compile } from "@/lib/domain/process/compile";
import { noticesStatement, unreadStatement } from "@/lib/features/inbox/notices-sql";
import { type NewDeal, openDeals } from "@/lib/features/runs/open";
import { doneStatement, openStatement, waitingStatement } from "@/lib/features/tasks/tasks-sql";
import { pools } from "@/lib/platform/db/pools";
import type { Sql } from "@/lib/platform/db/sql";
import { withTenant } from "@/lib/platform/db/tenant";
import { newId } from "@/lib/platform/id";
import { ownDatabase } from "@/tests/support/plans";
import { DOCUMENT, publishedProcess } from "@/tests/support/process";
import { NOW, newWorld, type OrgWorld } from "@/tests/support/world";

const database = ownDatabase();
const DEALS = 400;
/** Of each deal, and for each of the members. */
const TASKS = 50;
const NOTICES = 4_000;
let world: OrgWorld;
const deals: string[] = Array.from({ length: DEALS }, () => newId());
const company = newId();

beforeAll(async () => {
  world = await newWorld("Busy");
  const { id: processId, versionId } = await publishedProcess(world.org.id);
  const versions = new Map([[versionId, compile(DOCUMENT)]]);
  const occurred = { day: "2026-11-01", at: null };
  await withTenant(
    world.owner.caller,
    NOW,
    async (tx, entered) => {
      const made = deals.map(
        (id, index): NewDeal => ({
          id,
          processId,
          events: [
            {
              type: "run.opened",
              versionId,
              stageKey: "first",
              startKnown: true,
              fields: { title: `Deal ${index}`, owner: index % 2 ? world.rep.id : world.otherRep.id },
              occurred,
            } as const,
          ],
        }),
      );
      await openDeals(tx, { ...entered, reach: "all" }, made, versions);
      await tx.company.create({
        data: { orgId: world.org.id, id: company, name: "Haventec", normalName: "haventec" },
      });
      await tx.deal.updateMany({ where: { id: { in: deals.slice(0, 3) } }, data: { companyId: company } });
      const people = [world.rep.id, world.otherRep.id, world.manager.id, world.owner.id];
      // Every third is done, every fifth in the trash, every tenth a promise; the days differ.
      await tx.$executeRaw`
        insert into task (org_id, id, kind, title, run_id, due_on, assignee_id, creator_id, done_at, deleted_at)
        select r.org_id, gen_random_uuid(), case when n % 10 = 0 then 'promise' else 'task' end, 'Call', r.id,
          date '2026-11-01' + n, (${people}::uuid[])[1 + n % 4], ${world.owner.id}::uuid,
          case when n % 3 = 0 then now() - n * interval '1 hour' end, case when n % 5 = 0 and n % 10 <> 0 then now() end
        from run r cross join generate_series(1, ${TASKS}) n where r.org_id = ${world.org.id}::uuid`;
      await tx.$executeRaw`
        insert into notification (org_id, id, member_id, kind, deals, created_at, read_at)
        select ${world.org.id}::uuid, gen_random_uuid(), p, 'deals-given', 1, now() - n * interval '1 minute',
          case when n % 7 > 0 then now() end
        from unnest(${people}::uuid[]) p cross join generate_series(1, ${NOTICES}) n`;
    },
    { timeoutMs: 120_000 },
  );
  await database.settle();
}, 120_000);

type Plan = {
  "Node Type": string;
  "Relation Name"?: string;
  "Index Name"?: string;
  "Actual Rows": number;
  "Actual Loops": number;
  "Rows Removed by Filter"?: number;
  Plans?: Plan[];
};
const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)];

/** What the app's role does for a statement, with a member's eyes: those of everybody, or of who sees their own deals. */
async function planOf({ text, values }: Sql, sees: "all" | "some"): Promise<Plan[]> {
  const client = await pools().app.connect();
  const set = (name: string, value: string) =>
    client.query("select set_config($1, $2, true)", [`app.${name}`, value]);
  try {
    await client.query("begin");
    await set("org_id", world.org.id);
    await set("member_id", world.rep.id);
    await set("sees", sees);
    await set("seen_owners", `{${world.rep.id}}`);
    const { rows } = await client.query(`explain (analyze, format json) ${text}`, [...values]);
    return nodes(rows[0]["QUERY PLAN"][0].Plan);
  } finally {
    await client.query("rollback");
    client.release();
  }
}

/** How a table is read, where it is. */
const reads = (plan: Plan[], relation: string): string[] => [
  ...new Set(
    plan
      .filter((node) => node["Relation Name"] === relation && node["Actual Loops"] > 0)
      .map((node) => `${node["Node Type"]} ${node["Index Name"] ?? ""}`.trim()),
  ),
];
/** The rows of a table that were looked at, also those that were not wanted. */
const looked = (plan: Plan[], relation: string): number =>
  plan
    .filter((node) => node["Relation Name"] === relation)
    .reduce(
      (sum, node) =>
        sum + node["Actual Loops"] * (node["Actual Rows"] + (node["Rows Removed by Filter"] ?? 0)),
      0,
    );

describe.each(["all", "some"] as const)("20,000 tasks, for who sees %s deals", (sees) => {
  it("one's own are read from the index of what waits, in its order, no more than are shown", async () => {
    for (const kind of ["task", "promise"] as const) {
      const plan = await planOf(waitingStatement(world.org.id, world.rep.id, kind), sees);
      expect(reads(plan, "task")).toEqual(["Index Scan task_waiting"]);
      expect(looked(plan, "task")).toBeLessThanOrEqual(200);
      expect(looked(plan, "task")).toBeGreaterThan(0);
    }
  });

  it("those of a deal are read by its index, and nobody else's", async () => {
    for (const statement of [openStatement, doneStatement]) {
      const plan = await planOf(statement(world.org.id, "deal", deals[1] ?? ""), sees);
      expect(reads(plan, "task").join()).toMatch(/^(Index Scan|Bitmap Heap Scan)( task_run)?$/);
      expect(looked(plan, "task")).toBeLessThanOrEqual(TASKS);
    }
  });

  it("those of a company are read by the index of it and of its deals", async () => {
    for (const statement of [openStatement, doneStatement]) {
      const plan = await planOf(statement(world.org.id, "company", company), sees);
      expect(reads(plan, "task").join()).not.toContain("Seq Scan");
      expect(looked(plan, "task")).toBeLessThanOrEqual(3 * TASKS);
    }
  });
});

describe("an inbox of 4,000 among 16,000 notices", () => {
  it("is read from the end of its index, no more than a page", async () => {
    for (const after of [null, { at: new Date(NOW.getTime() + 86_400_000).toISOString(), id: newId() }]) {
      const plan = await planOf(noticesStatement(world.org.id, world.rep.id, { after, limit: 50 }), "some");
      expect(reads(plan, "notification")).toEqual(["Index Scan notification_latest"]);
      expect(looked(plan, "notification")).toBeLessThanOrEqual(51);
    }
  });

  it("is counted from the index of what is unread, no further than is said", async () => {
    const plan = await planOf(unreadStatement(world.org.id, world.rep.id, 101), "some");
    // Straight or by a bitmap, as its pages lie.
    const used = plan.flatMap((node) => node["Index Name"] ?? []);
    expect(used).toEqual(["notification_unread"]);
    expect(looked(plan, "notification")).toBeLessThanOrEqual(101);
  });

  it("would be seen to be read whole", async () => {
    const plan = await planOf(
      { text: "select count(*) from notification where deals = $1", values: [1] } as unknown as Sql,
      "all",
    );
    expect(looked(plan, "notification")).toBeGreaterThan(NOTICES);
  });
});
