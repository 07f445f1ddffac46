import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDeal, deleteDeal } from "@/lib/features/deals/commands";
import {
  addTask,
  deleteTask,
  editTask,
  finishTask,
  reopenTask,
  restoreTask,
} from "@/lib/features/tasks/commands";
import { tasksMine, tasksOf } from "@/lib/features/tasks/queries";
import { setVisibility } from "@/lib/features/visibility/commands";
import { closePools } from "@/lib/platform/db/pools";
import { withNewTenant } from "@/lib/platform/db/tenant";
import { execute, read } from "@/lib/platform/execute";
import { newId } from "@/lib/platform/id";
import type { Command } from "@/lib/platform/verb";
import { publishedProcess } from "../support/process";
import { NOW, newWorld, type OrgWorld } from "../support/world";

type Who = "owner" | "manager" | "rep" | "otherRep" | "viewer";
let world: OrgWorld;
let dealId: string;
let companyId: string;
let contactId: string;

beforeAll(async () => {
  world = await newWorld("Tasks");
  const orgId = world.org.id;
  const { id: processId } = await publishedProcess(orgId);
  companyId = newId();
  contactId = newId();
  await withNewTenant(orgId, async (tx) => {
    await tx.company.create({ data: { orgId, id: companyId, name: "Haventec", normalName: "haventec" } });
    await tx.contact.create({ data: { orgId, id: contactId, companyId, name: "Kim Koper" } });
  });
  dealId = newId();
  await ok("owner", createDeal, { id: dealId, processId, title: "Crane", companyId, ownerId: world.rep.id });
});
afterAll(closePools);

const run = (who: Who, verb: Command, input: object, now = NOW) =>
  execute(verb, world[who].caller, input, { now });
async function ok(who: Who, verb: Command, input: object): Promise<void> {
  expect(await run(who, verb, input), verb.name).toMatchObject({ ok: true });
}
const refused = async (who: Who, verb: Command, input: object) => {
  const result = await run(who, verb, input);
  return result.ok ? "done" : result.refusal.code;
};
async function of(who: Who, on: "deal" | "company", id: string, now = NOW) {
  const result = await read(tasksOf, world[who].caller, { on, id }, { now });
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}
async function mine(who: Who, now = NOW) {
  const result = await read(tasksMine, world[who].caller, {}, { now });
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}
async function add(who: Who, more: object = {}): Promise<string> {
  const id = newId();
  await ok(who, addTask, { id, title: "Call back", dealId, ...more });
  return id;
}
const titles = (tasks: readonly { title: string }[]) => tasks.map(({ title }) => title);

describe("a task", () => {
  it("is its writer's own, stands on the deal and on the deal's company, and on nobody else's list", async () => {
    const id = await add("rep", { due: { day: "2026-11-27", minutes: 600 }, note: "Ask for Kim" });
    const task = {
      id,
      version: 1,
      kind: "task",
      title: "Call back",
      note: "Ask for Kim",
      due: { day: "2026-11-27", at: "2026-11-27T09:00:00.000Z" },
      timing: "ahead",
      assignee: { id: world.rep.id, name: "Rosa Rep" },
      deal: { id: dealId, name: "Crane" },
      company: { id: companyId, name: "Haventec" },
      doneAt: null,
    };
    expect((await of("rep", "deal", dealId)).open).toMatchObject([task]);
    expect((await of("manager", "company", companyId)).open).toMatchObject([task]);
    expect((await mine("rep")).tasks).toMatchObject([task]);
    expect((await mine("manager")).tasks).toEqual([]);
    await ok("rep", deleteTask, { id });
  });

  it("is ordered by day and time, what has no day last, and counted when late or due today", async () => {
    const all = [
      await add("otherRep", { title: "no day" }),
      await add("otherRep", { title: "today", due: { day: "2026-11-25", minutes: null } }),
      await add("otherRep", { title: "this morning", due: { day: "2026-11-25", minutes: 540 } }),
      await add("otherRep", { title: "yesterday", due: { day: "2026-11-24", minutes: null } }),
      await add("otherRep", { title: "tomorrow", due: { day: "2026-11-26", minutes: null } }),
    ];
    const { tasks, total } = await mine("otherRep");
    expect(tasks.map(({ title, timing }) => [title, timing])).toEqual([
      ["yesterday", "late"],
      ["this morning", "late"],
      ["today", "today"],
      ["tomorrow", "ahead"],
      ["no day", "open"],
    ]);
    expect(total).toEqual({ tasks: 5, promises: 0, now: 3 });
    for (const id of all) await ok("otherRep", deleteTask, { id });
  });

  it("is given to a colleague, ticked by them, and taken back", async () => {
    const id = await add("manager", { assigneeId: world.rep.id });
    expect(titles((await mine("rep")).tasks)).toEqual(["Call back"]);
    await ok("manager", editTask, { id, version: 1, fields: { assigneeId: world.otherRep.id } });
    expect((await mine("rep")).tasks).toEqual([]);
    await ok("otherRep", finishTask, { id });
    await ok("manager", finishTask, { id });
    expect((await mine("otherRep")).tasks).toEqual([]);
    expect(titles((await of("rep", "deal", dealId)).done)).toEqual(["Call back"]);
    await ok("otherRep", reopenTask, { id });
    expect((await mine("otherRep")).tasks).toMatchObject([{ id, doneAt: null }]);
    await ok("rep", deleteTask, { id });
    expect(await refused("rep", finishTask, { id })).toBe("not-found");
    await ok("rep", restoreTask, { id });
    expect((await mine("otherRep")).tasks).toMatchObject([{ id }]);
    await ok("rep", deleteTask, { id });
  });

  it("gives back what is there when somebody else was first", async () => {
    const id = await add("rep", { due: { day: "2026-11-27", minutes: 600 } });
    await ok("manager", editTask, { id, version: 1, fields: { title: "Call Kim" } });
    expect(await run("rep", editTask, { id, version: 1, fields: { note: "x" } })).toMatchObject({
      ok: false,
      refusal: {
        code: "stale",
        params: { who: "Mark Manager" },
        current: { version: 2, title: "Call Kim", due: { day: "2026-11-27", minutes: 600 } },
      },
    });
    await ok("rep", deleteTask, { id });
  });

  it("of a promise says who promised, and waits for who follows it up", async () => {
    const id = await add("rep", {
      kind: "promise",
      title: "Board decides",
      contactId,
      due: { day: "2026-11-24", minutes: null },
    });
    const { promises, tasks } = await mine("rep");
    expect(promises).toMatchObject([{ id, timing: "late", contact: { name: "Kim Koper" } }]);
    expect(tasks).toEqual([]);
    expect((await of("rep", "deal", dealId)).contacts).toEqual([{ id: contactId, name: "Kim Koper" }]);
    await ok("rep", deleteTask, { id });
  });

  it("is only words, whatever is in them", async () => {
    const title = '=HYPERLINK("x") <script>alert(1)</script> \u202Ertl 😀';
    const id = await add("rep", { title });
    expect(titles((await mine("rep")).tasks)).toEqual([title]);
    await ok("rep", deleteTask, { id });
  });

  it.each<[string, object, string]>([
    ["nothing to do", { title: "  " }, "invalid-input"],
    ["a day that is none", { due: { day: "2026-02-30", minutes: null } }, "invalid-input"],
    ["a deal that is not there", { dealId: "01976f2c-0000-7000-8000-000000000000" }, "not-found"],
    ["a member that is not there", { assigneeId: "01976f2c-0000-7000-8000-000000000000" }, "not-found"],
    ["a promise of nobody", { dealId: null, kind: "promise" }, "promise-needs-buyer"],
  ])("refuses %s", async (_, more, code) => {
    expect(await refused("rep", addTask, { id: newId(), title: "Call", dealId, ...more })).toBe(code);
  });

  it("refuses two places, and somebody who may only look", async () => {
    const input = { id: newId(), title: "Call", dealId };
    expect(await refused("rep", addTask, { ...input, companyId })).toBe("task-one-place");
    expect(await refused("rep", addTask, { ...input, assigneeId: world.viewer.id })).toBe(
      "task-assignee-reads-only",
    );
    expect(await refused("viewer", addTask, input)).toBe("not-allowed");
    expect((await of("viewer", "deal", dealId)).mayEdit).toBe(false);
  });

  it("goes out of sight with its deal in the trash", async () => {
    const id = newId();
    const { id: processId } = await publishedProcess(world.org.id);
    await ok("owner", createDeal, { id, processId, title: "Gone", ownerId: world.rep.id });
    await add("rep", { dealId: id });
    expect((await mine("rep")).tasks).toHaveLength(1);
    await ok("owner", deleteDeal, { id, version: 1 });
    expect((await mine("rep")).tasks).toEqual([]);
  });
});

describe("who sees a task, where reps see only their own deals", () => {
  let theirs: string;
  beforeAll(async () => {
    theirs = await add("rep", { title: "Rosa's" });
    const rules = { roles: { manager: "all", rep: "own", viewer: "all" }, commercialRoles: [], teams: [] };
    await ok("owner", setVisibility, { version: 1, rules });
  });

  it("is who sees the deal, and not who does not", async () => {
    expect(titles((await of("rep", "deal", dealId)).open)).toEqual(["Rosa's"]);
    const result = await read(tasksOf, world.otherRep.caller, { on: "deal", id: dealId }, { now: NOW });
    expect(result).toMatchObject({ ok: false, refusal: { code: "not-found" } });
    expect((await of("otherRep", "company", companyId)).open).toEqual([]);
    for (const verb of [finishTask, deleteTask])
      expect(await refused("otherRep", verb, { id: theirs })).toBe("not-found");
    expect(await refused("otherRep", addTask, { id: newId(), title: "x", dealId })).toBe("not-found");
  });

  it("is also who is to do it, without a word of the deal, who may pass it on", async () => {
    const id = await add("rep", { title: "Check the contract", assigneeId: world.otherRep.id });
    expect((await mine("otherRep")).tasks).toMatchObject([
      { id, title: "Check the contract", deal: null, company: null, unseenDeal: true },
    ]);
    await ok("otherRep", editTask, { id, version: 1, fields: { assigneeId: world.rep.id } });
    expect((await mine("otherRep")).tasks).toEqual([]);
    expect(await refused("otherRep", finishTask, { id })).toBe("not-found");
  });

  it("is for one of no deal and no company nobody but who wrote it and who does it", async () => {
    const id = await add("rep", { title: "Own", dealId: null });
    expect(await refused("otherRep", deleteTask, { id })).toBe("not-found");
    await ok("rep", finishTask, { id });
  });
});
