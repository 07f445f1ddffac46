import { beforeAll, describe, expect, it } from "vitest";
import * as companies from "@/lib/features/companies/commands";
import { companiesList, companiesRead, companiesSimilar } from "@/lib/features/companies/queries";
import type { CompanyList } from "@/lib/features/companies/view";
import * as deals from "@/lib/features/deals/commands";
import { execute, read } from "@/lib/platform/execute";
import { newId } from "@/lib/platform/id";
import { publishedProcess } from "@/tests/support/process";
import { NOW, newWorld, type OrgWorld } from "@/tests/support/world";

let world: OrgWorld;
let foreign: OrgWorld;
const acme = newId();

const create = (name: string, id = newId(), by = world.rep) =>
  execute(companies.createCompany, by.caller, { id, name }, { now: NOW });

beforeAll(async () => {
  world = await newWorld();
  foreign = await newWorld("Foreign");
  await create("Acme B.V.", acme);
  for (const name of ["Zwarte Zwaan", "Brouwerij Halve Maat", "100% Katoen", "_Streep"]) await create(name);
});

describe("the list of companies", () => {
  it("goes on where a page ended, without a gap or a double", async () => {
    const names: string[] = [];
    let after: { name: string; id: string } | null = null;
    for (let page = 0; page < 10; page++) {
      const result: Awaited<ReturnType<typeof read<typeof companiesList.input, CompanyList>>> = await read(
        companiesList,
        world.viewer.caller,
        { after, limit: 2 },
      );
      if (!result.ok) throw new Error(result.refusal.code);
      expect(result.value.total).toBe(5);
      expect(result.value.mayEdit).toBe(false);
      names.push(...result.value.rows.map(({ name }) => name));
      after = result.value.next;
      if (!after) break;
    }
    expect(names).toHaveLength(5);
    expect(new Set(names).size).toBe(5);
  });

  it.each([
    ["halve", ["Brouwerij Halve Maat"]],
    ["acme bv", ["Acme B.V."]],
    ["%", ["100% Katoen"]],
    ["_", ["_Streep"]],
    ["nobody", []],
  ])("finds %j", async (q, expected) => {
    const result = await read(companiesList, world.rep.caller, { q });
    expect(result.ok && result.value.rows.map(({ name }) => name)).toEqual(expected);
  });

  it("shows nothing of another organisation", async () => {
    const result = await read(companiesList, foreign.owner.caller, {});
    expect(result.ok && result.value.total).toBe(0);
  });
});

describe("a duplicate while typing", () => {
  it.each([
    ["ACME", ["Acme B.V."]],
    ["acme bv", ["Acme B.V."]],
    ["Brouwerij", ["Brouwerij Halve Maat"]],
    ["Brouwerij Halve Maat Export", ["Brouwerij Halve Maat"]],
    ["Brouwerij Halve Maan", ["Brouwerij Halve Maat"]],
    ["Ac", []],
    ["", []],
  ])("%j reminds of %j", async (name, expected) => {
    const result = await read(companiesSimilar, world.rep.caller, { name });
    expect(result.ok && result.value.map((row) => row.name)).toEqual(expected);
  });

  it("is not the company itself", async () => {
    const result = await read(companiesSimilar, world.rep.caller, { name: "Acme", not: acme });
    expect(result).toEqual({ ok: true, value: [] });
  });
});

describe("a company", () => {
  it("shows its people and its deals, open ones first", async () => {
    const process = await publishedProcess(world.org.id);
    const [open, won] = [newId(), newId()];
    for (const id of [won, open]) {
      await execute(
        deals.createDeal,
        world.rep.caller,
        { id, processId: process.id, title: id === won ? "Won" : "Open", companyId: acme },
        { now: NOW },
      );
    }
    await execute(deals.closeDeal, world.rep.caller, { id: won, version: 1, outcome: "won" }, { now: NOW });
    const person = { id: newId(), companyId: acme, name: "An Verhulst", email: "", jobTitle: " CFO " };
    await execute(companies.createContact, world.rep.caller, person, { now: NOW });
    const result = await read(companiesRead, world.viewer.caller, { id: acme });
    if (!result.ok) throw new Error(result.refusal.code);
    expect(result.value.contacts).toMatchObject([{ name: "An Verhulst", email: null, jobTitle: "CFO" }]);
    expect(result.value.deals.map(({ title }) => title)).toEqual(["Open", "Won"]);
    expect(result.value).toMatchObject({ dealCount: 2, mayEdit: false, mayCreateDeal: false });
    const listed = await read(companiesList, world.rep.caller, { q: "acme" });
    expect(listed.ok && listed.value.rows[0]).toMatchObject({ openDeals: 1, deals: 2 });
  });

  it("keeps the first of two edits and tells the second who was there", async () => {
    const id = newId();
    await create("Delta", id);
    const edit = (by: OrgWorld["rep"], name: string) =>
      execute(companies.editCompany, by.caller, { id, version: 1, fields: { name } }, { now: NOW });
    expect(await edit(world.manager, "Delta Verpakkingen")).toEqual({ ok: true, value: { id, version: 2 } });
    expect(await edit(world.rep, "Delta Vis")).toMatchObject({
      refusal: {
        code: "stale",
        params: { who: "Mark Manager" },
        current: { name: "Delta Verpakkingen", version: 2 },
      },
    });
    const found = await read(companiesSimilar, world.rep.caller, { name: "delta verpakkingen bv" });
    expect(found.ok && found.value.map((row) => row.id)).toEqual([id]);
  });

  it("keeps the first of two edits of a person", async () => {
    const id = newId();
    await execute(
      companies.createContact,
      world.rep.caller,
      { id, companyId: acme, name: "Luc" },
      { now: NOW },
    );
    const edit = (phone: string) =>
      execute(companies.editContact, world.rep.caller, { id, version: 1, fields: { phone } }, { now: NOW });
    expect(await edit("+32 1")).toMatchObject({ ok: true });
    expect(await edit("+32 2")).toMatchObject({ refusal: { code: "stale", current: { phone: "+32 1" } } });
  });

  it("is changed by nobody who may not, and is not there for a stranger", async () => {
    const edit = { id: acme, version: 1, fields: { name: "Mine" } };
    expect(await execute(companies.editCompany, world.viewer.caller, edit)).toMatchObject({
      refusal: { code: "not-allowed" },
    });
    expect(await create("Viewer's", newId(), world.viewer)).toMatchObject({
      refusal: { code: "not-allowed" },
    });
    expect(await execute(companies.editCompany, foreign.owner.caller, edit)).toMatchObject({
      refusal: { code: "not-found" },
    });
    const contact = { id: newId(), companyId: acme, name: "Spy" };
    expect(await execute(companies.createContact, foreign.owner.caller, contact)).toMatchObject({
      refusal: { code: "not-found" },
    });
    const result = await read(companiesRead, foreign.owner.caller, { id: acme });
    expect(result).toMatchObject({ refusal: { code: "not-found" } });
  });
});
