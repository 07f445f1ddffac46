import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { debriefCall, planCall } from "@/lib/features/calls/commands";
import { createDeal } from "@/lib/features/deals/commands";
import { chooseDigest } from "@/lib/features/digest/commands";
import { remind, writeDigests } from "@/lib/features/digest/jobs";
import { mailList } from "@/lib/features/digest/queries";
import type { MailPage } from "@/lib/features/digest/view";
import { inboxList } from "@/lib/features/inbox/queries";
import { addTask, editTask, finishTask } from "@/lib/features/tasks/commands";
import { setVisibility } from "@/lib/features/visibility/commands";
import { closePools, pools } from "@/lib/platform/db/pools";
import { withNewTenant } from "@/lib/platform/db/tenant";
import { execute, read } from "@/lib/platform/execute";
import { newId } from "@/lib/platform/id";
import type { Command } from "@/lib/platform/verb";
import { publishedProcess } from "../support/process";
import { NOW, newWorld, type OrgWorld } from "../support/world";

type Who = "owner" | "manager" | "rep" | "otherRep" | "viewer";
/** A Thursday; work begins at nine in Amsterdam, which is eight in UTC. */
const MORNING = new Date("2026-11-26T08:05:00Z");
let world: OrgWorld;
let dealId: string;

beforeAll(async () => {
  world = await newWorld("Digest");
  const { id: processId } = await publishedProcess(world.org.id);
  dealId = newId();
  await ok("rep", createDeal, { id: dealId, processId, title: "Crane" });
});
afterAll(closePools);

async function ok(who: Who, verb: Command, input: object, now = NOW): Promise<void> {
  expect(await execute(verb, world[who].caller, input, { now }), verb.name).toMatchObject({ ok: true });
}
async function add(who: Who, more: object): Promise<string> {
  const id = newId();
  await ok(who, addTask, { id, title: "Call back", dealId, ...more });
  return id;
}
async function mails(): Promise<MailPage["mails"]> {
  const result = await read(mailList, world.owner.caller, {}, { now: NOW });
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value.mails;
}
async function reminders(who: Who) {
  const result = await read(inboxList, world[who].caller, {}, { now: NOW });
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value.notices.filter(({ kind }) => kind === "reminder").map(({ title }) => title);
}
const empty = () =>
  withNewTenant(world.org.id, async (tx) => {
    await tx.mail.deleteMany({ where: { orgId: world.org.id } });
    await tx.task.deleteMany({ where: { orgId: world.org.id } });
    await tx.notification.deleteMany({ where: { orgId: world.org.id } });
  });

describe("a reminder", () => {
  it("comes when its moment has come, once, however often and however many look", async () => {
    const id = await add("rep", { title: "Ring Kim", remind: { day: "2026-11-25", minutes: 660 } });
    expect(await remind(world.org.id, new Date("2026-11-25T09:59:59Z"))).toBe(0);
    const at = new Date("2026-11-25T10:00:00Z");
    const given = await Promise.all([1, 2, 3].map(() => remind(world.org.id, at)));
    expect(given.reduce((sum, n) => sum + n, 0)).toBe(1);
    expect(await reminders("rep")).toEqual(["Ring Kim"]);
    await ok("rep", editTask, { id, version: 1, fields: { remind: { day: "2026-11-26", minutes: 540 } } });
    expect(await remind(world.org.id, MORNING)).toBe(1);
    expect(await reminders("rep")).toHaveLength(2);
    await empty();
  });

  it("does not come of what is done", async () => {
    const id = await add("rep", { remind: { day: "2026-11-25", minutes: 660 } });
    await ok("rep", finishTask, { id });
    expect(await remind(world.org.id, MORNING)).toBe(0);
    await empty();
  });
});

describe("the day by mail", () => {
  it("says what is late, due, promised and unread, once a day, in the person's language", async () => {
    await pools().auth.user.update({ where: { id: world.otherRep.userId }, data: { locale: "nl" } });
    const due = (day: string) => ({ day, minutes: null });
    await add("manager", { title: "Offer", assigneeId: world.otherRep.id, due: due("2026-11-25") });
    await add("otherRep", { title: "Call\nnow", due: due("2026-11-26") });
    await add("otherRep", { title: "Later", due: due("2026-11-27") });
    await add("otherRep", { title: "Board decides", kind: "promise", due: due("2026-11-24") });
    const all = await Promise.all([writeDigests(world.org.id, MORNING), writeDigests(world.org.id, MORNING)]);
    expect(await writeDigests(world.org.id, new Date(MORNING.getTime() + 900_000))).toBe(0);
    const [mail, ...more] = (await mails()).filter(({ name }) => name === "Otto Rep");
    expect(more).toEqual([]);
    expect(all.reduce((sum, n) => sum + n, 0)).toBe((await mails()).length);
    expect(mail).toMatchObject({
      address: world.otherRep.email,
      subject: "Digest: 1 te laat, 1 voor vandaag",
    });
    expect(mail?.body.split("\n").slice(0, 12)).toEqual([
      "Goedemorgen Otto,",
      "",
      "Te laat",
      "- Offer (Crane)",
      "",
      "Voor vandaag",
      "- Call now (Crane)",
      "",
      "Wat kopers hebben toegezegd",
      "- Board decides (Crane)",
      "",
      "Eén bericht in je postvak is ongelezen.",
    ]);
    expect(mail?.body).toContain(`/${world.org.slug}/today`);
    expect(mail?.body).not.toContain("Later");
    await empty();
  });

  it("names the talks of today with their time, and asks what came of those that are over", async () => {
    const plan = async (goal: string, day: string, minutes: number) => {
      const id = newId();
      const when = { day, minutes };
      await ok("rep", planCall, { id, dealId, processId: null, when, goal, ownerId: world.otherRep.id });
      return id;
    };
    await plan("Know who decides", "2026-11-26", 810);
    await plan("", "2026-11-26", 600);
    await plan("Tomorrow", "2026-11-27", 600);
    await plan("Yesterday", "2026-11-25", 600);
    const held = await plan("Held", "2026-11-25", 660);
    await ok("otherRep", debriefCall, { id: held, version: 1, result: "yes" });
    await withNewTenant(world.org.id, (tx) => tx.notification.deleteMany({ where: { orgId: world.org.id } }));
    await pools().auth.user.update({ where: { id: world.otherRep.userId }, data: { locale: "en" } });
    await writeDigests(world.org.id, MORNING);
    const mail = (await mails()).find(({ name }) => name === "Otto Rep");
    expect(mail?.subject).toBe("Digest: 2 calls");
    expect(mail?.body.split("\n").slice(2, 9)).toEqual([
      "Calls today",
      "- 10:00 A call (Crane)",
      "- 13:30 Know who decides (Crane)",
      "",
      "Still to write down: what came of it",
      "- Yesterday (Crane)",
      "",
    ]);
    expect(mail?.body).not.toMatch(/Held|Tomorrow/);
    await withNewTenant(world.org.id, (tx) =>
      tx.run.deleteMany({ where: { orgId: world.org.id, kind: "call" } }),
    );
    await empty();
  });

  it("tells of steps that are late or due too", async () => {
    // The steps of the first stage are due two working days after it was entered.
    await writeDigests(world.org.id, new Date("2026-11-27T08:05:00Z"));
    const mail = (await mails()).find(({ name }) => name === "Rosa Rep");
    expect(mail?.body).toContain("Due today\n- first-a (Crane)\n- first-b (Crane)");
    await empty();
  });

  it.each([
    ["before work begins", "2026-11-26T07:59:00Z"],
    ["in the afternoon", "2026-11-26T13:00:00Z"],
    ["on a Saturday", "2026-11-28T08:05:00Z"],
    ["on a holiday", "2026-12-25T08:05:00Z"],
  ])("does not come %s", async (_, at) => {
    await add("rep", { due: { day: "2026-11-20", minutes: null } });
    expect(await writeDigests(world.org.id, new Date(at))).toBe(0);
    await empty();
  });

  it("does not come to who has nothing to do, or switched it off", async () => {
    await add("otherRep", { due: { day: "2026-11-25", minutes: null } });
    await ok("otherRep", chooseDigest, { digest: "off" });
    expect(await writeDigests(world.org.id, MORNING)).toBe(0);
    await ok("otherRep", chooseDigest, { digest: "working-days" });
    expect(await writeDigests(world.org.id, MORNING)).toBe(1);
    await empty();
  });

  it("says no word of a deal that its reader does not see", async () => {
    const rules = { roles: { manager: "all", rep: "own", viewer: "all" }, commercialRoles: [], teams: [] };
    await ok("owner", setVisibility, { version: 1, rules });
    await add("rep", {
      title: "Check it",
      assigneeId: world.otherRep.id,
      due: { day: "2026-11-25", minutes: null },
    });
    await writeDigests(world.org.id, MORNING);
    const mail = (await mails()).find(({ name }) => name === "Otto Rep");
    expect(mail?.body).toContain("- Check it\n");
    expect(mail?.body).not.toContain("Crane");
  });

  it("is read in full by owners alone", async () => {
    const result = await read(mailList, world.manager.caller, {}, { now: NOW });
    expect(result).toMatchObject({ ok: false, refusal: { code: "not-allowed" } });
  });
});
