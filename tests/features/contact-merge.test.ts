import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { PERSON_FIELDS } from "@/lib/domain/companies/merge-people";
import * as companies from "@/lib/features/companies/commands";
import { contactsDuplicates, contactsRead, contactsSurvivor } from "@/lib/features/companies/queries";
import type { DuplicatePeopleList } from "@/lib/features/companies/view";
import * as deals from "@/lib/features/deals/commands";
import { rebuildOrganization } from "@/lib/features/runs/rebuild-all";
import { addTask } from "@/lib/features/tasks/commands";
import { emptyTrash } from "@/lib/features/trash/jobs";
import { trashList } from "@/lib/features/trash/queries";
import { setVisibility } from "@/lib/features/visibility/commands";
import { withNewTenant } from "@/lib/platform/db/tenant";
import { execute, read } from "@/lib/platform/execute";
import { newId } from "@/lib/platform/id";
import { publishedProcess } from "@/tests/support/process";
import { NOW, newWorld, type OrgWorld, type Person } from "@/tests/support/world";

let world: OrgWorld;
let foreign: OrgWorld;
let processId: string;
let company: string;
const at = (days: number) => new Date(NOW.getTime() + days * 86_400_000);

type Verb = Parameters<typeof execute>[0];
const attempt = (verb: Verb, input: unknown, by: Person = world.manager, now = NOW) =>
  execute(verb, by.caller, input, { now });
async function run(verb: Verb, input: unknown, by?: Person) {
  const result = await attempt(verb, input, by);
  if (!result.ok) throw new Error(`${verb.name}: ${result.refusal.code}`);
  return result.value;
}
async function newPerson(more: object = {}, name = `Person ${newId()}`): Promise<string> {
  const id = newId();
  await run(companies.createContact, { id, companyId: company, name, ...more });
  return id;
}
async function newDeal(more: object = {}, by: Person = world.manager): Promise<string> {
  const id = newId();
  await run(deals.createDeal, {
    id,
    processId,
    title: "Sluice",
    companyId: company,
    ownerId: by.id,
    ...more,
  });
  return id;
}
const inOrg = <T>(work: Parameters<typeof withNewTenant<T>>[1]) => withNewTenant(world.org.id, work);
const versionOf = (id: string) =>
  inOrg(async (tx) => (await tx.contact.findFirstOrThrow({ where: { id } })).version);
async function merge(from: string, into: string, more: object = {}, by?: Person) {
  const mergeId = newId();
  const versions = { version: await versionOf(from), intoVersion: await versionOf(into) };
  const input = { id: from, into, mergeId, ...versions, ...more };
  return { mergeId, result: await attempt(companies.mergeContacts, input, by) };
}
async function merged(from: string, into: string, more: object = {}): Promise<string> {
  const { mergeId, result } = await merge(from, into, more);
  if (!result.ok) throw new Error(result.refusal.code);
  return mergeId;
}

/** All that people are and all that names them, but for the counters of edits and the moments of writing. */
const stateOf = (ids: string[]) =>
  inOrg(async (tx) => {
    const of = { where: { contactId: { in: ids } } };
    return {
      people: await tx.contact.findMany({
        where: { id: { in: ids } },
        omit: { version: true },
        orderBy: { id: "asc" },
      }),
      deals: await tx.deal.findMany({ ...of, orderBy: { id: "asc" } }),
      parts: await tx.dealPerson.findMany({
        ...of,
        omit: { version: true, createdAt: true },
        orderBy: [{ runId: "asc" }, { contactId: "asc" }],
      }),
      activities: await tx.activity.findMany({ ...of, orderBy: { id: "asc" } }),
      tasks: await tx.task.findMany({ ...of, omit: { version: true }, orderBy: { id: "asc" } }),
    };
  });
const page = async (id: string) => {
  const result = await read(contactsRead, world.manager.caller, { id }, { now: NOW });
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
};
const takePart = (id: string, contactId: string, more: object = {}) =>
  run(deals.addPerson, { id, contactId, role: "champion", ...more });
async function promise(contactId: string, dealId: string): Promise<void> {
  await run(addTask, { id: newId(), kind: "promise", title: "Send the drawings", dealId, contactId });
}
async function spoke(contactId: string, id: string): Promise<void> {
  const activityId = newId();
  await run(deals.logActivity, { id, activityId, kind: "call" });
  await inOrg((tx) => tx.activity.updateMany({ where: { id: activityId }, data: { contactId } }));
}

beforeAll(async () => {
  world = await newWorld();
  foreign = await newWorld("Foreign");
  processId = (await publishedProcess(world.org.id)).id;
  company = newId();
  await run(companies.createCompany, { id: company, name: "Haventec" });
});

describe("merging two people", () => {
  it("brings every deal, part, talk and promise to the one who stays, with what was chosen", async () => {
    const into = await newPerson({ jobTitle: "Buyer" }, "Eva Jansen");
    const from = await newPerson(
      { jobTitle: "Head of buying", email: "eva@haventec.example" },
      "Eva Janssen",
    );
    const contact = await newDeal({ contactId: from });
    const [alone, both] = [await newDeal(), await newDeal()];
    await takePart(alone, from, { role: "user" });
    await takePart(both, from, { role: "gatekeeper", stance: "for", note: "Met in May" });
    await takePart(both, into, { role: "decision-maker", note: "Signs" });
    await promise(from, alone);
    await spoke(from, both);
    await merged(from, into, { take: ["jobTitle"] });
    const kept = await page(into);
    expect(kept).toMatchObject({
      name: "Eva Jansen",
      jobTitle: "Head of buying",
      email: "eva@haventec.example",
      merges: [{ name: "Eva Janssen", by: "Mark Manager", daysLeft: 30 }],
    });
    expect(kept.deals.map(({ id }) => id).sort()).toEqual([contact, alone, both].sort());
    const state = await stateOf([into]);
    expect(state.parts).toMatchObject([
      { runId: alone, role: "user" },
      { runId: both, role: "decision-maker", stance: "for", note: "Signs; Met in May" },
    ]);
    expect([state.tasks.length, state.activities.length]).toEqual([1, 1]);
    const { people: _, ...left } = await stateOf([from]);
    expect(Object.values(left).flat()).toEqual([]);
  });

  it("is undone to the same state, whatever named either and whatever was chosen", async () => {
    const amount = fc.nat({ max: 2 });
    const side = fc.record({
      contactOf: amount,
      parts: amount,
      talks: amount,
      promises: amount,
      jobTitle: fc.option(fc.constantFrom("Buyer", "مدير", "=1+1"), { nil: null }),
      phone: fc.option(fc.constantFrom("+31 6 1234", "010"), { nil: null }),
    });
    const shared = fc.record({ deals: amount, note: fc.constantFrom("", "Signs", "x".repeat(300)) });
    await fc.assert(
      fc.asyncProperty(
        side,
        side,
        shared,
        fc.subarray([...PERSON_FIELDS]),
        async (one, other, both, take) => {
          const ids: string[] = [];
          for (const { contactOf, parts, talks, promises, ...fields } of [one, other]) {
            const id = await newPerson(fields);
            for (let n = 0; n < contactOf; n++) await newDeal({ contactId: id });
            for (let n = 0; n < parts; n++) await takePart(await newDeal(), id);
            for (let n = 0; n < talks; n++) await spoke(id, await newDeal());
            for (let n = 0; n < promises; n++) await promise(id, await newDeal());
            ids.push(id);
          }
          const [from = "", into = ""] = ids;
          for (let n = 0; n < both.deals; n++) {
            const deal = await newDeal();
            await takePart(deal, from, { note: both.note, stance: "against" });
            await takePart(deal, into, { role: "user", note: "Uses it" });
          }
          const before = await stateOf(ids);
          const mergeId = await merged(from, into, { take });
          const { people: _, ...left } = await stateOf([from]);
          expect(Object.values(left).flat()).toEqual([]);
          await run(companies.unmergeContacts, { id: mergeId });
          expect(await stateOf(ids)).toEqual(before);
        },
      ),
      { numRuns: 6 },
    );
  }, 90_000);

  it("leaves with the kept one what was added or said anew since, when it is undone", async () => {
    const [into, from] = [await newPerson(), await newPerson({ phone: "010" })];
    const both = await newDeal();
    for (const id of [from, into]) await takePart(both, id, { note: id === from ? "Theirs" : "" });
    const mergeId = await merged(from, into);
    const added = await newDeal({ contactId: into });
    const set = { note: "Said since" };
    await run(deals.changePerson, { id: both, contactId: into, version: 2, set });
    await run(companies.editContact, { id: into, version: await versionOf(into), fields: { phone: "020" } });
    await run(companies.unmergeContacts, { id: mergeId });
    const state = await stateOf([from, into]);
    expect(state.deals.map(({ id, contactId }) => [id, contactId])).toEqual([[added, into]]);
    expect(new Map(state.parts.map(({ contactId, note }) => [contactId, note]))).toEqual(
      new Map([
        [from, "Theirs"],
        [into, "Said since"],
      ]),
    );
    expect(await page(into)).toMatchObject({ phone: "020", merges: [] });
  });

  it("is in the history of each deal, and its projections follow from that history", async () => {
    const [into, from] = [await newPerson(), await newPerson()];
    const deal = await newDeal({ contactId: from });
    await merged(from, into);
    const rows = await inOrg((tx) => tx.fieldChange.findMany({ where: { runId: deal, field: "contact" } }));
    expect(rows.map((row) => [row.from, row.to])).toEqual([[from, into]]);
    const before = await stateOf([into, from]);
    await rebuildOrganization(world.org.id, NOW);
    expect(await stateOf([into, from])).toEqual(before);
  });

  it("takes along what the one who merges does not see, and shows none of it", async () => {
    const narrow = await newWorld("Narrow");
    const process = await publishedProcess(narrow.org.id);
    const by = async (person: Person, verb: Verb, input: object) => {
      expect(await execute(verb, person.caller, input, { now: NOW })).toMatchObject({ ok: true });
    };
    const [into, from, deal] = [newId(), newId(), newId()];
    for (const id of [into, from]) await by(narrow.rep, companies.createContact, { id, name: id });
    await by(narrow.otherRep, deals.createDeal, {
      id: deal,
      processId: process.id,
      title: "Hidden",
      contactId: from,
    });
    await by(narrow.otherRep, deals.addPerson, { id: deal, contactId: from, role: "user" });
    const rules = { roles: { manager: "all", rep: "own", viewer: "all" }, commercialRoles: [], teams: [] };
    await by(narrow.owner, setVisibility, { version: 1, rules });
    const mergeId = newId();
    const input = { id: from, version: 1, into, intoVersion: 1, mergeId };
    await by(narrow.rep, companies.mergeContacts, input);
    const whose = () =>
      withNewTenant(narrow.org.id, async (tx) => [
        (await tx.deal.findFirstOrThrow()).contactId,
        (await tx.dealPerson.findFirstOrThrow()).contactId,
      ]);
    expect(await whose()).toEqual([into, into]);
    const seen = await read(contactsRead, narrow.rep.caller, { id: into }, { now: NOW });
    expect(seen.ok && seen.value.deals).toEqual([]);
    await by(narrow.rep, companies.unmergeContacts, { id: mergeId });
    expect(await whose()).toEqual([from, from]);
  });
});

describe("the person who became part of another", () => {
  it("leads to them, also for a deal that names the old one, and is no trash", async () => {
    const [a, b, c] = [await newPerson(), await newPerson(), await newPerson()];
    await merged(a, b);
    await merged(b, c);
    const into = async (id: string, by = world.viewer) => {
      const result = await read(contactsSurvivor, by.caller, { id });
      return result.ok && result.value.into;
    };
    expect([await into(a), await into(b), await into(c)]).toEqual([c, c, null]);
    expect(await into(a, foreign.owner)).toBeNull();
    const deal = await newDeal({ contactId: a });
    await run(deals.addPerson, { id: deal, contactId: b, role: "user" });
    const { deals: named, parts } = await stateOf([a, b, c]);
    expect(named.map(({ contactId }) => contactId)).toEqual([c]);
    expect(parts.map(({ contactId }) => contactId)).toEqual([c]);
    const listed = await read(trashList, world.manager.caller, { kind: "contact", limit: 200 });
    expect(listed.ok && listed.value.rows.map(({ id }) => id)).not.toContain(a);
    expect(await attempt(companies.restoreContact, { id: a })).toMatchObject({
      refusal: { code: "not-found" },
    });
    await emptyTrash(world.org.id, at(31));
    expect((await stateOf([a, b])).people).toHaveLength(2);
  });

  it("goes for good with the one they are part of", async () => {
    const [into, from] = [await newPerson(), await newPerson({ email: "gone@haventec.example" })];
    await newDeal({ contactId: into });
    await merged(from, into);
    await run(companies.deleteContact, { id: into, version: await versionOf(into) });
    await emptyTrash(world.org.id, at(31));
    const { people } = await stateOf([into, from]);
    expect(people.map(({ name, email }) => [name, email])).toEqual([["", null]]);
  });
});

describe("a merge of people is refused", () => {
  it("with themselves, with who is gone, twice, and after an edit since", async () => {
    const [into, from] = [await newPerson(), await newPerson()];
    expect((await merge(into, into)).result).toMatchObject({ refusal: { code: "merge-same-person" } });
    for (const versions of [{ version: 9 }, { intoVersion: 9 }])
      expect((await merge(from, into, versions)).result).toMatchObject({ refusal: { code: "stale" } });
    await merged(from, into);
    expect((await merge(from, into)).result).toMatchObject({ refusal: { code: "not-found" } });
    expect((await merge(into, from)).result).toMatchObject({ refusal: { code: "not-found" } });
  });

  it("to who only looks, and to a stranger", async () => {
    const [into, from] = [await newPerson(), await newPerson()];
    const refusals = async (by: Person) => (await merge(from, into, {}, by)).result;
    expect(await refusals(world.viewer)).toMatchObject({ refusal: { code: "not-allowed" } });
    expect(await refusals(foreign.owner)).toMatchObject({ refusal: { code: "not-found" } });
    const id = await merged(from, into);
    expect(await attempt(companies.unmergeContacts, { id }, foreign.owner)).toMatchObject({
      refusal: { code: "not-found" },
    });
  });

  it("undone only once, within 30 days, and while the kept one is there", async () => {
    const [a, b, c] = [await newPerson(), await newPerson(), await newPerson()];
    const first = await merged(a, b);
    const undo = (id: string, now = NOW) => attempt(companies.unmergeContacts, { id }, world.manager, now);
    expect(await undo(first, at(31))).toMatchObject({ refusal: { code: "merge-too-old" } });
    const second = await merged(b, c);
    expect(await undo(first)).toMatchObject({ refusal: { code: "merge-person-gone" } });
    for (const id of [second, first]) expect(await undo(id)).toMatchObject({ ok: true });
    expect(await undo(first)).toMatchObject({ refusal: { code: "not-found" } });
  });
});

describe("the list of people who are probably one", () => {
  it("holds who shares an address, or a name at one company, and nobody else", async () => {
    const home = await newWorld("Pairs");
    const by = (verb: Verb, input: object) => execute(verb, home.rep.caller, input, { now: NOW });
    const [one, other] = [newId(), newId()];
    for (const id of [one, other]) await by(companies.createCompany, { id, name: `Company ${id}` });
    const ids = new Map<string, string>();
    for (const [name, companyId, email] of [
      ["José de Vries", one, null],
      ["Jose de Vries", one, null],
      ["Jose de Vries", other, null],
      ["J. Pieters", one, "Pieters@example.test"],
      ["Joost Pieters", other, "pieters@example.test"],
      ["Anna Bos", one, null],
      ["Hanna Smit", one, null],
    ] as const) {
      const id = newId();
      ids.set(`${name} ${companyId === one ? 1 : 2}`, id);
      await by(companies.createContact, { id, companyId, name, email });
    }
    const pairs = async (person = home.viewer) => {
      const result = await read(contactsDuplicates, person.caller, {}, { now: NOW });
      if (!result.ok) throw new Error(result.refusal.code);
      return (result.value as DuplicatePeopleList).pairs.map(({ one, other, why }) =>
        [...[one.name, other.name].sort(), why].join(" | "),
      );
    };
    const found = ["J. Pieters | Joost Pieters | email", "Jose de Vries | José de Vries | name"];
    expect((await pairs()).sort()).toEqual(found);
    expect(await pairs(foreign.owner)).toEqual([]);
    // Moving to the same company makes two of one name likely; a new name or the trash ends it.
    const moved = ids.get("Jose de Vries 2");
    await by(companies.editContact, { id: moved, version: 1, fields: { companyId: one } });
    expect(await pairs()).toHaveLength(4);
    await by(companies.deleteContact, { id: moved, version: 2 });
    const apart = { id: ids.get("José de Vries 1"), otherId: ids.get("Jose de Vries 1") };
    expect(await by(companies.keepPeopleApart, apart)).toMatchObject({ ok: true });
    expect(await pairs()).toEqual([found[0]]);
    expect(await by(companies.comparePeopleAgain, apart)).toMatchObject({ ok: true });
    expect((await pairs()).sort()).toEqual(found);
  });
});

describe("a person who works elsewhere now", () => {
  it("moves to that company, while their deals stay with the one those are of", async () => {
    const elsewhere = newId();
    await run(companies.createCompany, { id: elsewhere, name: "Maasdal" });
    const person = await newPerson();
    const deal = await newDeal({ contactId: person });
    await run(companies.editContact, { id: person, version: 1, fields: { companyId: elsewhere } });
    expect(await page(person)).toMatchObject({
      company: { name: "Maasdal" },
      deals: [{ id: deal, company: "Haventec" }],
    });
    const audit = await inOrg((tx) =>
      tx.audit.findMany({ where: { entityId: person, verb: "contact.edit" }, select: { data: true } }),
    );
    expect(audit).toMatchObject([{ data: { fields: { companyId: elsewhere } } }]);
    const theirs = newId();
    await execute(
      companies.createCompany,
      foreign.owner.caller,
      { id: theirs, name: "Foreign" },
      { now: NOW },
    );
    const stolen = { id: person, version: 2, fields: { companyId: theirs } };
    expect(await attempt(companies.editContact, stolen)).toMatchObject({ refusal: { code: "not-found" } });
    await run(companies.editContact, { id: person, version: 2, fields: { companyId: null } });
    expect((await page(person)).company).toBeNull();
  });
});
