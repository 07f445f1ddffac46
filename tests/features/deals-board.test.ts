import { beforeAll, describe, expect, it } from "vitest";
import * as deals from "@/lib/features/deals/commands";
import { dealsBoard, dealsColumn, dealsList } from "@/lib/features/deals/queries";
import type { BoardData } from "@/lib/features/deals/view";
import { withNewTenant } from "@/lib/platform/db/tenant";
import { execute, read, readJson } from "@/lib/platform/execute";
import { newId } from "@/lib/platform/id";
import { publishedProcess } from "@/tests/support/process";
import { NOW, newWorld, type OrgWorld } from "@/tests/support/world";

let world: OrgWorld;
let process: { id: string; versionId: string };
const ids: string[] = [];

beforeAll(async () => {
  world = await newWorld();
  process = await publishedProcess(world.org.id);
  for (let i = 1; i <= 60; i++) {
    const id = newId();
    const amount = { minor: i * 100, currency: i % 10 === 0 ? "USD" : "EUR" };
    const input = { id, processId: process.id, title: `Deal ${i}`, amount };
    await execute(deals.createDeal, world.rep.caller, input, { now: NOW });
    ids.push(id);
  }
});

async function board(filter: object = {}): Promise<BoardData> {
  const input = { processId: process.id, ...filter };
  const result = await readJson(dealsBoard, world.rep.caller, input, { now: NOW });
  if (!result.ok) throw new Error(result.refusal.code);
  return JSON.parse(result.value) as BoardData;
}

describe("the board", () => {
  it("counts and sums exactly what is there, per currency, beyond the loaded cards", async () => {
    const { columns, today } = await board();
    const usd = 100 * (10 + 20 + 30 + 40 + 50 + 60);
    expect(today).toBe("2026-11-25");
    expect(columns).toHaveLength(1);
    expect(columns[0]).toMatchObject({ stageKey: "first", count: 60 });
    expect(columns[0]?.sums).toEqual([
      { currency: "EUR", minor: 183_000 - usd },
      { currency: "USD", minor: usd },
    ]);
    expect(columns[0]?.cards).toHaveLength(50);
  });

  it("loads the rest of a column without a gap or a double", async () => {
    const cards = (await board()).columns[0]?.cards ?? [];
    const last = cards.at(-1);
    const after = { due: last?.nextDue ?? "9999-12-31", id: last?.id };
    const page = { processId: process.id, stageKey: "first", after };
    const more = await readJson(dealsColumn, world.rep.caller, page);
    const rest = more.ok ? (JSON.parse(more.value) as { cards: { id: string }[] }).cards : [];
    const seen = [...cards, ...rest].map(({ id }) => id);
    expect(seen).toHaveLength(60);
    expect(new Set(seen)).toEqual(new Set(ids));
  });

  it("gives larger pages to who goes on, and of no other size", async () => {
    const first = (await board()).columns[0]?.cards[0];
    const after = { due: first?.nextDue ?? "9999-12-31", id: first?.id };
    const page = (size: number) =>
      readJson(dealsColumn, world.rep.caller, { processId: process.id, stageKey: "first", size, after });
    const more = await page(200);
    expect(more.ok && JSON.parse(more.value).cards).toHaveLength(59);
    expect(await page(100_000)).toMatchObject({ refusal: { code: "invalid-input" } });
  });

  it("tells what became of deals since it was read: moved, beyond the first cards, closed, or somebody else's", async () => {
    const fresh = await publishedProcess(world.org.id);
    const of = async (more: object = {}) => board({ processId: fresh.id, ...more });
    const make = async (number: number) => {
      const id = newId();
      const input = { id, processId: fresh.id, title: `Kept ${number}` };
      await execute(deals.createDeal, world.rep.caller, input, { now: NOW });
      return id;
    };
    const made: string[] = [];
    for (let number = 1; number <= 54; number++) made.push(await make(number));
    const [moved = "", closed = "", given = ""] = made;
    const { cursor, changed } = await of();
    expect(changed).toBeNull();
    const by = world.rep.caller;
    await execute(deals.moveDeal, by, { id: moved, version: 1, to: "second" }, { now: NOW });
    await execute(deals.closeDeal, by, { id: closed, version: 1, outcome: "won" }, { now: NOW });
    const fields = { ownerId: world.otherRep.id };
    await execute(deals.editDeal, by, { id: given, version: 1, fields }, { now: NOW });
    const mine = await of({ since: cursor, ownerId: world.rep.id });
    expect(mine.changed?.ids).toEqual(expect.arrayContaining([moved, closed, given]));
    const told = mine.changed?.cards.filter(({ card }) => [moved, closed, given].includes(card.id));
    expect(told).toMatchObject([{ stageKey: "second", card: { id: moved, version: 2 } }]);
    expect(told?.[0]?.card).toEqual(mine.columns.find(({ stageKey }) => stageKey === "second")?.cards[0]);
    expect((await of({ since: cursor })).changed?.cards.map(({ card }) => card.id)).toContain(given);
  });

  it("shows only the chosen owner's deals, in counts and cards alike", async () => {
    expect((await board({ ownerId: world.rep.id })).columns[0]?.count).toBe(60);
    expect((await board({ ownerId: world.otherRep.id })).columns).toEqual([]);
    expect((await board({ teamId: world.team.id })).columns).toEqual([]);
  });

  it("shows only deals of owners in a role, in counts, sums and further cards alike", async () => {
    const all = await board();
    expect((await board({ roleId: world.role.id })).columns).toEqual([]);
    const mover = { orgId: world.org.id, id: world.rep.id };
    const inRole = (commercialRoleId: string | null) =>
      withNewTenant(world.org.id, (tx) =>
        tx.membership.update({ where: { orgId_id: mover }, data: { commercialRoleId } }),
      );
    await inRole(world.role.id);
    try {
      expect((await board({ roleId: world.role.id })).columns).toEqual(all.columns);
      const last = all.columns[0]?.cards.at(-1);
      const after = { due: last?.nextDue ?? "9999-12-31", id: last?.id };
      const page = { processId: process.id, stageKey: "first", after };
      const cards = async (roleId: string) => {
        const more = await readJson(dealsColumn, world.rep.caller, { ...page, roleId });
        return more.ok ? (JSON.parse(more.value) as { cards: unknown[] }).cards.length : null;
      };
      expect(await cards(world.role.id)).toBe(10);
      expect(await cards(newId())).toBe(0);
    } finally {
      await inRole(null);
    }
  });

  it("is not there for another organisation's process or a stranger", async () => {
    const foreign = await newWorld("Foreign");
    const input = { processId: process.id };
    expect(await readJson(dealsBoard, foreign.owner.caller, input)).toMatchObject({
      refusal: { code: "not-found" },
    });
    const stranger = { ...world.rep.caller, hash: new Uint8Array(32) };
    expect(await readJson(dealsBoard, stranger, input)).toMatchObject({ refusal: { code: "signed-out" } });
  });

  it("keeps the roll-up that recounting gives, through moves, closings, edits and the trash", async () => {
    const [a = "", b = "", c = "", d = ""] = ids;
    const by = world.rep.caller;
    await execute(deals.moveDeal, by, { id: a, version: 1, to: "second" }, { now: NOW });
    await execute(deals.closeDeal, by, { id: b, version: 1, outcome: "won" }, { now: NOW });
    const fields = { amount: { minor: 7, currency: "GBP" }, ownerId: world.otherRep.id };
    await execute(deals.editDeal, by, { id: c, version: 1, fields }, { now: NOW });
    await execute(deals.deleteDeal, by, { id: d, version: 1 }, { now: NOW });
    const totals = await withNewTenant(
      world.org.id,
      (tx) => tx.$queryRaw<{ kept: string; counted: string }[]>`
      with kept as (
        select process_id, stage_key, owner_id, currency, sum(deals)::int n, sum(amount_minor)::bigint m
        from stage_total group by 1, 2, 3, 4 having sum(deals) <> 0 or sum(amount_minor) <> 0
      ), counted as (
        select r.process_id, r.stage_key, r.owner_id, d.currency, count(*)::int n, sum(coalesce(d.amount_minor, 0))::bigint m
        from run r join deal d on d.org_id = r.org_id and d.id = r.id
        where r.status = 'open' and r.deleted_at is null group by 1, 2, 3, 4
      )
      select (select json_agg(k order by process_id, stage_key, owner_id, currency)::text from kept k) kept,
        (select json_agg(k order by process_id, stage_key, owner_id, currency)::text from counted k) counted`,
    );
    expect(totals[0]?.kept).toBe(totals[0]?.counted);
    expect((await board()).columns.map(({ stageKey, count }) => [stageKey, count])).toEqual(
      expect.arrayContaining([
        ["first", 57],
        ["second", 1],
      ]),
    );
  });
});

describe("the list", () => {
  it("pages by latest change without gaps and counts the whole filter", async () => {
    const seen: string[] = [];
    let cursor: unknown = null;
    let total = 0;
    do {
      const input = { processId: process.id, status: "all", limit: 25, cursor } as never;
      const page = await read(dealsList, world.rep.caller, input, { now: NOW });
      if (!page.ok) throw new Error(page.refusal.code);
      seen.push(...page.value.rows.map(({ id }) => id));
      total = page.value.total;
      cursor = page.value.next;
    } while (cursor);
    expect(seen).toHaveLength(total);
    expect(new Set(seen).size).toBe(59);
  });

  it("finds by a part of the title and treats wildcards as text", async () => {
    const find = async (q: string) => {
      const page = await read(dealsList, world.rep.caller, { q, status: "all" }, { now: NOW });
      return page.ok ? page.value.total : -1;
    };
    expect(await find("deal 6")).toBe(2);
    expect(await find("%")).toBe(0);
  });
});
