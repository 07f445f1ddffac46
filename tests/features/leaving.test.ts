import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { createDeal, deleteDeal, editDeal } from "@/lib/features/deals/commands";
import { dealsBoard, dealsList, dealsRead } from "@/lib/features/deals/queries";
import { inboxList } from "@/lib/features/inbox/queries";
import { giveBackDeals, giveMemberDeals, readmitMember, removeMember } from "@/lib/features/members/commands";
import { memberList } from "@/lib/features/members/queries";
import type { DealsGiven, Removed } from "@/lib/features/members/view";
import { rebuildOrganization } from "@/lib/features/runs/rebuild-all";
import { addTask, editTask, finishTask } from "@/lib/features/tasks/commands";
import { todayRead } from "@/lib/features/today/queries";
import { closePools } from "@/lib/platform/db/pools";
import { withNewTenant } from "@/lib/platform/db/tenant";
import { execute, read, readJson } from "@/lib/platform/execute";
import { newId } from "@/lib/platform/id";
import type { Command } from "@/lib/platform/verb";
import { derived } from "../support/derived";
import { publishedProcess } from "../support/process";
import { NOW, newWorld, type OrgWorld } from "../support/world";

let world: OrgWorld;
let processId: string;
let ids: string[];
const LATER = new Date(NOW.getTime() + 60_000);

async function run<O>(verb: unknown, input: unknown, now = NOW): Promise<O> {
  const result = await execute(verb as Command, world.owner.caller, input, { now });
  if (!result.ok) throw new Error(`${(verb as Command).name}: ${result.refusal.code}`);
  return result.value as O;
}

beforeEach(async () => {
  world = await newWorld();
  processId = (await publishedProcess(world.org.id)).id;
  ids = [];
  for (let index = 0; index < 4; index++) {
    const id = newId();
    ids.push(id);
    const amount = index < 3 ? { minor: 1_000, currency: "EUR" } : null;
    await run(createDeal, { id, processId, title: `Deal ${index}`, amount, ownerId: world.rep.id });
  }
});
afterAll(closePools);

async function count(filter: object): Promise<number> {
  const result = await read(dealsList, world.owner.caller, filter, { now: LATER });
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value.total;
}

async function onBoard(ownerId: string | null): Promise<number> {
  const result = await readJson(dealsBoard, world.owner.caller, { processId, ownerId }, { now: LATER });
  if (!result.ok) throw new Error(result.refusal.code);
  return JSON.parse(result.value).columns[0]?.count ?? 0;
}

const inAll = () => withNewTenant(world.org.id, derived);

describe("someone who leaves", () => {
  it("leaves deals without an owner, that stay counted and can be given in one go, and back", async () => {
    const removed = await run<Removed>(removeMember, { id: world.rep.id });
    expect(removed).toMatchObject({ given: 0, deals: 4 });
    expect([await count({}), await count({ unowned: true }), await onBoard(null)]).toEqual([4, 4, 4]);
    const given = await run<DealsGiven>(giveMemberDeals, { id: world.rep.id, to: world.otherRep.id }, LATER);
    expect(given.deals).toBe(4);
    expect([await count({ unowned: true }), await count({ ownerId: world.otherRep.id })]).toEqual([0, 4]);
    expect(await onBoard(world.otherRep.id)).toBe(4);
    const { deals } = await run<{ deals: number }>(giveBackDeals, {
      id: world.rep.id,
      to: world.otherRep.id,
      at: given.at,
    });
    expect([deals, await count({ unowned: true })]).toEqual([4, 4]);
  });

  it("passes the open deals on at once; the history says so, and recounting gives the same", async () => {
    const removed = await run<Removed>(removeMember, { id: world.rep.id, giveTo: world.otherRep.id }, LATER);
    expect(removed).toMatchObject({ given: 4, deals: 0 });
    const deal = await read(dealsRead, world.otherRep.caller, { id: ids[0] ?? "" }, { now: LATER });
    expect(deal).toMatchObject({ value: { owner: { id: world.otherRep.id }, version: 2, mayEdit: true } });
    const kept = await inAll();
    await rebuildOrganization(world.org.id, LATER);
    expect(await inAll()).toEqual(kept);
    expect(JSON.parse(kept.stage_total ?? "")).toMatchObject([
      { owner_id: world.otherRep.id, currency: "EUR", deals: 4, minor: 3_000 },
    ]);
  });

  it("passes on what waits on the deals: it is on the day of who has them now", async () => {
    const waits = async (who: "rep" | "otherRep") => {
      const day = await read(todayRead, world[who].caller, {}, { now: LATER });
      return day.ok ? day.value.total : day.refusal.code;
    };
    const before = await waits("rep");
    expect(before).toBeGreaterThan(0);
    const given = await run<DealsGiven>(giveMemberDeals, { id: world.rep.id, to: world.otherRep.id }, LATER);
    expect([await waits("rep"), await waits("otherRep")]).toEqual([0, before]);
    await run(giveBackDeals, { id: world.rep.id, to: world.otherRep.id, at: given.at }, LATER);
    expect([await waits("rep"), await waits("otherRep")]).toEqual([before, 0]);
    const kept = await inAll();
    await rebuildOrganization(world.org.id, LATER);
    expect(await inAll()).toEqual(kept);
  });

  it("comes back with the deals that nothing happened on since, and the people who reported to them", async () => {
    const orgId = world.org.id;
    await withNewTenant(orgId, async (tx) => {
      await tx.membership.update({
        where: { orgId_id: { orgId, id: world.viewer.id } },
        data: { managerId: world.rep.id },
      });
      await tx.membership.update({
        where: { orgId_id: { orgId, id: world.rep.id } },
        data: { managerId: world.manager.id },
      });
    });
    const removed = await run<Removed>(removeMember, { id: world.rep.id, giveTo: world.otherRep.id }, LATER);
    expect(removed).toMatchObject({ managerId: world.manager.id, reports: [world.viewer.id] });
    const [touched = "", thrown = ""] = ids;
    const after = new Date(LATER.getTime() + 60_000);
    await run(editDeal, { id: touched, version: 2, fields: { title: "Touched" } }, after);
    await run(deleteDeal, { id: thrown, version: 2 }, after);
    const { id, managerId, reports } = removed;
    expect(await run(readmitMember, { id, managerId, reports }, after)).toMatchObject({ deals: 2 });
    expect(await count({ ownerId: world.rep.id })).toBe(2);
    expect(await count({ ownerId: world.otherRep.id })).toBe(1);
    const people = await withNewTenant(orgId, (tx) =>
      tx.membership.findMany({
        where: { id: { in: [id, world.viewer.id] } },
        select: { id: true, status: true, managerId: true },
      }),
    );
    expect(people).toEqual(
      expect.arrayContaining([
        { id, status: "active", managerId: world.manager.id },
        { id: world.viewer.id, status: "active", managerId: id },
      ]),
    );
    expect(await count({})).toBe(3);
    // Once is enough.
    expect(await execute(readmitMember, world.owner.caller, { id }, { now: after })).toMatchObject({
      refusal: { code: "not-found" },
    });
  });

  it("passes on what is to be done too, and back what nobody worked on since", async () => {
    const task = async (more: object = {}): Promise<string> => {
      const id = newId();
      await run(addTask, { id, title: "Call back", assigneeId: world.rep.id, ...more });
      return id;
    };
    const [kept, worked, done] = [await task({ dealId: ids[0] }), await task(), await task()];
    await run(finishTask, { id: done });
    const whose = async () => {
      const rows = await withNewTenant(world.org.id, (tx) =>
        tx.task.findMany({ where: { id: { in: [kept, worked, done] } } }),
      );
      return [kept, worked, done].map((id) => rows.find((row) => row.id === id)?.assigneeId);
    };
    const [rep, other] = [world.rep.id, world.otherRep.id];
    const removed = await run<Removed>(removeMember, { id: rep, giveTo: other }, LATER);
    expect(removed).toMatchObject({ given: 4, tasksGiven: 2 });
    expect(await whose()).toEqual([other, other, rep]);
    const inbox = await read(inboxList, world.otherRep.caller, {}, { now: LATER });
    expect(inbox).toMatchObject({
      value: {
        notices: expect.arrayContaining([expect.objectContaining({ kind: "tasks-given", tasks: 2 })]),
      },
    });
    await run(editTask, { id: worked, version: 2, fields: { title: "Called" } }, LATER);
    const { managerId, reports } = removed;
    const back = await run(
      readmitMember,
      { id: rep, managerId, reports },
      new Date(LATER.getTime() + 60_000),
    );
    expect(back).toMatchObject({ deals: 4, tasks: 1 });
    expect(await whose()).toEqual([rep, other, rep]);
  });

  it("leaves tasks on the name until somebody is found, who gives them back as one", async () => {
    await run(addTask, { id: newId(), title: "Call back", assigneeId: world.rep.id });
    expect(await run(removeMember, { id: world.rep.id })).toMatchObject({
      given: 0,
      tasksGiven: 0,
      deals: 4,
    });
    const listed = await read(memberList, world.owner.caller, {}, { now: LATER });
    if (!listed.ok) throw new Error(listed.refusal.code);
    expect(listed.value.members.find(({ id }) => id === world.rep.id)).toMatchObject({ openTasks: 1 });
    const given = await run<DealsGiven>(giveMemberDeals, { id: world.rep.id, to: world.otherRep.id }, LATER);
    expect(given).toMatchObject({ deals: 4, tasks: 1 });
    const { id, to, at } = given;
    expect(await run(giveBackDeals, { id, to, at })).toMatchObject({ deals: 4, tasks: 1 });
  });

  it("gives deals to active colleagues only, and otherwise changes nothing", async () => {
    await run(removeMember, { id: world.otherRep.id });
    for (const giveTo of [world.otherRep.id, world.rep.id, newId()])
      expect(
        await execute(removeMember, world.owner.caller, { id: world.rep.id, giveTo }, { now: NOW }),
      ).toMatchObject({
        refusal: { code: "owner-unknown", field: "giveTo" },
      });
    expect(await count({ ownerId: world.rep.id })).toBe(4);
    expect(await count({ unowned: true })).toBe(0);
  });
});
