import { beforeAll, describe, expect, it } from "vitest";
import * as companies from "@/lib/features/companies/commands";
import * as deals from "@/lib/features/deals/commands";
import { dealsContacts, dealsRead } from "@/lib/features/deals/queries";
import type { DealView } from "@/lib/features/deals/view";
import { emptyTrash } from "@/lib/features/trash/jobs";
import { setVisibility } from "@/lib/features/visibility/commands";
import type { Caller } from "@/lib/platform/context";
import { withNewTenant } from "@/lib/platform/db/tenant";
import { execute, read } from "@/lib/platform/execute";
import { newId } from "@/lib/platform/id";
import { publishedProcess } from "@/tests/support/process";
import { NOW, newWorld, type OrgWorld } from "@/tests/support/world";

const DAY_MS = 86_400_000;
let world: OrgWorld;
let foreign: OrgWorld;
let processId: string;
const company = newId();

type Session = Extract<Caller, { kind: "session" }>;
const run = (verb: Parameters<typeof execute>[0], input: unknown, by: Session = world.rep.caller) =>
  execute(verb, by, input, { now: NOW });

async function newDeal(more: object = {}): Promise<string> {
  const id = newId();
  const made = await run(deals.createDeal, { id, processId, title: "Sluice", companyId: company, ...more });
  if (!made.ok) throw new Error(made.refusal.code);
  return id;
}

async function newContact(name: string, companyId: string | null = company): Promise<string> {
  const id = newId();
  const made = await run(companies.createContact, { id, companyId, name });
  if (!made.ok) throw new Error(made.refusal.code);
  return id;
}

async function seen(id: string, by: Session = world.rep.caller): Promise<DealView> {
  const result = await read(dealsRead, by, { id }, { now: NOW });
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value as DealView;
}

beforeAll(async () => {
  world = await newWorld();
  foreign = await newWorld("Foreign");
  processId = (await publishedProcess(world.org.id)).id;
  await run(companies.createCompany, { id: company, name: "Haventec" });
});

describe("the people of a deal", () => {
  it("are added from the company or by a line, and those who decide come first", async () => {
    const deal = await newDeal();
    const eva = await newContact("Eva");
    const fresh = newId();
    await run(deals.addPerson, { id: deal, contactId: eva, role: "user" });
    const person = { name: "Noor", jobTitle: "CFO" };
    await run(deals.addPerson, { id: deal, contactId: fresh, person, role: "economic-buyer", stance: "for" });
    const { people } = await seen(deal);
    expect(people).toEqual([
      {
        contactId: fresh,
        name: "Noor",
        jobTitle: "CFO",
        role: "economic-buyer",
        stance: "for",
        note: "",
        version: 1,
      },
      { contactId: eva, name: "Eva", jobTitle: null, role: "user", stance: "unknown", note: "", version: 1 },
    ]);
    const choices = await read(dealsContacts, world.rep.caller, { id: deal });
    expect(choices.ok && choices.value.map(({ id }) => id)).toEqual(expect.arrayContaining([eva, fresh]));
  });

  it("show the deal's contact before anyone said what they are, and once when somebody did", async () => {
    const contactId = await newContact("Luc");
    const deal = await newDeal({ contactId });
    expect((await seen(deal)).people).toMatchObject([{ contactId, role: null, version: null }]);
    await run(deals.addPerson, { id: deal, contactId, role: "gatekeeper" });
    expect((await seen(deal)).people).toMatchObject([{ contactId, role: "gatekeeper", version: 1 }]);
  });

  it("are there once: who adds someone a second time is told", async () => {
    const deal = await newDeal();
    const contactId = await newContact("An");
    await run(deals.addPerson, { id: deal, contactId, role: "champion" });
    expect(await run(deals.addPerson, { id: deal, contactId, role: "opponent" })).toMatchObject({
      refusal: { code: "person-on-deal", params: { name: "An" } },
    });
    expect((await seen(deal)).people).toMatchObject([{ role: "champion" }]);
  });

  it("keep the first of two edits, and tell the second what it is now", async () => {
    const deal = await newDeal();
    const contactId = await newContact("Ine");
    await run(deals.addPerson, { id: deal, contactId, role: "champion" });
    const change = (stance: string, by?: Session) =>
      run(deals.changePerson, { id: deal, contactId, version: 1, set: { stance } }, by);
    expect(await change("for", world.manager.caller)).toMatchObject({ ok: true, value: { version: 2 } });
    expect(await change("against")).toMatchObject({
      refusal: { code: "stale", params: { who: "Mark Manager" }, current: { stance: "for", version: 2 } },
    });
  });

  it("come back as they were when taken off and added again", async () => {
    const deal = await newDeal();
    const contactId = await newContact("Bo");
    const part = { role: "procurement", stance: "against", note: "Wants three bids" };
    await run(deals.addPerson, { id: deal, contactId, ...part });
    const before = (await seen(deal)).people;
    expect(await run(deals.removePerson, { id: deal, contactId })).toMatchObject({ ok: true });
    expect((await seen(deal)).people).toEqual([]);
    expect(await run(deals.removePerson, { id: deal, contactId })).toMatchObject({
      refusal: { code: "not-found" },
    });
    await run(deals.addPerson, { id: deal, contactId, ...part });
    expect((await seen(deal)).people).toEqual(before);
  });

  it("leave with the trash and come back from it", async () => {
    const deal = await newDeal();
    const contactId = await newContact("Kim");
    await run(deals.addPerson, { id: deal, contactId, role: "champion" });
    await run(companies.deleteContact, { id: contactId, version: 1 });
    expect((await seen(deal)).people).toEqual([]);
    expect(await run(deals.addPerson, { id: await newDeal(), contactId, role: "user" })).toMatchObject({
      refusal: { code: "contact-in-trash" },
    });
    await run(companies.restoreContact, { id: contactId });
    expect((await seen(deal)).people).toMatchObject([{ contactId, role: "champion" }]);
  });

  it("are forgotten with the person, note and all, also where the deal goes on naming them", async () => {
    const contactId = await newContact("Gone");
    const deal = await newDeal({ contactId });
    await run(deals.addPerson, { id: deal, contactId, role: "champion", note: "Private" });
    await run(companies.deleteContact, { id: contactId, version: 1 });
    const kept = () => withNewTenant(world.org.id, (tx) => tx.dealPerson.count({ where: { contactId } }));
    await emptyTrash(world.org.id, new Date(NOW.getTime() + 29 * DAY_MS));
    expect(await kept()).toBe(1);
    await emptyTrash(world.org.id, new Date(NOW.getTime() + 31 * DAY_MS));
    expect(await kept()).toBe(0);
  });

  it.each([
    "🦊 Zoë",
    "نور الهدى",
    '=HYPERLINK("http://x")',
    "<script>alert(1)</script>",
    "'; drop table run; --",
  ])("keep a name as it was typed: %s", async (name) => {
    const deal = await newDeal({ companyId: null });
    const contactId = newId();
    const added = await run(deals.addPerson, {
      id: deal,
      contactId,
      person: { name },
      role: "user",
      note: name,
    });
    expect(added).toMatchObject({ ok: true });
    expect((await seen(deal)).people).toMatchObject([{ name, note: name }]);
  });

  it.each([
    ["no role", { role: "boss" }],
    ["no stance", { role: "user", stance: "maybe" }],
    ["a note beyond its length", { role: "user", note: "x".repeat(501) }],
    ["half a character", { role: "user", note: "\ud800" }],
    ["a person without a name", { role: "user", person: { name: "  " } }],
  ])("refuse %s", async (_, part) => {
    const deal = await newDeal();
    const result = await run(deals.addPerson, { id: deal, contactId: await newContact("X"), ...part });
    expect(result).toMatchObject({ refusal: { code: "invalid-input" } });
  });
});

describe("whose it is", () => {
  it("is the owner's and the managers' to change, and nobody else's", async () => {
    const deal = await newDeal();
    const contactId = await newContact("Mo");
    const add = { id: deal, contactId, role: "user" };
    expect(await run(deals.addPerson, add, world.otherRep.caller)).toMatchObject({
      refusal: { code: "not-yours" },
    });
    expect(await run(deals.addPerson, add, world.viewer.caller)).toMatchObject({
      refusal: { code: "not-allowed" },
    });
    expect(await run(deals.addPerson, add, foreign.owner.caller)).toMatchObject({
      refusal: { code: "not-found" },
    });
    expect(await run(deals.addPerson, add, world.manager.caller)).toMatchObject({ ok: true });
  });

  it("is not seen by who does not see the deal", async () => {
    const rules = {
      roles: { manager: "all", rep: "own", viewer: "all" },
      commercialRoles: [],
      teams: [],
    } as const;
    const narrow = await newWorld("Narrow");
    const process = await publishedProcess(narrow.org.id);
    const id = newId();
    await execute(
      deals.createDeal,
      narrow.rep.caller,
      { id, processId: process.id, title: "Own" },
      { now: NOW },
    );
    const contactId = newId();
    const add = { id, contactId, person: { name: "Eva" }, role: "user" };
    await execute(deals.addPerson, narrow.rep.caller, add, { now: NOW });
    const set = await execute(setVisibility, narrow.owner.caller, { version: 1, rules }, { now: NOW });
    expect(set).toMatchObject({ ok: true });
    const told = await execute(deals.removePerson, narrow.otherRep.caller, { id, contactId }, { now: NOW });
    expect(told).toMatchObject({ refusal: { code: "not-found" } });
    expect(await read(dealsRead, narrow.otherRep.caller, { id })).toMatchObject({
      refusal: { code: "not-found" },
    });
    expect(await read(dealsContacts, narrow.otherRep.caller, { id })).toMatchObject({
      refusal: { code: "not-found" },
    });
  });
});

describe("the competitors of a deal", () => {
  it("are listed by name, one for each name in any writing, and can be taken off", async () => {
    const deal = await newDeal();
    const add = (name: string) => run(deals.addCompetitor, { id: deal, competitorId: newId(), name });
    const [first] = [await add("Rivaal"), await add("Aqua_"), await add("rivaal"), await add("AquaX")];
    const { competitors } = await seen(deal);
    expect(competitors.map(({ name }) => name)).toEqual(["Aqua_", "AquaX", "Rivaal"]);
    if (!first?.ok) throw new Error("refused");
    const { competitorId } = first.value as { competitorId: string };
    await run(deals.removeCompetitor, { id: deal, competitorId });
    expect((await seen(deal)).competitors.map(({ name }) => name)).toEqual(["Aqua_", "AquaX"]);
    expect(await run(deals.removeCompetitor, { id: deal, competitorId })).toMatchObject({
      refusal: { code: "not-found" },
    });
  });
});
