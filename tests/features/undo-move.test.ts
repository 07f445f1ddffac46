import { afterAll, beforeEach, describe, expect, it } from "vitest";
import {
  changeManyDeals,
  closeDeal,
  completeStep,
  createDeal,
  explainMove,
  moveDeal,
  reopenDeal,
  undoMove,
} from "@/lib/features/deals/commands";
import { dealsRead } from "@/lib/features/deals/queries";
import type { ChangedMany, DealView } from "@/lib/features/deals/view";
import { todayTidy } from "@/lib/features/today/queries";
import { closePools } from "@/lib/platform/db/pools";
import { withNewTenant } from "@/lib/platform/db/tenant";
import { execute, read } from "@/lib/platform/execute";
import { newId } from "@/lib/platform/id";
import type { Command } from "@/lib/platform/verb";
import { publishedProcess } from "@/tests/support/process";
import { NOW, newWorld, type OrgWorld, type Person } from "@/tests/support/world";

let world: OrgWorld;
let processId: string;
const at = (days: number) => new Date(NOW.getTime() + days * 86_400_000);
const EUR = (minor: number) => ({ minor, currency: "EUR" });
type Changed = { version: number; seq: number };

beforeEach(async () => {
  world = await newWorld("Slips");
  processId = (await publishedProcess(world.org.id)).id;
});
afterAll(closePools);

const ask = (verb: unknown, input: object, days = 1, by: Person = world.rep) =>
  execute(verb as Command, by.caller, input, { now: at(days) });
async function run<O = Changed>(verb: unknown, input: object, days = 1, by?: Person): Promise<O> {
  const result = await ask(verb, input, days, by);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value as O;
}

async function newDeal(): Promise<string> {
  const id = newId();
  await run(createDeal, { id, processId, title: "Slip", amount: EUR(1_000) }, 0);
  return id;
}

async function view(id: string): Promise<DealView> {
  const result = await read(dealsRead, world.rep.caller, { id }, { now: at(3) });
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

const tidy = async () => {
  const result = await read(todayTidy, world.rep.caller, {}, { now: at(3) });
  return result.ok ? result.value.total : null;
};

/** All that follows from what happened, without the numbers that every change moves on. */
const derived = () =>
  withNewTenant(world.org.id, async (tx) => ({
    runs: await tx.$queryRaw`select id, owner_id, status, stage_key, entered_on, entered_at, opened_on, closed_on, next_step_key, next_due_on
      from run order by id`,
    deals:
      await tx.$queryRaw`select id, amount_minor::int, outcome, close_reason, close_note from deal order by id`,
    visits: await tx.stageVisit.findMany({ orderBy: [{ runId: "asc" }, { ordinal: "asc" }] }),
    due: await tx.dueStep.findMany({ orderBy: [{ runId: "asc" }, { stepKey: "asc" }] }),
    totals:
      await tx.$queryRaw`select stage_key, owner_id, sum(deals)::int deals, sum(amount_minor)::int minor from stage_total
      group by 1, 2 having sum(deals) <> 0 order by 1, 2`,
  }));

describe("undoing", () => {
  it.each([
    ["a move over a stage", (id: string) => run(moveDeal, { id, version: 1, to: "third" })],
    [
      "a close as lost",
      (id: string) => run(closeDeal, { id, version: 1, outcome: "lost", reason: "price", note: "Too dear" }),
    ],
    [
      "a win with another amount",
      (id: string) => run(closeDeal, { id, version: 1, outcome: "won", amount: EUR(900) }),
    ],
  ])("%s leaves everything as it was, and asks for no reason", async (_, slip) => {
    const id = await newDeal();
    const before = await derived();
    const { seq } = await slip(id);
    expect(await derived()).not.toEqual(before);
    expect(await run(undoMove, { id, undo: seq }, 2)).toEqual({ id, version: 3, seq: seq + 1 });
    expect(await derived()).toEqual(before);
    expect(await tidy()).toBe(0);
    const [undone, slipped] = (await view(id)).history;
    expect(undone).toMatchObject({ type: "run.move-undone", payload: { undid: seq, turn: slipped?.type } });
  });

  it("a move back over two stages that was undone before leaves the first move standing", async () => {
    const id = await newDeal();
    await run(moveDeal, { id, version: 1, to: "second" });
    const before = await derived();
    const { seq } = await run(moveDeal, { id, version: 2, to: "first" }, 2);
    expect(await tidy()).toBe(1);
    await run(undoMove, { id, undo: seq }, 2);
    expect(await derived()).toEqual(before);
    expect(await tidy()).toBe(0);
    // The move before it is the last one again.
    await run(undoMove, { id, undo: 2 }, 2);
    expect((await view(id)).stageKey).toBe("first");
  });

  it("a reopening closes it again as it was closed", async () => {
    const id = await newDeal();
    await run(closeDeal, { id, version: 1, outcome: "lost", reason: "timing" });
    const before = await derived();
    const { seq } = await run(reopenDeal, { id, version: 2, stageKey: "second" }, 2);
    await run(undoMove, { id, undo: seq }, 2);
    expect(await derived()).toEqual(before);
  });

  it("is not held up by what was done meanwhile, which is then done in the stage where the deal was", async () => {
    const id = await newDeal();
    const { seq } = await run(moveDeal, { id, version: 1, to: "second" });
    await run(completeStep, { id, version: 2, stepKey: "first-a" });
    await run(undoMove, { id, undo: seq });
    const step = await withNewTenant(world.org.id, (tx) => tx.stepRecord.findFirst({ where: { runId: id } }));
    expect(step).toMatchObject({ stepKey: "first-a", status: "done", stageKey: "first" });
  });

  it("is refused once the deal has moved on, and to who may not move it", async () => {
    const id = await newDeal();
    const { seq } = await run(moveDeal, { id, version: 1, to: "second" });
    const code = async (by: Person, undo: number) => {
      const result = await ask(undoMove, { id, undo }, 2, by);
      return result.ok ? null : result.refusal.code;
    };
    expect(await code(world.otherRep, seq)).toBe("not-yours");
    expect(await code(world.rep, seq + 1)).toBe("move-not-last");
    await run(closeDeal, { id, version: 2, outcome: "won" });
    expect(await code(world.rep, seq)).toBe("move-not-last");
    expect((await view(id)).status).toBe("closed");
  });

  it("ten moves in one go leaves no trace in the tidy-up and the same totals", async () => {
    const ids = await Promise.all(Array.from({ length: 10 }, newDeal));
    const before = await derived();
    const deals = ids.map((id) => ({ id, version: 1, stageKey: "third" }));
    const { changed } = await run<ChangedMany>(changeManyDeals, { deals });
    expect(await tidy()).toBe(10);
    const back = await run<ChangedMany>(changeManyDeals, { deals: changed });
    expect(back).toMatchObject({ refused: [], same: [] });
    expect(back.changed).toHaveLength(10);
    expect(await tidy()).toBe(0);
    expect(await derived()).toEqual(before);
  });
});

describe("saying why afterwards", () => {
  it("explains the skip that is saved: the tidy-up no longer asks", async () => {
    const id = await newDeal();
    const { seq } = await run(moveDeal, { id, version: 1, to: "third" });
    expect(await tidy()).toBe(1);
    await run(explainMove, { id, move: seq, deviation: { reason: "buyer-asked" } });
    expect(await tidy()).toBe(0);
    const [visit] = await withNewTenant(world.org.id, (tx) =>
      tx.stageVisit.findMany({ where: { runId: id }, orderBy: { ordinal: "asc" } }),
    );
    expect(visit).toMatchObject({ exit: "skip", exitReason: "buyer-asked" });
  });

  it("gives the reason of a close, and is refused once the deal is open again", async () => {
    const id = await newDeal();
    const { seq } = await run(closeDeal, { id, version: 1, outcome: "lost", note: "By phone" });
    await run(explainMove, { id, move: seq, closeReason: "competitor" });
    expect(await view(id)).toMatchObject({
      outcome: "lost",
      closeReason: "competitor",
      closeNote: "By phone",
    });
    expect((await view(id)).history[0]).toMatchObject({ type: "run.close-explained" });
    await run(undoMove, { id, undo: seq });
    expect(await view(id)).toMatchObject({ outcome: null, closeReason: null });
    expect(await ask(explainMove, { id, move: seq, closeReason: "price" })).toMatchObject({
      refusal: { code: "deviation-gone" },
    });
  });
});
