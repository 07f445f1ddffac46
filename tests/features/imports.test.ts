import { describe, expect, it } from "vitest";
import { createCompany, mergeCompanies } from "@/lib/features/companies/commands";
import * as imports from "@/lib/features/imports/commands";
import { withNewTenant } from "@/lib/platform/db/tenant";
import { execute } from "@/lib/platform/execute";
import { newId } from "@/lib/platform/id";
import { publishedProcess } from "@/tests/support/process";
import { NOW, newWorld } from "@/tests/support/world";
import { COMPANIES, DEALS, FILES, type Kind } from "./imports-files";
import { stateOf } from "./imports-state";
import { Importing, must } from "./imports-support";

describe("a file", () => {
  it("is read, mapped, tried and imported, and says so at each step", async () => {
    const home = await newWorld();
    const importing = await Importing.read(home, "deals", DEALS);
    const first = await importing.view();
    expect(first).toMatchObject({ status: "mapped", total: 4, reading: { separator: ",", rows: 4 } });
    expect(first.mapping?.questions).toEqual([]);
    expect(first.mapping?.process).toEqual({ kind: "as-found", name: "deals" });
    expect(first.mapping?.found.map(({ key }) => key)).toEqual(["prospecting", "engaging"]);
    expect(first.mapping?.owners.map(({ reason }) => reason)).toEqual(["new", "new"]);
    const checked = await importing.check();
    expect(checked).toMatchObject({ status: "checked", progress: 4 });
    expect(checked.counts.check).toMatchObject({ rows: 4, created: 4, updated: 0, same: 0, rejected: 0 });
    expect(checked.counts.check?.made).toEqual({ companies: 2, products: 2, people: 2 });
    expect(checked.counts.check?.sums).toEqual([
      { currency: "EUR", file: 105_400, created: 105_400, updated: 0, same: 0, rejected: 0 },
    ]);
    expect(await stateOf(home.org.id)).toMatchObject({ deals: [], companies: [] });
    const applied = await importing.apply();
    expect(applied).toMatchObject({ status: "applied", progress: 4 });
    // What came in is kept row by row; the file itself is not.
    const pieces = await withNewTenant(home.org.id, (tx) =>
      tx.importPart.count({ where: { orgId: home.org.id } }),
    );
    expect(pieces).toBe(0);
    expect(applied.counts.apply?.made).toEqual(checked.counts.check?.made);
    const state = await stateOf(home.org.id);
    expect(
      state.deals.map(({ externalId, openedOn, stage, outcome, amount, visits }) => [
        externalId,
        openedOn,
        stage,
        outcome,
        amount,
        visits,
      ]),
    ).toEqual(
      expect.arrayContaining([
        ["A1", "2025-10-20", "engaging", "won", 105_400, [["engaging", "2025-10-20", "2026-03-01", "won"]]],
        ["A3", "2025-11-01", "engaging", null, null, [["engaging", "2025-11-01", null, null]]],
        ["A4", null, "prospecting", null, null, [["prospecting", null, null, null]]],
      ]),
    );
  });

  const ORDERS: Kind[][] = [
    ["companies", "people", "products", "deals"],
    ["deals", "products", "people", "companies"],
    ["people", "deals", "companies", "products"],
    ["products", "companies", "deals", "people"],
  ];
  it("gives the same in any order of the four kinds, and twice adds nothing", async () => {
    const states = [];
    for (const order of ORDERS) {
      const home = await newWorld();
      for (const kind of order) await Importing.all(home, kind, FILES[kind]);
      const state = await stateOf(home.org.id);
      states.push(state);
      for (const kind of order) {
        const again = await Importing.all(home, kind, FILES[kind]);
        const { counts } = await again.view();
        expect(counts.check, `${order} ${kind}`).toMatchObject({ created: 0, updated: 0, rejected: 0 });
        expect(counts.apply, `${order} ${kind}`).toMatchObject({ created: 0, updated: 0, rejected: 0 });
      }
      expect(await stateOf(home.org.id), String(order)).toEqual(state);
    }
    for (const state of states.slice(1)) expect(state).toEqual(states[0]);
    expect(states[0]?.products).toEqual([
      { name: "GTX Pro", series: "GTX", price: 482_100, currency: "EUR" },
      { name: "MG Special", series: "MG", price: 5500, currency: "EUR" },
    ]);
    expect(states[0]?.people).toContainEqual({
      name: "Anna Snelling",
      email: null,
      team: "Central",
      manager: "Dustin Brinkmann",
      attributes: { region: "Utrecht" },
      externalId: null,
    });
    expect(states[0]?.companies[0]).toMatchObject({ sector: "medical", attributes: { Note: "old friend" } });
  });

  it("brings what changed since, by events, and leaves the rest", async () => {
    const home = await newWorld();
    const earlier = `${DEALS}A5,Anna Snelling,MG Special,Acme Corporation,Engaging,2025-11-02,,\n`;
    await Importing.all(home, "deals", earlier);
    const later = earlier
      .replace("Engaging,2025-11-01,,", "Won,2025-11-01,2026-06-30,900")
      .replace("MG Special,Betasoloin", "MG Special,Acme Corporation");
    const again = await Importing.all(home, "deals", later);
    const { counts } = await again.view();
    expect(counts.check).toMatchObject({ created: 0, updated: 2, same: 3 });
    expect(counts.apply).toMatchObject({ created: 0, updated: 2, same: 3 });
    const state = await stateOf(home.org.id);
    expect(state.deals.find(({ externalId }) => externalId === "A3")).toMatchObject({
      outcome: "won",
      closedOn: "2026-06-30",
      amount: 90_000,
      visits: [["engaging", "2025-11-01", "2026-06-30", "won"]],
    });
    expect(state.deals.find(({ externalId }) => externalId === "A2")?.company).toBe("Acme Corporation");
    await again.undo();
    const back = await stateOf(home.org.id);
    expect(back.deals.find(({ externalId }) => externalId === "A3")).toMatchObject({
      status: "open",
      stage: "engaging",
      amount: null,
    });
    expect(back.deals.find(({ externalId }) => externalId === "A2")?.company).toBe("Betasoloin");
  });

  it("is put on a published version by its stage names, with owners who are members", async () => {
    const home = await newWorld();
    const process = await publishedProcess(home.org.id);
    const body = `Dealnaam;Bedrijf;Bedrag;Fase;Aangemaakt op;Gesloten op;Eigenaar;Reden verlies;Vrij veld
Koelcel hal 3;Brabo Foods;€ 12.500,00;First;03-04-2025;;Rosa Rep;;x
Retrofit lijn 2;Leiedal Pharma;8.450,50;Verloren;31-03-2025;22-09-2025;Otto Rep;Te duur;y
`;
    const importing = await Importing.read(home, "deals", body);
    const { mapping } = await importing.view();
    expect(mapping?.process).toEqual({ kind: "version", versionId: process.versionId });
    expect(mapping?.columns.map(({ dates, numbers }) => dates ?? numbers)).toEqual([
      null,
      null,
      "comma",
      null,
      "d-m-y",
      "d-m-y",
      null,
      null,
      null,
    ]);
    expect(mapping?.owners.map(({ memberId }) => memberId)).toEqual([home.rep.id, home.otherRep.id]);
    await importing.check();
    await importing.apply();
    const { deals } = await stateOf(home.org.id);
    expect(deals).toMatchObject([
      {
        title: "Koelcel hal 3",
        owner: "Rosa Rep",
        amount: 1_250_000,
        stage: "first",
        visits: [["first", "2025-04-03", null, null]],
        attributes: { "Vrij veld": "x" },
      },
      {
        title: "Retrofit lijn 2",
        owner: "Otto Rep",
        amount: 845_050,
        outcome: "lost",
        openedOn: "2025-03-31",
        closedOn: "2025-09-22",
        visits: [],
      },
    ]);
  });

  it("leaves a deal where it is when the version it follows lacks the stage, and says so", async () => {
    const home = await newWorld();
    await publishedProcess(home.org.id);
    const first =
      "deal_id;title;account;stage;created\nD1;Pump;Acme;First;2025-04-03\nD2;Seal;Acme;First;2025-04-03\n";
    await Importing.all(home, "deals", first);
    const dealOf = (externalId: string) =>
      withNewTenant(home.org.id, async (tx) => {
        const { id } = await tx.deal.findFirstOrThrow({ where: { orgId: home.org.id, externalId } });
        const { stageKey, version } = await tx.run.findFirstOrThrow({ where: { orgId: home.org.id, id } });
        return { stageKey, version };
      });
    const before = await dealOf("D1");
    const other = first.replaceAll("First", "Engaging").replace("Seal", "Gasket");
    for (const updated of [1, 0]) {
      const again = await Importing.all(home, "deals", other);
      const { counts } = await again.view();
      expect(counts.check).toMatchObject({ created: 0, updated, same: 2 - updated });
      expect(counts.check?.notes).toContainEqual({
        code: "stage-elsewhere",
        field: "stage",
        count: 2,
        values: ["Engaging"],
      });
      expect(counts.apply).toMatchObject({ created: 0, updated, same: 2 - updated });
      expect(await dealOf("D1")).toEqual(before);
      expect(await dealOf("D2")).toEqual({ stageKey: "first", version: before.version + 1 });
    }
  });

  it("finds the company that a merged one became part of, in a list of companies and behind a deal", async () => {
    const home = await newWorld();
    await publishedProcess(home.org.id);
    const [kept, gone, last] = [newId(), newId(), newId()];
    const list = "company_id;name;sector\nK1;Haventec;Ports\nK2;Haventek Rotterdam;Harbours\n";
    for (const [id, name] of [
      [kept, "Haventec"],
      [gone, "Haventek Rotterdam"],
      [last, "Haventek Zuid"],
    ] as const)
      await must(createCompany, home.manager.caller, { id, name });
    const merge = (id: string, into: string, intoVersion: number, version = 1) =>
      must(mergeCompanies, home.manager.caller, { id, version, into, intoVersion, mergeId: newId() });
    await merge(last, gone, 1);
    await merge(gone, kept, 1, 2);
    const importing = await Importing.all(home, "companies", list);
    const { counts } = await importing.view();
    expect(counts.apply).toMatchObject({ created: 0, updated: 1, same: 1, rejected: 0 });
    expect(counts.check?.notes).toContainEqual({
      code: "part-of-another",
      field: "company",
      count: 1,
      values: ["Haventec"],
    });
    const deals = "deal_id;title;account;stage\nD1;Pump;Haventek Zuid;First\nD2;Seal;Haventec;First\n";
    const { counts: made } = await (await Importing.all(home, "deals", deals)).view();
    expect(made.apply).toMatchObject({ created: 2, made: { companies: 0 } });
    await withNewTenant(home.org.id, async (tx) => {
      expect(await tx.company.count({ where: { deletedAt: null } })).toBe(1);
      const rows = await tx.deal.findMany({ select: { companyId: true } });
      expect(rows.map(({ companyId }) => companyId)).toEqual([kept, kept]);
      expect(await tx.company.findFirst({ where: { id: kept } })).toMatchObject({
        name: "Haventec",
        sector: "Ports",
      });
    });
  });

  it("names a new deal without a title, and leaves a title that is here", async () => {
    const home = await newWorld();
    const file = (title: string) =>
      `deal_id;title;account;stage\nD1;${title};Acme;Open\nD2;Valves;Acme;Open\n`;
    const made = await Importing.all(home, "deals", file(""));
    expect((await made.view()).counts.check?.notes).toContainEqual({
      code: "title-made",
      field: "title",
      count: 1,
      values: ["Acme"],
    });
    const titles = async () => (await stateOf(home.org.id)).deals.map(({ title }) => title);
    expect(await titles()).toEqual(["Acme", "Valves"]);
    await Importing.all(home, "deals", file("Pumps"));
    expect(await titles()).toEqual(["Pumps", "Valves"]);
    const again = await Importing.all(home, "deals", file(""));
    expect((await again.view()).counts.apply).toMatchObject({ updated: 0, same: 2 });
    expect(await titles()).toEqual(["Pumps", "Valves"]);
  });

  it("says that a list of companies was given as deals, takes it as companies, and gives it back", async () => {
    const home = await newWorld();
    const importing = await Importing.read(home, "deals", COMPANIES);
    expect(await importing.view()).toMatchObject({ kind: "deals", status: "read", likelier: "companies" });
    const taken = await must(imports.setKind, home.manager.caller, { id: importing.id, kind: "companies" });
    expect(taken).toMatchObject({ status: "mapped", questions: [] });
    expect(await importing.view()).toMatchObject({ kind: "companies", status: "mapped", likelier: null });
    await must(imports.setKind, home.manager.caller, { id: importing.id, kind: "deals" });
    expect(await importing.view()).toMatchObject({ kind: "deals", status: "read", likelier: "companies" });
    await must(imports.setKind, home.manager.caller, { id: importing.id, kind: "companies" });
    await importing.check();
    await importing.apply();
    expect((await stateOf(home.org.id)).companies).toHaveLength(2);
    const late = await execute(imports.setKind, home.manager.caller, { id: importing.id, kind: "deals" });
    expect(late.ok).toBe(false);
  });

  it("asks what can be read two ways, and goes on once it is answered", async () => {
    const home = await newWorld();
    const body = "name,stage,created,amount\nA,Open,03-04-2025,1.234\nB,Open,05-06-2025,2.345\n";
    const importing = await Importing.read(home, "deals", body);
    const view = await importing.view();
    expect(view.status).toBe("read");
    expect(view.mapping?.questions).toEqual([
      { code: "dates", column: 2 },
      { code: "numbers", column: 3 },
    ]);
    const early = await execute(imports.checkImport, importing.caller, { id: importing.id }, { now: NOW });
    expect(early).toMatchObject({ ok: false, refusal: { code: "import.questions-open" } });
    const answers = {
      id: importing.id,
      columns: [
        { index: 2, dates: "m-d-y" },
        { index: 3, numbers: "comma" },
      ],
    };
    expect(await must(imports.setReading, importing.caller, answers)).toMatchObject({
      status: "mapped",
      questions: [],
    });
    await importing.check();
    await importing.apply();
    expect((await stateOf(home.org.id)).deals).toMatchObject([
      { title: "A", openedOn: "2025-03-04", amount: 123_400, stage: "open" },
      { title: "B", openedOn: "2025-05-06", amount: 234_500 },
    ]);
  });
});
