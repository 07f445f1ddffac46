import pg from "pg";
import { beforeAll, describe, expect, it, vi } from "vitest";
import * as deals from "@/lib/features/deals/commands";
import { dealsRead } from "@/lib/features/deals/queries";
import { archiveProcess, unarchiveProcess } from "@/lib/features/processes/commands";
import { addEntry, archiveEntry, changeEntry, mergeEntry } from "@/lib/features/registers/commands";
import type { Caller } from "@/lib/platform/context";
import { withNewTenant } from "@/lib/platform/db/tenant";
import { execute, read } from "@/lib/platform/execute";
import { newId } from "@/lib/platform/id";
import type { Command } from "@/lib/platform/verb";
import { DOCUMENT, publishedProcess } from "@/tests/support/process";
import { quiet } from "@/tests/support/quiet";
import { NOW, newWorld, type OrgWorld } from "@/tests/support/world";

let world: OrgWorld;
let foreign: OrgWorld;
let process: { id: string; versionId: string };
const at = (day: number) => new Date(NOW.getTime() + day * 86_400_000);

beforeAll(async () => {
  world = await newWorld();
  foreign = await newWorld("Foreign");
  process = await publishedProcess(world.org.id);
});

async function newDeal(caller: Caller = world.rep.caller, more: object = {}) {
  const id = newId();
  const amount = { minor: 12_500_00, currency: "EUR" };
  const input = { id, processId: process.id, title: "Acme", companyName: "Acme BV", amount, ...more };
  expect(await execute(deals.createDeal, caller, input, { now: NOW })).toMatchObject({ ok: true });
  return id;
}
async function view(id: string, now = NOW) {
  const result = await read(dealsRead, world.rep.caller, { id }, { now });
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

describe("a deal", () => {
  it("starts in the first stage with its first step waiting", async () => {
    const deal = await view(await newDeal());
    expect(deal).toMatchObject({ version: 1, stageKey: "first", status: "open", mayEdit: true });
    expect(deal.owner.id).toBe(world.rep.id);
    expect(deal.company?.name).toBe("Acme BV");
    expect(deal.next).toEqual({ stepKey: "first-a", rule: "due-soonest" });
    expect(deal.stages.map(({ state }) => state)).toEqual(["here", "ahead", "ahead"]);
  });

  it("starts in no stage that its process lacks, and leaves no company behind", async () => {
    const input = {
      id: newId(),
      processId: process.id,
      title: "Nowhere",
      stageKey: "ninth",
      companyName: "Nowhere BV",
    };
    expect(await execute(deals.createDeal, world.rep.caller, input, { now: NOW })).toMatchObject({
      refusal: { code: "stage-unknown", field: "stageKey" },
    });
    const left = await withNewTenant(world.org.id, (tx) =>
      tx.company.count({ where: { orgId: world.org.id, name: "Nowhere BV" } }),
    );
    expect(left).toBe(0);
  });

  it("uses a company that is there instead of making it twice", async () => {
    const one = await view(await newDeal());
    const two = await view(await newDeal(world.rep.caller, { companyName: "ACME b.v." }));
    expect(two.company?.id).toBe(one.company?.id);
  });

  it("moves in any direction, with a reason that may be left out", async () => {
    const id = await newDeal();
    const jump = { id, version: 1, to: "third", deviation: { reason: "buyer-asked" } };
    await execute(deals.moveDeal, world.rep.caller, jump, { now: at(1) });
    const back = await execute(
      deals.moveDeal,
      world.rep.caller,
      { id, version: 2, to: "first" },
      { now: at(2) },
    );
    expect(back).toEqual({ ok: true, value: { id, version: 3, seq: 3 } });
    const deal = await view(id, at(2));
    expect(deal.history.map(({ type }) => type)).toEqual(["run.moved", "run.moved", "run.opened"]);
    expect(deal.history[1]?.payload).toMatchObject({ deviation: { reason: "buyer-asked", note: null } });
    expect(deal.stages.map(({ days }) => days)).toEqual([1, null, 1]);
  });

  it("goes on without the evidence its process asks for once somebody says why, or gives it", async () => {
    const document = {
      ...DOCUMENT,
      stages: DOCUMENT.stages.map((stage) => ({
        ...stage,
        criteria: stage.criteria.map((criterion) => ({ ...criterion, requirement: "reason" as const })),
      })),
    };
    const asking = (await publishedProcess(world.org.id, { document })).id;
    const move = (id: string, version: number, to: string, more: object = {}) =>
      execute(deals.moveDeal, world.rep.caller, { id, version, to, ...more }, { now: NOW });
    const id = await newDeal(world.rep.caller, { processId: asking });
    expect(await move(id, 1, "second")).toMatchObject({
      refusal: { code: "exit-needs-reason", current: { criteria: ["first-exit"] } },
    });
    expect((await view(id)).version).toBe(1);
    const why = { deviation: { reason: "buyer-asked", note: null } };
    expect(await move(id, 1, "second", why)).toMatchObject({ ok: true });
    expect((await view(id)).history[0]?.payload).toMatchObject(why);
    const evidence = { id, version: 2, criterionKey: "second-exit", kind: "buyer-confirmed" };
    expect(await execute(deals.giveEvidence, world.rep.caller, evidence, { now: NOW })).toMatchObject({
      ok: true,
    });
    expect(await move(id, 3, "third")).toMatchObject({ ok: true });
    const win = (more: object = {}) =>
      execute(deals.closeDeal, world.rep.caller, { id, version: 4, outcome: "won", ...more }, { now: NOW });
    expect(await win()).toMatchObject({
      refusal: { code: "exit-needs-reason", current: { criteria: ["third-exit"] } },
    });
    expect(await win(why)).toMatchObject({ ok: true });
    expect((await view(id)).history[0]?.payload).toMatchObject({ outcome: "won", ...why });
  });

  it("closes with outcome and reason, and reopens with its history whole", async () => {
    const id = await newDeal();
    const lost = { id, version: 1, outcome: "lost", reason: "price" };
    await execute(deals.closeDeal, world.rep.caller, lost, { now: at(1) });
    expect(await view(id)).toMatchObject({ status: "closed", outcome: "lost", closeReason: "price" });
    const again = { id, version: 2, stageKey: "second" };
    expect(await execute(deals.reopenDeal, world.rep.caller, again, { now: at(2) })).toMatchObject({
      ok: true,
    });
    const deal = await view(id);
    expect(deal).toMatchObject({ status: "open", outcome: null, stageKey: "second" });
    expect(deal.history.map(({ type }) => type)).toContain("run.closed");
  });

  it("records steps done and deliberately skipped, and takes that back", async () => {
    const id = await newDeal();
    await execute(deals.completeStep, world.rep.caller, { id, version: 1, stepKey: "first-a" }, { now: NOW });
    const waive = { id, version: 2, stepKey: "first-b", deviation: { reason: "not-relevant" } };
    await execute(deals.waiveStep, world.rep.caller, waive, { now: NOW });
    const steps = (await view(id)).stages[0]?.steps.map(({ status, timing }) => [status, timing]);
    expect(steps).toEqual([
      ["done", "on-time"],
      ["waived", "waived"],
    ]);
    await execute(deals.undoStep, world.rep.caller, { id, version: 3, stepKey: "first-a" }, { now: NOW });
    expect((await view(id)).stages[0]?.steps[0]?.status).toBe("open");
  });

  it("logs an activity that fulfils a step, whatever version the logger saw", async () => {
    const id = await newDeal();
    const call = {
      id,
      activityId: newId(),
      kind: "call",
      note: "Budget is there",
      twoWay: true,
      stepKey: "first-a",
    };
    expect(await execute(deals.logActivity, world.rep.caller, call, { now: NOW })).toMatchObject({
      ok: true,
    });
    const deal = await view(id);
    expect(deal.activities[0]).toMatchObject({ kind: "call", note: "Budget is there", by: "Rosa Rep" });
    expect(deal.stages[0]?.steps[0]).toMatchObject({ status: "done" });
  });

  it("moves its proven stage with the evidence, and never the claimed one", async () => {
    const id = await newDeal();
    const evidence = { id, version: 1, criterionKey: "first-exit", kind: "buyer-confirmed" };
    await execute(deals.giveEvidence, world.rep.caller, evidence, { now: NOW });
    expect(await view(id)).toMatchObject({ provenStageKey: "first", stageKey: "first" });
    const withdraw = { id, version: 2, criterionKey: "first-exit" };
    await execute(deals.withdrawEvidence, world.rep.caller, withdraw, { now: NOW });
    expect(await view(id)).toMatchObject({ provenStageKey: null, stageKey: "first" });
  });

  it("keeps evidence once, and takes back only what is there", async () => {
    const id = await newDeal();
    const withdraw = { id, version: 1, criterionKey: "first-exit" };
    expect(await execute(deals.withdrawEvidence, world.rep.caller, withdraw, { now: NOW })).toMatchObject({
      ok: false,
      refusal: { code: "criterion-not-recorded", field: "criterionKey" },
    });
    const give = { criterionKey: "first-exit", kind: "buyer-confirmed", note: "  by mail " };
    for (const version of [1, 2]) {
      const given = await execute(
        deals.giveEvidence,
        world.rep.caller,
        { id, version, ...give },
        { now: NOW },
      );
      expect(given).toEqual({ ok: true, value: { id, version: 2, seq: 2 } });
    }
    expect((await view(id)).history[0]?.payload).toMatchObject({ note: "by mail" });
  });

  it("refuses a stale save with who changed what, and changes nothing", async () => {
    const id = await newDeal();
    await execute(deals.moveDeal, world.manager.caller, { id, version: 1, to: "second" }, { now: at(1) });
    const edit = { id, version: 1, fields: { title: "Mine" } };
    const stale = await execute(deals.editDeal, world.rep.caller, edit, { now: at(1) });
    expect(stale).toMatchObject({
      ok: false,
      refusal: {
        code: "stale",
        params: { who: "Mark Manager", what: "run.moved" },
        current: { version: 2, stageKey: "second" },
      },
    });
    expect(await view(id)).toMatchObject({ title: "Acme", version: 2 });
  });

  it("is gone for every verb once deleted, and comes back whole", async () => {
    const id = await newDeal();
    await execute(deals.deleteDeal, world.rep.caller, { id, version: 1 }, { now: NOW });
    const move = { id, version: 2, to: "second" };
    const refused = await execute(deals.moveDeal, world.rep.caller, move, { now: NOW });
    expect(refused).toMatchObject({ refusal: { code: "not-found" } });
    await execute(deals.restoreDeal, world.rep.caller, { id, version: 2 }, { now: NOW });
    expect(await view(id)).toMatchObject({ deleted: false, version: 3, stageKey: "first" });
  });
});

describe("a deal of an archived process", () => {
  it("does not come back open, and begins nowhere else either, until the process is in use again", async () => {
    const own = await publishedProcess(world.org.id);
    const run = (verb: Command, input: object) => execute(verb, world.manager.caller, input, { now: NOW });
    const thrown = await newDeal(world.manager.caller, { processId: own.id });
    const ended = await newDeal(world.manager.caller, { processId: own.id });
    await run(deals.deleteDeal, { id: thrown, version: 1 });
    await run(deals.closeDeal, { id: ended, version: 1, outcome: "lost", reason: "price" });
    expect(await run(archiveProcess, { processId: own.id })).toMatchObject({ ok: true });
    const back = () =>
      Promise.all([
        run(deals.restoreDeal, { id: thrown, version: 2 }),
        run(deals.reopenDeal, { id: ended, version: 2, stageKey: "first" }),
      ]);
    for (const told of await back()) expect(told).toMatchObject({ refusal: { code: "process-archived" } });
    await run(unarchiveProcess, { processId: own.id });
    for (const told of await back()) expect(told).toMatchObject({ ok: true });
  });

  it("is never there: whoever archives waits for who begins a deal, or the other way round", async () => {
    for (let turn = 0; turn < 5; turn++) {
      const own = await publishedProcess(world.org.id);
      const input = { id: newId(), processId: own.id, title: "Race", companyName: "Acme BV" };
      const [begun, put] = await Promise.all([
        execute(deals.createDeal, world.rep.caller, input, { now: NOW }),
        execute(archiveProcess, world.manager.caller, { processId: own.id }, { now: NOW }),
      ]);
      expect([begun.ok, put.ok].filter(Boolean).length).toBe(1);
    }
  });
});

describe("when it happened", () => {
  const complete = (id: string, occurred: object) => {
    const done = { id, version: 1, stepKey: "first-a", occurred };
    return execute(deals.completeStep, world.rep.caller, done, { now: at(1) });
  };

  it("is the day of the moment in the organisation's own zone, whatever day is sent along", async () => {
    const id = await newDeal();
    // Half past midnight in Amsterdam, still the 25th in UTC.
    const late = { day: "2026-11-25", at: "2026-11-25T23:30:00Z" };
    expect(await complete(id, late)).toMatchObject({ ok: true });
    expect((await view(id, at(1))).history[0]).toMatchObject({ type: "step.completed", on: "2026-11-26" });
  });

  it("may be long ago", async () => {
    const occurred = { day: "2026-11-25", at: "0999-05-01T12:00:00Z" };
    const input = { id: newId(), processId: process.id, title: "Guild", occurred };
    expect(await execute(deals.createDeal, world.rep.caller, input, { now: NOW })).toMatchObject({
      ok: true,
    });
    expect((await view(input.id)).history[0]).toMatchObject({ type: "run.opened", on: "0999-05-01" });
  });

  it.each([
    [
      "a moment of today that no clock running ahead explains",
      { day: "2026-11-26", at: "2026-11-26T09:05:00.001Z" },
    ],
    ["a later moment under an earlier day", { day: "2026-11-25", at: "2026-11-27T09:00:00Z" }],
    ["a later day", { day: "2026-11-27", at: null }],
  ])("is never %s", async (_what, occurred) => {
    const id = await newDeal();
    const refused = { ok: false, refusal: { code: "occurred-in-future", field: "occurred" } };
    expect(await complete(id, occurred)).toMatchObject(refused);
    const log = { id, activityId: newId(), kind: "call", occurred };
    expect(await execute(deals.logActivity, world.rep.caller, log, { now: at(1) })).toMatchObject(refused);
    const undo = { id, version: 1, stepKey: "first-a", occurred };
    expect(await execute(deals.undoStep, world.rep.caller, undo, { now: at(1) })).toMatchObject(refused);
    const create = { id: newId(), processId: process.id, title: "Acme", occurred };
    expect(await execute(deals.createDeal, world.rep.caller, create, { now: at(1) })).toMatchObject(refused);
    expect((await view(id, at(1))).history).toHaveLength(1);
  });
});

describe("who may", () => {
  it("lets a rep change only the own deals and a viewer none", async () => {
    const id = await newDeal();
    const by = (person: { caller: Caller }) =>
      execute(deals.moveDeal, person.caller, { id, version: 1, to: "second" }, { now: NOW });
    expect(await by(world.otherRep)).toMatchObject({ refusal: { code: "not-yours" } });
    expect(await by(world.viewer)).toMatchObject({ refusal: { code: "not-allowed" } });
    expect(await by(world.manager)).toMatchObject({ ok: true });
  });

  it("finds nothing of another organisation, by any verb", async () => {
    const id = await newDeal();
    const notFound = { refusal: { code: "not-found" } };
    for (const caller of [foreign.owner.caller, { ...foreign.owner.caller, slug: world.org.slug }]) {
      const move = { id, version: 1, to: "second" };
      expect(await execute(deals.moveDeal, caller, move, { now: NOW })).toMatchObject(notFound);
      expect(await read(dealsRead, caller, { id }, { now: NOW })).toMatchObject(notFound);
    }
    const stolen = { id: newId(), processId: process.id, title: "x" };
    expect(await execute(deals.createDeal, foreign.owner.caller, stolen, { now: NOW })).toMatchObject({
      ok: false,
    });
    const edit = { id, version: 1, fields: { productId: newId() } };
    expect(await execute(deals.editDeal, world.rep.caller, edit, { now: NOW })).toMatchObject(notFound);
  });
});

describe("repeats and crowds", () => {
  it("gives the first answer to a repeated key and acts once", async () => {
    const id = await newDeal();
    const key = newId();
    const move = (to: string) =>
      execute(deals.moveDeal, world.rep.caller, { id, version: 1, to }, { now: NOW, key });
    const first = await move("second");
    expect(await move("second")).toEqual(first);
    expect((await view(id)).seq).toBe(2);
    expect(await move("third")).toMatchObject({ refusal: { code: "repeat-differs" } });
  });

  it("keeps every one of 40 activities that are logged at once, in a sequence without gaps", async () => {
    const id = await newDeal();
    const log = () =>
      execute(deals.logActivity, world.rep.caller, { id, activityId: newId(), kind: "note" }, { now: NOW });
    const results = await Promise.all(Array.from({ length: 40 }, log));
    expect(results.filter(({ ok }) => !ok)).toEqual([]);
    const deal = await view(id);
    expect(deal.activities).toHaveLength(40);
    expect(deal.history.map(({ seq }) => seq)).toEqual(Array.from({ length: 41 }, (_, i) => 41 - i));
  });

  it("lets exactly one of many movers of the same version win", async () => {
    const id = await newDeal();
    const moves = Array.from({ length: 10 }, (_, i) => ({ id, version: 1, to: i % 2 ? "second" : "third" }));
    const results = await Promise.all(
      moves.map((move) => execute(deals.moveDeal, world.manager.caller, move, { now: NOW })),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter((r) => !r.ok && r.refusal.code === "stale")).toHaveLength(9);
  });
});

describe("the buyer's side of a deal", () => {
  const manage = async (verb: Parameters<typeof execute>[0], input: object) =>
    expect(await execute(verb, world.manager.caller, input, { now: NOW })).toMatchObject({ ok: true });
  const add = async (kind: string, name: string, note = "") => {
    const id = newId();
    await manage(addEntry, { id, kind, name: { en: `${name} ${id}` }, note });
    return id;
  };
  const shown = async (id: string) =>
    (await view(id)).buyer.map((entry) => [
      entry.id,
      entry.name.en?.split(" ")[0],
      entry.note,
      entry.forNext,
    ]);

  it("is what its stage and its next step name, under the names of today", async () => {
    const [problem, objection, message, old] = [
      await add("problem", "Retyping"),
      await add("objection", "Price", "Ask what a week late costs"),
      await add("message", "Eight"),
      await add("source", "Fair"),
    ];
    await manage(archiveEntry, { id: old });
    const [first, ...later] = DOCUMENT.stages;
    if (!first) throw new Error("no stage");
    const [stepA, stepB] = first.steps;
    if (!stepA || !stepB) throw new Error("no steps");
    const stages = [
      {
        ...first,
        entries: [problem, old],
        steps: [
          { ...stepA, entries: [objection] },
          { ...stepB, entries: [message] },
        ],
      },
      ...later,
    ];
    const designed = await publishedProcess(world.org.id, { document: { ...DOCUMENT, stages } });
    const id = await newDeal(world.rep.caller, { processId: designed.id });
    expect(await shown(id)).toEqual([
      [objection, "Price", "Ask what a week late costs", true],
      [problem, "Retyping", "", false],
    ]);

    // Kept until a register changes, from when nothing older is at work: one way there and back.
    await quiet(world.rep.caller);
    await view(id);
    const asked = vi.spyOn(pg.Client.prototype, "query");
    await view(id);
    expect(asked).toHaveBeenCalledTimes(1);
    asked.mockRestore();

    const other = await add("objection", "Dearer");
    await manage(mergeEntry, { id: objection, into: other });
    await manage(changeEntry, { id: problem, version: 1, set: { name: { en: `Copying ${problem}` } } });
    expect(await shown(id)).toEqual([
      [other, "Dearer", "", true],
      [problem, "Copying", "", false],
    ]);

    const done = { id, version: 1, stepKey: "first-a" };
    expect(await execute(deals.completeStep, world.rep.caller, done, { now: NOW })).toMatchObject({
      ok: true,
    });
    expect((await shown(id)).map(([entryId]) => entryId)).toEqual([message, problem]);
  });

  it("is empty where nothing is linked", async () => {
    expect((await view(await newDeal())).buyer).toEqual([]);
  });
});
