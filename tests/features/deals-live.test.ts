import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { completeStep, createDeal, meetOnDeal, moveDeal } from "@/lib/features/deals/commands";
import { dealsBoard, dealsSince } from "@/lib/features/deals/queries";
import type { BoardChange, BoardData } from "@/lib/features/deals/view";
import { closePools } from "@/lib/platform/db/pools";
import { withTenant } from "@/lib/platform/db/tenant";
import { execute, readJson } from "@/lib/platform/execute";
import { newId } from "@/lib/platform/id";
import { publishedProcess } from "../support/process";
import { inTheEnd, quiet } from "../support/quiet";
import { NOW, newWorld, type OrgWorld } from "../support/world";

let world: OrgWorld;
let foreign: OrgWorld;
let processId: string;
let otherId: string;

beforeAll(async () => {
  [world, foreign] = [await newWorld(), await newWorld("Foreign")];
  processId = (await publishedProcess(world.org.id)).id;
  otherId = (await publishedProcess(world.org.id)).id;
});
afterAll(closePools);

async function newDeal(on = processId): Promise<string> {
  const id = newId();
  const made = await execute(
    createDeal,
    world.rep.caller,
    { id, processId: on, title: "Deal" },
    { now: NOW },
  );
  if (!made.ok) throw new Error(made.refusal.code);
  return id;
}

const json = async <T>(reading: ReturnType<typeof readJson>): Promise<T> => {
  const result = await reading;
  if (!result.ok) throw new Error(result.refusal.code);
  return JSON.parse(result.value);
};
const cursorNow = async () =>
  (await json<BoardData>(readJson(dealsBoard, world.manager.caller, { processId }, { now: NOW }))).cursor;
const since = (cursor: string, caller = world.manager.caller) =>
  json<{ changes: BoardChange[] }>(readJson(dealsSince, caller, { processId, cursor }, { now: NOW }));

/** What is written while another transaction is still at work. */
async function during<T>(work: () => Promise<T>): Promise<T> {
  return withTenant(world.owner.caller, NOW, async (tx) => {
    await tx.$queryRaw`select pg_current_xact_id()::text`;
    return work();
  });
}

describe("an open board", () => {
  it("hears of what others did since it was read, in order, and of nothing else", async () => {
    const id = await newDeal();
    await quiet(world.owner.caller);
    const cursor = await cursorNow();
    expect(await since(cursor)).toEqual({ changes: [] });
    await execute(moveDeal, world.rep.caller, { id, version: 1, to: "second" }, { now: NOW });
    await execute(completeStep, world.rep.caller, { id, version: 2, stepKey: "second-a" }, { now: NOW });
    await newDeal(otherId);
    await inTheEnd(async () =>
      expect((await since(cursor)).changes).toEqual([
        { id, type: "run.moved", by: world.rep.id },
        { id, type: "step.completed", by: world.rep.id },
      ]),
    );
    await quiet(world.owner.caller);
    expect(await since(await cursorNow())).toEqual({ changes: [] });
  });

  it("misses nothing that was being written while it was read", async () => {
    const id = await newDeal();
    await quiet(world.owner.caller);
    const cursor = await during(async () => {
      const read = await cursorNow();
      await execute(moveDeal, world.rep.caller, { id, version: 1, to: "second" }, { now: NOW });
      // An older transaction is at work: what is newer waits for it, and is told afterwards.
      expect(await since(read)).toEqual({ changes: [] });
      return read;
    });
    const moved = { id, type: "run.moved", by: world.rep.id };
    await inTheEnd(async () => expect((await since(cursor)).changes).toEqual([moved]));
  });

  it("of another organisation hears nothing", async () => {
    await quiet(world.owner.caller);
    const cursor = await cursorNow();
    await newDeal();
    await inTheEnd(async () => expect((await since(cursor)).changes).toHaveLength(1));
    expect(await since(cursor, foreign.owner.caller)).toEqual({ changes: [] });
  });
});

describe("a deal that is open on two screens", () => {
  const meet = async (caller: typeof world.rep.caller, id: string, seq: number, now = NOW) => {
    const met = await execute(meetOnDeal, caller, { id, seq }, { now });
    if (!met.ok) throw new Error(met.refusal.code);
    return met.value;
  };
  const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1_000);

  it("shows each the other, until nothing is heard of them", async () => {
    const id = await newDeal();
    expect(await meet(world.rep.caller, id, 1)).toEqual({ colleagues: [], newer: null });
    const { colleagues } = await meet(world.manager.caller, id, 1, later(2));
    expect(colleagues.map((each) => each.id)).toEqual([world.rep.id]);
    expect((await meet(world.manager.caller, id, 1, later(20))).colleagues).toEqual([]);
  });

  it("says what is newer and whose it is, and says nothing of one's own doing", async () => {
    const id = await newDeal();
    await execute(moveDeal, world.rep.caller, { id, version: 1, to: "second" }, { now: NOW });
    expect((await meet(world.manager.caller, id, 1)).newer).toEqual({ seq: 2, by: expect.any(String) });
    expect((await meet(world.rep.caller, id, 1)).newer).toEqual({ seq: 2, by: null });
    expect((await meet(world.rep.caller, id, 2)).newer).toBeNull();
  });

  it("waits for nobody: what another connection holds is left until the next sign of life", async () => {
    const id = await newDeal();
    const hold = new pg.Client({ connectionString: process.env.DATABASE_URL });
    await hold.connect();
    const holding = async (statement: string, work: () => Promise<void>) => {
      await hold.query("begin");
      const { rowCount } = await hold.query(statement, [id]);
      expect(rowCount).toBeGreaterThan(0);
      await work();
      await hold.query("rollback");
    };
    const names = async (who: typeof world.rep.caller, after: number) =>
      (await meet(who, id, 1, later(after))).colleagues.map((each) => each.id);
    try {
      // An import that works on the deal: nobody can be written down, and nobody is kept waiting.
      await holding("select 1 from run where id = $1 for update", async () => {
        expect(await names(world.rep.caller, 0)).toEqual([]);
        expect(await names(world.manager.caller, 1)).toEqual([]);
      });
      await names(world.rep.caller, 2);
      expect(await names(world.manager.caller, 3)).toEqual([world.rep.id]);
      // The rows themselves, held by somebody: not renewed and not taken away, yet nobody is shown who has gone.
      await holding("select 1 from run_presence where run_id = $1 for update", async () => {
        expect(await names(world.rep.caller, 6)).toEqual([world.manager.id]);
        expect(await names(world.manager.caller, 30)).toEqual([]);
      });
      // The same member's other window, not yet saved.
      await holding(
        `insert into run_presence (org_id, run_id, membership_id, seen_at)
         select org_id, id, '${world.otherRep.id}', now() from run where id = $1`,
        async () => {
          await hold.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [
            `presence ${id} ${world.otherRep.id}`,
          ]);
          expect(await names(world.otherRep.caller, 4)).toEqual([world.manager.id, world.rep.id].sort());
        },
      );
    } finally {
      await hold.end();
    }
  });
});
