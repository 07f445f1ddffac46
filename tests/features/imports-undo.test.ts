import { beforeAll, describe, expect, it } from "vitest";
import * as deals from "@/lib/features/deals/commands";
import { CHUNK, runApply } from "@/lib/features/imports/apply";
import * as imports from "@/lib/features/imports/commands";
import { importsList, importsRead } from "@/lib/features/imports/queries";
import { rejectsFile } from "@/lib/features/imports/rejects";
import { runUndo } from "@/lib/features/imports/undo";
import { uploadFile } from "@/lib/features/imports/upload";
import { withNewTenant } from "@/lib/platform/db/tenant";
import { execute, read } from "@/lib/platform/execute";
import { newWorld, type OrgWorld } from "@/tests/support/world";
import { COMPANIES, DEALS, PEOPLE } from "./imports-files";
import { stateOf } from "./imports-state";
import { fileRequest, Importing, must } from "./imports-support";

let world: OrgWorld;
let foreign: OrgWorld;
beforeAll(async () => {
  world = await newWorld();
  foreign = await newWorld("Foreign");
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
