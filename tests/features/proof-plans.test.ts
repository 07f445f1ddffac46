import pg from "pg";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { compile } from "@/lib/domain/process/compile";
import { boardStatement, columnStatement } from "@/lib/features/deals/board-sql";
import { BoardFilter, ColumnPage, LanesFilter, ListFilter } from "@/lib/features/deals/input";
import { lanesStatement } from "@/lib/features/deals/lanes-sql";
import { pageStatement } from "@/lib/features/deals/list-sql";
import { dealStatement } from "@/lib/features/deals/read-sql";
import { VERBS } from "@/lib/features/registry";
import { type NewDeal, openDeals } from "@/lib/features/runs/open";
import { wonStaysStatement } from "@/lib/features/runs/pace";
import { dealsStatement } from "@/lib/features/today/deals-sql";
import { openDeviations } from "@/lib/features/today/tidy-store";
import { countStatement, waitingStatement } from "@/lib/features/today/waiting-sql";
import type { Ctx } from "@/lib/platform/context";
import { sql } from "@/lib/platform/db/sql";
import { type Tx, withTenant } from "@/lib/platform/db/tenant";
import { read, readJson } from "@/lib/platform/execute";
import { newId } from "@/lib/platform/id";
import type { JsonQuery, ShapedQuery } from "@/lib/platform/verb";
import { newGround } from "@/tests/architecture/ground";
import { SAMPLES } from "@/tests/architecture/samples";
import { indexes, nodes, ownDatabase, planIn, SEES_ALL, scans } from "@/tests/support/plans";
import { DOCUMENT, publishedProcess } from "@/tests/support/process";
import { quiet } from "@/tests/support/quiet";
import { NOW, newWorld, type OrgWorld } from "@/tests/support/world";

const database = ownDatabase();
const DEALS = 6_000;
/** Which of the indexes that begin with the owner serves hangs on how many of their deals are open and touched lately. */
const OF_AN_OWNER = expect.stringMatching(/^run_(open_owner|owner_recent|org_id_owner_id_idx)$/);
const OF_AN_OWNER_OR_STAGE = expect.stringMatching(
  /^run_(board|open_owner|owner_recent|org_id_owner_id_idx)$/,
);
let world: OrgWorld;
let processId: string;

beforeAll(async () => {
  world = await newWorld("Large");
  const made = await publishedProcess(world.org.id);
  processId = made.id;
  const versions = new Map([[made.versionId, compile(DOCUMENT)]]);
  const owners = [world.rep, world.otherRep, world.manager, world.viewer, world.owner];
  const stages = DOCUMENT.stages.map(({ key }) => key);
  for (let from = 0; from < DEALS; from += 200) {
    const batch = Array.from({ length: 200 }, (_, index): NewDeal => {
      const occurred = { day: "2026-11-01", at: null };
      const stageKey = stages[index % stages.length] ?? null;
      const fields = { title: `Deal ${from + index}`, owner: owners[index % owners.length]?.id ?? null };
      const opened = {
        type: "run.opened",
        versionId: made.versionId,
        stageKey,
        startKnown: true,
        fields,
        occurred,
      } as const;
      return { id: newId(), processId, events: [opened] };
    });
    await withTenant(
      world.owner.caller,
      NOW,
      (tx, entered) => openDeals(tx, { ...entered, reach: "all" }, batch, versions),
      { timeoutMs: 120_000 },
    );
    // The many are written with a planner that has seen a few.
    if (from === 0) await database.settle();
  }
  // What the deals went through, so that no table that is read by a deal's key is nearly empty: those any planner reads whole.
  await withTenant(world.owner.caller, NOW, async (tx) => {
    await tx.$executeRaw`
      insert into step_record (org_id, run_id, step_key, status, occurred_on, recorded_at)
      select org_id, id, 'step-' || n, case n when 1 then 'waived' else 'done' end, date '2026-11-01', now() - n * interval '1 day'
      from run cross join generate_series(1, 4) n where org_id = ${world.org.id}::uuid`;
    await tx.$executeRaw`
      insert into activity (org_id, id, run_id, kind, two_way, occurred_on, recorded_at, actor_id)
      select org_id, gen_random_uuid(), id, 'call', n > 1, date '2026-11-01' + n, now(), ${world.rep.id}::uuid
      from run cross join generate_series(1, 4) n where org_id = ${world.org.id}::uuid`;
  });
  // What follows an insert of thousands is planned too: with what is known of the tables before.
  await database.settle();
  await withTenant(world.owner.caller, NOW, closeAsMany);
  await database.settle();
}, 120_000);

/** For each deal one like it that ended in its first stage, every other one won, on days that go round. */
async function closeAsMany(tx: Tx): Promise<void> {
  await tx.$executeRaw`
    with ended as (
      insert into run (org_id, id, kind, process_id, version_id, owner_id, title, status, opened_on, closed_on, stage_key)
      select org_id, gen_random_uuid(), 'deal', process_id, version_id, owner_id, title, 'closed', date '2026-01-01',
        date '2026-02-01' + (row_number() over ())::int % 200, stage_key
      from run where org_id = ${world.org.id}::uuid returning id, org_id, closed_on
    ), deals as (
      insert into deal (org_id, id, currency, outcome)
      select org_id, id, 'EUR', case when row_number() over () % 2 = 0 then 'won' else 'lost' end from ended
    )
    insert into stage_visit (org_id, run_id, ordinal, version_id, stage_key, entered_on, since_on, left_on, exit)
    select e.org_id, e.id, 1, r.version_id, r.stage_key, date '2026-01-01', date '2026-01-01', e.closed_on, 'won'
    from ended e, (select version_id, stage_key from run where org_id = ${world.org.id}::uuid limit 1) r`;
}

/** Every plan here is of an index in its order: where a bitmap of it and a sort are as quick, that is not what is asked. */
const STRAIGHT = "set local enable_bitmapscan = off";
const planOf = (statement: Parameters<typeof planIn>[1], eyes = SEES_ALL) =>
  planIn(world.org.id, statement, `${eyes}; ${STRAIGHT}`);

describe("the board at 6,000 deals", () => {
  it("reads each stage's first cards from the index in their order", async () => {
    const plan = await planOf(boardStatement(BoardFilter.parse({ processId }), NOW));
    // What finds the deals of others for who sees some is planned, and not run.
    const run = plan.filter((node) => node["Actual Loops"] !== 0);
    expect(scans(run, "run")).toEqual(["Index Scan run_board"]);
    expect(scans(run, "deal")).toEqual(["Index Scan deal_pkey"]);
    const chosen = plan.filter((node) => node["Node Type"] === "Limit").flatMap(nodes);
    expect(scans(chosen, "run")).toEqual(["Index Scan run_board"]);
    expect(chosen.filter((node) => node["Node Type"].includes("Sort"))).toEqual([]);
  });

  it("goes on from the last card by the same index", async () => {
    const page = ColumnPage.parse({
      processId,
      stageKey: "first",
      after: { due: "2026-11-02", id: newId() },
    });
    const plan = await planOf(columnStatement(page));
    expect(scans(plan, "run")).toEqual(["Index Scan run_board"]);
  });

  it("reads the first cards of each part of a lane by an index", async () => {
    for (const group of ["owner", "role"]) {
      const plan = await planOf(lanesStatement(LanesFilter.parse({ processId, group }), NOW));
      const run = plan.filter((node) => node["Actual Loops"] !== 0);
      // One of the owner holds their other stages, that of the stage the other owners: which serves hangs on how many there are of each.
      expect(indexes(run, "run")).toEqual([OF_AN_OWNER_OR_STAGE]);
      expect(scans(run, "deal")).toEqual(["Index Scan deal_pkey"]);
    }
  });

  it("would be seen to read the whole table", async () => {
    const plan = await planOf({ text: "select count(*) from run where title like $1", values: ["%7%"] });
    expect(scans(plan, "run").join()).not.toBe("Index Scan run_board");
  });
});

describe("the list of 6,000 deals", () => {
  const where = () => ({ orgId: world.org.id, today: "2026-11-25", now: NOW, currency: "EUR" });
  const page = (filter: object) => planOf(pageStatement(ListFilter.parse(filter), where()));

  it.each([
    ["the latest change", {}, "run_recent"],
    ["what is due", { sort: "due" }, "run_due"],
    ["days in the stage", { sort: "entered" }, "run_entered"],
  ])("reads its first page by %s from the index, in its order", async (_, filter, index) => {
    const plan = await page(filter);
    const chosen = plan.filter((node) => node["Node Type"] === "Limit").flatMap(nodes);
    expect(scans(chosen, "run")[0]).toBe(`Index Scan ${index}`);
    expect(scans(plan, "run")).toEqual([`Index Scan ${index}`]);
    expect(scans(plan, "deal")).toEqual(["Index Scan deal_pkey"]);
  });

  it("goes on from the last row by the same index", async () => {
    const cursor = { at: NOW.toISOString(), id: newId() };
    expect(scans(await page({ cursor }), "run")).toEqual(["Index Scan run_recent"]);
  });
});

describe("opening one of 12,000 deals", () => {
  it("reads by keys alone, whoever asks, and finds the last closing at the end of its index", async () => {
    const [deal] = await withTenant(
      world.owner.caller,
      NOW,
      (tx) =>
        tx.$queryRaw<
          { id: string }[]
        >`select id from run where org_id = ${world.org.id}::uuid and status = 'open' limit 1`,
    );
    const plan = await planOf(dealStatement({ id: deal?.id ?? "" }, NOW));
    const run = plan.filter((node) => node["Actual Loops"] !== 0);
    for (const relation of ["run", "deal", "event", "activity", "stage_visit"])
      for (const scan of scans(run, relation)) expect(scan, relation).toMatch(/^(Index|Bitmap)/);
    expect(indexes(run, "event")).toEqual(["event_closing", "event_pkey"]);
    // What won deals took is asked for only by who does not see all of them.
    expect(scans(run, "stage_visit")).toEqual([]);
  });
});

describe("the last won of 6,000 closed deals", () => {
  it("are taken from the end of their index, and no other's stays are looked up", async () => {
    const plan = await planOf(wonStaysStatement(world.org.id, [processId], "2026-11-25"));
    const read = (relation: string) => plan.find((node) => node["Relation Name"] === relation);
    const run = plan.filter((node) => node["Actual Loops"] !== 0);
    // Both are in the order of the day; where nearly all deals are of one process, either is as short.
    expect(scans(run, "run")).toEqual([expect.stringMatching(/^Index Scan run_closed(_on)?$/)]);
    expect(scans(run, "deal")).toEqual(["Index Scan deal_pkey"]);
    expect(scans(run, "stage_visit")).toEqual(["Index Scan stage_visit_pkey"]);
    expect(read("stage_visit")?.["Actual Loops"]).toBe(500);
    // Half were won, so a little over a thousand are walked past, of six.
    expect(read("deal")?.["Actual Loops"]).toBeLessThan(1_500);
  });
});

describe("who sees some of 6,000 deals", () => {
  it("has them found by their owners' index, and the rest by an index, too", async () => {
    // Where a person has a fifth of all runs, reading them all may be as quick: what is asked is whether there is another way.
    const eyes = `select set_config('app.sees', 'some', true), set_config('app.seen_owners', '{${world.otherRep.id}}', true);
      set local enable_seqscan = off`;
    const [body] = await withTenant(
      world.owner.caller,
      NOW,
      (tx) =>
        tx.$queryRaw<
          { prosrc: string }[]
        >`select prosrc from pg_proc where oid = 'app.visible_runs()'::regprocedure`,
    );
    const plan = await planOf({ text: body?.prosrc ?? "", values: [] }, eyes);
    // Deals and calls by owner, calls of what one takes part in, deals and calls by version.
    expect(plan.filter((node) => node["Relation Name"] === "run").length).toBe(5);
    // This person sees none by version and takes part in none, and so none is looked for.
    const run = plan.filter((node) => node["Actual Loops"] !== 0);
    // Where there are no calls yet, their indexes are all equally empty.
    const calls = expect.stringMatching(/^run_calls/);
    expect(indexes(run, "run")).toEqual([calls, OF_AN_OWNER]);
  });
});

describe("Today among 12,000 waiting steps", () => {
  const ctx = (person: { id: string }, commercialRoleId: string | null = null): Ctx =>
    ({
      org: world.org,
      member: { id: person.id, commercialRoleId, departmentId: world.department.id },
      today: "2026-11-25",
    }) as unknown as Ctx;

  it.each([
    ["the first steps", waitingStatement],
    ["their count", countStatement],
  ])("reads %s of a person from the indexes, in their order", async (_, statement) => {
    for (const person of [world.rep, world.otherRep]) {
      const plan = await planOf(statement(ctx(person, world.role.id)));
      const used = scans(plan, "due_step");
      expect(used.length).toBe(3);
      for (const scan of used) expect(scan).toMatch(/^Index (Only )?Scan due_step_(mine|shared)$/);
    }
  });

  it("looks every deal up by its key, and the last contact at the end of its index", async () => {
    const ids = Array.from({ length: 100 }, () => newId());
    const plan = await planOf(dealsStatement(ctx(world.rep), ids));
    // Two keys begin with the id; a planner takes either.
    const key = expect.stringMatching(/^run_(pkey|org_id_id_owner_id_version_id_key)$/);
    expect(indexes(plan, "run")).toHaveLength(2);
    expect(indexes(plan, "run")).toEqual(expect.arrayContaining([OF_AN_OWNER, key]));
    expect(scans(plan, "deal")).toEqual(["Index Scan deal_pkey"]);
    expect(indexes(plan, "activity")).toEqual(["activity_two_way"]);
  });

  it("finds what is to be tidied among the deals that were touched lately", async () => {
    const plan = await planOf(
      sql`with ${openDeviations(ctx(world.otherRep))} select count(*) from deviation`,
    );
    expect(indexes(plan, "run")).toEqual([OF_AN_OWNER]);
    expect(indexes(plan, "step_record")).toEqual(["step_record_pkey"]);
    expect(indexes(plan, "stage_visit")).toEqual(["stage_visit_pkey"]);
  });
});

describe("a hot read", () => {
  it("is one query and one wait, for every verb of that kind", async () => {
    const ground = await newGround();
    const hot = [...VERBS.values()].filter((verb): verb is JsonQuery | ShapedQuery =>
      ["json-query", "shaped-query"].includes(verb.kind),
    );
    expect(new Set(hot.map(({ kind }) => kind)).size).toBe(2);
    // What is kept between reads is kept from when nothing older is at work, also in other suites.
    await quiet(ground.world.rep.caller);
    for (const verb of hot) {
      const input = SAMPLES[verb.name]?.({ ...ground.ids, ...ground.deals.owner });
      const { caller } = ground.world.rep;
      const ask = () =>
        verb.kind === "json-query"
          ? readJson(verb, caller, input, { now: NOW })
          : read(verb, caller, input, { now: NOW });
      // The first one also fetches what is kept between reads.
      await ask();
      const queries = vi.spyOn(pg.Client.prototype, "query");
      const waits = vi.spyOn(pg.Connection.prototype as unknown as { sync: () => void }, "sync");
      expect(await ask(), verb.name).toMatchObject({ ok: true });
      expect([queries.mock.calls.length, waits.mock.calls.length], verb.name).toEqual([1, 1]);
      queries.mockRestore();
      waits.mockRestore();
    }
  });
});
