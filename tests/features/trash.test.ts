import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { daysLeft } from "@/lib/domain/policy/trash";
import {
  createCompany,
  createContact,
  deleteCompany,
  deleteContact,
  restoreCompany,
  restoreContact,
} from "@/lib/features/companies/commands";
import { companiesRead } from "@/lib/features/companies/queries";
import {
  completeStep,
  createDeal,
  deleteDeal,
  logActivity,
  moveDeal,
  restoreDeal,
} from "@/lib/features/deals/commands";
import { dealsBoard, dealsList, dealsRead } from "@/lib/features/deals/queries";
import { removeView, restoreView, saveView } from "@/lib/features/deals/views";
import { insightsPipeline } from "@/lib/features/insights/queries";
import { addTask, deleteTask, restoreTask } from "@/lib/features/tasks/commands";
import { emptyTrash } from "@/lib/features/trash/jobs";
import { trashList } from "@/lib/features/trash/queries";
import type { TrashPage } from "@/lib/features/trash/view";
import { closePools } from "@/lib/platform/db/pools";
import { withNewTenant } from "@/lib/platform/db/tenant";
import { execute, read, readJson } from "@/lib/platform/execute";
import { newId } from "@/lib/platform/id";
import type { Command, Result } from "@/lib/platform/verb";
import { publishedProcess } from "../support/process";
import { NOW, newWorld, type OrgWorld } from "../support/world";

let world: OrgWorld;
let processId: string;
let company: string;
let contact: string;
const ids: string[] = [];
const DAY = 86_400_000;

const run = async (
  verb: Command<never, unknown> | Command,
  input: unknown,
  now = NOW,
  by = world.owner.caller,
) => {
  const result = await execute(verb as Command, by, input, { now });
  if (!result.ok) throw new Error(`${verb.name}: ${result.refusal.code}`);
  return result.value as { id: string; version: number };
};

beforeAll(async () => {
  world = await newWorld();
  processId = (await publishedProcess(world.org.id)).id;
  [company, contact] = [newId(), newId()];
  await run(createCompany, { id: company, name: "Haventec" });
  await run(createContact, { id: contact, companyId: company, name: "Eva" });
  for (let index = 0; index < 5; index++) {
    const id = newId();
    ids.push(id);
    const amount = { minor: 1_000 * (index + 1), currency: "EUR" };
    const about = { companyId: company, contactId: contact, ownerId: world.rep.id };
    await run(createDeal, { id, processId, title: `Deal ${index}`, amount, ...about });
  }
  const [id = ""] = ids;
  await run(moveDeal, { id, version: 1, to: "second" });
  await run(completeStep, { id, version: 2, stepKey: "first-a" });
  await run(logActivity, { id, activityId: newId(), kind: "call", note: "Called" });
});
afterAll(closePools);

/** Everything one sees of the deals: board, list, figures and the deal itself, without what says when it changed. */
async function seen(): Promise<string> {
  const by = world.rep.caller;
  const board = await readJson(dealsBoard, by, { processId }, { now: NOW });
  const list = await read(dealsList, by, { status: "all" }, { now: NOW });
  const report = await read(insightsPipeline, by, {}, { now: NOW });
  const deal = await read(dealsRead, by, { id: ids[0] ?? "" }, { now: NOW });
  const page = await read(companiesRead, by, { id: company }, { now: NOW });
  if (!board.ok || !list.ok || !report.ok || !deal.ok || !page.ok) throw new Error("nothing is seen");
  const { history: _, version: __, seq: ___, ...rest } = deal.value as unknown as Record<string, unknown>;
  const columns = JSON.parse(board.value, (key, value) =>
    key === "version" || key === "cursor" ? undefined : value,
  );
  const rows = list.value.rows.map(({ lastEventAt: _at, version: _version, ...row }) => row);
  return JSON.stringify({
    columns,
    rows: rows.sort((a, b) => (a.id < b.id ? -1 : 1)),
    report: report.value,
    rest,
    page: page.value,
  });
}

describe("the trash", () => {
  it("takes a deal out of everything, and gives it back whole", async () => {
    const before = await seen();
    const [id = ""] = ids;
    const { version } = await run(deleteDeal, { id, version: 4 });
    const during = await read(dealsList, world.rep.caller, { status: "all" }, { now: NOW });
    expect(during).toMatchObject({ value: { total: 4 } });
    const board = await readJson(dealsBoard, world.rep.caller, { processId }, { now: NOW });
    expect(board.ok && JSON.parse(board.value).columns).toMatchObject([{ stageKey: "first", count: 4 }]);
    const report = await read(insightsPipeline, world.rep.caller, {}, { now: NOW });
    expect(report).toMatchObject({ value: { total: { open: { n: 4 } }, deleted: 1 } });
    await run(restoreDeal, { id, version });
    expect(JSON.parse(await seen())).toEqual(JSON.parse(before));
  });

  it("says who threw what away, when, and how long it stays", async () => {
    const [, id = ""] = ids;
    const { version } = await run(deleteDeal, { id, version: 1 }, new Date(NOW.getTime() - 3 * DAY));
    const page = await read(trashList, world.rep.caller, {}, { now: NOW });
    expect(page).toMatchObject({
      value: {
        totals: { deal: 1, company: 0, contact: 0, task: 0, view: 0 },
        rows: [
          {
            id,
            name: "Deal 1",
            company: "Haventec",
            deletedBy: "Olga Owner",
            daysLeft: 27,
            mayRestore: true,
          },
        ],
      },
    });
    // Another's deal is shown, and not theirs to bring back.
    const other = await read(trashList, world.otherRep.caller, {}, { now: NOW });
    expect(other).toMatchObject({ value: { rows: [{ id, mayRestore: false }] } });
    await run(restoreDeal, { id, version });
  });

  it("pages without a gap or a double, also where two went at one moment", async () => {
    const versions = new Map<string, number>();
    for (const [index, id] of ids.slice(1).entries()) {
      const at = new Date(NOW.getTime() - Math.floor(index / 2) * 1_000);
      const now = await read(dealsRead, world.owner.caller, { id }, { now: NOW });
      const version = now.ok ? (now.value as { version: number }).version : 0;
      versions.set(id, (await run(deleteDeal, { id, version }, at)).version);
    }
    const got: string[] = [];
    let after: { at: string; id: string } | null = null;
    do {
      const page: Result<TrashPage> = await read(
        trashList,
        world.owner.caller,
        { after, limit: 1 },
        { now: NOW },
      );
      if (!page.ok) throw new Error(page.refusal.code);
      got.push(...page.value.rows.map(({ id }) => id));
      after = page.value.next;
    } while (after);
    expect([...got].sort()).toEqual(ids.slice(1).sort());
    for (const [id, version] of versions) await run(restoreDeal, { id, version });
  });

  it("keeps a company under its deals, and takes its people along when it goes", async () => {
    expect(
      await execute(deleteCompany, world.rep.caller, { id: company, version: 1 }, { now: NOW }),
    ).toMatchObject({
      refusal: { code: "company-has-deals", params: { name: "Haventec", count: 5 } },
    });
    const [idle, eva, jan] = [newId(), newId(), newId()];
    await run(createCompany, { id: idle, name: "Maasdal" });
    for (const id of [eva, jan]) await run(createContact, { id, companyId: idle, name: id });
    await run(deleteContact, { id: jan, version: 1 }, new Date(NOW.getTime() - DAY));
    await run(deleteCompany, { id: idle, version: 1 });
    const stale = { id: idle, version: 1 };
    expect(await execute(deleteCompany, world.rep.caller, stale, { now: NOW })).toMatchObject({
      refusal: { code: "not-found" },
    });
    expect(await read(companiesRead, world.rep.caller, { id: idle })).toMatchObject({
      refusal: { code: "not-found" },
    });
    await run(restoreCompany, { id: idle });
    // Who had gone before it stays gone.
    expect(await read(companiesRead, world.rep.caller, { id: idle })).toMatchObject({
      value: { contacts: [{ id: eva }] },
    });
    await run(restoreContact, { id: jan });
    const both = await read(companiesRead, world.rep.caller, { id: idle });
    expect(both.ok && both.value.contacts).toHaveLength(2);
  });

  it("gives a deal back with its buyer, when that went after it", async () => {
    const [firm, id] = [newId(), newId()];
    await run(createCompany, { id: firm, name: "Waterweg" });
    await run(createDeal, { id, processId, title: "Sluice", companyId: firm });
    const { version } = await run(deleteDeal, { id, version: 1 });
    await run(deleteCompany, { id: firm, version: 1 });
    await run(restoreDeal, { id, version });
    expect(await read(companiesRead, world.rep.caller, { id: firm })).toMatchObject({
      value: { dealCount: 1 },
    });
    await run(deleteDeal, { id, version: version + 1 });
  });

  it("erases after 30 days by the clock given, never before, with all that hangs on it", async () => {
    const own = await newWorld();
    const by = own.owner.caller;
    const process = (await publishedProcess(own.org.id)).id;
    const [firm, eva, kept, old, late] = [newId(), newId(), newId(), newId(), newId()];
    const long = new Date(NOW.getTime() - 40 * DAY);
    // The database goes by its own clock as well.
    const recent = new Date(Date.now() - DAY);
    await run(createCompany, { id: firm, name: "Oud" }, long, by);
    await run(createContact, { id: eva, companyId: firm, name: "Eva", email: "eva@example.test" }, long, by);
    for (const [id, contactId] of [
      [old, null],
      [late, null],
      [kept, eva],
    ] as const)
      await run(createDeal, { id, processId: process, title: "Deal", contactId }, long, by);
    await run(deleteDeal, { id: old, version: 1 }, long, by);
    await run(deleteDeal, { id: late, version: 1 }, recent, by);
    await run(deleteCompany, { id: firm, version: 1 }, long, by);
    const left = () =>
      withNewTenant(own.org.id, async (tx) => ({
        runs: (await tx.run.findMany({ select: { id: true }, orderBy: { id: "asc" } })).map(({ id }) => id),
        events: await tx.event.count({ where: { runId: old } }),
        visits: await tx.stageVisit.count({ where: { runId: old } }),
        company: await tx.company.count({ where: { id: firm } }),
        contact: await tx.contact.findUnique({
          where: { orgId_id: { orgId: own.org.id, id: eva } },
          select: { name: true, email: true },
        }),
      }));
    expect(await emptyTrash(own.org.id, new Date(long.getTime() + 29 * DAY))).toBe(0);
    expect((await left()).runs).toHaveLength(3);
    expect(await emptyTrash(own.org.id, NOW)).toBeGreaterThan(0);
    // The deal that still names the person keeps a row that says nothing of her.
    expect(await left()).toEqual({
      runs: [late, kept].sort(),
      events: 0,
      visits: 0,
      company: 0,
      contact: { name: "", email: null },
    });
    // A clock that runs ahead does not make the database erase what went yesterday.
    expect(await emptyTrash(own.org.id, new Date(Date.now() + 365 * DAY))).toBe(0);
    expect((await left()).runs).toHaveLength(2);
    expect(await emptyTrash(own.org.id, NOW)).toBe(0);
  });

  it("holds tasks and saved views too: shown to who finds them, brought back, and erased when their days are over", async () => {
    const own = await newWorld();
    const { rep, otherRep, manager } = own;
    const list = async (kind: string, by = rep.caller, now = NOW) => {
      const page = await read(trashList, by, { kind }, { now });
      if (!page.ok) throw new Error(page.refusal.code);
      return page.value as TrashPage;
    };
    const process = (await publishedProcess(own.org.id)).id;
    const [on, task, back, gone, view, shared] = [newId(), newId(), newId(), newId(), newId(), newId()];
    await run(createDeal, { id: on, processId: process, title: "Crane" }, NOW, rep.caller);
    for (const id of [task, back, gone])
      await run(addTask, { id, title: `Call ${id}`, ...(id === gone && { dealId: on }) }, NOW, rep.caller);
    for (const id of [view, shared])
      await run(saveView, { id, name: `View ${id}`, query: {}, shared: id === shared }, NOW, rep.caller);
    for (const id of [task, back, gone]) await run(deleteTask, { id }, NOW, rep.caller);
    for (const id of [view, shared]) await run(removeView, { id, version: 1 }, NOW, rep.caller);

    expect((await list("task")).totals).toMatchObject({ task: 3, view: 2 });
    expect((await list("task")).rows).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          id: gone,
          company: "Crane",
          deletedBy: "Rosa Rep",
          daysLeft: 30,
          mayRestore: true,
        }),
      ]),
    );
    // One's own that hang on nothing are nobody else's to see; a shared view is found by all, and its maker's to bring back.
    expect((await list("task", otherRep.caller)).rows.map(({ id }) => id)).toEqual([gone]);
    expect((await list("view", otherRep.caller)).rows).toMatchObject([{ id: shared, mayRestore: false }]);
    expect((await list("view", manager.caller)).rows).toMatchObject([{ id: shared, mayRestore: true }]);
    // What went with its deal comes back with it, and is not listed by itself.
    await run(deleteDeal, { id: on, version: 1 }, NOW, rep.caller);
    expect((await list("task", otherRep.caller)).rows).toEqual([]);

    await run(restoreTask, { id: back }, NOW, rep.caller);
    await run(restoreView, { id: view }, NOW, rep.caller);
    expect((await list("task")).totals).toMatchObject({ task: 1, view: 1 });

    const left = () =>
      withNewTenant(own.org.id, async (tx) => ({
        tasks: (await tx.task.findMany({ select: { id: true } })).map(({ id }) => id),
        views: (await tx.savedView.findMany({ select: { id: true } })).map(({ id }) => id),
      }));
    const inDays = (days: number) => new Date(NOW.getTime() + days * DAY);
    await emptyTrash(own.org.id, inDays(29));
    expect((await left()).tasks).toHaveLength(3);
    await emptyTrash(own.org.id, inDays(31));
    expect(await left()).toEqual({ tasks: [back], views: [view] });
  });

  it("counts days as people do", () => {
    expect(daysLeft(NOW, NOW)).toBe(30);
    expect(daysLeft(new Date(NOW.getTime() - DAY), NOW)).toBe(29);
    expect(daysLeft(new Date(NOW.getTime() - 29.5 * DAY), NOW)).toBe(1);
    expect(daysLeft(new Date(NOW.getTime() - 31 * DAY), NOW)).toBe(0);
  });
});
