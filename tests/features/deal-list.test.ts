import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCompany } from "@/lib/features/companies/commands";
import { closeDeal, createDeal, editDeal, moveDeal } from "@/lib/features/deals/commands";
import { type ListFilter, SORTS, type Sort } from "@/lib/features/deals/input";
import { dealsList } from "@/lib/features/deals/queries";
import type { DealList, DealRow } from "@/lib/features/deals/view";
import { closePools } from "@/lib/platform/db/pools";
import { withNewTenant } from "@/lib/platform/db/tenant";
import { execute, read } from "@/lib/platform/execute";
import { newId } from "@/lib/platform/id";
import type { Command } from "@/lib/platform/verb";
import { DOCUMENT, publishedProcess } from "@/tests/support/process";
import { NOW, newWorld, type OrgWorld, type Person } from "@/tests/support/world";

let world: OrgWorld;
let processId: string;
let otherProcess: string;
const companies = { acme: newId(), zeta: newId() };
const DAY = 86_400_000;

async function run<O>(verb: unknown, input: unknown, now = NOW): Promise<O> {
  const result = await execute(verb as Command, world.owner.caller, input, { now });
  if (!result.ok) throw new Error(`${(verb as Command).name}: ${JSON.stringify(result.refusal)}`);
  return result.value as O;
}

async function list(filter: Partial<ListFilter>, by: Person = world.owner, now = NOW): Promise<DealList> {
  const result = await read(dealsList, by.caller, filter, { now });
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

/** All pages of a filter, three rows at a time. */
async function pages(filter: Partial<ListFilter>): Promise<DealRow[]> {
  const rows: DealRow[] = [];
  let cursor: DealList["next"] = null;
  do {
    const page: DealList = await list({ ...filter, cursor, limit: 3 });
    rows.push(...page.rows);
    cursor = page.next;
  } while (cursor);
  return rows;
}

/** Which routes came with a page, and those of its open deals. */
const routesOf = ({ rows, routes }: DealList) => ({
  given: Object.keys(routes).toSorted(),
  followed: [
    ...new Set(rows.filter(({ status }) => status === "open").map((row) => row.versionId)),
  ].toSorted(),
});

const titles = (rows: readonly DealRow[]) => rows.map(({ title }) => title);

beforeAll(async () => {
  world = await newWorld("List");
  processId = (await publishedProcess(world.org.id)).id;
  otherProcess = (await publishedProcess(world.org.id)).id;
  await run(createCompany, { id: companies.acme, name: "acme" });
  await run(createCompany, { id: companies.zeta, name: "Zeta" });
  await withNewTenant(world.org.id, (tx) =>
    tx.membership.update({
      where: { orgId_id: { orgId: world.org.id, id: world.otherRep.id } },
      data: { teamId: world.team.id, commercialRoleId: world.role.id },
    }),
  );
  for (let n = 0; n < 14; n++) {
    const id = newId();
    // Three deals each share the moment they were made, as those of a file do.
    const at = new Date(NOW.getTime() - (20 - Math.floor(n / 3)) * DAY);
    await run(
      createDeal,
      {
        id,
        processId: n % 4 === 3 ? otherProcess : processId,
        title: `Deal ${String.fromCharCode(97 + ((n * 5) % 14))}`,
        companyId: n % 5 === 0 ? companies.acme : n % 5 === 1 ? companies.zeta : null,
        ownerId: (n % 2 ? world.rep : world.otherRep).id,
        amount: n % 3 === 0 ? null : { minor: (n % 4) * 1000 - 1000, currency: n === 13 ? "USD" : "EUR" },
        expectedClose: n % 4 === 0 ? null : `2026-12-${String(10 + (n % 6)).padStart(2, "0")}`,
      },
      at,
    );
    if (n >= 10 && n < 13) {
      const outcome = n === 10 ? "won" : "lost";
      await run(closeDeal, { id, version: 1, outcome, reason: n === 10 ? null : "price" }, at);
    }
    if (n === 9) await run(moveDeal, { id, version: 1, to: "second" }, at);
  }
});
afterAll(closePools);

describe("the order of the list", () => {
  const KEYS: Record<string, (row: DealRow) => string | number | null> = {
    changed: ({ lastEventAt }) => lastEventAt,
    deal: ({ company, title }) => (company ?? title).toLowerCase(),
    amount: ({ amount }) => amount?.minor ?? null,
    stage: ({ stageKey }) => (stageKey ? DOCUMENT.stages.findIndex(({ key }) => key === stageKey) : null),
    entered: ({ entered }) => entered,
    due: ({ nextDue }) => nextDue,
    close: ({ status, closedOn, expectedClose }) => (status === "closed" ? closedOn : expectedClose),
    opened: ({ openedOn }) => openedOn,
    owner: ({ owner }) => owner.toLowerCase(),
  };
  const compare = (a: string | number, b: string | number) => (a < b ? -1 : a > b ? 1 : 0);

  it.each(SORTS.map((sort) => [sort]))(
    "by %s runs through all pages, what is missing last",
    async (sort: Sort) => {
      const key = KEYS[sort.replace("-", "")];
      if (!key) throw new Error(`no oracle for ${sort}`);
      const sign = sort.startsWith("-") ? -1 : 1;
      const rows = await pages({ status: "all", sort });
      const wanted = [...rows].sort((a, b) => {
        const [x, y] = [key(a), key(b)];
        if (x === null || y === null)
          return Number(x === null) - Number(y === null) || sign * compare(a.id, b.id);
        return sign * (compare(x, y) || compare(a.id, b.id));
      });
      expect(rows).toHaveLength(14);
      expect(new Set(rows.map(({ id }) => id)).size).toBe(14);
      expect(rows.map(({ id }) => id)).toEqual(wanted.map(({ id }) => id));
    },
  );

  it.each([
    ["due", "tomorrow"],
    ["amount", "1e3"],
    ["amount", "99999999999999999999"],
    ["changed", "2026-11-25"],
    ["close", "2026-02-31"],
  ] as const)("by %s does not go on from %s", async (sort, at) => {
    const cursor = { at, id: newId() };
    const result = await read(dealsList, world.owner.caller, { sort, cursor });
    expect(result).toMatchObject({ refusal: { code: "invalid-input" } });
  });
});

describe("the filters of the list", () => {
  /** What a filter gives is what the same question gives of all deals, and it is neither none nor all of them. */
  async function expectOnly(filter: Partial<ListFilter>, is: (row: DealRow) => boolean): Promise<void> {
    const all = await pages({ status: "all" });
    const found = await pages({ status: "all", ...filter });
    expect(titles(found).sort()).toEqual(titles(all.filter(is)).sort());
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThan(all.length);
    expect((await list({ status: "all", ...filter })).total).toBe(found.length);
  }

  it("brings the route of every open deal on the page, whatever its process, and of no other", async () => {
    const whole = await list({ limit: 200 });
    const { given, followed } = routesOf(whole);
    expect(given).toEqual(followed);
    expect(given).toHaveLength(2);
    for (const route of Object.values(whole.routes))
      expect(route.map(({ key }) => key)).toEqual(DOCUMENT.stages.map(({ key }) => key));
    for (const row of whole.rows.filter(({ status }) => status === "open"))
      expect(whole.routes[row.versionId]?.some(({ key }) => key === row.stageKey)).toBe(true);
    expect(routesOf(await list({ processId: otherProcess })).given).toHaveLength(1);
    expect((await list({ status: "closed" })).routes).toEqual({});
  });

  it("take a process, a stage, an owner, a team, a role, a company, a status and an outcome", async () => {
    await expectOnly({ processId: otherProcess }, (row) => row.processId === otherProcess);
    await expectOnly({ stageKey: "second" }, (row) => row.stageKey === "second");
    await expectOnly({ ownerId: world.rep.id }, (row) => row.owner === "Rosa Rep");
    await expectOnly({ teamId: world.team.id }, (row) => row.owner === "Otto Rep");
    await expectOnly({ roleId: world.role.id }, (row) => row.owner === "Otto Rep");
    await expectOnly({ companyId: companies.acme }, (row) => row.company === "acme");
    await expectOnly({ status: "closed" }, (row) => row.status === "closed");
    await expectOnly({ outcome: "lost" }, (row) => row.outcome === "lost");
  });

  it("take amounts of one currency only, the organisation's when none is said", async () => {
    const eur = (row: DealRow) => (row.amount?.currency === "EUR" ? row.amount.minor : Number.NaN);
    await expectOnly({ amountFrom: 0 }, (row) => eur(row) >= 0);
    await expectOnly({ amountTo: 0 }, (row) => eur(row) <= 0);
    await expectOnly({ amountFrom: 0, amountTo: 1000 }, (row) => eur(row) >= 0 && eur(row) <= 1000);
    await expectOnly({ amountFrom: -5000, currency: "USD" }, (row) => row.amount?.currency === "USD");
  });

  it("take the day a deal closes: as expected, or as it did", async () => {
    const closes = (row: DealRow) => (row.status === "closed" ? row.closedOn : row.expectedClose) ?? "";
    await expectOnly({ closeFrom: "2026-12-12" }, (row) => closes(row) >= "2026-12-12");
    await expectOnly({ closeTo: "2026-11-30" }, (row) => closes(row) !== "" && closes(row) <= "2026-11-30");
    expect(titles((await list({ closeTo: "2026-11-30" })).rows)).toEqual([]);
  });

  it("take deals whose step is late, that have no step, and on which nothing happened", async () => {
    const [first] = await pages({ sort: "due" });
    if (!first?.nextDue) throw new Error("a deal has a step that is due");
    // On the day itself a step is not late yet.
    const until = (day: string, more = 0) => new Date(new Date(`${day}T10:00:00Z`).getTime() + more * DAY);
    expect((await list({ due: "late" }, world.owner, until(first.nextDue))).total).toBe(0);
    expect((await list({ due: "late" }, world.owner, until(first.nextDue, 1))).total).toBeGreaterThan(0);
    expect((await list({ due: "none" })).total).toBe(0);
    const idle = (row: DealRow) => NOW.getTime() - Date.parse(row.lastEventAt) >= 18 * DAY;
    await expectOnly({ idle: 18 }, idle);
  });

  it("find nothing by what another organisation has", async () => {
    const foreign = await newWorld("Elsewhere");
    expect((await list({ teamId: foreign.team.id })).total).toBe(0);
    expect((await list({ roleId: foreign.role.id })).total).toBe(0);
    expect((await list({ companyId: companies.acme }, foreign.owner)).total).toBe(0);
    expect((await list({ ownerId: foreign.rep.id })).total).toBe(0);
  });

  it("follow a deal that is changed", async () => {
    const [row] = (await list({ companyId: companies.zeta })).rows;
    if (!row) throw new Error("a company has deals");
    await run(editDeal, { id: row.id, version: row.version, fields: { companyId: companies.acme } });
    expect((await list({ companyId: companies.acme })).rows.map(({ id }) => id)).toContain(row.id);
  });
});
