import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { compile } from "@/lib/domain/process/compile";
import { sumByCurrency } from "@/lib/domain/shared/money";
import * as deals from "@/lib/features/deals/commands";
import { LANE_CARDS, LANES, NO_LANE } from "@/lib/features/deals/input";
import { dealsBoard, dealsColumn, dealsLanes } from "@/lib/features/deals/queries";
import type { BoardCard, BoardColumn, BoardData, LanesData } from "@/lib/features/deals/view";
import { companyName } from "@/lib/features/demo/worlds";
import { openDeals } from "@/lib/features/runs/open";
import { setVisibility } from "@/lib/features/visibility/commands";
import type { Rules } from "@/lib/features/visibility/input";
import { visibilityRead } from "@/lib/features/visibility/queries";
import { withTenant } from "@/lib/platform/db/tenant";
import { execute, read, readJson } from "@/lib/platform/execute";
import { newId } from "@/lib/platform/id";
import type { JsonQuery } from "@/lib/platform/verb";
import { DOCUMENT, publishedProcess } from "@/tests/support/process";
import { NOW, newWorld, type OrgWorld, type Person } from "@/tests/support/world";

const STAGES = DOCUMENT.stages.map(({ key }) => key);
const COLLEAGUES = ["Ada", "Bram", "Cees", "Dirk", "Els", "Femke", "Gijs", "Hanna"];
const HELD = 320;
let world: OrgWorld;
let processId: string;
let ownerIds: string[];

beforeAll(async () => {
  world = await newWorld("Lanes");
  const made = await publishedProcess(world.org.id);
  processId = made.id;
  const colleagues = COLLEAGUES.map((name, index) => ({
    orgId: world.org.id,
    id: newId(),
    name,
    role: "rep" as const,
    status: "placeholder" as const,
    teamId: index < 4 ? world.team.id : null,
    commercialRoleId: index % 2 ? world.role.id : null,
  }));
  ownerIds = [...colleagues.map(({ id }) => id), world.rep.id, world.otherRep.id];
  const companies = Array.from({ length: 60 }, (_, index) => ({
    orgId: world.org.id,
    id: newId(),
    name: companyName(index),
    normalName: companyName(index).toLowerCase(),
  }));
  const versions = new Map([[made.versionId, compile(DOCUMENT)]]);
  await withTenant(
    world.owner.caller,
    NOW,
    async (tx, entered) => {
      await tx.membership.createMany({ data: colleagues });
      await tx.company.createMany({ data: companies });
      const batch = Array.from({ length: HELD }, (_, index) => ({
        id: newId(),
        processId,
        events: [
          {
            type: "run.opened",
            versionId: made.versionId,
            stageKey: STAGES[Math.floor(index / ownerIds.length) % STAGES.length] ?? null,
            startKnown: true,
            fields: {
              title: `Rollout ${companyName(index * 7)} ${index}`,
              owner: ownerIds[index % ownerIds.length],
              company: companies[index % companies.length]?.id,
              amount: { minor: 100_000 + index * 7_919, currency: index % 9 ? "EUR" : "USD" },
            },
            occurred: { day: `2026-11-${String(1 + (index % 24)).padStart(2, "0")}`, at: null },
          },
        ] as const,
      }));
      await openDeals(tx, { ...entered, reach: "all" }, batch, versions);
    },
    { timeoutMs: 60_000 },
  );
}, 60_000);

async function json<T>(verb: JsonQuery, input: object, by: Person = world.manager): Promise<T> {
  const result = await readJson(verb, by.caller, { processId, ...input }, { now: NOW });
  if (!result.ok) throw new Error(result.refusal.code);
  return JSON.parse(result.value) as T;
}
const board = (filter: object = {}, by?: Person) => json<BoardData>(dealsBoard as JsonQuery, filter, by);
const lanes = (filter: object, by?: Person) => json<LanesData>(dealsLanes as JsonQuery, filter, by);
const column = (page: object) => json<{ cards: BoardCard[] }>(dealsColumn as JsonQuery, page);

/** All pages, one after the other. */
async function allLanes(filter: object, by?: Person): Promise<LanesData["lanes"]> {
  const all: LanesData["lanes"] = [];
  for (;;) {
    const last = all.at(-1);
    const page = await lanes({ ...filter, after: last ? { at: last.at, key: last.key } : null }, by);
    all.push(...page.lanes);
    if (page.rest.count === 0) return all;
  }
}

type Figures = Pick<BoardColumn, "stageKey" | "count" | "sums">;
/** Count and sums per stage of whatever holds them. */
const figures = (parts: readonly Figures[]) =>
  STAGES.map((stageKey) => {
    const here = parts.filter((part) => part.stageKey === stageKey);
    return {
      count: here.reduce((sum, { count }) => sum + count, 0),
      sums: sumByCurrency(here.flatMap(({ sums }) => sums)).toSorted((a, b) =>
        a.currency < b.currency ? -1 : 1,
      ),
    };
  });
const cellOf = (all: LanesData["lanes"], key: string, stageKey: string) =>
  all.find((lane) => lane.key === key)?.columns.find((each) => each.stageKey === stageKey);

describe("the board in lanes", () => {
  it.each(["owner", "team", "role"] as const)("by %s adds up to the board, to the cent", async (group) => {
    const all = await allLanes({ group });
    expect(figures(all.flatMap(({ columns }) => columns))).toEqual(figures((await board()).columns));
    expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
  });

  it("reads few lanes at a time, and says exactly what the others hold", async () => {
    const first = await lanes({ group: "owner" });
    expect(first.lanes).toHaveLength(LANES);
    expect(first.rest.count).toBe(ownerIds.length - LANES);
    const here = first.lanes.flatMap(({ columns }) => columns);
    expect(figures([...here, ...first.rest.columns])).toEqual(figures((await board()).columns));
    const last = first.lanes.at(-1);
    const second = await lanes({ group: "owner", after: { at: last?.at, key: last?.key } });
    expect(figures(second.lanes.flatMap(({ columns }) => columns))).toEqual(figures(first.rest.columns));
    expect(second.rest).toEqual({ count: 0, columns: [] });
  });

  it("puts one's own lane first and the others by name; what has no team or role stands last, without a name", async () => {
    const names = async (group: string, by?: Person) =>
      (await allLanes({ group }, by)).map(({ name }) => name);
    expect(await names("owner")).toEqual([...COLLEAGUES, "Otto Rep", "Rosa Rep"]);
    expect((await names("owner", world.rep)).slice(0, 2)).toEqual(["Rosa Rep", "Ada"]);
    expect(await names("team")).toEqual(["North", null]);
    expect(await names("role")).toEqual([{ en: "Business developer", nl: "Businessdeveloper" }, null]);
  });

  it("gives each part its first cards in the order of the board, over all owners of the lane", async () => {
    const { columns } = await board();
    for (const group of ["owner", "team", "role"] as const)
      for (const { columns: cells } of await allLanes({ group }))
        for (const { stageKey, cards, count } of cells) {
          expect(cards.length).toBe(Math.min(count, LANE_CARDS));
          const whole = columns.find((each) => each.stageKey === stageKey)?.cards ?? [];
          const at = cards
            .map(({ id }) => whole.findIndex((card) => card.id === id))
            .filter((index) => index >= 0);
          expect(at).toEqual(at.toSorted((a, b) => a - b));
          expect(cards.filter((card) => whole.some(({ id }) => id === card.id))).toEqual(
            whole.filter((card) => cards.some(({ id }) => id === card.id)),
          );
        }
  });

  it("reads of lanes that are folded away the figures alone, and all of the others", async () => {
    const whole = await lanes({ group: "owner" });
    const [away, ...others] = whole.lanes;
    const some = await lanes({ group: "owner", folded: [away?.key, newId()] });
    expect(some.lanes[0]?.columns).toEqual(away?.columns.map((each) => ({ ...each, cards: [] })));
    expect(away?.columns[0]?.cards).not.toEqual([]);
    expect(some.lanes.slice(1)).toEqual(others);
    expect(some.rest).toEqual(whole.rest);
    // Together with a filter and a place, whose values are numbered too.
    const last = whole.lanes.at(-1);
    const after = { at: last?.at, key: last?.key };
    const [mine] = (await lanes({ group: "owner", ownerId: world.rep.id, folded: [world.rep.id], after }))
      .lanes;
    expect(mine?.key).toBe(world.rep.id);
    expect(mine?.columns.map(({ cards }) => cards)).toEqual(mine?.columns.map(() => []));
  });

  it.each([
    ["owner", "an owner"],
    ["team", "a team"],
    ["team", "no team"],
    ["role", "a role"],
    ["role", "no role"],
  ] as const)("goes on in a part of a stage, by %s (%s), without a gap or a double", async (group, which) => {
    const key = which.startsWith("no ") ? NO_LANE : { ...world, owner: { id: ownerIds[2] ?? "" } }[group].id;
    const cell = cellOf(await allLanes({ group }), key, "first");
    const edge = cell?.cards.at(-1);
    const after = { due: edge?.nextDue ?? "9999-12-31", id: edge?.id };
    const { cards } = await column({ stageKey: "first", size: 200, lane: { group, key }, after });
    const all = [...(cell?.cards ?? []), ...cards];
    expect(all).toHaveLength(cell?.count ?? -1);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    const mine = await column({
      stageKey: "first",
      size: 500,
      lane: { group, key },
      after: { due: "0001-01-01", id: newId() },
    });
    expect(all).toEqual(mine.cards);
    const minor = sumByCurrency(
      all.map((card) => ({ minor: card.amountMinor ?? 0, currency: card.currency })),
    );
    expect(minor.toSorted((a, b) => (a.currency < b.currency ? -1 : 1))).toEqual(cell?.sums);
  });

  it("narrows by the filters of the board, lanes and figures alike", async () => {
    const filter = { roleId: world.role.id };
    const all = await allLanes({ group: "owner", ...filter });
    expect(all.map(({ name }) => name)).toEqual(["Bram", "Dirk", "Femke", "Hanna"]);
    expect(figures(all.flatMap(({ columns }) => columns))).toEqual(figures((await board(filter)).columns));
    const own = await allLanes({ group: "team", ownerId: world.rep.id });
    expect(own.map(({ key }) => key)).toEqual([NO_LANE]);
    expect((await lanes({ group: "owner", ownerId: world.viewer.id })).lanes).toEqual([]);
  });

  it("tells in which lane the deals stand that changed since it was read", async () => {
    const { cursor, lanes: shown } = await lanes({ group: "role" });
    const card = cellOf(shown, NO_LANE, "first")?.cards[0];
    if (!card) throw new Error("a lane has cards");
    const moved = { id: card.id, version: card.version, to: "second" };
    await execute(deals.moveDeal, world.manager.caller, moved, { now: NOW });
    const { changed } = await lanes({ group: "role", since: cursor });
    expect(changed?.cards).toMatchObject([{ stageKey: "second", lane: NO_LANE, card: { id: card.id } }]);
  });

  it("shows who sees their own deals no lane but theirs", async () => {
    const rules = {
      roles: { manager: "all", rep: "own", viewer: "all" },
      commercialRoles: [],
      teams: [],
    } satisfies Rules;
    const now = await read(visibilityRead, world.owner.caller, {}, { now: NOW });
    const version = now.ok ? now.value.version : 0;
    const set = await execute(setVisibility, world.owner.caller, { version, rules }, { now: NOW });
    expect(set.ok ? null : set.refusal).toBeNull();
    const all = await allLanes({ group: "owner" }, world.rep);
    expect(all.map(({ key }) => key)).toEqual([world.rep.id]);
    expect(figures(all.flatMap(({ columns }) => columns))).toEqual(
      figures((await board({}, world.rep)).columns),
    );
    expect((await lanes({ group: "role" }, world.rep)).lanes.map(({ key }) => key)).toEqual([NO_LANE]);
  });

  it("is not there for another organisation's process", async () => {
    const foreign = await newWorld("Foreign");
    const input = { processId, group: "owner" } as const;
    expect(await readJson(dealsLanes, foreign.owner.caller, input)).toMatchObject({
      refusal: { code: "not-found" },
    });
    const { lanes: none } = await lanes({ group: "owner", ownerId: foreign.rep.id });
    expect(none).toEqual([]);
  });

  it("weighs no more than a board without lanes may", async () => {
    const result = await readJson(
      dealsLanes,
      world.manager.caller,
      { processId, group: "owner" },
      { now: NOW },
    );
    if (!result.ok) throw new Error(result.refusal.code);
    const cells = (JSON.parse(result.value) as LanesData).lanes.flatMap(({ columns }) => columns);
    expect(cells.filter(({ cards }) => cards.length === LANE_CARDS).length).toBeGreaterThan(
      STAGES.length * 4,
    );
    expect(gzipSync(result.value).length).toBeLessThan((15_000 / 6) * STAGES.length);
  });
});
