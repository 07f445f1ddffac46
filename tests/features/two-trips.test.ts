import pg from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { closeDeal, createDeal, moveDeal } from "@/lib/features/deals/commands";
import { openingGround } from "@/lib/features/deals/store";
import { closePools, pools } from "@/lib/platform/db/pools";
import { execute } from "@/lib/platform/execute";
import { newId } from "@/lib/platform/id";
import { NOW, newWorld, type OrgWorld } from "../support/world";
import { ABC, publish } from "./insights-fixtures";

let world: OrgWorld;
let processId: string;
const made: string[] = [];

beforeAll(async () => {
  world = await newWorld("Two trips");
  processId = (await publish(world.manager.caller, ABC)).processId;
  // The first of a process reads its version, which is kept from then on.
  for (let n = 0; n < 4; n += 1) {
    const id = newId();
    await create(id);
    made.push(id);
  }
  await move(made[0] ?? "", 1, "b");
});
afterAll(closePools);

const create = (id: string, key = newId()) =>
  execute(createDeal, world.rep.caller, { id, processId, title: "Pumps" }, { now: NOW, key });
const move = (id: string, version: number, to: string, key = newId()) =>
  execute(moveDeal, world.rep.caller, { id, version, to }, { now: NOW, key });

/** How often the database was asked something. */
async function trips(work: () => Promise<unknown>): Promise<number> {
  const asked = vi.spyOn(pg.Client.prototype, "query");
  try {
    await work();
    return asked.mock.calls.length;
  } finally {
    asked.mockRestore();
  }
}

describe("what people do all day", () => {
  it("takes two round trips", async () => {
    expect(await trips(() => create(newId()))).toBe(2);
    expect(await trips(() => move(made[1] ?? "", 1, "b"))).toBe(2);
    const lost = { id: made[1] ?? "", version: 2, outcome: "lost", reason: "price" } as const;
    expect(await trips(() => execute(closeDeal, world.rep.caller, lost, { now: NOW, key: newId() }))).toBe(2);
  });

  it.each([
    ["nothing", {}],
    ["a company", { companyId: newId() }],
    ["a company by its name and a person", { companyName: "Pump works", contactId: newId() }],
  ])("is not planned anew each time a deal of %s is opened", async (_, about) => {
    const ground = openingGround({ processId, companyId: null, contactId: null, ...about });
    const client = await pools().app.connect();
    try {
      await client.query("begin");
      await client.query("select set_config('app.org_id', $1, true), set_config('app.member_id', $2, true)", [
        world.org.id,
        world.rep.id,
      ]);
      // Postgres weighs a plan of its own for each of the first five, then whether one for all is as good.
      for (let n = 0; n < 7; n += 1) await client.query({ ...ground, values: [...ground.values] });
      const kept = "select generic_plans::int as plans from pg_prepared_statements where name = $1";
      const { rows } = await client.query<{ plans: number }>(kept, [ground.name]);
      expect(rows[0]?.plans).toBeGreaterThanOrEqual(2);
    } finally {
      await client.query("rollback");
      client.release();
    }
  });

  it("gives a repeat its first answer and writes nothing", async () => {
    const key = newId();
    const first = await move(made[2] ?? "", 1, "b", key);
    expect(first).toMatchObject({ ok: true, value: { version: 2 } });
    expect(await move(made[2] ?? "", 1, "b", key)).toEqual(first);
    expect(await move(made[2] ?? "", 1, "c", key)).toMatchObject({ refusal: { code: "repeat-differs" } });
  });

  it("says who changed it meanwhile when an edit is stale, and changes nothing when it is refused", async () => {
    const id = made[3] ?? "";
    expect(await move(id, 7, "b")).toMatchObject({ refusal: { code: "stale", current: { version: 1 } } });
    expect(await move(id, 1, "nowhere")).toMatchObject({ refusal: { code: "stage-unknown" } });
    expect(await move(id, 1, "b")).toMatchObject({ ok: true, value: { version: 2 } });
    expect(await move(newId(), 1, "b")).toMatchObject({ refusal: { code: "not-found" } });
  });
});
