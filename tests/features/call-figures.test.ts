import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cancelCall, debriefCall, planCall, reopenCall } from "@/lib/features/calls/commands";
import { callsFigures } from "@/lib/features/calls/queries";
import type { ProcessCalls } from "@/lib/features/calls/view";
import { createDeal } from "@/lib/features/deals/commands";
import { addEntry } from "@/lib/features/registers/commands";
import { setVisibility } from "@/lib/features/visibility/commands";
import { closePools } from "@/lib/platform/db/pools";
import { execute, read } from "@/lib/platform/execute";
import { newId } from "@/lib/platform/id";
import type { Command } from "@/lib/platform/verb";
import { publishedProcess } from "../support/process";
import { NOW, newWorld, type OrgWorld } from "../support/world";

type Who = "owner" | "manager" | "rep" | "otherRep";
const LATER = new Date("2026-11-25T14:00:00Z");
const objection = newId();
const dealId = newId();
let world: OrgWorld;
let processId: string;
let callProcess: string;

beforeAll(async () => {
  world = await newWorld("Figures");
  processId = (await publishedProcess(world.org.id)).id;
  callProcess = (await publishedProcess(world.org.id, { category: "call" })).id;
  await ok("manager", addEntry, { id: objection, kind: "objection", name: { en: "Too dear" } });
  await ok("owner", createDeal, { id: dealId, processId, title: "Crane", ownerId: world.rep.id });
});
afterAll(closePools);

async function ok(who: Who, verb: Command, input: object, now = NOW): Promise<void> {
  expect(await execute(verb, world[who].caller, input, { now }), verb.name).toMatchObject({ ok: true });
}
async function planned(more: object = {}): Promise<string> {
  const id = newId();
  const when = { day: "2026-11-25", minutes: 660 };
  await ok("rep", planCall, { id, dealId, processId: callProcess, when, objections: [objection], ...more });
  return id;
}

describe("what came of the calls of a process", () => {
  const figures = async (who: Who = "rep"): Promise<ProcessCalls> => {
    const result = await read(callsFigures, world[who].caller, { processId: callProcess }, { now: LATER });
    if (!result.ok) throw new Error(result.refusal.code);
    return result.value;
  };

  it("counts those that were held, what came up and how each message went, with the calls behind", async () => {
    const message = newId();
    await ok("manager", addEntry, { id: message, kind: "message", name: { en: "One name" } });
    const [one, two, three] = [await planned({ messages: [message] }), await planned(), await planned()];
    await planned({ processId: null });
    await ok("rep", debriefCall, { id: one, version: 1, result: "partly", heard: [objection] }, LATER);
    await ok("rep", debriefCall, { id: two, version: 1, result: "yes" }, LATER);
    await ok("rep", cancelCall, { id: three, version: 1, reason: "no-show" }, LATER);
    const told = await figures();
    expect(told.held).toHaveLength(2);
    expect(told.notHeld).toContain(three);
    expect(told.messages.find(({ id }) => id === message)).toMatchObject({
      name: { en: "One name" },
      calls: [one],
      results: { yes: [], partly: [one], no: [] },
    });
    const heard = told.objections.find(({ id }) => id === objection);
    expect(heard?.heard).toContain(one);
    expect(heard?.heard).not.toContain(two);
    expect(heard?.expected).toEqual(expect.arrayContaining([one, two]));
    expect(heard?.answers).toMatchObject([{ id: message, calls: [one] }]);
    expect(told.calls.find(({ id }) => id === one)).toMatchObject({
      dealId,
      deal: "Crane",
      standing: "held",
    });
    await ok("rep", reopenCall, { id: one, version: 2 }, LATER);
    expect((await figures()).messages.find(({ id }) => id === message)).toBeUndefined();
    // Those of who sees them alone.
    const rules = { roles: { manager: "all", rep: "own", viewer: "all" }, commercialRoles: [], teams: [] };
    await ok("owner", setVisibility, { version: 1, rules });
    expect((await figures("otherRep")).calls).toEqual([]);
    expect((await figures()).calls).toHaveLength(told.calls.length);
  });

  it("are of a process of calls alone", async () => {
    const result = await read(callsFigures, world.rep.caller, { processId }, { now: LATER });
    expect(result).toMatchObject({ ok: false, refusal: { code: "not-found" } });
  });
});
