import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  cancelCall,
  changeCall,
  debriefCall,
  deleteCall,
  planCall,
  reopenCall,
  restoreCall,
  tickCallStep,
} from "@/lib/features/calls/commands";
import { callsChoices, callsOf, callsRead, callsToday } from "@/lib/features/calls/queries";
import { closeDeal, createDeal, editDeal } from "@/lib/features/deals/commands";
import { dealsRead } from "@/lib/features/deals/queries";
import { addEntry } from "@/lib/features/registers/commands";
import { registersList } from "@/lib/features/registers/queries";
import { rebuildOrganization } from "@/lib/features/runs/rebuild-all";
import { tasksOf } from "@/lib/features/tasks/queries";
import { setVisibility } from "@/lib/features/visibility/commands";
import { visibilityRead } from "@/lib/features/visibility/queries";
import { closePools } from "@/lib/platform/db/pools";
import { withNewTenant } from "@/lib/platform/db/tenant";
import { execute, read } from "@/lib/platform/execute";
import { newId } from "@/lib/platform/id";
import type { Command } from "@/lib/platform/verb";
import { publishedProcess } from "../support/process";
import { NOW, newWorld, type OrgWorld } from "../support/world";

type Who = "owner" | "manager" | "rep" | "otherRep" | "viewer";
const LATER = new Date("2026-11-25T14:00:00Z");
let world: OrgWorld;
let processId: string;
let callProcess: string;
let contactId: string;
let objection: string;
let dealId: string;

beforeAll(async () => {
  world = await newWorld("Calls");
  const orgId = world.org.id;
  processId = (await publishedProcess(orgId)).id;
  callProcess = (await publishedProcess(orgId, { category: "call" })).id;
  contactId = newId();
  const companyId = newId();
  await withNewTenant(orgId, async (tx) => {
    await tx.company.create({ data: { orgId, id: companyId, name: "Haventec", normalName: "haventec" } });
    await tx.contact.create({ data: { orgId, id: contactId, companyId, name: "Kim Koper" } });
  });
  objection = newId();
  await ok("manager", addEntry, { id: objection, kind: "objection", name: { en: "Too dear" } });
});
beforeEach(async () => {
  dealId = newId();
  await ok("owner", createDeal, { id: dealId, processId, title: "Crane", ownerId: world.rep.id });
});
afterAll(closePools);

const run = (who: Who, verb: Command, input: object, now = NOW) =>
  execute(verb, world[who].caller, input, { now });
async function ok(who: Who, verb: Command, input: object, now = NOW): Promise<void> {
  expect(await run(who, verb, input, now), verb.name).toMatchObject({ ok: true });
}
const refused = async (who: Who, verb: Command, input: object, now = NOW) => {
  const result = await run(who, verb, input, now);
  return result.ok ? "done" : result.refusal.code;
};
async function got<T>(result: Promise<{ ok: true; value: T } | { ok: false; refusal: { code: string } }>) {
  const answer = await result;
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.value;
}
const call = (id: string, who: Who = "rep", now = NOW) =>
  got(read(callsRead, world[who].caller, { id }, { now }));
const deal = (now = NOW) => got(read(dealsRead, world.rep.caller, { id: dealId }, { now }));
async function heard(): Promise<number | undefined> {
  const { entries } = await got(read(registersList, world.manager.caller, {}, { now: NOW }));
  return entries.find(({ id }) => id === objection)?.heard;
}
const today = (who: Who, now = NOW) => got(read(callsToday, world[who].caller, {}, { now }));

async function repsSee(rep: "own" | "all"): Promise<void> {
  const { version } = await got(read(visibilityRead, world.owner.caller, {}, { now: NOW }));
  const rules = { roles: { manager: "all", rep, viewer: "all" }, commercialRoles: [], teams: [] };
  await ok("owner", setVisibility, { version, rules });
}

/** A call of the rep at 11:00 in Amsterdam, on the first step of the deal. */
async function planned(more: object = {}, who: Who = "rep"): Promise<string> {
  const id = newId();
  await ok(who, planCall, {
    id,
    dealId,
    processId: callProcess,
    when: { day: "2026-11-25", minutes: 660 },
    stepKey: "first-a",
    goal: "Know who decides",
    questions: ["Who else?", " ", "Why now?"],
    objections: [objection],
    people: [contactId],
    ...more,
  });
  return id;
}

describe("a planned call", () => {
  it("is a run of its own on the call process, with its plan", async () => {
    const id = await planned();
    expect(await call(id)).toMatchObject({
      version: 1,
      deal: { id: dealId, title: "Crane" },
      process: { id: callProcess, number: 1 },
      owner: { name: "Rosa Rep" },
      status: "planned",
      standing: "ahead",
      plan: { at: "2026-11-25T10:00:00.000Z", minutes: 30, questions: ["Who else?", "Why now?"] },
      step: { key: "first-a", done: false },
      objections: [{ id: objection }],
      people: [{ id: contactId, name: "Kim Koper" }],
      debrief: null,
      mayEdit: true,
    });
    expect((await call(id)).stages.map(({ key }) => key)).toEqual(["first", "second", "third"]);
    expect((await got(read(callsOf, world.rep.caller, { dealId }, { now: NOW }))).calls).toMatchObject([
      { id, goal: "Know who decides", standing: "ahead" },
    ]);
  });

  it("needs no call process: then it has no steps of its own", async () => {
    const id = await planned({ processId: null });
    expect(await call(id)).toMatchObject({ process: null, stages: [] });
    expect(await refused("rep", tickCallStep, { id, stepKey: "first-a", done: true })).toBe("step-unknown");
    await ok("rep", debriefCall, { id, version: 1, result: "yes" }, LATER);
    expect(await call(id)).toMatchObject({ status: "held" });
  });

  it("is refused on a closed deal, on a process that is none for calls, and for what is not there", async () => {
    const plan = { id: newId(), dealId, processId: callProcess, when: { day: "2026-11-25", minutes: 660 } };
    expect(await refused("rep", planCall, { ...plan, processId })).toBe("process-not-published");
    expect(await refused("rep", planCall, { ...plan, stepKey: "nowhere" })).toBe("step-unknown");
    expect(await refused("rep", planCall, { ...plan, people: [newId()] })).toBe("not-found");
    expect(await refused("rep", planCall, { ...plan, messages: [objection] })).toBe("not-found");
    expect(await refused("rep", planCall, { ...plan, ownerId: newId() })).toBe("owner-unknown");
    expect(await refused("otherRep", planCall, plan)).toBe("not-yours");
    expect(await refused("viewer", planCall, plan)).toBe("not-allowed");
    await ok("rep", closeDeal, { id: dealId, version: 1, outcome: "lost" });
    expect(await refused("rep", planCall, plan)).toBe("run-closed");
  });

  it("moves to another time, is given to a colleague, and refuses a stale save", async () => {
    const id = await planned();
    await ok("rep", changeCall, { id, version: 1, set: { when: { day: "2026-11-26", minutes: 540 } } });
    expect(await call(id)).toMatchObject({
      moves: 1,
      plan: { at: "2026-11-26T08:00:00.000Z", goal: "Know who decides" },
    });
    expect(await refused("rep", changeCall, { id, version: 1, set: { goal: "Else" } })).toBe("stale");
    await ok("rep", changeCall, { id, version: 2, set: { ownerId: world.otherRep.id } });
    expect(await call(id)).toMatchObject({ owner: { name: "Otto Rep" }, moves: 1 });
    // Who holds it may work it, and so may the deal's owner.
    await ok("otherRep", tickCallStep, { id, stepKey: "first-a", done: true });
    await ok("rep", tickCallStep, { id, stepKey: "first-b", done: true });
  });

  it("is thrown away and comes back", async () => {
    const id = await planned();
    await ok("rep", deleteCall, { id, version: 1 });
    expect((await got(read(callsOf, world.rep.caller, { dealId }, { now: NOW }))).total).toBe(0);
    await ok("rep", restoreCall, { id });
    expect((await got(read(callsOf, world.rep.caller, { dealId }, { now: NOW }))).total).toBe(1);
  });
});

describe("a debrief", () => {
  it("stands on the deal as one activity, does its step, counts its objection and leaves a task", async () => {
    const id = await planned();
    const before = (await heard()) ?? 0;
    await ok("rep", tickCallStep, { id, stepKey: "first-a", done: true });
    const task = { id: newId(), title: "Send the summary", day: "2026-11-26" };
    const said = {
      id,
      version: 2,
      result: "partly",
      learned: "Kim decides",
      heard: [objection],
      stepDone: true,
    };
    await ok("rep", debriefCall, { ...said, task }, LATER);
    expect(await call(id)).toMatchObject({
      status: "held",
      debrief: { result: "partly", learned: "Kim decides", heard: [objection], stepDone: true },
      step: { done: true },
    });
    expect(await heard()).toBe(before + 1);
    const after = await deal(LATER);
    expect(after.activities).toMatchObject([
      {
        id,
        kind: "call",
        note: "Kim decides",
        twoWay: true,
        at: "2026-11-25T10:00:00.000Z",
        stepKey: "first-a",
      },
    ]);
    expect(after.stages[0]?.steps[0]).toMatchObject({ key: "first-a", status: "done" });
    const tasks = await got(read(tasksOf, world.rep.caller, { on: "deal", id: dealId }, { now: LATER }));
    expect(tasks.open).toMatchObject([{ title: "Send the summary", due: { day: "2026-11-26" } }]);
    // Said again, it is the same talk.
    await ok(
      "rep",
      debriefCall,
      { ...said, version: 3, learned: "Kim and Jo decide", stepDone: false },
      LATER,
    );
    const again = await deal(LATER);
    expect(again.activities).toMatchObject([{ id, note: "Kim and Jo decide" }]);
    expect(again.stages[0]?.steps[0]).toMatchObject({ key: "first-a", status: "open" });
    expect(await heard()).toBe(before + 1);
    await ok("rep", reopenCall, { id, version: 4 }, LATER);
    expect(await heard()).toBe(before);
    expect(again.history.filter(({ type }) => type === "activity.logged")).toHaveLength(1);
  });

  it("is taken back whole, and keeps what was typed", async () => {
    const id = await planned();
    await ok(
      "rep",
      debriefCall,
      { id, version: 1, result: "yes", learned: "All well", stepDone: true },
      LATER,
    );
    expect(await refused("rep", cancelCall, { id, version: 2, reason: "no-show" }, LATER)).toBe("call-held");
    expect(await refused("rep", deleteCall, { id, version: 2 }, LATER)).toBe("call-held");
    await ok("rep", reopenCall, { id, version: 2 }, LATER);
    expect(await call(id, "rep", LATER)).toMatchObject({
      status: "planned",
      standing: "ask",
      debrief: { learned: "All well" },
    });
    const after = await deal(LATER);
    expect(after.activities).toEqual([]);
    expect(after.stages[0]?.steps[0]).toMatchObject({ status: "open" });
    await ok("rep", debriefCall, { id, version: 3, result: "no", stepDone: false }, LATER);
    expect((await deal(LATER)).activities).toHaveLength(1);
  });

  it("goes through the stages in order, so that the run deviates from nothing", async () => {
    const id = await planned();
    await ok("rep", debriefCall, { id, version: 1, result: "yes" }, LATER);
    const visits = await withNewTenant(world.org.id, (tx) =>
      tx.stageVisit.findMany({ where: { orgId: world.org.id, runId: id }, orderBy: { ordinal: "asc" } }),
    );
    expect(visits.map(({ stageKey, exit }) => [stageKey, exit])).toEqual([
      ["first", "forward"],
      ["second", "forward"],
      ["third", "forward"],
    ]);
    // A summary is sent the day after.
    await ok("rep", tickCallStep, { id, stepKey: "third-a", done: true }, new Date("2026-11-26T09:00:00Z"));
  });
});

describe("a call that was not held", () => {
  it("says why, and is planned again", async () => {
    const id = await planned();
    await ok("rep", cancelCall, { id, version: 1, reason: "buyer-cancelled", note: "Ill" }, LATER);
    expect(await call(id)).toMatchObject({
      status: "cancelled",
      cancellation: { reason: "buyer-cancelled", note: "Ill" },
    });
    expect(await refused("rep", debriefCall, { id, version: 2, result: "yes" }, LATER)).toBe(
      "call-cancelled",
    );
    expect(await refused("rep", changeCall, { id, version: 2, set: { goal: "Else" } }, LATER)).toBe(
      "call-cancelled",
    );
    expect((await deal(LATER)).activities).toEqual([]);
    await ok("rep", reopenCall, { id, version: 2 }, LATER);
    expect(await call(id)).toMatchObject({ status: "planned", cancellation: null });
  });
});

describe("the calls of today", () => {
  it("are one's own of today and those that nobody said anything of, by their time", async () => {
    const before = (await today("otherRep")).calls.length;
    const give = { ownerId: world.otherRep.id };
    const late = await planned({ ...give, when: { day: "2026-11-25", minutes: 900 } });
    const early = await planned({ ...give, when: { day: "2026-11-24", minutes: 900 } });
    await planned({ ...give, when: { day: "2026-11-26", minutes: 0 } });
    const { calls } = await today("otherRep");
    expect(before).toBe(0);
    expect(calls.map(({ id, standing }) => [id, standing])).toEqual([
      [early, "ask"],
      [late, "ahead"],
    ]);
    await ok("otherRep", debriefCall, { id: early, version: 1, result: "no" });
    expect((await today("otherRep")).calls.map(({ id }) => id)).toEqual([late]);
  });
});

describe("calls of who left", () => {
  it("wait for the owner of their deal", async () => {
    const id = await planned({ ownerId: world.manager.id });
    const mine = async () => (await today("rep", LATER)).calls.some((each) => each.id === id);
    expect(await mine()).toBe(false);
    const left = (status: string) =>
      withNewTenant(world.org.id, (tx) =>
        tx.membership.update({
          where: { orgId_id: { orgId: world.org.id, id: world.manager.id } },
          data: { status, removedAt: status === "removed" ? NOW : null },
        }),
      );
    await left("removed");
    expect(await mine()).toBe(true);
    await left("active");
  });
});

describe("what a plan can choose from", () => {
  it("is the call processes, the steps that wait, the registers and the people", async () => {
    const choices = await got(
      read(callsChoices, world.rep.caller, { dealId, stepKey: "first-b" }, { now: NOW }),
    );
    expect(choices.processes.map(({ id }) => id)).toEqual([callProcess]);
    expect(choices.steps.map(({ key }) => key)).toEqual(["first-b", "first-a"]);
    expect(choices.objections).toMatchObject([{ id: objection, suggested: false }]);
    expect(choices.mayDesign).toBe(false);
    expect(choices.planned).toEqual([]);
    const id = await planned();
    const again = await got(read(callsChoices, world.rep.caller, { dealId }, { now: NOW }));
    expect(again.planned.map((each) => each.id)).toEqual([id]);
  });
});

describe("a call is seen with its deal", () => {
  it("by nobody else, also not by who holds it, and goes along when the deal is given away", async () => {
    const id = await planned({ ownerId: world.otherRep.id }, "manager");
    await repsSee("own");
    try {
      expect((await call(id, "rep")).id).toBe(id);
      expect(await read(callsRead, world.otherRep.caller, { id }, { now: NOW })).toMatchObject({
        refusal: { code: "not-found" },
      });
      expect((await today("otherRep")).calls).toEqual([]);
      await ok("rep", changeCall, { id, version: 1, set: { goal: "Know the budget" } });
      await ok("rep", debriefCall, { id, version: 2, result: "yes", learned: "Budget in May" }, LATER);
      const { version } = await deal();
      await ok("owner", editDeal, { id: dealId, version, fields: { ownerId: world.otherRep.id } });
      expect(await call(id, "otherRep")).toMatchObject({
        status: "held",
        debrief: { learned: "Budget in May" },
      });
      expect(await read(callsRead, world.rep.caller, { id }, { now: NOW })).toMatchObject({
        refusal: { code: "not-found" },
      });
    } finally {
      await repsSee("all");
    }
  });
});

describe("the projections", () => {
  it("are made anew from the events alone", async () => {
    const held = await planned();
    await ok("rep", debriefCall, { id: held, version: 1, result: "yes", heard: [objection] }, LATER);
    await planned({ processId: null });
    const rows = () =>
      withNewTenant(world.org.id, async (tx) => ({
        calls: await tx.call.findMany({ orderBy: { id: "asc" } }),
        runs: await tx.run.findMany({ where: { kind: "call" }, orderBy: { id: "asc" } }),
        due: await tx.dueStep.count({ where: { runId: held } }),
      }));
    const before = await rows();
    await rebuildOrganization(world.org.id, LATER);
    expect(await rows()).toEqual(before);
    expect(before.calls.length).toBeGreaterThan(5);
    expect(before.due).toBe(0);
  });
});
