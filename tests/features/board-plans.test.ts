import pg from "pg";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { compile } from "@/lib/domain/process/compile";
import { boardStatement, columnStatement } from "@/lib/features/deals/board-sql";
import { moveDeal } from "@/lib/features/deals/commands";
import { BoardFilter, ColumnPage, LanesFilter } from "@/lib/features/deals/input";
import { lanesStatement } from "@/lib/features/deals/lanes-sql";
import { dealsList } from "@/lib/features/deals/queries";
import { type NewDeal, openDeals } from "@/lib/features/runs/open";
import { withTenant } from "@/lib/platform/db/tenant";
import { execute, read } from "@/lib/platform/execute";
import { newId } from "@/lib/platform/id";
import { ownDatabase, type Plan, planIn, scans } from "@/tests/support/plans";
import { DOCUMENT, publishedProcess } from "@/tests/support/process";
import { quiet } from "@/tests/support/quiet";
import { NOW, newWorld, type OrgWorld } from "@/tests/support/world";

const database = ownDatabase();
const DEALS = 2_100;
/** Of each stage, more than the largest page. */
const OF_A_STAGE = DEALS / 3;
const MOVED = 20;
let world: OrgWorld;
let processId: string;
/** Where the log stood before some deals were moved. */
let cursor: string;

/**
 * What holds whatever a planner knows of the tables: that there is an index to read from, in its order. So it may read no table
 * as a whole and sort only what it cannot have otherwise.
 */
const HELD = `set local enable_seqscan = off; set local enable_bitmapscan = off; set local enable_sort = off;
  select set_config('app.sees', 'all', true)`;
/** With the eyes of a rep who sees their own. */
const own = () =>
  `${HELD}; select set_config('app.sees', 'some', true), set_config('app.member_id', '${world.rep.id}', true),
    set_config('app.seen_owners', '{${world.rep.id}}', true)`;

beforeAll(async () => {
  world = await newWorld("Boards");
  const made = await publishedProcess(world.org.id);
  processId = made.id;
  const versions = new Map([[made.versionId, compile(DOCUMENT)]]);
  const owners = [world.rep, world.otherRep, world.manager];
  const ids: string[] = [];
  const by = world.owner.caller;
  for (let from = 0; from < DEALS; from += 300) {
    const batch = Array.from({ length: 300 }, (_, index): NewDeal => {
      const id = newId();
      ids.push(id);
      const occurred = { day: "2026-11-01", at: null };
      const stageKey = DOCUMENT.stages[index % 3]?.key ?? null;
      const fields = { title: `Deal ${from + index}`, owner: owners[Math.floor(index / 3) % 3]?.id ?? null };
      const { versionId } = made;
      return {
        ...{ id, processId },
        events: [{ type: "run.opened", versionId, stageKey, startKnown: true, fields, occurred }],
      };
    });
    await withTenant(by, NOW, (tx, entered) => openDeals(tx, { ...entered, reach: "all" }, batch, versions), {
      timeoutMs: 120_000,
    });
  }
  await database.settle();
  // The log is read from where nothing older is at work, also in other suites, up to there.
  await quiet(by);
  cursor = await edge();
  for (const id of ids.slice(0, MOVED * 3).filter((_, index) => index % 3 === 0))
    expect(await execute(moveDeal, by, { id, version: 1, to: "second" }, { now: NOW })).toMatchObject({
      ok: true,
    });
  await quiet(by);
}, 120_000);

async function edge(): Promise<string> {
  const rows = await withTenant(
    world.owner.caller,
    NOW,
    (tx) => tx.$queryRaw<{ at: string }[]>`select pg_snapshot_xmin(pg_current_snapshot())::text at`,
  );
  return rows[0]?.at ?? "0";
}

type Counted = Plan & { "Actual Rows"?: number; "Rows Removed by Filter"?: number };
const ran = (plan: Counted[]) => plan.filter((node) => node["Actual Loops"] !== 0);
/** The rows that were looked at, also those that were not wanted. */
const rowsOf = (node: Counted) =>
  ((node["Actual Rows"] ?? 0) + (node["Rows Removed by Filter"] ?? 0)) * (node["Actual Loops"] ?? 1);
/** The most rows that were put in order in one go. */
const sorted = (plan: Counted[]): number =>
  Math.max(
    0,
    ...plan.filter((node) => node["Node Type"].includes("Sort")).map((node) => node["Actual Rows"] ?? 0),
  );
const looked = (plan: Counted[], relation: string): number =>
  plan.filter((node) => node["Relation Name"] === relation).reduce((sum, node) => sum + rowsOf(node), 0);

describe.each([
  ["everybody", () => HELD],
  ["a rep who sees their own", own],
])("for %s", (_who, eyes) => {
  const planOf = async (statement: Parameters<typeof planIn>[1]) =>
    ran(await planIn(world.org.id, statement, eyes()));
  const RUNS = /^Index (Only )?Scan run_/;
  // Both are in the order of the board; where nearly all deals are of one process, either is as short.
  const IN_ORDER = expect.stringMatching(/^Index Scan run_(board|due)$/);

  it.each([50, 200, 500] as const)(
    "a page of %i cards is read from the index, in its order",
    async (size) => {
      const after = { due: "2026-11-02", id: newId() };
      const page = ColumnPage.parse({ processId, stageKey: "third", after, size });
      const plan = await planOf(columnStatement(page));
      expect(scans(plan, "run")).toContainEqual(IN_ORDER);
      for (const scan of scans(plan, "run")) expect(scan).toMatch(RUNS);
      expect(scans(plan, "deal")).toEqual(["Index Scan deal_pkey"]);
      // Only the cards of the page themselves are put in order, for the answer.
      expect(sorted(plan)).toBeLessThanOrEqual(size);
      expect(looked(plan, "deal")).toBeLessThanOrEqual(size);
    },
  );

  it("the board with what changed since reads the log from its place on, and each deal by its key", async () => {
    const plan = await planOf(boardStatement(BoardFilter.parse({ processId, since: cursor }), NOW));
    expect(scans(plan, "event")).toEqual(["Index Scan event_org_id_tx_idx"]);
    // Not the thousands that were opened before.
    expect(looked(plan, "event")).toBe(MOVED);
    expect(scans(plan, "run")).toContainEqual(IN_ORDER);
    for (const scan of scans(plan, "run")) expect(scan).toMatch(RUNS);
    // How the figures find deals of others that one sees hangs on how many those are; here there are none.
    for (const scan of scans(plan, "deal")) expect(scan).toMatch(/^Index Scan deal_/);
    expect(sorted(plan)).toBeLessThan(OF_A_STAGE / 3);
    expect(looked(plan, "deal")).toBeLessThanOrEqual(3 * 50 + MOVED + 1);
  });

  it("and so it is in lanes", async () => {
    const plan = await planOf(
      lanesStatement(LanesFilter.parse({ processId, group: "owner", since: cursor }), NOW),
    );
    expect(scans(plan, "event")).toEqual(["Index Scan event_org_id_tx_idx"]);
    expect(looked(plan, "event")).toBe(MOVED);
    for (const scan of scans(plan, "run")) expect(scan).toMatch(RUNS);
    for (const scan of scans(plan, "deal")) expect(scan).toMatch(/^Index Scan deal_/);
    expect(looked(plan, "deal")).toBeLessThan(OF_A_STAGE);
  });

  it("and looks for no card of a lane that is folded away", async () => {
    const cards = async (folded: string[]) => {
      const plan = await planOf(
        lanesStatement(LanesFilter.parse({ processId, group: "owner", folded }), NOW),
      );
      return looked(plan, "deal");
    };
    const all = [world.rep, world.otherRep, world.manager].map(({ id }) => id);
    expect(await cards([])).toBeGreaterThan(10);
    // The figures of who sees their own ask once for what others let them see.
    expect(await cards(all)).toBeLessThanOrEqual(1);
  });
});

describe("what these plans are looked at with", () => {
  it("sees a whole stage that is sorted, and a table that is read as a whole", async () => {
    const text = `select r.id, d.amount_minor from run r join deal d on d.org_id = r.org_id and d.id = r.id
      where r.org_id = (select app.org_id()) and r.process_id = $1 and r.stage_key = 'third' order by r.title`;
    const planOf = async (text: string) => ran(await planIn(world.org.id, { text, values: [processId] }));
    const plan = await planOf(`${text} limit 50`);
    expect(looked(plan, "run")).toBeGreaterThanOrEqual(OF_A_STAGE);
    expect(sorted(await planOf(text))).toBe(OF_A_STAGE);
  });
});

describe("the list", () => {
  it("asks the same number of statements however long its page is", async () => {
    const count = async (input: object) => {
      const list = () => read(dealsList, world.manager.caller, input, { now: NOW });
      // The first one also fetches the versions, which are kept.
      await list();
      const queries = vi.spyOn(pg.Client.prototype, "query");
      const page = await list();
      const asked = queries.mock.calls.length;
      queries.mockRestore();
      return { asked, rows: page.ok ? page.value.rows.length : -1 };
    };
    const few = await count({ limit: 1 });
    const many = await count({ limit: 200 });
    expect([few.rows, many.rows]).toEqual([1, 200]);
    expect(many.asked).toBe(few.asked);
    const filtered = await count({ limit: 200, sort: "due", ownerId: world.rep.id, q: "Deal" });
    expect(filtered.asked).toBe(few.asked);
    // To enter takes three, the page and its count one each, and the end one.
    expect(few.asked).toBeLessThanOrEqual(8);
  });
});
