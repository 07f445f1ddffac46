import pg from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { createCompany, createContact, editCompany } from "@/lib/features/companies/commands";
import * as deals from "@/lib/features/deals/commands";
import { rebuildSearch } from "@/lib/features/runs/rebuild-search";
import { searchFind } from "@/lib/features/search/queries";
import type { Found, SearchView } from "@/lib/features/search/view";
import { setVisibility } from "@/lib/features/visibility/commands";
import { withNewTenant } from "@/lib/platform/db/tenant";
import { execute, readJson } from "@/lib/platform/execute";
import { newId } from "@/lib/platform/id";
import type { Command } from "@/lib/platform/verb";
import { publishedProcess } from "@/tests/support/process";
import { NOW, newWorld, type OrgWorld } from "@/tests/support/world";

let world: OrgWorld;
let processId: string;

beforeAll(async () => {
  world = await newWorld("Search");
  processId = (await publishedProcess(world.org.id)).id;
});

async function run(verb: Command, input: object, by = world): Promise<void> {
  const result = await execute(verb, by.owner.caller, input, { now: NOW });
  if (!result.ok) throw new Error(`${verb.name}: ${JSON.stringify(result.refusal)}`);
}

async function company(name: string): Promise<string> {
  const id = newId();
  await run(createCompany as Command, { id, name });
  return id;
}

async function deal(title: string, companyId: string | null = null): Promise<string> {
  const id = newId();
  await run(deals.createDeal as Command, { id, processId, title, companyId });
  return id;
}

async function find(q: string, by = world, recent: object[] = []): Promise<SearchView> {
  const result = await readJson(searchFind, by.rep.caller, { q, recent }, { now: NOW });
  if (!result.ok) throw new Error(result.refusal.code);
  return JSON.parse(result.value) as SearchView;
}

const names = (view: SearchView, kind: Found["kind"]) =>
  view.hits.filter((hit) => hit.kind === kind).map(({ name }) => name);

describe("what a text finds", () => {
  const TITLES = [
    "Café Zürich verbouwing",
    "Sluisdeur Terneuzen",
    "50% korting_actie C:\\offerte",
    "🚀 Lancering",
    "שלום עולם",
    "<script>alert(1)</script>",
    "Straße Ærø",
    "Van den Bergh",
  ];
  beforeAll(async () => {
    for (const title of TITLES) await deal(title);
  });

  it.each([
    ["accents left out", "cafe zurich", 0],
    ["accents typed", "CAFÉ", 0],
    ["an inner part", "bouwin", 0],
    ["another case", "TERNEUZEN", 1],
    ["one letter wrong", "terneuzem", 1],
    ["one letter left out", "sluisdur", 1],
    ["one letter doubled", "sluisddeur", 1],
    ["two neighbours swapped", "slusideur", 1],
    ["two letters wrong", "tarnauzen", 1],
    ["two letters left out", "ternzen", 1],
    ["a wrong letter and no end yet", "ternauz", 1],
    ["two words the other way round", "terneuzen sluis", 1],
    ["a mistyped word beside a right one", "sluisdeur ternuezen", 1],
    ["a percent sign", "50%", 2],
    ["a percent sign alone", "%", 2],
    ["an underscore", "g_a", 2],
    ["a backslash", "\\", 2],
    ["a picture", "🚀", 3],
    ["right to left", "עולם", 4],
    ["script", "<script>alert", 5],
    ["a letter of two", "strasse aero", 6],
    ["one letter", "b", 7],
    ["a stop between", "van-den.bergh", 7],
    ["spaces around", "   bergh  ", 7],
  ])("%s", async (_, q, at) => {
    expect(names(await find(q), "deal")).toContain(TITLES[at]);
  });

  it.each([
    ["nothing", ""],
    ["signs only", "!!! ..."],
    ["what is nowhere", "xylofoon"],
    ["a wildcard", "slu%eur"],
    ["single wildcards", "sl____eur"],
    ["a word that is there and one that is not", "sluisdeur xylofoon"],
    ["200 letters", "x".repeat(200)],
  ])("nothing for %s", async (_, q) => {
    expect(names(await find(q), "deal")).toEqual([]);
  });

  it("asks for a shorter text beyond 200 letters", async () => {
    const result = await readJson(searchFind, world.rep.caller, { q: "x".repeat(201) });
    expect(result).toMatchObject({ ok: false });
  });

  it("names what a mistyped word was taken for", async () => {
    expect((await find("terneuzem")).near).toEqual(["terneuzen"]);
  });
});

describe("the order", () => {
  it("is exact, beginning, beginning of a word, inside, mistyped", async () => {
    for (const title of ["Zonnig", "Dakzonne", "Grote zonne", "Zonne park", "Zonne"]) await deal(title);
    expect(names(await find("zonne"), "deal")).toEqual([
      "Zonne",
      "Zonne park",
      "Grote zonne",
      "Dakzonne",
      "Zonnig",
    ]);
  });

  it("is open before closed, then newest first", async () => {
    const [first, , third] = [await deal("Kraan een"), await deal("Kraan twee"), await deal("Kraan drie")];
    expect(names(await find("kraan"), "deal")).toEqual(["Kraan drie", "Kraan twee", "Kraan een"]);
    await run(deals.closeDeal as Command, { id: third, version: 1, outcome: "won" });
    expect(names(await find("kraan"), "deal")).toEqual(["Kraan twee", "Kraan een", "Kraan drie"]);
    await run(deals.reopenDeal as Command, { id: third, version: 2, stageKey: "first" });
    await run(deals.editDeal as Command, { id: first, version: 1, fields: { title: "Takel" } });
    expect(names(await find("kraan"), "deal")).toEqual(["Kraan drie", "Kraan twee"]);
    expect(names(await find("takel"), "deal")).toEqual(["Takel"]);
  });

  it("lets the rarest word lead, also past more of a common one than are looked at", async () => {
    const rare = await deal("Onderhoud zeldzaam");
    for (let i = 0; i < 120; i++) await deal(`Onderhoud ${i}`);
    expect((await find("onderhoud zeldz")).hits.map(({ id }) => id)).toEqual([rare]);
    expect(names(await find("onderhoud"), "deal")).toHaveLength(6);
  });
});

describe("what is found", () => {
  it("are companies, people, deals and processes, a person and a deal also by their company", async () => {
    const id = await company("Quibus Techniek");
    await run(createContact as Command, {
      id: newId(),
      companyId: id,
      name: "Eva Wind",
      email: "ewind@q.example",
    });
    await deal("Turbine", id);
    const view = await find("quibus");
    expect(view.hits.map(({ kind, name }) => [kind, name])).toEqual(
      expect.arrayContaining([
        ["company", "Quibus Techniek"],
        ["contact", "Eva Wind"],
        ["deal", "Turbine"],
      ]),
    );
    expect(names(await find("turbine quibus"), "deal")).toEqual(["Turbine"]);
    expect(names(await find("ewind"), "contact")).toEqual(["Eva Wind"]);
    expect(names(await find("process"), "process")).toHaveLength(1);
    await run(editCompany as Command, { id, version: 1, fields: { name: "Orbis" } });
    expect(names(await find("quibus"), "deal")).toEqual([]);
    expect(names(await find("orbis turbine"), "deal")).toEqual(["Turbine"]);
  });

  it("is a process that is only a draft for who may change processes alone", async () => {
    const { id, versionId } = { id: newId(), versionId: newId() };
    await withNewTenant(world.org.id, async (tx) => {
      const orgId = world.org.id;
      const name = { en: "Sketchbook", nl: "Schetsboek" };
      await tx.process.create({ data: { orgId, id, name, category: "opportunity", style: "consultative" } });
      await tx.processVersion.create({
        data: { orgId, id: versionId, processId: id, status: "draft", document: {} },
      });
    });
    const seen = async (who: OrgWorld["rep"]) => {
      const result = await readJson(searchFind, who.caller, { q: "schetsboek" }, { now: NOW });
      return result.ok && (JSON.parse(result.value) as SearchView).hits.map((hit) => hit.id);
    };
    expect(await seen(world.manager)).toEqual([id]);
    expect(await seen(world.rep)).toEqual([]);
    expect(await seen(world.viewer)).toEqual([]);
  });

  it("is never another organisation's, and never what was deleted", async () => {
    const other = await newWorld("Other");
    const id = await deal("Geheimpje");
    const there = (view: SearchView) => view.hits.map((hit) => hit.id);
    const recent = [{ kind: "deal", id }];
    expect(there(await find("geheimpje"))).toEqual([id]);
    expect(there(await find("", world, recent))).toEqual([id]);
    for (const q of ["geheimpje", "geheimpj", "geheimpja", ""])
      expect(there(await find(q, other, recent))).toEqual([]);
    await run(deals.deleteDeal as Command, { id, version: 1 });
    for (const q of ["geheimpje", ""]) expect(there(await find(q, world, recent))).toEqual([]);
    await run(deals.restoreDeal as Command, { id, version: 2 });
    expect(there(await find("geheimpje"))).toEqual([id]);
  });
});

describe("what is kept for it", () => {
  const kept = async (): Promise<string[]> => {
    const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
    await client.connect();
    try {
      const { rows } = await client.query(
        `select 'entry ' || kind || id || coalesce(owner_id::text, '') || open || names::text || array(select unnest(words) order by 1)::text line from search_entry where org_id = $1
         union all select 'hit ' || kind || word || place || open || id || coalesce(owner_id::text, '') from search_hit where org_id = $1
         union all select 'key ' || kind || form || key || ' ' || word from search_key k where org_id = $1 and exists (
           select from search_hit h where h.org_id = k.org_id and h.kind = k.kind and h.word = k.word)
         order by 1`,
        [world.org.id],
      );
      return rows.map(({ line }) => line);
    } finally {
      await client.end();
    }
  };

  it("is the same when it is made anew, and then holds no word of what is gone", async () => {
    await deal("Verdwijnwoord");
    const id = await deal("Spookwoord");
    await run(deals.editDeal as Command, {
      id,
      version: 1,
      fields: { title: "Ander", ownerId: world.otherRep.id },
    });
    const before = await kept();
    expect(before.length).toBeGreaterThan(500);
    await rebuildSearch(world.org.id, NOW);
    expect(await kept()).toEqual(before);
    expect((await kept()).join()).not.toContain("spookwoord");
  });
});

describe("who sees only their own deals", () => {
  it("finds those, however many newer ones of others match, and no word of the others'", async () => {
    const { org, owner, rep, otherRep } = await newWorld("Own");
    const id = (await publishedProcess(org.id)).id;
    const make = async (title: string, by: string, companyId: string | null = null) => {
      const made = { id: newId(), processId: id, title, ownerId: by, companyId };
      const result = await execute(deals.createDeal, owner.caller, made, { now: NOW });
      if (!result.ok) throw new Error(result.refusal.code);
      return made.id;
    };
    const companyId = newId();
    await execute(createCompany, owner.caller, { id: companyId, name: "Zeeland Staal" }, { now: NOW });
    const mine = await make("Sluisdeur oud", rep.id);
    for (let i = 0; i < 20; i++) await make(`Sluisdeur ${i}`, otherRep.id);
    const theirs = await make("Geheimschrift", otherRep.id, companyId);
    const rules = { roles: { manager: "all", rep: "own", viewer: "all" }, commercialRoles: [], teams: [] };
    const set = await execute(setVisibility, owner.caller, { version: 1, rules }, { now: NOW });
    expect(set.ok).toBe(true);
    const sees = async (q: string, who = rep, recent: object[] = []): Promise<SearchView> => {
      const result = await readJson(searchFind, who.caller, { q, recent }, { now: NOW });
      if (!result.ok) throw new Error(result.refusal.code);
      return JSON.parse(result.value) as SearchView;
    };
    expect((await sees("sluisdeur")).hits.map((hit) => hit.id)).toEqual([mine]);
    expect((await sees("sluisduer")).hits.map((hit) => hit.id)).toEqual([mine]);
    expect(await sees("geheimscrift")).toEqual({ hits: [], near: [] });
    expect((await sees("", rep, [{ kind: "deal", id: theirs }])).hits).toEqual([]);
    expect((await sees("geheimschrift", otherRep)).hits).toHaveLength(1);
    // Somebody who does not see a deal renames its company: the deal is found by the new name.
    const fields = { name: "Brabant Staal" };
    const renamed = await execute(
      editCompany,
      rep.caller,
      { id: companyId, version: 1, fields },
      { now: NOW },
    );
    expect(renamed.ok).toBe(true);
    expect(names(await sees("brabant", otherRep), "deal")).toEqual(["Geheimschrift"]);
    expect(names(await sees("brabant"), "deal")).toEqual([]);
  });
});
