import { beforeAll, describe, expect, it } from "vitest";
import { isRefusal } from "@/lib/domain/shared/result";
import { createCompany, mergeCompanies } from "@/lib/features/companies/commands";
import * as deals from "@/lib/features/deals/commands";
import { CHUNK, runApply } from "@/lib/features/imports/apply";
import * as imports from "@/lib/features/imports/commands";
import { importsList, importsRead, importsRejects } from "@/lib/features/imports/queries";
import { rejectsFile } from "@/lib/features/imports/rejects";
import { runUndo } from "@/lib/features/imports/undo";
import { uploadFile } from "@/lib/features/imports/upload";
import { withNewTenant } from "@/lib/platform/db/tenant";
import { execute, read } from "@/lib/platform/execute";
import { newId } from "@/lib/platform/id";
import { publishedProcess } from "@/tests/support/process";
import { NOW, newWorld, type OrgWorld } from "@/tests/support/world";
import { stateOf } from "./imports-state";
import { fileRequest, Importing, must } from "./imports-support";

const COMPANIES = `account,sector,employees,office_location,Note
Acme Corporation,medical,2822,Belgium,old friend
Betasoloin,retail,495,Kenya,
`;
const PEOPLE = `sales_agent,manager,team,regional_office
Anna Snelling,Dustin Brinkmann,Central,Utrecht
Cecily Lampkin,Dustin Brinkmann,Central,Gent
Dustin Brinkmann,,Central,Gent
`;
const PRODUCTS = `product,series,sales_price
GTX Pro,GTX,4821
MG Special,MG,55
`;
const DEALS = `opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value
A1,Anna Snelling,GTXPro,Acme Corporation,Won,2025-10-20,2026-03-01,1054
A2,Cecily Lampkin,MG Special,Betasoloin,Lost,2025-10-25,2026-03-11,0
A3,Anna Snelling,MG Special,Acme Corporation,Engaging,2025-11-01,,
A4,Cecily Lampkin,GTXPro,,Prospecting,,,
`;
const FILES = { companies: COMPANIES, people: PEOPLE, products: PRODUCTS, deals: DEALS } as const;
type Kind = keyof typeof FILES;

let world: OrgWorld;
let foreign: OrgWorld;
beforeAll(async () => {
  world = await newWorld();
  foreign = await newWorld("Foreign");
});

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

  it("rejects rows with number and reason, and gives them back as a file that runs no formula", async () => {
    const home = await newWorld();
    const body = `id,title,stage,created,closed,amount
1,Good,Won,2025-01-01,2025-02-01,100
2,=HYPERLINK("x"),Won,2025-03-01,2025-02-01,200
1,Twice,Won,2025-01-01,2025-02-01,300
4,Vague,Won,2025-01-01,2025-02-01,in overleg
5,Later,Won,2025-01-01,2031-02-01,500
`;
    const importing = await Importing.read(home, "deals", body);
    const view = await importing.check();
    expect(view.counts.check).toMatchObject({ rows: 5, created: 1, rejected: 4, unreadableAmounts: 1 });
    expect(view.counts.check?.sums).toEqual([
      { currency: "EUR", file: 110_000, created: 10_000, updated: 0, same: 0, rejected: 100_000 },
    ]);
    expect(view.counts.check?.groups.map(({ code, firstRow, count }) => [code, firstRow, count])).toEqual([
      ["closed-before-opened", 3, 1],
      ["duplicate-id", 4, 1],
      ["not-a-number", 5, 1],
      ["in-the-future", 6, 1],
    ]);
    const applied = await importing.apply();
    expect(applied.counts.apply).toMatchObject({ created: 1, rejected: 4 });
    const page = await read(importsRejects, importing.caller, { id: importing.id, limit: 2 });
    expect(page).toMatchObject({
      ok: true,
      value: { total: 4, next: 4, rows: [{ number: 3 }, { number: 4 }] },
    });
    const file = await rejectsFile(importing.caller, importing.id, "nl");
    if (isRefusal(file)) throw new Error(file.code);
    const text = await new Response(file.body).text();
    expect(file.name).toBe("deals-afgewezen.csv");
    expect(text.split("\r\n")[0]).toBe("id,title,stage,created,closed,amount,regel,reden");
    expect(text).toContain(
      `2,"'=HYPERLINK(""x"")",Won,2025-03-01,2025-02-01,200,3,closed: ligt vóór de opening op 1 mrt 2025`,
    );
    expect(text.trim().split("\r\n")).toHaveLength(5);
  });

  it("keeps text no database takes out of the way", async () => {
    const home = await newWorld();
    const padding = Array.from({ length: 500 }, (_, n) => `Company ${n},retail`).join("\n");
    const importing = await Importing.read(home, "companies", `name,sector\n${padding}\nBad\0name,retail\n`);
    expect((await importing.check()).counts.check).toMatchObject({ created: 500, rejected: 1 });
    expect((await importing.apply()).counts.apply).toMatchObject({ created: 500, rejected: 1 });
  });

  it.each([
    ["", "import.file-empty"],
    ["PK\u0003\u0004 a spreadsheet", "import.file-spreadsheet"],
    ['a,b\n"never closed,1\n', "import.file-quote-open"],
    ["only,a,header\n", "import.file-no-rows"],
  ])("%j is refused", async (body, code) => {
    const id = newId();
    const { caller } = world.manager;
    await must(imports.createImport, caller, { id, kind: "companies", fileName: "x.csv" });
    const sent = await uploadFile(caller, id, fileRequest(body));
    const result = sent.ok ? await execute(imports.readImport, caller, { id }) : sent;
    expect(result).toMatchObject({ ok: false, refusal: { code } });
  });

  it("with more rows than fit is refused", async () => {
    const id = newId();
    const { caller } = world.manager;
    await must(imports.createImport, caller, { id, kind: "companies", fileName: "x.csv" });
    const body = async function* () {
      yield new TextEncoder().encode("name\n");
      for (let at = 0; at < 251; at++) yield new TextEncoder().encode("A\n".repeat(1000));
    };
    await uploadFile(caller, id, fileRequest(body()));
    const result = await execute(imports.readImport, caller, { id });
    expect(result).toMatchObject({
      ok: false,
      refusal: { code: "import.too-many-rows", params: { rows: 251_000 } },
    });
  });

  it("that is too large is refused while it comes in", async () => {
    const id = newId();
    const { caller } = world.manager;
    await must(imports.createImport, caller, { id, kind: "companies", fileName: "x.csv" });
    const request = fileRequest("name\nA\n");
    request.headers.set("content-length", String(200 * 1_048_576));
    expect(await uploadFile(caller, id, request)).toMatchObject({
      refusal: { code: "import.file-too-large" },
    });
  });
});

describe("an import", () => {
  const many = (rows: number) =>
    `id,title,company,owner,stage,created\n${Array.from({ length: rows }, (_, n) => `${n},Deal ${n},Company ${n % 40},Owner ${n % 7},Prospecting,2026-01-0${1 + (n % 9)}`).join("\n")}\n`;

  it("that is killed half-way goes on and brings nothing twice", async () => {
    const home = await newWorld();
    const importing = await Importing.read(home, "deals", many(CHUNK * 3 + 20));
    await importing.check();
    let chunks = 0;
    const afterChunk = () => {
      if (++chunks === 2) throw new Error("killed");
    };
    await expect(importing.apply({ afterChunk })).rejects.toThrow("killed");
    expect(await importing.status()).toMatchObject({ status: "applying", progress: CHUNK * 2 });
    expect((await stateOf(home.org.id)).deals).toHaveLength(CHUNK * 2);
    await runApply(importing.job);
    await runApply(importing.job);
    const view = await importing.view();
    expect(view).toMatchObject({ status: "applied", progress: CHUNK * 3 + 20 });
    expect(view.counts.apply).toMatchObject({ created: CHUNK * 3 + 20, made: { companies: 40, people: 7 } });
    const state = await stateOf(home.org.id);
    expect(new Set(state.deals.map(({ externalId }) => externalId)).size).toBe(CHUNK * 3 + 20);
    expect(state.deals).toHaveLength(CHUNK * 3 + 20);
    expect(state.companies).toHaveLength(40);
  });

  it("run by two workers at once is done once", async () => {
    const home = await newWorld();
    const importing = await Importing.read(home, "deals", many(CHUNK * 2 + 5));
    await importing.check();
    await must(imports.applyImport, importing.caller, { id: importing.id });
    await Promise.all([runApply(importing.job), runApply(importing.job)]);
    await runApply(importing.job);
    expect((await stateOf(home.org.id)).deals).toHaveLength(CHUNK * 2 + 5);
    expect((await importing.view()).counts.apply).toMatchObject({ created: CHUNK * 2 + 5 });
  });

  it("sees a double of a row that came in before the kill", async () => {
    const home = await newWorld();
    const body = `${many(CHUNK + 10)}3,Deal 3 again,Company 1,Owner 1,Prospecting,2026-01-01\n`;
    const importing = await Importing.read(home, "deals", body);
    await importing.check();
    const afterChunk = () => {
      throw new Error("killed");
    };
    await expect(importing.apply({ afterChunk })).rejects.toThrow("killed");
    await runApply(importing.job);
    expect((await importing.view()).counts.apply).toMatchObject({ created: CHUNK + 10, rejected: 1 });
  });

  it("is undone as a whole, but what was worked on since stays", async () => {
    const home = await newWorld();
    const before = await stateOf(home.org.id);
    await Importing.all(home, "companies", COMPANIES);
    const importing = await Importing.all(home, "deals", DEALS);
    const kept = await withNewTenant(home.org.id, (tx) =>
      tx.deal.findFirstOrThrow({ where: { orgId: home.org.id, externalId: "A3" }, select: { id: true } }),
    );
    await must(deals.editDeal, home.manager.caller, {
      id: kept.id,
      version: 1,
      fields: { title: "Ours now" },
    });
    const view = await importing.undo();
    expect(view).toMatchObject({ status: "undone" });
    expect(view.counts.undo).toMatchObject({
      removed: 3,
      restored: 0,
      kept: 1,
      made: { companies: 0, products: 1, people: 1 },
    });
    const state = await stateOf(home.org.id);
    expect(state.deals).toMatchObject([
      { title: "Ours now", owner: "Anna Snelling", company: "Acme Corporation" },
    ]);
    expect(state.companies).toHaveLength(2);
    await must(deals.deleteDeal, home.manager.caller, { id: kept.id, version: 2 });
    const once = await Importing.all(home, "deals", DEALS);
    await once.undo();
    expect((await stateOf(home.org.id)).deals).toEqual(before.deals);
    const totals = await withNewTenant(home.org.id, (tx) =>
      tx.stageTotal.aggregate({ where: { orgId: home.org.id }, _sum: { deals: true, amountMinor: true } }),
    );
    expect(totals._sum).toEqual({ deals: 0, amountMinor: 0n });
  });

  it("of a list is undone: what it made goes, what it changed is as before", async () => {
    const home = await newWorld();
    await Importing.all(home, "deals", DEALS);
    const before = await stateOf(home.org.id);
    const people = await Importing.all(home, "people", PEOPLE);
    const companies = await Importing.all(home, "companies", `${COMPANIES}Third,retail,3,Kenya,\n`);
    expect((await companies.view()).counts.apply).toMatchObject({ created: 1, updated: 2 });
    expect((await people.view()).counts.apply).toMatchObject({ created: 1, updated: 2 });
    await companies.undo();
    await people.undo();
    expect(await stateOf(home.org.id)).toEqual(before);
  });

  describe.each(["first", "last"])("of people, managers %s in the file", (place) => {
    // Most report to the boss, some to a lead who does; the boss reports to somebody who has no row.
    const reports = Array.from(
      { length: CHUNK + 30 },
      (_, at) => `Person ${at},${at < 5 ? "Lead" : "Boss"},North`,
    );
    const managers = ["Boss,Top,North", "Lead,Boss,North"];
    const rows = place === "first" ? [...managers, ...reports] : [...reports, ...managers];
    const file = `name,manager,team\n${rows.join("\n")}\n`;

    it("is undone with its managers", async () => {
      const home = await newWorld();
      const before = await stateOf(home.org.id);
      const importing = await Importing.all(home, "people", file);
      expect((await importing.view()).counts.apply).toMatchObject({ rows: rows.length, rejected: 0 });
      const view = await importing.undo();
      expect(view).toMatchObject({ status: "undone", progress: rows.length });
      expect(view.counts.undo).toMatchObject({ removed: rows.length, kept: 0, made: { people: 1 } });
      expect(await stateOf(home.org.id)).toEqual(before);
    });

    it.each([
      ["Person 3", ["Boss", "Lead", "Person 3", "Top"]],
      [`Person ${CHUNK + 29}`, ["Boss", `Person ${CHUNK + 29}`, "Top"]],
    ])("keeps who was edited since, and every manager above: %s", async (name, kept) => {
      const home = await newWorld();
      const importing = await Importing.all(home, "people", file);
      await withNewTenant(home.org.id, (tx) =>
        tx.membership.updateMany({
          where: { orgId: home.org.id, name },
          data: { version: { increment: 1 } },
        }),
      );
      const view = await importing.undo();
      const left = kept.length - 1;
      expect(view.counts.undo).toMatchObject({
        removed: rows.length - left,
        kept: left,
        made: { people: 0 },
      });
      const above = (each: string) =>
        each === "Top"
          ? null
          : each === "Boss"
            ? "Top"
            : each === "Lead" || !kept.includes("Lead")
              ? "Boss"
              : "Lead";
      const { people } = await stateOf(home.org.id);
      expect(people.map((each) => [each.name, each.manager])).toEqual(
        kept.map((each) => [each, above(each)]),
      );
    });
  });

  it("under way is stopped by undoing it", async () => {
    const home = await newWorld();
    const importing = await Importing.read(home, "deals", many(CHUNK * 3));
    await importing.check();
    const afterChunk = async (rows: number) => {
      if (rows === CHUNK) await must(imports.undoImport, importing.caller, { id: importing.id });
    };
    await importing.apply({ afterChunk });
    expect(await importing.status()).toMatchObject({ status: "undoing", progress: 0, total: CHUNK });
    await runUndo(importing.job);
    expect(await stateOf(home.org.id)).toMatchObject({ deals: [], companies: [], people: [] });
  });

  it("is nobody else's: not a rep's, not a viewer's, not another organisation's", async () => {
    const importing = await Importing.read(world, "companies", COMPANIES);
    const { id } = importing;
    for (const person of [world.rep, world.viewer]) {
      expect(await read(importsRead, person.caller, { id })).toMatchObject({
        refusal: { code: "not-allowed" },
      });
      expect(await read(importsList, person.caller, {})).toMatchObject({ refusal: { code: "not-allowed" } });
      expect(await uploadFile(person.caller, id, fileRequest("a\n1\n"))).toMatchObject({
        refusal: { code: "not-allowed" },
      });
      for (const verb of [
        imports.checkImport,
        imports.applyImport,
        imports.undoImport,
        imports.discardImport,
      ])
        expect(await execute(verb, person.caller, { id })).toMatchObject({
          refusal: { code: "not-allowed" },
        });
    }
    const stranger = foreign.owner.caller;
    expect(await read(importsRead, stranger, { id })).toMatchObject({ refusal: { code: "not-found" } });
    expect(await uploadFile(stranger, id, fileRequest("a\n1\n"))).toMatchObject({
      refusal: { code: "not-found" },
    });
    expect(await rejectsFile(stranger, id, "en")).toMatchObject({ code: "not-found" });
    for (const verb of [
      imports.readImport,
      imports.checkImport,
      imports.applyImport,
      imports.undoImport,
      imports.discardImport,
    ])
      expect(await execute(verb, stranger, { id })).toMatchObject({ refusal: { code: "not-found" } });
    expect((await importing.view()).status).toBe("mapped");
  });

  it("takes steps in their order only", async () => {
    const home = await newWorld();
    const importing = await Importing.read(home, "companies", COMPANIES);
    const { id, caller } = importing;
    expect(await execute(imports.applyImport, caller, { id })).toMatchObject({
      refusal: { code: "import.wrong-moment" },
    });
    expect(await execute(imports.undoImport, caller, { id })).toMatchObject({
      refusal: { code: "import.wrong-moment" },
    });
    await importing.check();
    await importing.apply();
    expect(await execute(imports.mapImport, caller, { id })).toMatchObject({
      refusal: { code: "import.wrong-moment" },
    });
    expect(await execute(imports.discardImport, caller, { id })).toMatchObject({
      refusal: { code: "import.wrong-moment" },
    });
    expect(await uploadFile(caller, id, fileRequest("a\n1\n"))).toMatchObject({
      refusal: { code: "import.wrong-moment" },
    });
  });
});

describe("the mapping", () => {
  it("is corrected column by column and value by value", async () => {
    const home = await newWorld();
    const importing = await Importing.read(home, "deals", DEALS);
    await importing.map({
      columns: [
        { index: 7, target: { kind: "attribute", name: "Close value" } },
        { index: 2, target: { kind: "ignore" } },
      ],
      stages: [{ value: "Lost", target: { kind: "outcome", outcome: "no-decision" } }],
      owners: [{ value: "Anna Snelling", target: home.rep.id }],
      currency: "USD",
    });
    const { mapping } = await importing.view();
    expect(mapping).toMatchObject({ currency: "USD", questions: [] });
    expect(mapping?.owners[0]).toMatchObject({ memberId: home.rep.id, reason: "chosen" });
    await importing.check();
    await importing.apply();
    const state = await stateOf(home.org.id);
    expect(state.products).toEqual([]);
    expect(state.deals.find(({ externalId }) => externalId === "A2")).toMatchObject({
      outcome: "no-decision",
      amount: null,
      attributes: { "Close value": "0" },
    });
    expect(state.deals.find(({ externalId }) => externalId === "A1")?.owner).toBe("Rosa Rep");
  });

  it("gives a field to one column", async () => {
    const importing = await Importing.read(world, "deals", DEALS);
    await importing.map({ columns: [{ index: 0, target: { kind: "field", field: "title" } }] });
    await importing.map({ columns: [{ index: 2, target: { kind: "field", field: "title" } }] });
    const targets = (await importing.view()).mapping?.columns.map(({ target }) => target);
    expect(targets?.[0]).toEqual({ kind: "ignore" });
    expect(targets?.[2]).toEqual({ kind: "field", field: "title" });
  });

  it("refuses what is not there", async () => {
    const importing = await Importing.read(world, "deals", DEALS);
    const map = (input: object) =>
      execute(imports.mapImport, importing.caller, { id: importing.id, ...input });
    expect(await map({ columns: [{ index: 40, target: { kind: "ignore" } }] })).toMatchObject({
      refusal: { code: "import.column-unknown" },
    });
    expect(await map({ columns: [{ index: 0, target: { kind: "field", field: "team" } }] })).toMatchObject({
      refusal: { code: "import.field-unknown" },
    });
    expect(await map({ owners: [{ value: "Anna Snelling", target: foreign.rep.id }] })).toMatchObject({
      refusal: { code: "owner-unknown" },
    });
    const theirs = await publishedProcess(foreign.org.id);
    expect(await map({ process: { kind: "version", versionId: theirs.versionId } })).toMatchObject({
      refusal: { code: "not-found" },
    });
    expect(await map({ version: 1 })).toMatchObject({ refusal: { code: "stale" } });
  });
});
