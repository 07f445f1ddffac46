import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as dealRoute from "@/app/api/v1/deals/[id]/route";
import * as dealsRoute from "@/app/api/v1/deals/route";
import { SEES, type Sees } from "@/lib/domain/policy/permissions";
import type { ProcessDocument } from "@/lib/domain/process/types";
import { companiesList, companiesRead } from "@/lib/features/companies/queries";
import { createDeal, editDeal, logActivity, moveDeal } from "@/lib/features/deals/commands";
import { dealsFile } from "@/lib/features/deals/file";
import { dealsBoard, dealsIds, dealsLanes, dealsList, dealsRead } from "@/lib/features/deals/queries";
import type { BoardData, LanesData } from "@/lib/features/deals/view";
import { insightsDeals, insightsPipeline } from "@/lib/features/insights/queries";
import { archiveProcess } from "@/lib/features/processes/commands";
import { processesList } from "@/lib/features/processes/queries";
import { searchFind } from "@/lib/features/search/queries";
import { type SearchView, SHOWN } from "@/lib/features/search/view";
import { setVisibility } from "@/lib/features/visibility/commands";
import type { Rules } from "@/lib/features/visibility/input";
import { visibilityRead, visibilitySeen } from "@/lib/features/visibility/queries";
import type { Caller } from "@/lib/platform/context";
import { closePools, pools } from "@/lib/platform/db/pools";
import { withNewTenant } from "@/lib/platform/db/tenant";
import { execute, read, readJson } from "@/lib/platform/execute";
import { newId } from "@/lib/platform/id";
import type { JsonQuery, Query } from "@/lib/platform/verb";
import { ask, newKey } from "../support/api";
import { DOCUMENT } from "../support/process";
import { NOW, newWorld, type OrgWorld } from "../support/world";
import { publish } from "./insights-fixtures";

/*
 * Six people, two teams, a reporting line, a department with a step in one of two processes, and people who take part in
 * deals of others. The oracle says from the bare facts who sees which deal; every path must show exactly that.
 */
type Who = "owner" | "manager" | "rep" | "otherRep" | "viewer";
type Fact = { id: string; owner: Who; process: string; company: string; minor: number; parts: string[] };
const WHO = ["owner", "manager", "rep", "otherRep", "viewer"] as const;
const OPEN: Rules = {
  roles: { manager: "all", rep: "all", viewer: "all" },
  commercialRoles: [],
  teams: [],
};

let world: OrgWorld;
let south: string;
let plain: string;
let legal: string;
const companies: string[] = [];
const facts: Fact[] = [];
/** Team, commercial role, department and manager of each. */
let places: Record<
  Who,
  { team: string | null; role: string | null; department: string | null; manager: Who | null }
>;

beforeAll(async () => {
  world = await newWorld();
  south = newId();
  places = {
    owner: { team: null, role: null, department: null, manager: null },
    manager: { team: world.team.id, role: null, department: null, manager: null },
    rep: { team: world.team.id, role: world.role.id, department: null, manager: null },
    otherRep: { team: south, role: null, department: null, manager: "rep" },
    viewer: { team: null, role: null, department: world.department.id, manager: null },
  };
  const orgId = world.org.id;
  await withNewTenant(orgId, async (tx) => {
    await tx.team.create({ data: { orgId, id: south, name: "South" } });
    for (const who of WHO) {
      const { team, role, department, manager } = places[who];
      const data = { teamId: team, commercialRoleId: role, departmentId: department };
      await tx.membership.update({
        where: { orgId_id: { orgId, id: world[who].id } },
        data: { ...data, managerId: manager && world[manager].id },
      });
    }
    for (const name of ["Haventec", "Maasdal"]) {
      const id = newId();
      companies.push(id);
      await tx.company.create({ data: { orgId, id, name, normalName: name.toLowerCase() } });
    }
  });
  plain = (await publish(world.owner.caller, DOCUMENT)).processId;
  const [first, ...rest] = DOCUMENT.stages;
  if (!first) throw new Error("no stage");
  const owned = first.steps.map((step, index) =>
    index ? step : { ...step, owner: { kind: "department", id: world.department.id } as const },
  );
  const document: ProcessDocument = { ...DOCUMENT, stages: [{ ...first, steps: owned }, ...rest] };
  legal = (await publish(world.owner.caller, document)).processId;
  for (let index = 0; index < 30; index++) {
    const owner = WHO[index % 4] ?? "rep";
    const fact: Fact = {
      id: newId(),
      owner,
      process: index % 7 === 3 ? legal : plain,
      company: companies[index % 2] ?? "",
      minor: 100 * (index + 1),
      parts: [],
    };
    const input = { id: fact.id, processId: fact.process, title: `Deal ${index}`, companyId: fact.company };
    const more = { ownerId: world[owner].id, amount: { minor: fact.minor, currency: "EUR" } };
    const made = await execute(createDeal, world.owner.caller, { ...input, ...more }, { now: NOW });
    if (!made.ok) throw new Error(made.refusal.code);
    if (index % 6 === 5) {
      // By name, by role and by department, in turn.
      const by = [
        { membershipId: world.otherRep.id },
        { commercialRoleId: world.role.id },
        { departmentId: world.department.id },
      ][Math.floor(index / 6) % 3];
      fact.parts.push(...Object.values(by ?? {}));
      await withNewTenant(orgId, (tx) =>
        tx.participant.create({ data: { orgId, id: newId(), runId: fact.id, ...by } }),
      );
    }
    facts.push(fact);
  }
}, 120_000);
afterAll(closePools);

const reachOf = (rules: Rules, who: Who): Sees => {
  const { team, role } = places[who];
  const said =
    rules.teams.find(({ id }) => id === team)?.sees ??
    rules.commercialRoles.find(({ id }) => id === role)?.sees ??
    (who === "owner" ? "all" : rules.roles[who === "otherRep" ? "rep" : who]);
  if (who === "owner") return "all";
  return who === "manager" && said === "own" ? "team" : said;
};

const reportsTo = (who: Who, boss: Who): boolean => {
  const { manager } = places[who];
  return manager !== null && (manager === boss || reportsTo(manager, boss));
};

/** Who sees what, from the bare facts. */
function oracle(rules: Rules, who: Who): Fact[] {
  const sees = reachOf(rules, who);
  const { team, role, department } = places[who];
  const mine = [world[who].id, role, department].filter((id) => id !== null);
  return facts.filter(
    ({ owner, process, parts }) =>
      sees === "all" ||
      owner === who ||
      reportsTo(owner, who) ||
      (sees === "team" && team !== null && places[owner].team === team) ||
      parts.some((part) => mine.includes(part)) ||
      (process === legal && department === world.department.id),
  );
}

async function setRules(rules: Rules): Promise<void> {
  const now = await get(visibilityRead, world.owner.caller, {});
  const set = await execute(setVisibility, world.owner.caller, { version: now.version, rules }, { now: NOW });
  if (!set.ok) throw new Error(set.refusal.code);
}

async function get<O>(verb: Query<never, O> | Query, caller: Caller, input: object): Promise<O> {
  const result = await read(verb as Query, caller, input, { now: NOW });
  if (!result.ok) throw new Error(`${verb.name}: ${result.refusal.code}`);
  return result.value as O;
}

async function json<O>(verb: unknown, caller: Parameters<typeof readJson>[1], input: object): Promise<O> {
  const result = await readJson(verb as JsonQuery, caller, input, { now: NOW });
  if (!result.ok) throw new Error(`${(verb as JsonQuery).name}: ${result.refusal.code}`);
  return JSON.parse(result.value) as O;
}

const ids = (of: readonly { id: string }[]) => of.map(({ id }) => id).sort();
const sum = (of: readonly Fact[]) => of.reduce((all, { minor }) => all + minor, 0);

/** Every path that shows or counts deals, for one person. */
async function paths(who: Who, seen: readonly Fact[]): Promise<void> {
  const { caller } = world[who];
  for (const process of [plain, legal]) {
    const here = seen.filter((fact) => fact.process === process);
    const [column] = (await json<BoardData>(dealsBoard, caller, { processId: process })).columns;
    expect(column?.count ?? 0, "board count").toBe(here.length);
    expect(column?.sums[0]?.minor ?? 0, "board sum").toBe(sum(here));
    expect(ids(column?.cards ?? []), "board cards").toEqual(ids(here));
    const lanes = await json<LanesData>(dealsLanes, caller, { processId: process, group: "owner" });
    const counts = lanes.lanes.map(({ key, columns }) => [
      key,
      columns.reduce((n, { count }) => n + count, 0),
    ]);
    const owners = WHO.map((each) => [world[each].id, here.filter(({ owner }) => owner === each).length]);
    expect(counts.sort(), "lanes").toEqual(owners.filter(([, count]) => count).sort());
  }
  const openOn = (process: string) => seen.filter((fact) => fact.process === process).length;
  const list = await get<{ rows: { id: string }[]; total: number }>(dealsList, caller, { limit: 200 });
  expect(ids(list.rows), "list").toEqual(ids(seen));
  expect(list.total, "list total").toBe(seen.length);
  expect(ids((await get<{ deals: { id: string }[] }>(dealsIds, caller, {})).deals), "bulk").toEqual(
    ids(seen),
  );
  const file = await dealsFile(caller, { status: "all" }, "en", NOW);
  if ("code" in file) throw new Error(file.code);
  const text = await new Response(file.body).text();
  expect(ids(facts.filter(({ id }) => text.includes(id))), "file").toEqual(ids(seen));
  const found = (await json<SearchView>(searchFind, caller, { q: "Deal" })).hits.filter(
    ({ kind }) => kind === "deal",
  );
  expect(found.length, "search").toBe(Math.min(seen.length, SHOWN + 1));
  expect(
    ids(found).filter((id) => !ids(seen).includes(id)),
    "search",
  ).toEqual([]);

  const hidden = facts.find(({ id }) => !seen.some((fact) => fact.id === id));
  for (const [fact, there] of [
    [hidden, false],
    [seen[0], true],
  ] as const) {
    if (!fact) continue;
    const deal = await read(dealsRead, caller, { id: fact.id }, { now: NOW });
    expect(deal.ok ? "there" : deal.refusal.code, "deal").toBe(there ? "there" : "not-found");
  }
  for (const company of companies) {
    const here = seen.filter((fact) => fact.company === company);
    const page = await get<{ deals: { id: string }[]; dealCount: number }>(companiesRead, caller, {
      id: company,
    });
    expect(ids(page.deals), "company").toEqual(ids(here));
    expect(page.dealCount, "company count").toBe(here.length);
  }
  const companyRows = await get<{ rows: { id: string; openDeals: number; deals: number }[] }>(
    companiesList,
    caller,
    {},
  );
  for (const row of companyRows.rows) {
    const here = seen.filter((fact) => fact.company === row.id).length;
    expect([row.openDeals, row.deals], "companies").toEqual([here, here]);
  }
  const report = await get<{ total: { open: { n: number } } }>(insightsPipeline, caller, {});
  expect(JSON.stringify(report.total.open), "insights").toContain(`${seen.length}`);
  const behind = await get<{ total: number; deals: { id: string }[] }>(insightsDeals, caller, {
    drill: { asOf: "2026-11-25", status: "open" },
    limit: 100,
  });
  expect(ids(behind.deals), "behind").toEqual(ids(seen));
  expect(behind.total, "behind total").toBe(seen.length);
  const { cards: processes } = await get<{ cards: { id: string; deals: { open: number }[] }[] }>(
    processesList,
    caller,
    {},
  );
  for (const { id, deals } of processes)
    expect(
      deals.reduce((all, { open }) => all + open, 0),
      "library",
    ).toBe(openOn(id));
}

const sees = fc.constantFrom(...SEES);
const rulesIn: fc.Arbitrary<Rules> = fc
  .record({
    roles: fc.record({ manager: fc.constantFrom("team" as const, "all" as const), rep: sees, viewer: sees }),
    role: fc.option(sees),
    north: fc.option(sees),
    south: fc.option(sees),
  })
  .map((r) => ({
    roles: r.roles,
    commercialRoles: r.role ? [{ id: world.role.id, sees: r.role }] : [],
    teams: [
      ...(r.north ? [{ id: world.team.id, sees: r.north }] : []),
      ...(r.south ? [{ id: south, sees: r.south }] : []),
    ],
  }));

describe("whose deals one sees", () => {
  it("is everyone's, until someone says otherwise", async () => {
    for (const who of WHO) await paths(who, facts);
  });

  it("is exactly what the rules say, on every path, for everyone", async () => {
    await fc.assert(
      fc.asyncProperty(rulesIn, async (rules) => {
        await setRules(rules);
        for (const who of WHO) await paths(who, oracle(rules, who));
        const { people, total } = await get<{
          people: { id: string; sees: Sees; deals: number }[];
          total: number;
        }>(visibilitySeen, world.owner.caller, {});
        expect(total).toBe(facts.length);
        for (const who of WHO)
          expect(
            people.find(({ id }) => id === world[who].id),
            `preview of ${who}`,
          ).toMatchObject({
            sees: reachOf(rules, who),
            deals: oracle(rules, who).length,
          });
      }),
      { numRuns: 8 },
    );
  }, 240_000);

  it("holds for keys of the API: a key owns nothing", async () => {
    const { secret } = await newKey(world, "rep");
    const [fact] = facts;
    const list = async () => (await ask(dealsRoute, {}, { key: secret, query: { limit: "100" } })).body;
    await setRules(OPEN);
    expect(await list()).toMatchObject({ total: facts.length });
    await setRules({ ...OPEN, roles: { ...OPEN.roles, rep: "own" } });
    expect(await list()).toMatchObject({ total: 0, deals: [] });
    expect((await ask(dealRoute, { id: fact?.id ?? "" }, { key: secret })).status).toBe(404);
  });

  it("holds for writing: what one does not see is not there", async () => {
    await setRules({ ...OPEN, roles: { manager: "team", rep: "own", viewer: "own" } });
    const hidden = facts.find(({ owner, parts }) => owner === "owner" && parts.length === 0);
    const by = world.manager.caller;
    const id = hidden?.id ?? "";
    const notThere = { refusal: { code: "not-found" } };
    expect(await execute(moveDeal, by, { id, version: 1, to: "second" }, { now: NOW })).toMatchObject(
      notThere,
    );
    const logged = { id, activityId: newId(), kind: "call" };
    expect(await execute(logActivity, by, logged, { now: NOW })).toMatchObject(notThere);
    // Nor does a process go away under deals that its manager does not see; their names are not told.
    const away = await execute(archiveProcess, by, { processId: plain }, { now: NOW });
    const seen = oracle({ ...OPEN, roles: { ...OPEN.roles, manager: "team" } }, "manager");
    expect(away).toMatchObject({
      refusal: {
        code: "process-has-open-deals",
        current: { count: facts.filter((f) => f.process === plain).length },
      },
    });
    if (!away.ok)
      expect((away.refusal.current as { deals: unknown[] }).deals).toHaveLength(
        seen.filter((f) => f.process === plain).length,
      );
  });

  it("lets a deal leave one's sight, and the roll-ups stay exact", async () => {
    await setRules({ ...OPEN, roles: { ...OPEN.roles, rep: "own" } });
    const id = newId();
    const input = { id, processId: plain, title: "For a colleague", amount: { minor: 700, currency: "EUR" } };
    const by = world.otherRep.caller;
    expect(await execute(createDeal, by, input, { now: NOW })).toMatchObject({ ok: true });
    const fields = { ownerId: world.owner.id };
    expect(await execute(editDeal, by, { id, version: 1, fields }, { now: NOW })).toMatchObject({ ok: true });
    expect(await read(dealsRead, by, { id }, { now: NOW })).toMatchObject({ refusal: { code: "not-found" } });
    facts.push({ id, owner: "owner", process: plain, company: "", minor: 700, parts: [] });
    await paths("owner", facts);
    const straight = { ...input, id: newId(), ownerId: world.owner.id };
    expect(await execute(createDeal, by, straight, { now: NOW })).toMatchObject({ ok: true });
    facts.push({ id: straight.id, owner: "owner", process: plain, company: "", minor: 700, parts: [] });
    await paths("owner", facts);
  });

  it("is nothing for a statement that forgot to say who looks", async () => {
    const client = await pools().app.connect();
    try {
      await client.query("begin");
      await client.query("select set_config('app.org_id', $1, true)", [world.org.id]);
      for (const table of ["run", "deal", "event", "stage_visit", "activity", "stage_total"]) {
        const { rows } = await client.query(`select count(*)::int as n from ${table}`);
        expect(rows[0].n, table).toBe(0);
      }
    } finally {
      await client.query("rollback");
      client.release();
    }
  });
});
