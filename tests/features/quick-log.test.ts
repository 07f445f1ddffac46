import { beforeAll, describe, expect, it } from "vitest";
import * as deals from "@/lib/features/deals/commands";
import { dealsRead } from "@/lib/features/deals/queries";
import { execute, read } from "@/lib/platform/execute";
import { newId } from "@/lib/platform/id";
import { publishedProcess } from "@/tests/support/process";
import { NOW, newWorld, type OrgWorld } from "@/tests/support/world";

let world: OrgWorld;
let process: { id: string };
beforeAll(async () => {
  world = await newWorld();
  process = await publishedProcess(world.org.id);
});

async function newDeal() {
  const id = newId();
  const input = { id, processId: process.id, title: "Sluice gate" };
  expect(await execute(deals.createDeal, world.rep.caller, input, { now: NOW })).toMatchObject({ ok: true });
  return id;
}
async function view(id: string) {
  const result = await read(dealsRead, world.rep.caller, { id }, { now: NOW });
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}
const log = (input: object, key?: string, now = NOW) =>
  execute(deals.logActivity, world.rep.caller, { kind: "call", twoWay: true, ...input }, { now, key });

describe("a log that arrives more than once", () => {
  it("is kept once when its answer was lost and it is sent again", async () => {
    const id = await newDeal();
    const [activityId, key] = [newId(), newId()];
    const input = { id, activityId, note: "Spoke", stepKey: "first-a" };
    const first = await log(input, key);
    expect(first).toMatchObject({ ok: true });
    expect(await log(input, key, new Date(NOW.getTime() + 3_600_000))).toEqual(first);
    const deal = await view(id);
    expect(deal.activities.map((each) => each.id)).toEqual([activityId]);
    expect(deal.history.map(({ type }) => type)).toEqual(["step.completed", "activity.logged", "run.opened"]);
  });

  it("is kept once when twenty tabs send it together", async () => {
    const id = await newDeal();
    const [activityId, key] = [newId(), newId()];
    const sent = await Promise.all(Array.from({ length: 20 }, () => log({ id, activityId }, key)));
    expect(sent).toEqual(Array.from({ length: 20 }, () => sent[0]));
    expect(sent[0]).toMatchObject({ ok: true });
    expect((await view(id)).activities).toHaveLength(1);
  });

  it("is refused as there already under another key, and changes nothing", async () => {
    const id = await newDeal();
    const activityId = newId();
    expect(await log({ id, activityId, note: "Once" }, newId())).toMatchObject({ ok: true });
    const again = { id, activityId, note: "Twice", stepKey: "first-a" };
    expect(await log(again, newId())).toMatchObject({ refusal: { code: "already-there" } });
    const both = await Promise.all([log(again, newId()), log(again)]);
    expect(both.map(({ ok }) => ok)).toEqual([false, false]);
    const deal = await view(id);
    expect(deal.activities.map(({ note }) => note)).toEqual(["Once"]);
    expect(deal.stages[0]?.steps[0]?.status).toBe("open");
    expect(deal.seq).toBe(2);
  });
});

describe("one log", () => {
  it("fulfils a step and proves a criterion with it, or does nothing at all", async () => {
    const id = await newDeal();
    const evidence = [{ criterionKey: "first-exit", kind: "buyer-confirmed", note: "budget ok" }];
    const wrong = [...evidence, { criterionKey: "nowhere", kind: "document" }];
    expect(await log({ id, activityId: newId(), stepKey: "first-a", evidence: wrong })).toMatchObject({
      refusal: { code: "criterion-unknown" },
    });
    expect(await view(id)).toMatchObject({ seq: 1, activities: [] });
    expect(await log({ id, activityId: newId(), stepKey: "first-a", evidence })).toMatchObject({ ok: true });
    const deal = await view(id);
    expect(deal.provenStageKey).toBe("first");
    expect(deal.stages[0]?.criteria[0]?.given).toMatchObject({ kind: "buyer-confirmed", note: "budget ok" });
    expect(deal.stages[0]?.steps[0]?.status).toBe("done");
  });

  it("keeps when it happened and when it was written down", async () => {
    const id = await newDeal();
    const later = new Date(NOW.getTime() + 26 * 3_600_000);
    const at = new Date(NOW.getTime() + 60_000).toISOString();
    await log({ id, activityId: newId(), occurred: { day: "2026-11-25", at } }, newId(), later);
    expect((await view(id)).activities[0]).toMatchObject({ at, recordedAt: later.toISOString() });
  });

  it("comes from a clock that runs a little ahead, and counts as now", async () => {
    const id = await newDeal();
    const ahead = (minutes: number) => {
      const at = new Date(NOW.getTime() + minutes * 60_000).toISOString();
      return log({ id, activityId: newId(), occurred: { day: at.slice(0, 10), at } });
    };
    expect(await ahead(4)).toMatchObject({ ok: true });
    expect((await view(id)).activities[0]?.at).toBe(NOW.toISOString());
    expect(await ahead(6)).toMatchObject({ refusal: { code: "occurred-in-future", field: "occurred" } });
  });
});
