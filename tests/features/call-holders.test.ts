import { afterAll, beforeEach, describe, expect, it } from "vitest";
import * as debriefRoute from "@/app/api/v1/calls/[id]/debrief/route";
import type { CallChoices } from "@/lib/features/calls/view";
import { closeDeal } from "@/lib/features/deals/commands";
import { VERBS } from "@/lib/features/registry";
import type { MyTasks } from "@/lib/features/tasks/view";
import type { TrashPage } from "@/lib/features/trash/view";
import { closePools, pools } from "@/lib/platform/db/pools";
import { withNewTenant, withTenant } from "@/lib/platform/db/tenant";
import { execute, read } from "@/lib/platform/execute";
import { newId } from "@/lib/platform/id";
import type { Command, Read } from "@/lib/platform/verb";
import { ask, newKey } from "@/tests/support/api";
import { publishedProcess } from "@/tests/support/process";
import { NOW, newWorld, type OrgWorld } from "@/tests/support/world";

type Who = "owner" | "manager" | "rep" | "otherRep" | "viewer";
let world: OrgWorld;
let dealId: string;
beforeEach(async () => {
  world = await newWorld();
  const { id: processId } = await publishedProcess(world.org.id);
  dealId = newId();
  await ok("manager", "deal.create", { id: dealId, processId, title: "Crane" });
});
afterAll(closePools);

const run = (who: Who, name: string, input: object) =>
  execute(VERBS.get(name) as Command, world[who].caller, input, { now: NOW });
async function ok(who: Who, name: string, input: object): Promise<void> {
  expect(await run(who, name, input), name).toMatchObject({ ok: true });
}
async function refusal(who: Who, name: string, input: object): Promise<unknown> {
  const done = await run(who, name, input);
  return done.ok ? null : [done.refusal.code, done.refusal.field];
}
async function see<O>(who: Who, name: string, input: object = {}): Promise<O> {
  const seen = await read(VERBS.get(name) as Read, world[who].caller, input, { now: NOW });
  if (!seen.ok) throw new Error(`${name}: ${seen.refusal.code}`);
  return seen.value as O;
}
const plan = (more: object = {}) => ({
  ...{ id: newId(), dealId, processId: null, goal: "Know who decides" },
  when: { day: "2026-11-25", minutes: 660 },
  ...more,
});
const repsSee = (rep: "own" | "team" | "all") =>
  withNewTenant(world.org.id, (tx) =>
    tx.organization.update({ where: { id: world.org.id }, data: { visibility: { roles: { rep } } } }),
  );

describe("who holds a call", () => {
  it("sees its deal and may work on it, or is refused and not among those to choose from", async () => {
    await repsSee("own");
    const [viewer, rep] = [world.viewer.id, world.rep.id];
    expect(await refusal("manager", "call.plan", plan({ ownerId: viewer }))).toEqual([
      "owner-reads-only",
      "ownerId",
    ]);
    const unseen = ["call-holder-sees-not", "ownerId"];
    expect(await refusal("manager", "call.plan", plan({ ownerId: rep }))).toEqual(unseen);
    const call = plan();
    await ok("manager", "call.plan", call);
    const given = { id: call.id, version: 1, set: { ownerId: rep } };
    expect(await refusal("manager", "call.change", given)).toEqual(unseen);
    const holders = async () => {
      const { holders } = await see<CallChoices>("manager", "calls.choices", { dealId });
      return holders.map(({ name }) => name);
    };
    expect(await holders()).toEqual(["Mark Manager", "Olga Owner"]);
    await repsSee("all");
    expect(await holders()).toEqual(["Mark Manager", "Olga Owner", "Otto Rep", "Rosa Rep"]);
    await ok("manager", "call.change", given);
  });

  it("may be whom the database shows the deal for another reason: a team, a part in it, a step", async () => {
    const orgId = world.org.id;
    const set = (id: string, data: object) =>
      withNewTenant(orgId, (tx) => tx.membership.update({ where: { orgId_id: { orgId, id } }, data }));
    const offered = async () => {
      const { holders } = await see<CallChoices>("manager", "calls.choices", { dealId });
      const found: string[] = [];
      for (const id of [world.rep.id, world.otherRep.id]) {
        const taken = (await refusal("manager", "call.plan", plan({ ownerId: id }))) === null;
        expect(holders.some((each) => each.id === id)).toBe(taken);
        if (taken) found.push(id);
      }
      return found;
    };
    await repsSee("team");
    expect(await offered()).toEqual([]);
    for (const { id } of [world.manager, world.rep]) await set(id, { teamId: world.team.id });
    expect(await offered()).toEqual([world.rep.id]);
    await set(world.manager.id, { managerId: world.otherRep.id });
    expect(await offered()).toEqual([world.rep.id, world.otherRep.id]);
    await set(world.manager.id, { managerId: null, teamId: null });
    expect(await offered()).toEqual([]);
    await withNewTenant(orgId, (tx) =>
      tx.participant.create({ data: { orgId, runId: dealId, id: newId(), membershipId: world.otherRep.id } }),
    );
    expect(await offered()).toEqual([world.otherRep.id]);
  });
});

describe("who is at a call", () => {
  it("does not lie in the trash, unless they were on it already; one who became part of another is at it as that one", async () => {
    const [kept, gone] = [newId(), newId()];
    for (const id of [kept, gone]) await ok("manager", "contact.create", { id, name: `Person ${id}` });
    const before = plan({ people: [gone] });
    await ok("manager", "call.plan", before);
    await ok("manager", "contact.delete", { id: gone, version: 1 });
    expect(await refusal("manager", "call.plan", plan({ people: [gone] }))).toEqual(["not-found", undefined]);
    expect(await refusal("manager", "call.plan", plan({ people: [kept, gone] }))).toEqual([
      "not-found",
      undefined,
    ]);
    const other = plan({ people: [kept] });
    await ok("manager", "call.plan", other);
    const people = [kept, gone];
    expect(await refusal("manager", "call.change", { id: other.id, version: 1, set: { people } })).toEqual([
      "not-found",
      undefined,
    ]);
    await ok("manager", "call.change", { id: before.id, version: 1, set: { people } });
    await ok("manager", "contact.restore", { id: gone });
    const merge = { id: gone, version: 3, into: kept, intoVersion: 1, mergeId: newId() };
    await ok("manager", "contact.merge", merge);
    const late = plan({ people: [gone] });
    await ok("manager", "call.plan", late);
    expect(await see("manager", "calls.read", { id: late.id })).toMatchObject({ people: [{ id: kept }] });
  });
});

describe("a call that is planned while its deal changes", () => {
  it("is planned when the deal changes owner", async () => {
    const owners = [world.manager.id, world.rep.id];
    for (let version = 1; version <= 8; version++) {
      const fields = { ownerId: owners[version % 2] };
      const [edited, planned] = await Promise.all([
        run("owner", "deal.edit", { id: dealId, version, fields }),
        run("owner", "call.plan", plan()),
      ]);
      expect([edited.ok, planned.ok]).toEqual([true, true]);
    }
  });

  it("waits for a deal that is being closed, and is refused then", async () => {
    let planned: ReturnType<typeof run> | undefined;
    await withTenant(world.owner.caller, NOW, async (tx, entered) => {
      const input = closeDeal.input.parse({ id: dealId, version: 1, outcome: "lost" });
      expect(await closeDeal.run({ tx, ctx: { ...entered, reach: "all" }, input })).toMatchObject({
        version: 2,
      });
      let settled = false;
      planned = run("owner", "call.plan", plan()).finally(() => {
        settled = true;
      });
      while (!settled && !(await waiting()));
    });
    expect(await planned).toMatchObject({ ok: false, refusal: { code: "run-closed" } });
  });
});

/** Whether somebody waits for what another one has locked. */
async function waiting(): Promise<boolean> {
  const [row] = await pools().prisma.$queryRaw<{ waits: boolean }[]>`
    select exists (select from pg_locks where not granted) as waits`;
  return row?.waits ?? false;
}

describe("a call that is thrown away", () => {
  it("lies in the trash of who sees its deal, and comes back whole", async () => {
    const call = plan({ ownerId: world.rep.id });
    await ok("manager", "call.plan", call);
    const whole = await see("manager", "calls.read", { id: call.id });
    await ok("manager", "call.delete", { id: call.id, version: 1 });
    const trash = (who: Who) => see<TrashPage>(who, "trash.list", { kind: "call" });
    expect(await trash("manager")).toMatchObject({
      rows: [
        { id: call.id, name: "Know who decides", company: "Crane", deletedBy: "Mark Manager", daysLeft: 30 },
      ],
      totals: { call: 1, deal: 0 },
    });
    for (const [who, may] of [
      ["rep", true],
      ["otherRep", false],
      ["manager", true],
    ] as const)
      expect((await trash(who)).rows.map(({ mayRestore }) => mayRestore)).toEqual([may]);
    await repsSee("own");
    expect(await trash("rep")).toMatchObject({ rows: [], totals: { call: 0 } });
    await ok("manager", "deal.delete", { id: dealId, version: 1 });
    expect((await trash("manager")).rows).toEqual([]);
    await ok("manager", "deal.restore", { id: dealId, version: 2 });
    await ok("manager", "call.restore", { id: call.id });
    expect(await see("manager", "calls.read", { id: call.id })).toEqual({ ...(whole as object), version: 3 });
    expect((await trash("manager")).rows).toEqual([]);
  });
});

describe("a debrief by the API", () => {
  it("puts what is next on the list of who held the call, or of whom it names", async () => {
    const { secret: key } = await newKey(world, "manager");
    const tasks = async (who: Who) => (await see<MyTasks>(who, "tasks.mine")).tasks.map(({ title }) => title);
    const debrief = async (task: object) => {
      const call = plan({ ownerId: world.rep.id });
      await ok("manager", "call.plan", call);
      const body = { version: 1, result: "yes", task: { id: newId(), day: null, ...task } };
      return (await ask(debriefRoute, { id: call.id }, { key, method: "POST", body })).status;
    };
    expect(await debrief({ title: "Send the offer" })).toBe(200);
    expect(await debrief({ title: "Check the terms", assigneeId: world.otherRep.id })).toBe(200);
    expect(await debrief({ title: "Look on", assigneeId: world.viewer.id })).toBe(422);
    expect([await tasks("rep"), await tasks("otherRep")]).toEqual([["Send the offer"], ["Check the terms"]]);
  });
});
