import { beforeAll, describe, expect, it } from "vitest";
import * as deals from "@/lib/features/deals/commands";
import { dealsRead } from "@/lib/features/deals/queries";
import { withNewTenant } from "@/lib/platform/db/tenant";
import { execute, read } from "@/lib/platform/execute";
import { newId } from "@/lib/platform/id";
import { publishedProcess } from "@/tests/support/process";
import { NOW, newWorld, type OrgWorld } from "@/tests/support/world";

let world: OrgWorld;
let process: { id: string; versionId: string };
beforeAll(async () => {
  world = await newWorld();
  process = await publishedProcess(world.org.id);
});

async function newDeal(minor: number): Promise<string> {
  const id = newId();
  const input = { id, processId: process.id, title: "Race", amount: { minor, currency: "EUR" } };
  expect(await execute(deals.createDeal, world.rep.caller, input, { now: NOW })).toMatchObject({ ok: true });
  return id;
}

async function view(id: string) {
  const result = await read(dealsRead, world.rep.caller, { id }, { now: NOW });
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

/** Edits until the edit is taken, each time on what the refusal said stands now, as a person would. */
async function insist(id: string, fields: object): Promise<number> {
  let version = 1;
  for (let attempts = 1; ; attempts++) {
    const result = await execute(deals.editDeal, world.rep.caller, { id, version, fields } as never, {
      now: NOW,
    });
    if (result.ok) return attempts;
    if (result.refusal.code !== "stale") throw new Error(result.refusal.code);
    version = (result.refusal.current as { version: number }).version;
  }
}

describe("many at once", () => {
  it("on one deal keep every update: no edit is lost, each is in the history", async () => {
    const id = await newDeal(0);
    const segments = Array.from({ length: 12 }, (_, index) => `segment ${index}`);
    const attempts = await Promise.all(segments.map((segment) => insist(id, { segment })));
    const deal = await view(id);
    expect(deal).toMatchObject({ version: 13, seq: 13 });
    const kept = deal.history.filter(({ type }) => type === "field.changed").map(({ payload }) => payload.to);
    expect(new Set(kept)).toEqual(new Set(segments));
    expect(kept).toHaveLength(12);
    // They did meet: someone had to try again.
    expect(Math.max(...attempts)).toBeGreaterThan(1);
  });

  it("on many deals keep the totals that counting gives, and never wait in a circle", async () => {
    const ids = await Promise.all(Array.from({ length: 12 }, (_, index) => newDeal((index + 1) * 100)));
    const turns = ["second", "third", "first", "second"];
    await Promise.all(
      ids.map(async (id, index) => {
        for (const [turn, to] of turns.entries()) {
          const moved = await execute(
            deals.moveDeal,
            world.rep.caller,
            { id, version: turn + 1, to },
            { now: NOW },
          );
          expect(moved, `deal ${index} to ${to}`).toMatchObject({ ok: true });
        }
      }),
    );
    const [row] = await withNewTenant(
      world.org.id,
      (tx) => tx.$queryRaw<{ kept: string; counted: string; negative: number }[]>`
        select
          (select json_agg(k order by stage_key)::text from (select stage_key, sum(deals)::int n, sum(amount_minor)::bigint m
            from stage_total group by 1 having sum(deals) <> 0) k) kept,
          (select json_agg(c order by stage_key)::text from (select r.stage_key, count(*)::int n, sum(d.amount_minor)::bigint m
            from run r join deal d on d.org_id = r.org_id and d.id = r.id where r.status = 'open' group by 1) c) counted,
          (select count(*)::int from stage_visit where exit is null) as open`,
    );
    expect(row?.kept).toBe(row?.counted);
    expect(row).toMatchObject({ open: 13 });
  });

  it("creating the same deal make it once", async () => {
    const id = newId();
    const input = { id, processId: process.id, title: "Twice" };
    const results = await Promise.all(
      Array.from({ length: 8 }, () => execute(deals.createDeal, world.rep.caller, input, { now: NOW })),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    for (const result of results) if (!result.ok) expect(result.refusal.code).toBe("already-there");
  });

  it("sending the same key act once and get one answer", async () => {
    const id = await newDeal(100);
    const input = { id, version: 1, to: "second" };
    const send = () => execute(deals.moveDeal, world.rep.caller, input, { now: NOW, key: `move ${id}` });
    const results = await Promise.all(Array.from({ length: 8 }, send));
    const again = await send();
    expect(again).toEqual({ ok: true, value: { id, version: 2, seq: 2 } });
    for (const result of results) expect(result).toEqual(again);
    expect(await view(id)).toMatchObject({ version: 2, seq: 2 });
  });
});
