import { beforeAll, describe, expect, it } from "vitest";
import * as companies from "@/lib/features/companies/commands";
import { companiesDuplicates, companiesPair, contactsSimilar } from "@/lib/features/companies/queries";
import type { DuplicateList } from "@/lib/features/companies/view";
import { withNewTenant } from "@/lib/platform/db/tenant";
import { execute, read } from "@/lib/platform/execute";
import { newId } from "@/lib/platform/id";
import { NOW, newWorld, type OrgWorld, type Person } from "@/tests/support/world";

let world: OrgWorld;
let foreign: OrgWorld;
const ids = new Map<string, string>();

const run = (verb: Parameters<typeof execute>[0], input: unknown, by: Person = world.rep) =>
  execute(verb, by.caller, input, { now: NOW });
const pairs = async (by: Person = world.viewer): Promise<string[]> => {
  const result = await read(companiesDuplicates, by.caller, {}, { now: NOW });
  if (!result.ok) throw new Error(result.refusal.code);
  return (result.value as DuplicateList).pairs.map(({ one, other, why }) =>
    [...[one.name, other.name].sort(), why].join(" | "),
  );
};
const id = (name: string): string => ids.get(name) ?? "";

const NAMES = [
  "Haventec",
  "Haventek B.V.",
  "Acme BV",
  "ACME",
  "Acme Benelux",
  "GTX Pro",
  "GTXPro",
  "Depot 5 Noord",
  "Depot 6 Noord",
  "Zwarte Zwaan",
  "Qwarte Zwaan",
  "🦊",
  "🦊 ",
  "نور التجارة",
  "نور التجارة",
  "=1+1",
  "ﷺ".repeat(30),
];

beforeAll(async () => {
  world = await newWorld();
  foreign = await newWorld("Foreign");
  for (const name of NAMES) {
    const made = newId();
    ids.set(name, made);
    const result = await run(companies.createCompany, { id: made, name });
    if (!result.ok) throw new Error(`${name}: ${result.refusal.code}`);
  }
});

describe("the list of duplicates", () => {
  it("holds what is written alike, a letter apart or spaced differently, and nothing that only looks like it", async () => {
    expect((await pairs()).sort()).toEqual(
      [
        "ACME | Acme BV | same",
        "GTX Pro | GTXPro | spacing",
        "Haventec | Haventek B.V. | typo",
        "Qwarte Zwaan | Zwarte Zwaan | typo",
        "نور التجارة | نور التجارة | same",
      ].sort(),
    );
    expect(await pairs(foreign.owner)).toEqual([]);
  });

  it("does not ask again about two that are not the same, until that is taken back", async () => {
    const apart = { id: id("GTX Pro"), otherId: id("GTXPro") };
    const before = await pairs();
    expect(await run(companies.keepApart, apart)).toMatchObject({ ok: true });
    // Said from the other side, it is the same.
    expect(await run(companies.keepApart, { id: apart.otherId, otherId: apart.id })).toMatchObject({
      ok: true,
    });
    expect(await pairs()).toEqual(before.filter((pair) => !pair.startsWith("GTX")));
    expect(await run(companies.compareAgain, apart)).toMatchObject({ ok: true });
    expect(await pairs()).toEqual(before);
    expect(await run(companies.compareAgain, apart)).toMatchObject({ refusal: { code: "not-found" } });
    expect(await run(companies.keepApart, apart, world.viewer)).toMatchObject({
      refusal: { code: "not-allowed" },
    });
    expect(await run(companies.keepApart, apart, foreign.owner)).toMatchObject({
      refusal: { code: "not-found" },
    });
    expect(await run(companies.keepApart, { id: apart.id, otherId: apart.id })).toMatchObject({
      refusal: { code: "merge-same" },
    });
  });

  it("is one pair shorter after a merge", async () => {
    const before = await pairs();
    const mergeId = newId();
    await run(companies.mergeCompanies, {
      id: id("ACME"),
      version: 1,
      into: id("Acme BV"),
      intoVersion: 1,
      mergeId,
    });
    expect(await pairs()).toEqual(before.filter((pair) => !pair.startsWith("ACME")));
    await run(companies.unmergeCompanies, { id: mergeId });
    expect((await pairs()).sort()).toEqual(before.sort());
  });

  it("finds a pair among many, without comparing all with all", async () => {
    const many = await newWorld("Many");
    for (let part = 0; part < 8; part++)
      await withNewTenant(
        many.org.id,
        (tx) => tx.$executeRaw`
          insert into company (org_id, id, name, normal_name)
          select ${many.org.id}::uuid, gen_random_uuid(), x, lower(x) from (
            select 'Company ' || substr(md5(${part}::int || '-' || n::text), 1, 12) as x
            from generate_series(1, 500) n) s`,
      );
    for (const name of ["Verpakkingen Delta", "Verpakingen Delta"])
      await execute(companies.createCompany, many.rep.caller, { id: newId(), name }, { now: NOW });
    const found = await pairs(many.viewer);
    expect(found).toContain("Verpakingen Delta | Verpakkingen Delta | typo");
  }, 60_000);
});

describe("two companies side by side", () => {
  it("are shown with what hangs on them, and to nobody else", async () => {
    await run(companies.createContact, { id: newId(), companyId: id("GTX Pro"), name: "Eva" });
    const ask = { id: id("GTXPro"), otherId: id("GTX Pro") };
    const result = await read(companiesPair, world.viewer.caller, ask);
    expect(result).toMatchObject({
      ok: true,
      value: {
        sides: [
          { name: "GTX Pro", people: 1, deals: 0 },
          { name: "GTXPro", people: 0 },
        ],
      },
    });
    expect(await read(companiesPair, foreign.owner.caller, ask)).toMatchObject({
      refusal: { code: "not-found" },
    });
  });
});

describe("a person who is there already", () => {
  it("is recalled by name at that company, and by e-mail anywhere", async () => {
    const [acme, other] = [id("Acme BV"), id("Haventec")];
    await run(companies.createContact, {
      id: newId(),
      companyId: acme,
      name: "Eva Jansen",
      email: "eva@acme.example",
    });
    await run(companies.createContact, { id: newId(), name: "Zonder Bedrijf" });
    const recall = async (input: object) => {
      const result = await read(contactsSimilar, world.viewer.caller, input);
      return result.ok && result.value.map(({ name }) => name);
    };
    expect(await recall({ name: "eva janssen", companyId: acme })).toEqual(["Eva Jansen"]);
    expect(await recall({ name: "eva jansen", companyId: other })).toEqual([]);
    expect(await recall({ name: "E. J.", email: "EVA@acme.example", companyId: other })).toEqual([
      "Eva Jansen",
    ]);
    expect(await recall({ name: "zonder bedrijf", companyId: null })).toEqual(["Zonder Bedrijf"]);
    expect(await recall({ name: "", companyId: acme })).toEqual([]);
  });
});
