import fc from "fast-check";
import pg from "pg";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { compile } from "@/lib/domain/process/compile";
import type { ProcessDocument } from "@/lib/domain/process/types";
import { VERBS } from "@/lib/features/registry";
import { type NewDeal, openDeals } from "@/lib/features/runs/open";
import type { TidyView, TodayList, TodayStep, TodayView } from "@/lib/features/today/view";
import type { Caller } from "@/lib/platform/context";
import { withNewTenant, withTenant } from "@/lib/platform/db/tenant";
import { execute, read } from "@/lib/platform/execute";
import { newId } from "@/lib/platform/id";
import type { Command, Query } from "@/lib/platform/verb";
import { DOCUMENT, publishedProcess } from "@/tests/support/process";
import { NOW, newWorld, type OrgWorld, type Person } from "@/tests/support/world";

const DAY_MS = 86_400_000;
const daysAfter = (days: number) => new Date(NOW.getTime() + days * DAY_MS);

async function ask<T>(name: string, by: Caller, input: object = {}, now = NOW): Promise<T> {
  const result = await read(VERBS.get(name) as Query, by, input, { now });
  if (!result.ok) throw new Error(`${name}: ${result.refusal.code}`);
  return result.value as T;
}
const today = (by: Caller, now = NOW) => ask<TodayView>("today.read", by, {}, now);
const run = (name: string, by: Caller, input: object, now = NOW) =>
  execute(VERBS.get(name) as Command, by, input, { now });
async function ok(name: string, by: Caller, input: object, now = NOW): Promise<void> {
  expect(await run(name, by, input, now), name).toMatchObject({ ok: true });
}
const keys = (steps: readonly TodayStep[]) => steps.map(({ stepKey }) => stepKey);

/** The process of the tests, with the owners of its steps as given. */
const ownedBy = (owners: Record<string, object>): ProcessDocument => ({
  ...DOCUMENT,
  stages: DOCUMENT.stages.map((stage) => ({
    ...stage,
    steps: stage.steps.map((step) => ({ ...step, owner: (owners[step.key] ?? step.owner) as never })),
  })),
});

async function deal(world: OrgWorld, processId: string, owner: Person, more: object = {}): Promise<string> {
  const id = newId();
  await ok("deal.create", world.owner.caller, { id, processId, title: "Crane", ownerId: owner.id, ...more });
  return id;
}

const set = (world: OrgWorld, person: Person, data: { commercialRoleId?: string; departmentId?: string }) =>
  withNewTenant(world.org.id, (tx) =>
    tx.membership.update({ where: { orgId_id: { orgId: world.org.id, id: person.id } }, data }),
  );

describe("what waits for a person", () => {
  let world: OrgWorld;
  let processId: string;
  beforeAll(async () => {
    world = await newWorld();
    ({ id: processId } = await publishedProcess(world.org.id));
  });

  it("is empty and says why, before there is anything", async () => {
    const empty = await newWorld();
    expect(await today(empty.rep.caller)).toMatchObject({
      steps: [],
      total: 0,
      openDeals: 0,
      process: "none",
    });
  });

  it("ranks the steps of one's own deals, with the rule, the due day and whether it is the next of its deal", async () => {
    const id = await deal(world, processId, world.rep, { amount: { minor: 640_000, currency: "EUR" } });
    const view = await today(world.rep.caller);
    expect(view).toMatchObject({ total: 2, openDeals: 1, name: "Rosa Rep", today: "2026-11-25" });
    expect(view.figures).toMatchObject({ total: 2, late: 0, today: 0, passedOver: 0, later: 2, now: 0 });
    expect(view.steps).toMatchObject([
      {
        stepKey: "first-a",
        rule: "by-day",
        next: "due-soonest",
        due: { day: "2026-11-27" },
        left: 2,
        late: null,
        deal: { id, version: 1, ownerName: null, days: 0, pace: { basis: "planned", limit: 10 } },
      },
      { stepKey: "first-b", next: null },
    ]);
    expect(view.figures.days.map(({ day, steps }) => [day, steps])).toEqual([
      ["2026-11-25", 0],
      ["2026-11-26", 0],
      ["2026-11-27", 2],
      ["2026-11-30", 0],
      ["2026-12-01", 0],
    ]);
    // Time passes without an event: the same rows read as late.
    const later = await today(world.rep.caller, daysAfter(6));
    expect(later.steps).toMatchObject([
      { stepKey: "first-a", rule: "late-key", late: 2, next: "overdue-key" },
      { stepKey: "first-b", rule: "late", late: 2 },
    ]);
    expect(later.figures).toMatchObject({ total: 2, late: 2, now: 2, later: 0 });
    expect(later.figures.days[0]).toMatchObject({ steps: 2, late: 2 });
    expect((await today(world.otherRep.caller)).total).toBe(0);
  });

  it("tells who leads from who sells: whoever has no deals but may change those there are", async () => {
    const empty = await newWorld();
    expect((await today(empty.manager.caller)).leads).toBe(false);
    await deal(world, processId, world.rep);
    const leads = async (person: Person) => (await today(person.caller)).leads;
    expect([await leads(world.manager), await leads(world.rep), await leads(world.otherRep)]).toEqual([
      true,
      false,
      false,
    ]);
    expect(await leads(world.viewer)).toBe(false);
  });

  it("keeps a key step of a stage that was left, and drops what was done, waived, closed or thrown away", async () => {
    const { caller } = world.otherRep;
    const id = await deal(world, processId, world.otherRep);
    await ok("deal.move", caller, { id, version: 1, to: "second" });
    const [passed] = (await today(caller)).steps;
    expect(passed).toMatchObject({ stepKey: "first-a", rule: "passed-over", passedIn: { en: "first" } });
    // However long ago its window ended, it is a day late on none of them.
    const { steps, figures } = await today(caller, daysAfter(40));
    const passedOver = steps.filter(({ rule }) => rule === "passed-over").length;
    expect(figures).toMatchObject({ passedOver, now: steps.length - passedOver, later: 0 });
    expect(figures.days[0]).toMatchObject({ steps: figures.now });
    await ok("deal.complete-step", caller, { id, version: 2, stepKey: "first-a" });
    await ok("deal.waive-step", caller, { id, version: 3, stepKey: "second-a" });
    expect(keys((await today(caller)).steps)).toEqual(["second-b"]);
    await ok("deal.delete", caller, { id, version: 4 });
    expect((await today(caller)).total).toBe(0);
    await ok("deal.restore", caller, { id, version: 5 });
    expect(keys((await today(caller)).steps)).toEqual(["second-b"]);
    await ok("deal.close", caller, { id, version: 6, outcome: "lost" });
    expect((await today(caller)).total).toBe(0);
  });

  it("goes on from the last step shown, and from the start when that is gone", async () => {
    const crowd = await newWorld();
    const { id, versionId } = await publishedProcess(crowd.org.id);
    const versions = new Map([[versionId, compile(DOCUMENT)]]);
    const occurred = { day: "2026-11-20", at: null };
    const many = Array.from({ length: 260 }, (_, index): NewDeal => {
      const fields = { title: `Deal ${index}`, owner: crowd.rep.id };
      const opened = { type: "run.opened", versionId, stageKey: "first", startKnown: true, fields, occurred };
      return { id: newId(), processId: id, events: [opened as never] };
    });
    await withTenant(crowd.owner.caller, NOW, (tx, entered) =>
      openDeals(tx, { ...entered, reach: "all" }, many, versions),
    );
    const first = await today(crowd.rep.caller);
    expect(first).toMatchObject({ total: 520, more: false, openDeals: 260 });
    expect(first.steps).toHaveLength(50);
    const last = first.steps.at(-1);
    const page = (after: object) => ask<TodayList>("today.steps", crowd.rep.caller, { after });
    const second = await page({ id: last?.deal.id, stepKey: last?.stepKey });
    const seen = [...first.steps, ...second.steps].map(({ deal, stepKey }) => `${deal.id} ${stepKey}`);
    expect(new Set(seen).size).toBe(100);
    expect((await page({ id: newId(), stepKey: "gone" })).steps).toEqual(first.steps);
  });

  it("asks the same number of statements however much waits", async () => {
    const count = async (by: Caller) => {
      await today(by);
      const queries = vi.spyOn(pg.Client.prototype, "query");
      await today(by);
      const asked = queries.mock.calls.length;
      queries.mockRestore();
      return asked;
    };
    const few = await count(world.rep.caller);
    for (let each = 0; each < 12; each++) await deal(world, processId, world.rep);
    expect((await today(world.rep.caller)).total).toBeGreaterThan(20);
    expect(await count(world.rep.caller)).toBe(few);
    expect(few).toBeLessThan(20);
  });
});

describe("whose a step is", () => {
  it("follows role and department, on others' deals too, and falls to the owner when nobody has it", async () => {
    const world = await newWorld();
    const owners = {
      "first-a": { kind: "role", id: world.role.id },
      "first-b": { kind: "department", id: world.department.id },
    };
    const { id: processId } = await publishedProcess(world.org.id, { document: ownedBy(owners) });
    const id = await deal(world, processId, world.rep);
    expect(keys((await today(world.rep.caller)).steps)).toEqual(["first-a", "first-b"]);
    await set(world, world.otherRep, { commercialRoleId: world.role.id });
    expect(keys((await today(world.rep.caller)).steps)).toEqual(["first-b"]);
    const [theirs] = (await today(world.otherRep.caller)).steps;
    expect(theirs).toMatchObject({ stepKey: "first-a", deal: { id, ownerName: "Rosa Rep" } });
    expect((await today(world.otherRep.caller)).openDeals).toBe(0);
    await set(world, world.manager, { departmentId: world.department.id });
    expect((await today(world.rep.caller)).steps).toEqual([]);
    expect(keys((await today(world.manager.caller)).steps)).toEqual(["first-b"]);
    // A step of the owner's own role is the owner's, not every colleague's.
    await set(world, world.rep, { commercialRoleId: world.role.id });
    expect(keys((await today(world.rep.caller)).steps)).toEqual(["first-a"]);
    expect((await today(world.otherRep.caller)).steps).toEqual([]);
  });

  it("lets whom it is for do it, skip it and say why, take it back and put it off, and nobody else", async () => {
    const world = await newWorld();
    const owners = { "first-a": { kind: "role", id: world.role.id } };
    const { id: processId } = await publishedProcess(world.org.id, { document: ownedBy(owners) });
    const id = await deal(world, processId, world.rep);
    await set(world, world.otherRep, { commercialRoleId: world.role.id });
    const { caller } = world.otherRep;
    const a = { id, stepKey: "first-a" };
    await ok("today.snooze", caller, { ...a, until: "2026-11-26" });
    await ok("today.wake", caller, a);
    await ok("deal.complete-step", caller, { ...a, version: 1 });
    await ok("deal.undo-step", caller, { ...a, version: 2 });
    await ok("deal.waive-step", caller, { ...a, version: 3 });
    const why = (about: object) => ({
      id,
      version: 4,
      about,
      deviation: { reason: "buyer-asked", note: null },
    });
    const refused = { ok: false, refusal: { code: "not-yours" } };
    for (const about of [
      { kind: "step", stepKey: "first-b" },
      { kind: "visit", ordinal: 1 },
    ])
      expect(await run("deal.explain", caller, why(about))).toMatchObject(refused);
    await ok("deal.explain", caller, why({ kind: "step", stepKey: "first-a" }));
    expect(await run("deal.complete-step", caller, { id, version: 5, stepKey: "first-b" })).toMatchObject(
      refused,
    );
    expect(await run("today.snooze", caller, { id, stepKey: "first-b", until: "2026-11-26" })).toMatchObject(
      refused,
    );
    expect(await run("deal.edit", caller, { id, version: 5, fields: { title: "Mine" } })).toMatchObject(
      refused,
    );
  });
});

describe("later", () => {
  it("takes a step off one's own list until its day, changes nothing of its timing, and can be taken back", async () => {
    const world = await newWorld();
    const { id: processId } = await publishedProcess(world.org.id);
    const id = await deal(world, processId, world.rep);
    const { caller } = world.rep;
    const a = { id, stepKey: "first-a" };
    await ok("today.snooze", caller, { ...a, until: "2026-11-30" });
    const view = await today(caller);
    expect(keys(view.steps)).toEqual(["first-b"]);
    expect(view).toMatchObject({ total: 1, later: [{ stepKey: "first-a", later: "2026-11-30" }] });
    // On the day before it is still away; on its day it is back, and as late as it would have been.
    expect(keys((await today(caller, daysAfter(4))).steps)).toEqual(["first-b"]);
    const back = await today(caller, daysAfter(5));
    expect(back).toMatchObject({ total: 2, later: [] });
    expect(back.steps[0]).toMatchObject({ stepKey: "first-a", late: 1, rule: "late-key" });
    await ok("today.snooze", caller, { ...a, until: "2026-12-04" });
    await ok("today.wake", caller, a);
    expect((await today(caller)).later).toEqual([]);
  });

  it("refuses a day that is not ahead or too far, and a step that waits no more", async () => {
    const world = await newWorld();
    const { id: processId } = await publishedProcess(world.org.id);
    const id = await deal(world, processId, world.rep);
    const put = (input: object) =>
      run("today.snooze", world.rep.caller, { id, stepKey: "first-a", ...input });
    expect(await put({ until: "2026-11-25" })).toMatchObject({
      refusal: { code: "later-not-ahead", field: "until" },
    });
    expect(await put({ until: "2027-12-01" })).toMatchObject({ refusal: { code: "later-too-far" } });
    expect(await put({ until: "2026-02-30" })).toMatchObject({ refusal: { code: "invalid-input" } });
    expect(await put({ until: "2026-11-26", stepKey: "third-a" })).toMatchObject({
      refusal: { code: "step-not-waiting" },
    });
  });
});

describe("beside the list", () => {
  it("names deals without contact for longer than the stage takes, and what only the buyer can confirm", async () => {
    const world = await newWorld();
    const { id: processId } = await publishedProcess(world.org.id);
    const { caller } = world.rep;
    const id = await deal(world, processId, world.rep, { amount: { minor: 100_00, currency: "EUR" } });
    const view = (days: number) => today(caller, daysAfter(days));
    expect((await view(10)).quiet.total).toBe(0);
    const quiet = await view(11);
    expect(quiet.quiet).toMatchObject({
      total: 1,
      sums: [{ minor: 100_00, currency: "EUR" }],
      deals: [{ id, never: true, quiet: { days: 11, limit: 10, basis: "planned" } }],
    });
    expect(quiet.withBuyer).toMatchObject({
      total: 1,
      items: [{ id, text: { en: "first done" }, days: 11 }],
    });
    const activity = { id, activityId: newId(), kind: "call" };
    await ok("deal.log-activity", caller, activity, daysAfter(11));
    expect((await view(11)).quiet.total, "one side only").toBe(1);
    await ok("deal.log-activity", caller, { ...activity, activityId: newId(), twoWay: true }, daysAfter(11));
    expect((await view(11)).quiet.total).toBe(0);
    const evidence = { id, version: 3, criterionKey: "first-exit", kind: "buyer-confirmed" };
    await ok("deal.give-evidence", caller, evidence, daysAfter(11));
    expect((await view(11)).withBuyer.total).toBe(0);
  });
});

describe("the tidy-up", () => {
  const tidy = (by: Caller, now = NOW) => ask<TidyView>("today.tidy", by, {}, now);

  it("lists what left the order without a reason, takes one later, and forgets after four weeks", async () => {
    const world = await newWorld();
    const { id: processId } = await publishedProcess(world.org.id);
    const { caller } = world.rep;
    const id = await deal(world, processId, world.rep);
    await ok("deal.waive-step", caller, { id, version: 1, stepKey: "first-b" });
    await ok("deal.waive-step", caller, {
      id,
      version: 2,
      stepKey: "second-b",
      deviation: { reason: "buyer-asked" },
    });
    await ok("deal.move", caller, { id, version: 3, to: "third" });
    await ok("deal.move", caller, {
      id,
      version: 4,
      to: "second",
      deviation: { reason: null, note: "Lost time" },
    });
    await ok("deal.move", caller, { id, version: 5, to: "first" });
    const { items, total } = await tidy(caller);
    expect(total).toBe(3);
    expect(items.map(({ kind, about, version }) => [kind, about, version])).toEqual(
      expect.arrayContaining([
        ["step", { kind: "step", stepKey: "first-b" }, 6],
        ["skip", { kind: "visit", ordinal: 1 }, 6],
        ["back", { kind: "visit", ordinal: 3 }, 6],
      ]),
    );
    expect((await today(caller)).tidy).toBe(3);
    expect((await tidy(world.otherRep.caller)).total).toBe(0);
    const explain = (about: object, version: number, reason: string | null) =>
      run("deal.explain", caller, { id, version, about, deviation: reason && { reason, note: null } });
    expect(await explain({ kind: "visit", ordinal: 1 }, 6, "competitor-pace")).toMatchObject({ ok: true });
    expect(await explain({ kind: "step", stepKey: "first-b" }, 7, "not-relevant")).toMatchObject({
      ok: true,
    });
    expect((await tidy(caller)).items.map(({ kind }) => kind)).toEqual(["back"]);
    // Taken back, it waits again; the log keeps both.
    expect(await explain({ kind: "step", stepKey: "first-b" }, 8, null)).toMatchObject({ ok: true });
    expect((await tidy(caller)).total).toBe(2);
    expect((await tidy(caller, daysAfter(28))).total).toBe(2);
    expect((await tidy(caller, daysAfter(29))).total).toBe(0);
    for (const about of [
      { kind: "visit", ordinal: 4 },
      { kind: "visit", ordinal: 9 },
      { kind: "step", stepKey: "third-a" },
    ])
      expect(await explain(about, 9, "not-relevant")).toMatchObject({ refusal: { code: "deviation-gone" } });
  });
});

it("finds by index what isFor would say of every waiting step, whoever has which role", async () => {
  const world = await newWorld();
  const groups = [null, world.role.id] as const;
  const owner = fc.constantFrom(
    { kind: "run-owner" },
    { kind: "role", id: world.role.id },
    { kind: "department", id: world.department.id },
  );
  const place = fc.record({
    commercialRoleId: fc.constantFrom(...groups),
    departmentId: fc.constantFrom(null, world.department.id),
  });
  const people = [world.rep, world.otherRep, world.manager] as const;
  await fc.assert(
    fc.asyncProperty(owner, owner, fc.tuple(place, place, place), async (a, b, places) => {
      const document = ownedBy({ "first-a": a, "first-b": b });
      const { id: processId } = await publishedProcess(world.org.id, { document });
      const id = await deal(world, processId, world.rep);
      for (const [index, person] of people.entries()) await set(world, person, places[index] as never);
      const { isFor } = await import("@/lib/domain/guidance/step-for");
      const have = (key: "commercialRoleId" | "departmentId") =>
        new Set(places.flatMap((each) => each[key] ?? []));
      const held = { roles: have("commercialRoleId"), departments: have("departmentId") };
      for (const [index, person] of people.entries()) {
        const mine = { id: person.id, roleId: places[index]?.commercialRoleId ?? null };
        const who = { ...mine, departmentId: places[index]?.departmentId ?? null };
        const runOwner = { id: world.rep.id, roleId: places[0].commercialRoleId };
        const wanted = Object.entries({ "first-a": a, "first-b": b })
          .filter(([, each]) => isFor(each as never, runOwner, who, held))
          .map(([key]) => key);
        const view = await today(person.caller);
        const found = view.steps.filter((step) => step.deal.id === id);
        expect(keys(found).sort()).toEqual(wanted);
      }
      await ok("deal.delete", world.owner.caller, { id, version: 1 });
    }),
    { numRuns: 25 },
  );
});
