import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { changeCall } from "@/lib/features/calls/commands";
import { deleteCompany } from "@/lib/features/companies/commands";
import type { DuplicateList } from "@/lib/features/companies/view";
import { createDeal, deleteDeal, editDeal } from "@/lib/features/deals/commands";
import { VERBS } from "@/lib/features/registry";
import { closePools } from "@/lib/platform/db/pools";
import { withNewTenant } from "@/lib/platform/db/tenant";
import { execute, read } from "@/lib/platform/execute";
import { newId } from "@/lib/platform/id";
import type { Command, Read, Result } from "@/lib/platform/verb";
import { held, waits } from "@/tests/support/meanwhile";
import { publishedProcess } from "@/tests/support/process";
import { NOW, newWorld, type OrgWorld } from "@/tests/support/world";

/* Two at one moment, each in a transaction of their own: whoever comes second waits, and then decides on what is true by then. */

let world: OrgWorld;
let processId: string;
let company: string;
const name = () => `Haventec ${company}`;
beforeAll(async () => {
  world = await newWorld("Moments");
  processId = (await publishedProcess(world.org.id)).id;
});
beforeEach(async () => {
  company = newId();
  await must("company.create", { id: company, name: name() });
});
afterAll(closePools);

const ask = (verb: string, input: object) =>
  execute(VERBS.get(verb) as Command, world.manager.caller, input, { now: NOW });
const codeOf = (result: Result<unknown>) => (result.ok ? null : result.refusal.code);
async function must(verb: string, input: object): Promise<void> {
  expect(codeOf(await ask(verb, input)), verb).toBe(null);
}
async function newDeal(more: object = {}): Promise<string> {
  const id = newId();
  await must("deal.create", { id, processId, title: "Crane", ...more });
  return id;
}
const companyOf = (id: string) =>
  withNewTenant(world.org.id, async (tx) => {
    const deal = await tx.deal.findFirstOrThrow({ where: { id } });
    return tx.company.findFirst({
      where: { id: deal.companyId ?? "" },
      select: { id: true, deletedAt: true },
    });
  });
/** A company is being thrown away, and not yet gone. */
const throwing = () =>
  held(world.owner, (tx, ctx) => deleteCompany.run({ tx, ctx, input: { id: company, version: 1 } }));

/** Every way to name a company in a deal: one's own deal is made in two round trips, another's in more. */
const NAMING: [string, () => Promise<[string, Result<unknown>]>][] = [
  ["a deal of one's own", () => making({ companyId: company })],
  ["a deal of somebody else", () => making({ companyId: company, ownerId: world.rep.id })],
  ["an edit", editing],
];
async function making(more: object): Promise<[string, Result<unknown>]> {
  const id = newId();
  return [id, await ask("deal.create", { id, processId, title: "Sluice", ...more })];
}
async function editing(): Promise<[string, Result<unknown>]> {
  const id = await newDeal();
  return [id, await ask("deal.edit", { id, version: 1, fields: { companyId: company } })];
}

describe("a company that is thrown away while it is named", () => {
  it.each(NAMING)("is not the one of %s: who comes second waits and is told", async (_what, write) => {
    const going = await throwing();
    const writing = write();
    expect(await waits(writing, going.pid)).not.toBe(null);
    await going.end();
    const [id, done] = await writing;
    expect(codeOf(done)).toBe("company-in-trash");
    const left = await withNewTenant(world.org.id, (tx) =>
      tx.deal.count({ where: { id, companyId: company } }),
    );
    expect(left).toBe(0);
  });

  it.each(NAMING)("stays when that is undone, and is the one of %s", async (_what, write) => {
    const going = await throwing();
    const writing = write();
    expect(await waits(writing, going.pid)).not.toBe(null);
    await going.end("undo");
    const [id] = await writing;
    expect(await companyOf(id)).toEqual({ id: company, deletedAt: null });
  });

  it("is made anew for a deal by its name: the one in the trash answers to no name", async () => {
    const going = await throwing();
    const writing = making({ companyName: name() });
    expect(await waits(writing, going.pid)).not.toBe(null);
    await going.end();
    const [id, done] = await writing;
    expect(codeOf(done)).toBe(null);
    const found = await companyOf(id);
    expect(found).toMatchObject({ deletedAt: null });
    expect(found?.id).not.toBe(company);
  });

  it.each([
    ["in two round trips", {}],
    ["in more", { ownerId: "rep" }],
  ])("stays where a deal was about to name it, made %s", async (_how, more) => {
    const id = newId();
    const input = { id, processId, title: "Sluice", companyId: company };
    // Another one holds the deal's own id: whoever makes it has looked at the company, and has not written yet.
    const other = createDeal.input.parse({ id, processId, title: "Other" });
    const before = await held(world.owner, (tx, ctx) => createDeal.run({ tx, ctx, input: other }));
    const making = ask("deal.create", { ...input, ...("ownerId" in more && { ownerId: world.rep.id }) });
    const maker = await waits(making, before.pid);
    const deleting = ask("company.delete", { id: company, version: 1 });
    expect(await waits(deleting, maker ?? 0)).not.toBe(null);
    await before.end("undo");
    expect([codeOf(await making), codeOf(await deleting)]).toEqual([null, "company-has-deals"]);
    expect(await companyOf(id)).toEqual({ id: company, deletedAt: null });
  });

  it("stays where an edit was about to name it", async () => {
    const id = await newDeal();
    const input = editDeal.input.parse({ id, version: 1, fields: { companyId: company } });
    const editing = await held(world.owner, (tx, ctx) => editDeal.run({ tx, ctx, input }));
    const deleting = ask("company.delete", { id: company, version: 1 });
    expect(await waits(deleting, editing.pid)).not.toBe(null);
    await editing.end();
    expect(codeOf(await deleting)).toBe("company-has-deals");
  });

  it("comes back with a deal that is taken out of the trash at that moment", async () => {
    const id = await newDeal({ companyId: company });
    await must("deal.delete", { id, version: 1 });
    const going = await throwing();
    const restoring = ask("deal.restore", { id, version: 2 });
    expect(await waits(restoring, going.pid)).not.toBe(null);
    await going.end();
    expect(codeOf(await restoring)).toBe(null);
    expect(await companyOf(id)).toEqual({ id: company, deletedAt: null });
  });
});

describe("a person who comes back from the trash", () => {
  it("brings the company back that is thrown away at that moment", async () => {
    const person = newId();
    await must("contact.create", { id: person, companyId: company, name: "Ada" });
    await must("contact.delete", { id: person, version: 1 });
    const going = await throwing();
    const restoring = ask("contact.restore", { id: person });
    expect(await waits(restoring, going.pid)).not.toBe(null);
    await going.end();
    expect(codeOf(await restoring)).toBe(null);
    const now = await withNewTenant(world.org.id, (tx) =>
      tx.contact.findFirstOrThrow({ where: { id: person }, select: { deletedAt: true, company: true } }),
    );
    expect(now).toMatchObject({ deletedAt: null, company: { id: company, deletedAt: null } });
  });
});

describe("a call that is changed", () => {
  let deal: string;
  let call: string;
  beforeEach(async () => {
    deal = await newDeal();
    call = newId();
    const when = { day: "2026-11-26", minutes: 600 };
    await must("call.plan", { id: call, dealId: deal, processId: null, when });
  });
  const change = { version: 1, set: { goal: "Know who decides" } };

  it("while its deal is thrown away waits for that, and is then not there", async () => {
    const input = { id: deal, version: 1 };
    const going = await held(world.owner, (tx, ctx) => deleteDeal.run({ tx, ctx, input }));
    const changing = ask("call.change", { id: call, ...change });
    expect(await waits(changing, going.pid)).not.toBe(null);
    await going.end();
    expect(codeOf(await changing)).toBe("not-found");
  });

  it("holds its deal: what changes that waits, and neither is lost", async () => {
    const input = changeCall.input.parse({ id: call, ...change });
    const changing = await held(world.owner, (tx, ctx) => changeCall.run({ tx, ctx, input }));
    const giving = ask("deal.edit", { id: deal, version: 1, fields: { ownerId: world.rep.id } });
    expect(await waits(giving, changing.pid)).not.toBe(null);
    await changing.end();
    expect(codeOf(await giving)).toBe(null);
    const kept = await withNewTenant(world.org.id, (tx) =>
      tx.run.findFirstOrThrow({ where: { id: call }, select: { version: true, dealOwnerId: true } }),
    );
    expect(kept).toEqual({ version: 2, dealOwnerId: world.rep.id });
  });

  it("by two at once is changed by one; the other is told, and nobody waits in a circle with who writes it up", async () => {
    const set = (goal: string) => ask("call.change", { id: call, version: 1, set: { goal } });
    const codes = (await Promise.all([set("One"), set("Two")])).map(codeOf);
    expect(codes.toSorted()).toEqual([null, "stale"].toSorted());
    for (let version = 2; version < 8; version += 2) {
      const both = await Promise.all([
        ask("call.change", { id: call, version, set: { minutes: 40 + version } }),
        ask("call.debrief", { id: call, version, result: "yes" }),
      ]);
      const [changed, debriefed] = both.map(codeOf);
      expect([changed, debriefed].filter((code) => code === null)).toHaveLength(1);
      if (debriefed === null) await must("call.reopen", { id: call, version: version + 1 });
      else await must("call.change", { id: call, version: version + 1, set: { minutes: 15 } });
    }
  });
});

describe("two alike names that are written", () => {
  const written = async (
    verb: "company.create" | "contact.create",
    names: [string, string],
    more: object = {},
  ) => {
    const [first, second] = [newId(), newId()];
    const command = VERBS.get(verb) as Command;
    const input = command.input.parse({ id: first, name: names[0], ...more });
    const writing = await held(world.owner, (tx, ctx) => command.run({ tx, ctx, input }));
    const other = ask(verb, { id: second, name: names[1], ...more });
    expect(await waits(other, writing.pid)).not.toBe(null);
    await writing.end();
    expect(codeOf(await other)).toBe(null);
    return [first, second];
  };
  const pairs = async (of: "companies.duplicates" | "contacts.duplicates") => {
    const list = await read(VERBS.get(of) as Read, world.manager.caller, {}, { now: NOW });
    if (!list.ok) throw new Error(list.refusal.code);
    return (list.value as DuplicateList).pairs.map(({ one, other }) => [one.id, other.id].toSorted());
  };

  it("are a pair of the review, of companies and of people", async () => {
    const companies = await written("company.create", [`Zonnehoek ${company}`, `Zonnehoek ${company} B.V.`]);
    expect(await pairs("companies.duplicates")).toContainEqual(companies.toSorted());
    const people = await written("contact.create", ["Femke Bakker", "Femke Baker"], { companyId: company });
    expect(await pairs("contacts.duplicates")).toContainEqual(people.toSorted());
  });

  it("hold up nobody in another organisation", async () => {
    const elsewhere = await newWorld("Elsewhere");
    const create = VERBS.get("company.create") as Command;
    const input = create.input.parse({ id: newId(), name: "Zonnehoek" });
    const writing = await held(world.owner, (tx, ctx) => create.run({ tx, ctx, input }));
    const other = execute(create, elsewhere.rep.caller, { id: newId(), name: "Zonnehoek" }, { now: NOW });
    expect(await waits(other, writing.pid)).toBe(null);
    expect(codeOf(await other)).toBe(null);
    await writing.end();
  });
});
