import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { changeCall, deleteCall, planCall } from "@/lib/features/calls/commands";
import { writeComment } from "@/lib/features/comments/commands";
import { commentsList } from "@/lib/features/comments/queries";
import { createDeal, editDeal, logActivity } from "@/lib/features/deals/commands";
import { dealsRead } from "@/lib/features/deals/queries";
import { markInbox, markInboxRead, unmarkInboxRead } from "@/lib/features/inbox/commands";
import { inboxList, inboxPeople, inboxUnread } from "@/lib/features/inbox/queries";
import { giveMemberDeals } from "@/lib/features/members/commands";
import { addTask, editTask } from "@/lib/features/tasks/commands";
import { tasksOf } from "@/lib/features/tasks/queries";
import { setVisibility } from "@/lib/features/visibility/commands";
import { closePools } from "@/lib/platform/db/pools";
import { withNewTenant } from "@/lib/platform/db/tenant";
import { execute, read } from "@/lib/platform/execute";
import { newId } from "@/lib/platform/id";
import type { Command, Read } from "@/lib/platform/verb";
import { publishedProcess } from "../support/process";
import { NOW, newWorld, type OrgWorld } from "../support/world";

type Who = "owner" | "manager" | "rep" | "otherRep" | "viewer";
let world: OrgWorld;
let processId: string;
let dealId: string;

beforeAll(async () => {
  world = await newWorld("Inbox");
  ({ id: processId } = await publishedProcess(world.org.id));
  dealId = newId();
  await ok("rep", createDeal, { id: dealId, processId, title: "Crane" });
});
afterAll(closePools);

const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
async function ok<T>(who: Who, verb: Command, input: object, now = NOW): Promise<T> {
  const result = await execute(verb, world[who].caller, input, { now });
  if (!result.ok) throw new Error(`${verb.name}: ${result.refusal.code}`);
  return result.value as T;
}
async function ask<T>(who: Who, verb: Read, input: object): Promise<T> {
  const result = await read(verb, world[who].caller, input, { now: NOW });
  if (!result.ok) throw new Error(`${verb.name}: ${result.refusal.code}`);
  return result.value as T;
}
type Page = {
  notices: { id: string; title: string; read: boolean; kind: string }[];
  next: { at: string; id: string } | null;
};
const inbox = async (who: Who, input: object = {}) => ask<Page>(who, inboxList, input);
const unread = async (who: Who) => (await ask<{ count: number }>(who, inboxUnread, {})).count;
/** Everything read so far is left out of sight of the next test. */
const empty = () =>
  withNewTenant(world.org.id, (tx) => tx.notification.deleteMany({ where: { orgId: world.org.id } }));

describe("the inbox", () => {
  it("tells who got a task, not who gave it to themselves, and takes it back unread when somebody else gets it", async () => {
    const id = newId();
    await ok("rep", addTask, { id, title: "Own", dealId });
    expect(await unread("rep")).toBe(0);
    await ok("manager", editTask, { id, version: 1, fields: { assigneeId: world.otherRep.id } });
    expect((await inbox("otherRep")).notices).toMatchObject([
      {
        kind: "task-given",
        by: "Mark Manager",
        title: "Own",
        read: false,
        target: { kind: "deal", id: dealId },
      },
    ]);
    await ok("manager", editTask, { id, version: 2, fields: { assigneeId: world.rep.id } });
    expect(await unread("otherRep")).toBe(0);
    expect(await unread("rep")).toBe(1);
    await empty();
  });

  it("tells who got a deal, one or many at once", async () => {
    const id = newId();
    await ok("manager", createDeal, { id, processId, title: "Quay", ownerId: world.rep.id });
    await ok("manager", editDeal, { id, version: 1, fields: { ownerId: world.otherRep.id } });
    await ok("owner", giveMemberDeals, { id: world.otherRep.id, to: world.manager.id });
    expect((await inbox("rep")).notices).toMatchObject([
      { kind: "deal-given", title: "Quay", by: "Mark Manager" },
    ]);
    expect((await inbox("otherRep")).notices).toMatchObject([{ kind: "deal-given", title: "Quay" }]);
    expect((await inbox("manager")).notices).toMatchObject([
      { kind: "deals-given", deals: 1, by: "Olga Owner" },
    ]);
    await empty();
  });

  it("tells who is to hold a talk that somebody else planned, and takes it back unread when another holds it", async () => {
    const id = newId();
    const when = { day: "2026-11-26", minutes: 600 };
    const plan = { id, dealId, processId: null, when, goal: "Know who decides" };
    await ok("manager", planCall, { ...plan, ownerId: world.rep.id });
    const notice = {
      ...{ kind: "call-given", by: "Mark Manager", title: "Know who decides" },
      target: { kind: "call", dealId, id },
    };
    expect((await inbox("rep")).notices).toMatchObject([notice]);
    await ok("manager", changeCall, { id, version: 1, set: { ownerId: world.otherRep.id, goal: "" } });
    expect(await unread("rep")).toBe(0);
    expect((await inbox("otherRep")).notices).toMatchObject([{ ...notice, title: "Crane" }]);
    await ok("manager", deleteCall, { id, version: 2 });
    expect((await inbox("otherRep")).notices).toMatchObject([{ title: null, target: { kind: "today" } }]);
    await ok("rep", planCall, { ...plan, id: newId() });
    expect(await unread("rep")).toBe(0);
    await empty();
  });

  it("is marked by its owner alone, one by one or all at once, and that is taken back exactly", async () => {
    for (let n = 0; n < 3; n++)
      await ok(
        "manager",
        addTask,
        { id: newId(), title: `Task ${n}`, dealId, assigneeId: world.rep.id },
        later(n),
      );
    const [latest] = (await inbox("rep")).notices;
    expect(latest?.title).toBe("Task 2");
    const id = latest?.id;
    expect(await execute(markInbox, world.manager.caller, { id, read: true }, { now: NOW })).toMatchObject({
      refusal: { code: "not-yours" },
    });
    await ok("rep", markInbox, { id, read: true });
    expect(await unread("rep")).toBe(2);
    const { at, count } = await ok<{ at: string; count: number }>("rep", markInboxRead, {}, later(9));
    expect([count, await unread("rep")]).toEqual([2, 0]);
    await ok("rep", unmarkInboxRead, { at });
    expect((await inbox("rep")).notices.map(({ read: is }) => is)).toEqual([true, false, false]);
    await empty();
  });

  it("comes a page at a time, none twice and none left out", async () => {
    for (let n = 0; n < 5; n++)
      await ok(
        "manager",
        addTask,
        { id: newId(), title: `Task ${n}`, dealId, assigneeId: world.rep.id },
        later(n >> 1),
      );
    const seen: string[] = [];
    let after: Page["next"] = null;
    do {
      const page: Page = await inbox("rep", { after, limit: 2 });
      seen.push(...page.notices.map(({ title }) => title));
      after = page.next;
    } while (after);
    expect([...seen].sort()).toEqual(["Task 0", "Task 1", "Task 2", "Task 3", "Task 4"]);
    await empty();
  });
});

describe("a mention", () => {
  it("in a log reaches who is named, keeps through a new name, and reads with it", async () => {
    const activityId = newId();
    await ok("rep", logActivity, {
      id: dealId,
      activityId,
      kind: "call",
      note: "Ask @Otto Rep about it, @Otto Rep",
    });
    expect((await inbox("otherRep")).notices).toMatchObject([
      { kind: "mention", title: "Crane", words: "Ask @Otto Rep about it, @Otto Rep", by: "Rosa Rep" },
    ]);
    const rename = (name: string) =>
      withNewTenant(world.org.id, (tx) =>
        tx.membership.update({
          where: { orgId_id: { orgId: world.org.id, id: world.otherRep.id } },
          data: { name },
        }),
      );
    await rename("Otto Nieuw");
    const deal = await ask<{ activities: { note: string }[] }>("rep", dealsRead, { id: dealId });
    expect(deal.activities[0]?.note).toBe("Ask @Otto Nieuw about it, @Otto Nieuw");
    await rename("Otto Rep");
    await empty();
  });

  it("in a remark and in a task's note does too, and a second save tells nobody twice", async () => {
    const said = { id: newId(), processId, stepKey: "first-a", kind: "comment", body: "@Vera Viewer look" };
    await ok("rep", writeComment, said);
    expect((await inbox("viewer")).notices).toMatchObject([
      {
        kind: "mention",
        words: "@Vera Viewer look",
        target: { kind: "step", processId, stepKey: "first-a" },
      },
    ]);
    expect(await ask("rep", commentsList, { processId })).toMatchObject({ comments: [{ body: said.body }] });
    await empty();
    const id = newId();
    await ok("rep", addTask, { id, title: "Contract", dealId, note: "with @Otto Rep" });
    await ok("rep", editTask, { id, version: 1, fields: { note: "with @Otto Rep and @Mark Manager" } });
    expect(await unread("otherRep")).toBe(1);
    expect(await unread("manager")).toBe(1);
    expect(await ask("rep", tasksOf, { on: "deal", id: dealId })).toMatchObject({
      open: expect.arrayContaining([expect.objectContaining({ note: "with @Otto Rep and @Mark Manager" })]),
    });
    await empty();
  });

  it("means one of two members of the same name, chosen by their address, and goes on meaning them", async () => {
    const orgId = world.org.id;
    const rename = (who: "manager" | "viewer", name: string, email: string) =>
      withNewTenant(orgId, (tx) =>
        tx.membership.update({
          where: { orgId_id: { orgId, id: world[who].id } },
          data: { name, email, version: { increment: 1 } },
        }),
      );
    await rename("manager", "Sam Same", "sam@same.example");
    await rename("viewer", "Sam Same", "sam.s@same.example");
    const names = (await ask<{ id: string; name: string }[]>("rep", inboxPeople, {})).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(["Sam Same (sam)", "Sam Same (sam.s)"]));
    const id = newId();
    const note = "with @Sam Same (sam.s), not @Sam Same";
    await ok("rep", addTask, { id, title: "Offer", dealId, note });
    expect([await unread("manager"), await unread("viewer")]).toEqual([0, 1]);
    const read = async () =>
      (
        await ask<{ open: { id: string; note: string }[] }>("rep", tasksOf, { on: "deal", id: dealId })
      ).open.find((task) => task.id === id)?.note;
    expect(await read()).toBe(note);
    // Saved again as it reads, also after one of them left, it means the same one.
    await withNewTenant(orgId, (tx) =>
      tx.membership.update({
        where: { orgId_id: { orgId, id: world.viewer.id } },
        data: { status: "removed" },
      }),
    );
    await ok("rep", editTask, { id, version: 1, fields: { note: `${await read()}; soon` } });
    const kept = await withNewTenant(orgId, (tx) => tx.task.findFirst({ where: { orgId, id } }));
    // The bare name is the other one's alone by now.
    expect(kept?.note).toBe(`with @{${world.viewer.id}}, not @{${world.manager.id}}; soon`);
    await withNewTenant(orgId, (tx) =>
      tx.membership.update({
        where: { orgId_id: { orgId, id: world.viewer.id } },
        data: { status: "active" },
      }),
    );
    await rename("manager", "Mark Manager", "mark@same.example");
    await rename("viewer", "Vera Viewer", "vera@same.example");
    await empty();
  });

  it("reaches only who sees the deal, and the writer's own sight is what it was", async () => {
    const rules = { roles: { manager: "all", rep: "own", viewer: "all" }, commercialRoles: [], teams: [] };
    await ok("owner", setVisibility, { version: 1, rules });
    const note = "@Otto Rep @Mark Manager @Vera Viewer @Rosa Rep";
    await ok("rep", logActivity, { id: dealId, activityId: newId(), kind: "call", note });
    expect([
      await unread("otherRep"),
      await unread("manager"),
      await unread("viewer"),
      await unread("rep"),
    ]).toEqual([0, 1, 1, 0]);
    await ok("otherRep", writeComment, {
      id: newId(),
      processId,
      stepKey: "first-a",
      kind: "comment",
      body: "@Rosa Rep",
    });
    expect(await unread("rep")).toBe(1);
  });

  it("of a task on a deal that the reader does not see says no word of the deal", async () => {
    await empty();
    await ok("rep", addTask, { id: newId(), title: "Check it", dealId, assigneeId: world.otherRep.id });
    expect((await inbox("otherRep")).notices).toMatchObject([
      { title: "Check it", target: { kind: "today" } },
    ]);
    await ok("manager", editDeal, { id: dealId, version: 3, fields: { ownerId: world.manager.id } });
    expect(JSON.stringify(await inbox("otherRep"))).not.toContain("Crane");
  });
});

describe("what is said about a step", () => {
  it("tells who may change a process what a rep says about a step of it, once, and nobody of their own doing", async () => {
    await empty();
    const say = (who: Who, kind: string, body: string) =>
      ok(who, writeComment, { id: newId(), processId, stepKey: "first-a", kind, body });
    await say("rep", "suggestion", "Call before the visit");
    await say("rep", "comment", "Ask @Mark Manager first");
    await say("manager", "suggestion", "Later");
    expect((await inbox("owner")).notices).toMatchObject([
      {
        kind: "remark",
        words: "Ask @Mark Manager first",
        target: { kind: "step", processId, stepKey: "first-a" },
      },
      { kind: "suggestion", words: "Call before the visit" },
    ]);
    expect((await inbox("manager")).notices.map(({ kind }) => kind)).toEqual(["mention", "suggestion"]);
    for (const who of ["rep", "otherRep", "viewer"] as const) expect(await unread(who)).toBe(0);
    await empty();
  });
});
