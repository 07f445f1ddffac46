import { beforeAll, describe, expect, it } from "vitest";
import * as companies from "@/lib/features/companies/commands";
import { companiesOverview, companiesTimeline, contactsRead } from "@/lib/features/companies/queries";
import type { ContactPageView, Timeline } from "@/lib/features/companies/view";
import * as deals from "@/lib/features/deals/commands";
import { setVisibility } from "@/lib/features/visibility/commands";
import { execute, read } from "@/lib/platform/execute";
import { newId } from "@/lib/platform/id";
import { publishedProcess } from "@/tests/support/process";
import { NOW, newWorld, type OrgWorld, type Person } from "@/tests/support/world";

let world: OrgWorld;
let processId: string;
const company = newId();
const eva = newId();

const run = async (verb: Parameters<typeof execute>[0], input: unknown, by: Person = world.rep) => {
  const result = await execute(verb, by.caller, input, { now: NOW });
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
};
const newDeal = async (more: object, by: Person = world.rep): Promise<string> => {
  const id = newId();
  await run(deals.createDeal, { id, processId, title: "Sluice", companyId: company, ...more }, by);
  return id;
};
const log = (id: string, day: string, by: Person = world.rep) =>
  run(
    deals.logActivity,
    { id, activityId: newId(), kind: "call", note: day, occurred: { day, at: null } },
    by,
  );
const sums = async (by: Person) => {
  const result = await read(companiesOverview, by.caller, { id: company }, { now: NOW });
  return result.ok && result.value.sums;
};

beforeAll(async () => {
  world = await newWorld();
  processId = (await publishedProcess(world.org.id)).id;
  await run(companies.createCompany, { id: company, name: "Haventec" });
  await run(companies.createContact, { id: eva, companyId: company, name: "Eva" });
});

describe("a company's page", () => {
  it("adds up what one sees, by how deals stand and by currency, and adds no currencies", async () => {
    const amount = (minor: number, currency = "EUR") => ({ amount: { minor, currency } });
    await newDeal(amount(1_000));
    await newDeal(amount(5_000, "USD"));
    await newDeal({});
    const won = await newDeal(amount(700), world.otherRep);
    await run(deals.closeDeal, { id: won, version: 1, outcome: "won" }, world.otherRep);
    const gone = await newDeal(amount(9_999));
    await run(deals.deleteDeal, { id: gone, version: 1 });
    const own = [
      { state: "open", currency: "EUR", deals: 2, minor: 1_000 },
      { state: "open", currency: "USD", deals: 1, minor: 5_000 },
    ];
    expect(await sums(world.rep)).toEqual([...own, { state: "won", currency: "EUR", deals: 1, minor: 700 }]);
    const rules = {
      roles: { manager: "all", rep: "own", viewer: "all" },
      commercialRoles: [],
      teams: [],
    } as const;
    await run(setVisibility, { version: 1, rules }, world.owner);
    expect(await sums(world.rep)).toEqual(own);
    await run(
      setVisibility,
      { version: 2, rules: { ...rules, roles: { ...rules.roles, rep: "all" } } },
      world.owner,
    );
  });

  it("tells what was done, latest first, page after page without a gap or a double", async () => {
    const occurred = { day: "2026-11-01", at: null };
    const [one, two] = [await newDeal({ contactId: eva, occurred }), await newDeal({ occurred })];
    const days = ["2026-11-20", "2026-11-23", "2026-11-23", "2026-11-23", "2026-11-24"];
    for (const [index, day] of days.entries()) await log(index % 2 ? one : two, day);
    const page = async (
      of: "company" | "contact",
      id: string,
      after: Timeline["next"],
    ): Promise<Timeline> => {
      const result = await read(companiesTimeline, world.viewer.caller, { of, id, after, limit: 2 });
      if (!result.ok) throw new Error(result.refusal.code);
      return result.value as Timeline;
    };
    const seen: Timeline["rows"] = [];
    let next: Timeline["next"] = null;
    do {
      const got: Timeline = await page("company", company, next);
      seen.push(...got.rows);
      next = got.next;
    } while (next && seen.length < 20);
    expect(seen.map(({ on }) => on)).toEqual(days.toReversed());
    expect(new Set(seen.map(({ id }) => id)).size).toBe(days.length);
    expect((await page("contact", eva, null)).rows.map(({ dealId }) => dealId)).toEqual([one, one]);
  });
});

describe("a person's page", () => {
  it("lists the deals they take part in, as what, with a company or without one", async () => {
    const alone = newId();
    await run(companies.createContact, { id: alone, name: "=1+1 🦊 نور" });
    const [main, part] = [await newDeal({ contactId: alone }), await newDeal({})];
    await run(deals.addPerson, { id: part, contactId: alone, role: "champion", stance: "for" });
    const result = await read(contactsRead, world.viewer.caller, { id: alone });
    if (!result.ok) throw new Error(result.refusal.code);
    const view = result.value as ContactPageView;
    expect(view).toMatchObject({ name: "=1+1 🦊 نور", company: null, mayEdit: false });
    expect(view.deals).toHaveLength(2);
    expect(view.deals).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ id: main, role: null }),
        expect.objectContaining({ id: part, role: "champion", stance: "for", company: "Haventec" }),
      ]),
    );
    await run(companies.deleteContact, { id: alone, version: 1 });
    expect(await read(contactsRead, world.viewer.caller, { id: alone })).toMatchObject({
      refusal: { code: "not-found" },
    });
  });
});
