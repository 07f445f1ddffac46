import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { CHOSEN_FIELDS } from "@/lib/domain/companies/merge";
import * as companies from "@/lib/features/companies/commands";
import { companiesOverview, companiesRead, companiesSurvivor } from "@/lib/features/companies/queries";
import type { CompanyOverview, CompanyView } from "@/lib/features/companies/view";
import * as deals from "@/lib/features/deals/commands";
import { rebuildOrganization } from "@/lib/features/runs/rebuild-all";
import { emptyTrash } from "@/lib/features/trash/jobs";
import { trashList } from "@/lib/features/trash/queries";
import { setVisibility } from "@/lib/features/visibility/commands";
import { withNewTenant } from "@/lib/platform/db/tenant";
import { execute, read } from "@/lib/platform/execute";
import { newId } from "@/lib/platform/id";
import { publishedProcess } from "@/tests/support/process";
import { NOW, newWorld, type OrgWorld, type Person } from "@/tests/support/world";

let world: OrgWorld;
let foreign: OrgWorld;
let processId: string;
const DAY = 86_400_000;
const at = (days: number) => new Date(NOW.getTime() + days * DAY);

type Verb = Parameters<typeof execute>[0];
const attempt = (verb: Verb, input: unknown, by: Person = world.manager, now = NOW) =>
  execute(verb, by.caller, input, { now });
const run = async (verb: Verb, input: unknown, by: Person = world.manager) => {
  const result = await attempt(verb, input, by);
  if (!result.ok) throw new Error(`${verb.name}: ${result.refusal.code}`);
  return result.value;
};
const newCompany = async (more: object = {}): Promise<string> => {
  const id = newId();
  await run(companies.createCompany, { id, name: `Company ${id}`, ...more });
  return id;
};
const newContact = async (companyId: string): Promise<string> => {
  const id = newId();
  await run(companies.createContact, { id, companyId, name: `Person ${id}` });
  return id;
};
const newDeal = async (companyId: string, by: Person = world.manager): Promise<string> => {
  const id = newId();
  await run(deals.createDeal, { id, processId, title: "Sluice", companyId, ownerId: by.id });
  return id;
};
const judge = async (companyId: string): Promise<string> => {
  const id = newId();
  const said = { level: "trusted-partner", on: "2026-11-20", note: "They ask us first" };
  await run(companies.judgeRelationship, { id, companyId, ...said });
  return id;
};
const newTask = (companyId: string) =>
  withNewTenant(world.org.id, async (tx) => {
    const by = { assigneeId: world.manager.id, creatorId: world.manager.id };
    const task = { id: newId(), kind: "task", title: "Call", companyId, ...by };
    await tx.task.create({ data: { orgId: world.org.id, ...task }, select: { id: true } });
  });
const versionOf = async (id: string): Promise<number> =>
  withNewTenant(world.org.id, async (tx) => (await tx.company.findFirstOrThrow({ where: { id } })).version);
const merge = async (from: string, into: string, more: object = {}) => {
  const mergeId = newId();
  const versions = { version: await versionOf(from), intoVersion: await versionOf(into) };
  const result = await attempt(companies.mergeCompanies, { id: from, into, mergeId, ...versions, ...more });
  return { mergeId, result };
};
const merged = async (from: string, into: string, more: object = {}): Promise<string> => {
  const { mergeId, result } = await merge(from, into, more);
  if (!result.ok) throw new Error(result.refusal.code);
  return mergeId;
};

/** All that companies are and all that hangs on them, but for the counters of edits. */
const stateOf = (ids: string[]) =>
  withNewTenant(world.org.id, async (tx) => ({
    companies: await tx.company.findMany({
      where: { id: { in: ids } },
      omit: { version: true },
      orderBy: { id: "asc" },
    }),
    contacts: await tx.contact.findMany({
      where: { companyId: { in: ids } },
      omit: { version: true },
      orderBy: { id: "asc" },
    }),
    deals: await tx.deal.findMany({ where: { companyId: { in: ids } }, orderBy: { id: "asc" } }),
    judgements: await tx.relationshipRecord.findMany({
      where: { companyId: { in: ids } },
      orderBy: { id: "asc" },
    }),
    tasks: await tx.task.findMany({
      where: { companyId: { in: ids } },
      omit: { version: true },
      orderBy: { id: "asc" },
    }),
  }));
const page = async (id: string): Promise<CompanyView & CompanyOverview> => {
  const company = await read(companiesRead, world.manager.caller, { id }, { now: NOW });
  const overview = await read(companiesOverview, world.manager.caller, { id }, { now: NOW });
  if (!company.ok || !overview.ok) throw new Error("not there");
  return { ...(company.value as CompanyView), ...(overview.value as CompanyOverview) };
};

beforeAll(async () => {
  world = await newWorld();
  foreign = await newWorld("Foreign");
  processId = (await publishedProcess(world.org.id)).id;
});

describe("merging two companies", () => {
  it("brings every deal, person and judgement to the one that stays, with the fields that were chosen", async () => {
    const into = await newCompany({ name: "Haventec", sector: "Ports" });
    const from = await newCompany({ name: "Haventek NV", country: "BE", sector: "Harbours", employees: 40 });
    const [deal, closed, gone] = [await newDeal(from), await newDeal(from), await newDeal(from)];
    await run(deals.closeDeal, { id: closed, version: 1, outcome: "won" });
    await run(deals.deleteDeal, { id: gone, version: 1 });
    const person = await newContact(from);
    const own = await newContact(into);
    await judge(from);
    await merged(from, into, { take: ["name"] });
    const kept = await page(into);
    expect(kept).toMatchObject({ name: "Haventek NV", sector: "Ports", country: "BE", employees: 40 });
    expect(kept.contacts.map(({ id }) => id).sort()).toEqual([person, own].sort());
    expect(kept.deals.map(({ id }) => id).sort()).toEqual([deal, closed].sort());
    expect(kept.relationship).toHaveLength(1);
    expect(kept.merges).toMatchObject([{ name: "Haventek NV", by: "Mark Manager", daysLeft: 30 }]);
    const { deals: all } = await stateOf([into]);
    expect(all.map(({ id }) => id)).toContain(gone);
    expect((await stateOf([from])).deals).toEqual([]);
  });

  it("is undone to the same state, whatever hung on either and whatever was chosen", async () => {
    const amount = fc.nat({ max: 3 });
    const side = fc.record({
      deals: amount,
      people: amount,
      judgements: amount,
      tasks: amount,
      sector: fc.option(fc.constantFrom("Ports", "نقل", "=1+1"), { nil: null }),
      employees: fc.option(fc.nat({ max: 900 }), { nil: null }),
    });
    await fc.assert(
      fc.asyncProperty(side, side, fc.subarray([...CHOSEN_FIELDS]), async (one, other, take) => {
        const ids: string[] = [];
        for (const { deals, people, judgements, tasks, sector, employees } of [one, other]) {
          const id = await newCompany({ sector, employees });
          for (let n = 0; n < deals; n++) await newDeal(id);
          for (let n = 0; n < people; n++) await newContact(id);
          for (let n = 0; n < judgements; n++) await judge(id);
          for (let n = 0; n < tasks; n++) await newTask(id);
          ids.push(id);
        }
        const [from = "", into = ""] = ids;
        const before = await stateOf(ids);
        const mergeId = await merged(from, into, { take });
        const left = await stateOf([from]);
        expect([left.deals, left.contacts, left.judgements, left.tasks]).toEqual([[], [], [], []]);
        await run(companies.unmergeCompanies, { id: mergeId });
        expect(await stateOf(ids)).toEqual(before);
      }),
      { numRuns: 6 },
    );
  }, 60_000);

  it("leaves with the kept one what was added, edited or moved since, when it is undone", async () => {
    const [into, from, third] = [
      await newCompany(),
      await newCompany({ sector: "Ports" }),
      await newCompany(),
    ];
    const [stays, goes] = [await newDeal(from), await newDeal(from)];
    const person = await newContact(from);
    const mergeId = await merged(from, into);
    const added = await newDeal(into);
    const newcomer = await newContact(into);
    await run(deals.editDeal, { id: goes, version: 2, fields: { companyId: third } });
    const name = "Edited since";
    await run(companies.editCompany, { id: into, version: await versionOf(into), fields: { name } });
    await run(companies.unmergeCompanies, { id: mergeId });
    const state = async (id: string) => (await stateOf([id])).deals.map((row) => row.id);
    expect(await state(from)).toEqual([stays]);
    expect(await state(into)).toEqual([added]);
    expect(await state(third)).toEqual([goes]);
    expect((await page(into)).contacts.map(({ id }) => id)).toEqual([newcomer]);
    expect((await page(from)).contacts.map(({ id }) => id)).toEqual([person]);
    expect(await page(into)).toMatchObject({ name: "Edited since", sector: null, merges: [] });
  });

  it("is in the history of each deal, and its projections follow from that history", async () => {
    const [into, from] = [await newCompany(), await newCompany()];
    const deal = await newDeal(from);
    const mergeId = await merged(from, into);
    await run(companies.unmergeCompanies, { id: mergeId });
    await merged(from, into);
    const rows = await withNewTenant(world.org.id, (tx) =>
      tx.fieldChange.findMany({ where: { runId: deal, field: "company" }, orderBy: { seq: "asc" } }),
    );
    expect(rows.map((row) => [row.from, row.to])).toEqual([
      [from, into],
      [into, from],
      [from, into],
    ]);
    const before = await stateOf([into, from]);
    await rebuildOrganization(world.org.id, NOW);
    expect((await stateOf([into, from])).deals).toEqual(before.deals);
  });

  it("takes along what the one who merges does not see", async () => {
    const narrow = await newWorld("Narrow");
    const process = await publishedProcess(narrow.org.id);
    const [into, from, deal] = [newId(), newId(), newId()];
    const by = (person: Person, verb: Verb, input: object) =>
      execute(verb, person.caller, input, { now: NOW });
    for (const id of [into, from]) await by(narrow.rep, companies.createCompany, { id, name: id });
    const made = { id: deal, processId: process.id, title: "Hidden", companyId: from };
    expect(await by(narrow.otherRep, deals.createDeal, made)).toMatchObject({ ok: true });
    const rules = { roles: { manager: "all", rep: "own", viewer: "all" }, commercialRoles: [], teams: [] };
    expect(await by(narrow.owner, setVisibility, { version: 1, rules })).toMatchObject({ ok: true });
    const mergeId = newId();
    const done = await by(narrow.rep, companies.mergeCompanies, {
      id: from,
      version: 1,
      into,
      intoVersion: 1,
      mergeId,
    });
    expect(done).toMatchObject({ ok: true });
    const owner = async () =>
      withNewTenant(narrow.org.id, async (tx) => (await tx.deal.findFirstOrThrow()).companyId);
    expect(await owner()).toBe(into);
    const seen = await read(companiesRead, narrow.rep.caller, { id: into }, { now: NOW });
    expect(seen.ok && (seen.value as CompanyView).deals).toEqual([]);
    expect(await by(narrow.rep, companies.unmergeCompanies, { id: mergeId })).toMatchObject({ ok: true });
    expect(await owner()).toBe(from);
  });
});

describe("the company that became part of another", () => {
  it("leads to it, over every merge in between, and to nothing for a stranger", async () => {
    const [a, b, c] = [await newCompany(), await newCompany(), await newCompany()];
    await merged(a, b);
    const last = await merged(b, c);
    const into = async (id: string, by = world.viewer) => {
      const result = await read(companiesSurvivor, by.caller, { id });
      return result.ok && result.value.into;
    };
    expect([await into(a), await into(b), await into(c)]).toEqual([c, c, null]);
    expect(await into(a, foreign.owner)).toBeNull();
    expect(await read(companiesRead, world.viewer.caller, { id: a })).toMatchObject({
      refusal: { code: "not-found" },
    });
    await run(companies.unmergeCompanies, { id: last });
    expect([await into(a), await into(b)]).toEqual([b, null]);
  });

  it("is no trash: it is not listed, not brought back and not erased", async () => {
    const [into, from] = [await newCompany(), await newCompany()];
    const mergeId = await merged(from, into);
    const listed = await read(trashList, world.manager.caller, { kind: "company", limit: 200 });
    expect(listed.ok && listed.value.rows.map(({ id }) => id)).not.toContain(from);
    expect(await attempt(companies.restoreCompany, { id: from })).toMatchObject({
      refusal: { code: "not-found" },
    });
    await emptyTrash(world.org.id, at(31));
    expect((await stateOf([from])).companies).toHaveLength(1);
    await run(companies.unmergeCompanies, { id: mergeId });
  });

  it("gives its name on: a deal that names it is the kept one's", async () => {
    const [into, from] = [await newCompany(), await newCompany({ name: "Vroeger Anders BV" })];
    await merged(from, into);
    const id = newId();
    await run(deals.createDeal, { id, processId, title: "By name", companyName: "vroeger anders" });
    expect((await stateOf([into])).deals.map((row) => row.id)).toEqual([id]);
  });
});

describe("what is written at the very moment of a merge", () => {
  /** Does `other` while a merge of `from` into `into` is under way, and lets that end once `other` waits for it. */
  async function during<T>(from: string, into: string, other: () => Promise<T>): Promise<T> {
    const [begun, goOn] = [signal<number>(), signal<void>()];
    const merging = withNewTenant(world.org.id, async (tx) => {
      const [row] = await tx.$queryRaw<{ pid: number }[]>`
        select pg_backend_pid() pid from company where org_id = ${world.org.id}::uuid and id = ${from}::uuid for update`;
      begun.resolve(row?.pid ?? 0);
      await goOn.promise;
      const data = { mergedIntoId: into, deletedAt: NOW };
      await tx.company.updateMany({ where: { orgId: world.org.id, id: from }, data });
    });
    const pid = await begun.promise;
    const doing = other();
    await waitedFor(pid);
    goOn.resolve();
    await merging;
    return doing;
  }

  function signal<T>() {
    let resolve: (value: T) => void = () => {};
    const promise = new Promise<T>((done) => {
      resolve = done;
    });
    return { promise, resolve };
  }

  async function waitedFor(pid: number): Promise<void> {
    for (;;) {
      const [row] = await withNewTenant(
        world.org.id,
        (tx) => tx.$queryRaw<{ n: number }[]>`
          select count(*)::int n from pg_locks where not granted and ${pid}::int = any(pg_blocking_pids(pid))`,
      );
      if ((row?.n ?? 0) > 0) return;
    }
  }

  it("is of the company that was kept: a deal by its id or its name, an edit, a person", async () => {
    const into = await newCompany();
    const writes: [string, (from: string, name: string) => Promise<string | null>][] = [
      [
        "a deal by id",
        async (companyId) => {
          const id = await newDeal(companyId);
          return (await withNewTenant(world.org.id, (tx) => tx.deal.findFirstOrThrow({ where: { id } })))
            .companyId;
        },
      ],
      [
        "a deal by name",
        async (_, companyName) => {
          const id = newId();
          await run(deals.createDeal, { id, processId, title: "Sluice", companyName });
          return (await withNewTenant(world.org.id, (tx) => tx.deal.findFirstOrThrow({ where: { id } })))
            .companyId;
        },
      ],
      [
        "a person",
        async (companyId) => {
          const id = await newContact(companyId);
          return (await withNewTenant(world.org.id, (tx) => tx.contact.findFirstOrThrow({ where: { id } })))
            .companyId;
        },
      ],
    ];
    for (const [what, write] of writes) {
      const name = `Moment ${newId()}`;
      const from = await newCompany({ name });
      expect(await during(from, into, () => write(from, name)), what).toBe(into);
    }
    const from = await newCompany();
    const id = await newDeal(await newCompany());
    await during(from, into, () => run(deals.editDeal, { id, version: 1, fields: { companyId: from } }));
    expect((await stateOf([into])).deals.map((row) => row.id)).toContain(id);
    expect((await stateOf([from])).deals).toEqual([]);
  }, 30_000);

  it("never stays behind, whoever comes first", async () => {
    for (let turn = 0; turn < 8; turn++) {
      const [into, from] = [await newCompany(), await newCompany()];
      const made = Array.from({ length: 4 }, () => newDeal(from));
      const [done] = await Promise.all([merge(from, into), ...made]);
      expect(done.result).toMatchObject({ ok: true });
      expect((await stateOf([from])).deals).toEqual([]);
      expect((await stateOf([into])).deals).toHaveLength(4);
    }
  }, 30_000);
});

describe("a merge is refused", () => {
  it("with itself, with what is gone, and twice", async () => {
    const [into, from] = [await newCompany(), await newCompany()];
    expect((await merge(into, into)).result).toMatchObject({ refusal: { code: "merge-same" } });
    await merged(from, into);
    expect((await merge(from, into)).result).toMatchObject({ refusal: { code: "not-found" } });
    expect((await merge(into, from)).result).toMatchObject({ refusal: { code: "not-found" } });
  });

  it("when either was edited since it was looked at", async () => {
    const [into, from] = [await newCompany(), await newCompany()];
    for (const versions of [{ version: 9 }, { intoVersion: 9 }])
      expect((await merge(from, into, versions)).result).toMatchObject({ refusal: { code: "stale" } });
  });

  it("to who only looks, and to a stranger", async () => {
    const [into, from] = [await newCompany(), await newCompany()];
    const input = { id: from, version: 1, into, intoVersion: 1, mergeId: newId() };
    expect(await attempt(companies.mergeCompanies, input, world.viewer)).toMatchObject({
      refusal: { code: "not-allowed" },
    });
    expect(await attempt(companies.mergeCompanies, input, foreign.owner)).toMatchObject({
      refusal: { code: "not-found" },
    });
    const mergeId = await merged(from, into);
    expect(await attempt(companies.unmergeCompanies, { id: mergeId }, foreign.owner)).toMatchObject({
      refusal: { code: "not-found" },
    });
  });

  it("undone only once, within 30 days, and while the kept one is there", async () => {
    const [a, b, c] = [await newCompany(), await newCompany(), await newCompany()];
    const first = await merged(a, b);
    expect(await attempt(companies.unmergeCompanies, { id: first }, world.manager, at(31))).toMatchObject({
      refusal: { code: "merge-too-old" },
    });
    const second = await merged(b, c);
    expect(await attempt(companies.unmergeCompanies, { id: first })).toMatchObject({
      refusal: { code: "merge-kept-gone" },
    });
    await run(companies.unmergeCompanies, { id: second });
    await run(companies.unmergeCompanies, { id: first });
    expect(await attempt(companies.unmergeCompanies, { id: first })).toMatchObject({
      refusal: { code: "not-found" },
    });
  });
});
