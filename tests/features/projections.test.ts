import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { OUTCOMES } from "@/lib/domain/run/events";
import { VERBS } from "@/lib/features/registry";
import { deleteDeals } from "@/lib/features/runs/delete";
import { giveDeals } from "@/lib/features/runs/give";
import { openDeals } from "@/lib/features/runs/open";
import { rebuildProjections, recountTotals } from "@/lib/features/runs/rebuild";
import { rebuildOrganization } from "@/lib/features/runs/rebuild-all";
import { compiledVersions } from "@/lib/features/runs/versions";
import { pools } from "@/lib/platform/db/pools";
import { type Tx, withNewTenant, withTenant } from "@/lib/platform/db/tenant";
import { execute } from "@/lib/platform/execute";
import { newId } from "@/lib/platform/id";
import type { Command } from "@/lib/platform/verb";
import { derived } from "@/tests/support/derived";
import { DOCUMENT, publishedProcess } from "@/tests/support/process";
import { NOW, newWorld, type OrgWorld } from "@/tests/support/world";

let world: OrgWorld;
let process: { id: string; versionId: string };
beforeAll(async () => {
  world = await newWorld();
  process = await publishedProcess(world.org.id);
});

const STAGES = DOCUMENT.stages.map(({ key }) => key);
const STEPS = DOCUMENT.stages.flatMap(({ steps }) => steps.map(({ key }) => key));
const CRITERIA = DOCUMENT.stages.flatMap(({ criteria }) => criteria.map(({ key }) => key));

/** Throwing away as the undo of an import does, many at a time. */
const BULK_DELETE = "in bulk";
/** All deals of one member given to another, as when somebody leaves. */
const GIVE = "given";

/** What a person might do next to a deal. Much of it will be refused; that too must leave everything equal. */
const stage = fc.constantFrom(...STAGES);
const step = fc.constantFrom(...STEPS);
const criterion = fc.constantFrom(...CRITERIA);
const amount = fc.option(
  fc.record({ minor: fc.integer({ min: 0, max: 9_000_000 }), currency: fc.constantFrom("EUR", "USD") }),
);
const action = fc.oneof(
  { weight: 4, arbitrary: stage.map((to) => ["deal.move", { to }] as const) },
  fc
    .constantFrom(...OUTCOMES)
    .chain((outcome) => amount.map((sum) => ["deal.close", { outcome, amount: sum }] as const)),
  { weight: 2, arbitrary: stage.map((stageKey) => ["deal.reopen", { stageKey }] as const) },
  { weight: 4, arbitrary: fc.constant(["deal.undo-move", {}] as const) },
  { weight: 2, arbitrary: step.map((stepKey) => ["deal.complete-step", { stepKey }] as const) },
  step.map((stepKey) => ["deal.waive-step", { stepKey, deviation: { reason: "buyer-asked" } }] as const),
  step.map((stepKey) => ["deal.undo-step", { stepKey }] as const),
  fc
    .oneof(
      step.map((stepKey) => ({ kind: "step", stepKey }) as const),
      fc.integer({ min: 1, max: 5 }).map((ordinal) => ({ kind: "visit", ordinal }) as const),
    )
    .map((about) => ["deal.explain", { about, deviation: { reason: "done-before" } }] as const),
  criterion.map((criterionKey) => ["deal.give-evidence", { criterionKey, kind: "document" }] as const),
  criterion.map((criterionKey) => ["deal.withdraw-evidence", { criterionKey }] as const),
  step.map((stepKey) => ["deal.log-activity", { activityId: "new", kind: "call", stepKey }] as const),
  amount.map((sum) => ["deal.edit", { fields: { amount: sum, segment: sum?.currency ?? null } }] as const),
  fc.boolean().map((other) => ["deal.edit", { fields: { ownerId: other ? "other" : "rep" } }] as const),
  fc.constant(["deal.delete", {}] as const),
  { weight: 2, arbitrary: fc.constant(["deal.restore", {}] as const) },
  fc.constant([BULK_DELETE, {}] as const),
  fc.boolean().map((back) => [GIVE, { back }] as const),
);
const history = fc.array(fc.record({ act: action, hours: fc.integer({ min: 0, max: 90 }) }), {
  minLength: 1,
  maxLength: 14,
});
const hoursAgo = fc.integer({ min: 1, max: 2000 });
const past = fc.option(
  fc.tuple(hoursAgo, hoursAgo).map(([a, b]) => [Math.max(a, b), Math.min(a, b)] as const),
);

/** Opens a deal that has a past, as the demo does: it was opened and moved so many hours before now. */
async function openWithPast(id: string, [opened, moved]: readonly [number, number]): Promise<void> {
  const past = (hours: number) => {
    const at = new Date(NOW.getTime() - hours * 3_600_000).toISOString();
    return { occurred: { day: at.slice(0, 10), at }, recordedAt: at };
  };
  await withTenant(world.owner.caller, NOW, async (tx, entered) => {
    const { versionId } = process;
    const [first = "", second = ""] = STAGES;
    const fields = { title: "With a past", owner: world.rep.id };
    const deal = {
      id,
      processId: process.id,
      events: [
        { type: "run.opened", versionId, stageKey: first, startKnown: true, fields, ...past(opened) },
        { type: "run.moved", from: first, to: second, deviation: null, ...past(moved) },
      ],
    } as const;
    const versions = await compiledVersions(tx, world.org.id, [versionId]);
    await openDeals(tx, { ...entered, reach: "all" }, [deal], versions);
  });
}

/** Throws a deal away in bulk; gives whether it was there to go. */
const deleteInBulk = (id: string, version: number, now: Date): Promise<boolean> =>
  withTenant(world.owner.caller, now, async (tx, entered) =>
    (await deleteDeals(tx, { ...entered, reach: "all" }, [{ id, version }])).has(id),
  );

/** Moves, closes and reopenings that were undone, over all histories. */
let slips = 0;

/** Gives all deals of one of the two to the other; gives the version that this one has by then. */
const give = (id: string, back: boolean, now: Date): Promise<number> =>
  withTenant(world.owner.caller, now, async (tx, entered) => {
    const [from, to] = back ? [world.otherRep.id, world.rep.id] : [world.rep.id, world.otherRep.id];
    await giveDeals(tx, { ...entered, reach: "all" }, from, to);
    return (await tx.run.findFirstOrThrow({ where: { id } })).version;
  });

/** Lives a history through the commands; gives the deal and how many of its actions were taken. */
async function live(
  actions: readonly { act: readonly [string, object]; hours: number }[],
  past: readonly [number, number] | null = null,
) {
  const id = newId();
  const by = world.owner.caller;
  let moment = NOW.getTime();
  const run = (name: string, input: object) =>
    execute(VERBS.get(name) as Command, by, { id, ...input }, { now: new Date(moment) });
  if (past) await openWithPast(id, past);
  else
    expect(
      await run("deal.create", { processId: process.id, title: "Model", ownerId: world.rep.id }),
    ).toMatchObject({ ok: true });
  let version = 1;
  let taken = 0;
  /** The numbers of the moves, closes and reopenings that stand, of which the last can be undone. */
  const turns = past ? [2] : [];
  for (const { act, hours } of actions) {
    moment += hours * 3_600_000;
    const [name, plain] = act;
    if (name === BULK_DELETE) {
      if (!(await deleteInBulk(id, version, new Date(moment)))) continue;
      taken++;
      version++;
      continue;
    }
    if (name === GIVE) {
      version = await give(id, (plain as { back: boolean }).back, new Date(moment));
      continue;
    }
    const people = { other: world.otherRep.id, rep: world.rep.id, new: newId() } as Record<string, string>;
    const filled = JSON.parse(JSON.stringify(plain), (_, v) =>
      typeof v === "string" ? (people[v] ?? v) : v,
    );
    const input = name === "deal.log-activity" ? filled : { version, ...filled };
    const result = await run(name, name === "deal.undo-move" ? { undo: turns.at(-1) ?? 1 } : input);
    if (name === "deal.undo-move") slips += Number(result.ok);
    if (!result.ok) continue;
    taken++;
    const changed = result.value as { version: number; seq: number };
    if (name === "deal.undo-move") turns.pop();
    if (["deal.move", "deal.close", "deal.reopen"].includes(name)) turns.push(changed.seq);
    version = changed.version;
  }
  return { id, taken };
}

/** Spoils what is derived, all of it. */
async function spoil(tx: Tx): Promise<void> {
  await tx.$executeRaw`update run set title = 'spoilt', seq = 0, opened_on = null, entered_on = null, entered_at = null,
    next_step_key = 'spoilt', next_due_on = null, owner_id = ${world.viewer.id}::uuid, status = 'open', closed_on = null,
    stage_key = 'spoilt', deleted_at = null, last_event_at = now()`;
  await tx.$executeRaw`update deal set amount_minor = 1, currency = 'XXX', segment = 'spoilt', outcome = null, close_reason = 'spoilt', deleted_at = null`;
  for (const model of [
    tx.stageVisit,
    tx.stepRecord,
    tx.criterionRecord,
    tx.fieldChange,
    tx.dueStep,
    tx.stageTotal,
  ] as const)
    await (model as typeof tx.stageVisit).deleteMany({});
}

describe("projections", () => {
  it("kept by the commands are those that the events give, whatever people did", async () => {
    let taken = 0;
    await fc.assert(
      fc.asyncProperty(history, past, async (actions, before) => {
        const lived = await live(actions, before);
        taken += lived.taken;
        const inTenant = <T>(work: Parameters<typeof withTenant<T>>[2]) =>
          withTenant(world.owner.caller, NOW, work);
        const kept = await inTenant((tx) => derived(tx));
        const undone = new Error("undone");
        const rebuilt = inTenant(async (tx, entered) => {
          const ctx = { ...entered, reach: "all" as const };
          const runs = await tx.run.findMany({ select: { id: true } });
          await spoil(tx);
          expect(await derived(tx)).not.toEqual(kept);
          expect(
            await rebuildProjections(
              tx,
              ctx,
              runs.map(({ id }) => id),
            ),
          ).toBe(runs.length);
          await recountTotals(tx, ctx);
          expect(await derived(tx)).toEqual(kept);
          throw undone;
        });
        await expect(rebuilt).rejects.toBe(undone);
      }),
      { numRuns: 40 },
    );
    expect(taken).toBeGreaterThan(40);
    expect(slips).toBeGreaterThan(5);
  }, 120_000);

  it("come back whole in a database where they were spoilt", async () => {
    const derivedNow = () => withNewTenant(world.org.id, derived);
    const kept = await derivedNow();
    await withNewTenant(world.org.id, spoil);
    expect(await derivedNow()).not.toEqual(kept);
    expect(await rebuildOrganization(world.org.id, NOW)).toBeGreaterThan(0);
    expect(await derivedNow()).toEqual(kept);
  });

  it("keep the totals that counting gives when the organisation's currency changes meanwhile", async () => {
    const other = await newWorld();
    const { id: processId } = await publishedProcess(other.org.id);
    const by = other.owner.caller;
    const ok = async (name: string, input: object) =>
      expect(await execute(VERBS.get(name) as Command, by, input, { now: NOW })).toMatchObject({ ok: true });
    const [moved, gone] = [newId(), newId()];
    for (const id of [moved, gone]) await ok("deal.create", { id, processId, title: "No amount yet" });
    await ok("organization.set", {
      version: 1,
      name: "World",
      timeZone: "Europe/Amsterdam",
      workingDays: [1, 2, 3, 4, 5],
      workFrom: "09:00",
      workUntil: "17:00",
      timing: { plannedDays: null, stepWindow: null },
      holidayRegion: "NL",
      currency: "USD",
      languages: ["en", "nl"],
    });
    await ok("deal.move", { id: moved, version: 1, to: "second" });
    await ok("deal.delete", { id: gone, version: 1 });
    const totals = () => withNewTenant(other.org.id, async (tx) => (await derived(tx)).stage_total);
    const kept = await totals();
    expect(JSON.parse(kept ?? "")).toMatchObject([{ stage_key: "second", currency: "USD", deals: 1 }]);
    await withTenant(by, NOW, (tx, entered) => recountTotals(tx, { ...entered, reach: "all" }));
    expect(await totals()).toBe(kept);
  });

  it("count a deal once that comes in while the totals are counted anew", async () => {
    const other = await newWorld();
    const { id: processId } = await publishedProcess(other.org.id);
    const create = (id: string) =>
      execute(VERBS.get("deal.create") as Command, other.owner.caller, {
        id,
        processId,
        title: "In between",
      });
    expect(await create(newId())).toMatchObject({ ok: true });
    const waiting = async (): Promise<boolean> => {
      const [row] = await pools().prisma.$queryRaw<{ waits: boolean }[]>`
        select exists (select from pg_locks where relation = 'stage_total'::regclass and not granted) as waits`;
      return row?.waits ?? false;
    };
    let second: ReturnType<typeof create> | undefined;
    await withTenant(other.owner.caller, NOW, async (tx, entered) => {
      /** Between forgetting the old totals and counting the new: the deal is in, or stands in line. */
      const deleteMany = async (args: Parameters<Tx["stageTotal"]["deleteMany"]>[0]) => {
        const gone = await tx.stageTotal.deleteMany(args);
        let settled = false;
        second = create(newId()).finally(() => {
          settled = true;
        });
        while (!settled && !(await waiting()));
        return gone;
      };
      const slow = new Proxy(tx, {
        get: (of, key) => (key === "stageTotal" ? { deleteMany } : Reflect.get(of, key)),
      });
      await recountTotals(slow, { ...entered, reach: "all" });
    });
    expect(await second).toMatchObject({ ok: true });
    const totals = await withNewTenant(other.org.id, async (tx) => (await derived(tx)).stage_total);
    expect(JSON.parse(totals ?? "")).toMatchObject([{ stage_key: "first", deals: 2 }]);
  });

  it("leave the events alone when made anew, and every other organisation", async () => {
    const other = await newWorld();
    const events = (id: string) => withNewTenant(id, (tx) => tx.event.count());
    const before = await events(world.org.id);
    const { id } = await live([{ act: ["deal.move", { to: "third" }], hours: 1 }]);
    const none = await withTenant(other.owner.caller, NOW, async (tx, entered) => {
      const count = await rebuildProjections(tx, { ...entered, reach: "all" }, [id]);
      await recountTotals(tx, { ...entered, reach: "all" });
      return count;
    });
    expect(none).toBe(0);
    expect(await events(world.org.id)).toBe(before + 2);
  });
});
