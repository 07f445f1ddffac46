import { afterAll, beforeEach, describe, expect, it } from "vitest";
import type { BoardShell, DealChoices } from "@/lib/features/deals/view";
import { VERBS } from "@/lib/features/registry";
import { closePools } from "@/lib/platform/db/pools";
import { execute, read } from "@/lib/platform/execute";
import { newId } from "@/lib/platform/id";
import type { Command, Read } from "@/lib/platform/verb";
import { publishedProcess } from "@/tests/support/process";
import { NOW, newWorld, type OrgWorld, type Person } from "@/tests/support/world";
import { Importing } from "./imports-support";

let world: OrgWorld;
let processId: string;
let dealId: string;
beforeEach(async () => {
  world = await newWorld();
  processId = (await publishedProcess(world.org.id)).id;
  dealId = newId();
  await must("deal.create", { id: dealId, processId, title: "Crane", ownerId: world.rep.id });
});
afterAll(closePools);

const ask = (name: string, input: object, who: Person = world.owner) =>
  execute(VERBS.get(name) as Command, who.caller, input, { now: NOW });

async function must(name: string, input: object): Promise<void> {
  const done = await ask(name, input);
  if (!done.ok) throw new Error(`${name}: ${done.refusal.code}`);
}

async function refusal(name: string, input: object, who = world.owner): Promise<unknown> {
  const done = await ask(name, input, who);
  return done.ok ? null : [done.refusal.code, done.refusal.field];
}

async function see<O>(name: string, input: object): Promise<O> {
  const seen = await read(VERBS.get(name) as Read, world.owner.caller, input, { now: NOW });
  if (!seen.ok) throw new Error(`${name}: ${seen.refusal.code}`);
  return seen.value as O;
}

describe("who may only look", () => {
  it("is given no deal: not a new one, not by an edit, not with others, not by who leaves", async () => {
    const viewer = world.viewer.id;
    const deal = { id: newId(), processId, title: "Hoist", ownerId: viewer };
    expect(await refusal("deal.create", deal)).toEqual(["owner-reads-only", "ownerId"]);
    const edit = { id: dealId, version: 1, fields: { ownerId: viewer } };
    expect(await refusal("deal.edit", edit)).toEqual(["owner-reads-only", "ownerId"]);
    const many = { deals: [{ id: dealId, version: 1, ownerId: viewer }] };
    expect(await refusal("deal.change-many", many)).toEqual(["owner-reads-only", "ownerId"]);
    const { id } = world.rep;
    expect(await refusal("member.give-deals", { id, to: viewer })).toEqual(["owner-reads-only", "to"]);
    expect(await refusal("member.remove", { id, giveTo: viewer })).toEqual(["owner-reads-only", "giveTo"]);
  });

  it("is not among those to choose from, and can be looked for", async () => {
    const choices = await see<DealChoices>("deals.choices", {});
    expect(choices.owners.map(({ id }) => id)).not.toContain(world.viewer.id);
    expect(choices.owners.map(({ id }) => id)).toContain(world.rep.id);
    const { owners } = await see<BoardShell>("deals.shell", { processId });
    expect(owners).toContainEqual({ id: world.viewer.id, name: "Vera Viewer", mayOwn: false });
    expect(owners).toContainEqual({ id: world.rep.id, name: "Rosa Rep", mayOwn: true });
  });

  it("keeps what is theirs in an edit of something else", async () => {
    const none = { teamId: null, commercialRoleId: null, departmentId: null, managerId: null };
    await must("member.set", { id: world.rep.id, version: 1, role: "viewer", ...none });
    await must("deal.edit", { id: dealId, version: 1, fields: { title: "Crane 2", ownerId: world.rep.id } });
  });

  it("gets no open deal from a file; a closed one is history", async () => {
    const body = `Deal;Stage;Created on;Closed on;Owner
Crane 3;First;2026-04-03;;Vera Viewer
Crane 4;Won;2026-03-31;2026-09-22;Vera Viewer
Crane 5;First;2026-04-03;;Rosa Rep
`;
    const importing = await Importing.read(world, "deals", body);
    const choose = { id: importing.id, owners: [{ value: "Rosa Rep", target: world.viewer.id }] };
    expect(await refusal("import.map", choose)).toEqual(["owner-reads-only", "owners.0.target"]);
    const { counts } = await importing.check();
    expect(counts.check).toMatchObject({ created: 2, rejected: 1 });
    const { rows } = await see<{ rows: { problems: { code: string }[] }[] }>("imports.rejects", {
      id: importing.id,
      after: 0,
      limit: 50,
    });
    expect(rows.map(({ problems }) => problems[0]?.code)).toEqual(["owner-reads-only"]);
  });
});

describe("a company or a person in the trash", () => {
  it("gets no deal, no person and no part in a deal until it is restored", async () => {
    const [company, contact] = [newId(), newId()];
    await must("company.create", { id: company, name: "Brabo Foods" });
    await must("contact.create", { id: contact, name: "Petra Peeters" });
    await must("contact.delete", { id: contact, version: 1 });
    await must("company.delete", { id: company, version: 1 });
    const noCompany = ["company-in-trash", "companyId"];
    const noContact = ["contact-in-trash", "contactId"];
    const deal = () => ({ id: newId(), processId, title: "Hoist" });
    for (const who of [world.owner, world.rep]) {
      const ownerId = who.id;
      expect(await refusal("deal.create", { ...deal(), ownerId, companyId: company }, who)).toEqual(
        noCompany,
      );
      expect(await refusal("deal.create", { ...deal(), ownerId, contactId: contact }, who)).toEqual(
        noContact,
      );
    }
    const edit = (fields: object) => refusal("deal.edit", { id: dealId, version: 1, fields });
    expect(await edit({ companyId: company })).toEqual(noCompany);
    expect(await edit({ contactId: contact })).toEqual(noContact);
    const part = { id: dealId, contactId: contact, role: "user" };
    expect(await refusal("deal.add-person", part)).toEqual(noContact);
    const person = { id: newId(), name: "Jan Jansen", companyId: company };
    expect(await refusal("contact.create", person)).toEqual(noCompany);
    await must("contact.create", { ...person, companyId: null });
    const move = { id: person.id, version: 1, fields: { companyId: company } };
    expect(await refusal("contact.edit", move)).toEqual(noCompany);
    await must("company.restore", { id: company });
    await must("contact.restore", { id: contact });
    await must("deal.edit", { id: dealId, version: 1, fields: { companyId: company, contactId: contact } });
    await must("contact.edit", move);
  });
});
