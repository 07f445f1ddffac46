import { beforeAll, describe, expect, it } from "vitest";
import { isRefusal } from "@/lib/domain/shared/result";
import * as imports from "@/lib/features/imports/commands";
import { importsRejects } from "@/lib/features/imports/queries";
import { rejectsFile } from "@/lib/features/imports/rejects";
import { uploadFile } from "@/lib/features/imports/upload";
import { execute, read } from "@/lib/platform/execute";
import { newId } from "@/lib/platform/id";
import { publishedProcess } from "@/tests/support/process";
import { newWorld, type OrgWorld } from "@/tests/support/world";
import { DEALS } from "./imports-files";
import { stateOf } from "./imports-state";
import { fileRequest, Importing, must } from "./imports-support";

let world: OrgWorld;
let foreign: OrgWorld;
beforeAll(async () => {
  world = await newWorld();
  foreign = await newWorld("Foreign");
});

describe("a file", () => {
  it("refuses the row of a day that does not exist, and reads the others of the column", async () => {
    const home = await newWorld();
    const importing = await Importing.read(
      home,
      "deals",
      "id,title,stage,created\n1,Good,Demo,14-10-2025\n2,Never,Demo,31-02-2025\n3,Too,Demo,15-10-2025\n",
    );
    const view = await importing.check();
    expect(view.mapping?.columns[3]?.target).toEqual({ kind: "field", field: "openedOn" });
    expect(view.counts.check).toMatchObject({ rows: 3, created: 2, rejected: 1 });
    expect(view.counts.check?.groups).toMatchObject([
      { code: "not-a-date", value: "31-02-2025", firstRow: 3 },
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

  it("rejects an update whose expected close could not be edited so, seen from the day the deal itself began", async () => {
    const home = await newWorld();
    const head = "id,title,stage,created,expected close";
    const first = `${head}
1,Early,Demo,2025-06-01,2026-12-31
2,Far,Demo,2025-06-01,2026-12-31
3,Fine,Demo,2025-06-01,2026-12-31
4,Same,Demo,2025-06-01,2026-12-31
`;
    await Importing.all(home, "deals", first);
    // Without the column that dates the beginning: the row alone cannot tell.
    const again = await Importing.read(
      home,
      "deals",
      `id,title,stage,expected close
1,Earlier,Demo,2025-05-31
2,Farther,Demo,2062-12-31
3,Finer,Demo,2027-01-31
4,Same,Demo,2026-12-31
`,
    );
    const { counts } = await again.check();
    expect(counts.check).toMatchObject({ created: 0, updated: 1, same: 1, rejected: 2 });
    expect(counts.check?.groups).toMatchObject([
      { code: "close-before-opened", column: 3, value: "2025-05-31", firstRow: 2 },
      { code: "close-too-far", column: 3, value: "2062-12-31", firstRow: 3 },
    ]);
    expect((await again.apply()).counts.apply).toMatchObject({ updated: 1, same: 1, rejected: 2 });
    const file = await rejectsFile(again.caller, again.id, "en");
    if (isRefusal(file)) throw new Error(file.code);
    const text = await new Response(file.body).text();
    expect(text).toContain("expected close: lies before 1 Jun 2025, the day on which the deal began");
    expect(text).toContain("expected close: is more than 20 years away");
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
