import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { dueSteps } from "@/lib/domain/guidance/due-steps";
import { newStep } from "@/lib/domain/process/blank";
import type { Edit } from "@/lib/domain/process/edits";
import { project } from "@/lib/domain/run/project";
import { versionsIn } from "@/lib/domain/run/versions-in";
import {
  closeDeal,
  completeStep,
  createDeal,
  deleteDeal,
  editDeal,
  moveDeal,
} from "@/lib/features/deals/commands";
import { editDraft, moveDeals, publishVersion, startDraft } from "@/lib/features/processes/commands";
import { processMoves, processPublishing } from "@/lib/features/processes/queries";
import type { Move, Moves } from "@/lib/features/processes/view";
import { eventsOf } from "@/lib/features/runs/events-store";
import { compiledVersions, ordersOf } from "@/lib/features/runs/versions";
import { calendarOf } from "@/lib/platform/calendar";
import type { Caller } from "@/lib/platform/context";
import { closePools } from "@/lib/platform/db/pools";
import { execute, read } from "@/lib/platform/execute";
import { newId } from "@/lib/platform/id";
import type { Command, Result } from "@/lib/platform/verb";
import { DOCUMENT, publishedProcess } from "../support/process";
import { NOW, newWorld, type OrgWorld } from "../support/world";
import { inside } from "./insights-fixtures";

const DAY = 86_400_000;
let world: OrgWorld;
let manager: Caller;

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}
/** Runs a command so many days before now. */
const ago = async (days: number, verb: Command, input: object) =>
  value(await execute(verb, manager, input, { now: new Date(NOW.getTime() - days * DAY) }));

beforeAll(async () => {
  world = await newWorld("Moves");
  manager = world.manager.caller;
});
afterAll(closePools);

/** A draft in which `second` is gone, and `third` and `first` ask for other things at other moments. */
async function drawnDraft(processId: string): Promise<string> {
  const versionId = newId();
  value(await execute(startDraft, manager, { id: versionId, processId }));
  const within = (latest: number) =>
    ({ anchor: { kind: "stage-entry" }, unit: "calendar-days", earliest: null, latest }) as const;
  const added = {
    ...newStep("new", { en: "New" }),
    owner: { kind: "run-owner" },
    window: within(3),
    importance: "key",
  } as const;
  const edits: Edit[] = [
    { type: "step.set", stepKey: "first-a", set: { window: within(5) } },
    { type: "step.remove", stepKey: "first-b" },
    { type: "stage.remove", stageKey: "second" },
    { type: "step.add", stageKey: "third", step: added, index: 0 },
  ];
  value(await execute(editDraft, manager, { processId, versionId, revision: 0, edits }));
  return versionId;
}

/** A deal of some days ago that went on to a stage, with some of its steps done. */
async function deal(
  processId: string,
  { age, to, done }: { age: number; to: number; done: readonly string[] },
): Promise<string> {
  const id = newId();
  await ago(age, createDeal as Command, { id, processId, title: "Deal", ownerId: world.rep.id });
  let version = 1;
  for (const stepKey of done)
    await ago(age - 1, completeStep as Command, { id, version: version++, stepKey });
  const stages = DOCUMENT.stages.map(({ key }) => key);
  for (let at = 1; at <= to; at++)
    await ago(age - 2 - at, moveDeal as Command, { id, version: version++, to: stages[at] });
  return id;
}

/** What a deal asks for now and where it is, from its events. */
const standing = (id: string) =>
  inside(manager, async (tx, ctx) => {
    const events = await eventsOf(tx, ctx.org.id, id);
    const versions = await compiledVersions(tx, ctx.org.id, versionsIn(events));
    const state = project(events, ordersOf(versions));
    const version = versions.get(state.versionId);
    if (!version) throw new Error("no version");
    const due = dueSteps(version, state, calendarOf(ctx.org), ctx.now.toISOString());
    const row = await tx.run.findUniqueOrThrow({ where: { orgId_id: { orgId: ctx.org.id, id } } });
    return { events, state, row, due };
  });
const keys = (steps: readonly { stepKey: string }[]) => steps.map(({ stepKey }) => stepKey).sort();
const moves = async (input: object): Promise<Moves> =>
  value(await read(processMoves, manager, input, { now: NOW })) as Moves;
const goes = ({ id, version, to }: Move) => ({ id, version, stageKey: to ?? "" });

const anyDeal = fc.record({
  age: fc.integer({ min: 8, max: 60 }),
  to: fc.nat({ max: 2 }),
  done: fc.subarray(["first-a", "first-b", "second-a", "third-b"]),
});

it("moves open deals exactly as it was previewed, rewrites nothing, and takes it back", async () => {
  const stages = { second: "third" };
  await fc.assert(
    fc.asyncProperty(fc.array(anyDeal, { minLength: 1, maxLength: 6 }), async (specs) => {
      const processId = (await publishedProcess(world.org.id)).id;
      const ids = [];
      for (const spec of specs) ids.push(await deal(processId, spec));
      const stale = await deal(processId, { age: 20, to: 0, done: [] });
      const versionId = await drawnDraft(processId);
      const unmapped = await moves({ processId, to: "draft" });
      for (const { from, to } of unmapped.deals) expect(to).toBe(from === "second" ? null : from);
      const preview = await moves({ processId, to: "draft", stages });
      expect(preview.total).toBe(ids.length + 1);
      const before = new Map(await Promise.all(ids.map(async (id) => [id, await standing(id)] as const)));
      await ago(0, editDeal as Command, { id: stale, version: 1, fields: { title: "Changed since" } });

      const published = value(
        await execute(
          publishVersion,
          manager,
          { processId, versionId, revision: 1, why: "Shorter", deals: preview.deals.map(goes) },
          { now: NOW },
        ),
      );
      expect(published.kept).toEqual([{ id: stale, why: "stale" }]);
      expect(published.moved.map(({ id }) => id).sort()).toEqual([...ids].sort());
      for (const id of ids) {
        const shown = preview.deals.find((one) => one.id === id);
        const [was, is] = [before.get(id), await standing(id)];
        if (!shown || !was) throw new Error("a deal was not previewed");
        expect(is.state.stageKey).toBe(shown.to);
        expect(is.row).toMatchObject({ versionId, stageKey: shown.to, nextStepKey: shown.next.after });
        expect(keys(is.due.filter(({ stepKey }) => !keys(was.due).includes(stepKey)))).toEqual(
          [...shown.added].sort(),
        );
        expect(keys(was.due.filter(({ stepKey }) => !keys(is.due).includes(stepKey)))).toEqual(
          [...shown.gone].sort(),
        );
        const late = (due: typeof is.due) => keys(due.filter(({ timing }) => timing === "overdue"));
        expect(late(is.due).filter((key) => !late(was.due).includes(key))).toEqual([...shown.overdue].sort());
        expect(is.events.slice(0, -1)).toEqual(was.events);
        expect(is.row.enteredOn).toEqual(was.row.enteredOn);
      }
      const perStage = await inside(manager, (tx, ctx) =>
        tx.stageTotal.groupBy({
          by: ["stageKey"],
          where: { orgId: ctx.org.id, processId },
          _sum: { deals: true },
        }),
      );
      const counted = Object.fromEntries(
        perStage.flatMap(({ stageKey, _sum }) => (_sum.deals ? [[stageKey, _sum.deals]] : [])),
      );
      const wanted: Record<string, number> = {};
      for (const { to } of preview.deals) wanted[to ?? ""] = (wanted[to ?? ""] ?? 0) + 1;
      expect(counted).toEqual(wanted);
      expect((await moves({ processId, to: "published" })).deals.map(({ id }) => id)).toEqual([stale]);

      value(await execute(moveDeals, manager, { processId, deals: [...published.moved] }, { now: NOW }));
      for (const id of ids) {
        const [was, is] = [before.get(id), await standing(id)];
        const { versionId: version, stageKey, nextStepKey, enteredOn, enteredAt } = is.row;
        expect({ version, stageKey, nextStepKey, enteredOn, enteredAt }).toEqual({
          version: was?.row.versionId,
          stageKey: was?.row.stageKey,
          nextStepKey: was?.row.nextStepKey,
          enteredOn: was?.row.enteredOn,
          enteredAt: was?.row.enteredAt,
        });
      }
    }),
    { numRuns: 6 },
  );
});

it("names what cannot go, and moves the rest", async () => {
  const { id: processId, versionId: first } = await publishedProcess(world.org.id);
  const other = await publishedProcess(world.org.id);
  const foreign = await deal(other.id, { age: 20, to: 0, done: [] });
  const gone = await deal(processId, { age: 20, to: 0, done: [] });
  await ago(1, deleteDeal as Command, { id: gone, version: 1 });
  const closed = await deal(processId, { age: 20, to: 0, done: [] });
  await ago(1, closeDeal as Command, { id: closed, version: 1, outcome: "lost" });
  const open = await deal(processId, { age: 20, to: 0, done: [] });
  const nowhere = await deal(processId, { age: 20, to: 0, done: [] });
  const versionId = await drawnDraft(processId);
  const go = (id: string, version: number, stageKey = "first", onto = versionId) => ({
    id,
    version,
    stageKey,
    versionId: onto,
  });
  const ask = (...deals: ReturnType<typeof go>[]) =>
    execute(moveDeals, manager, { processId, deals }, { now: NOW });
  const notThere = { ok: false, refusal: { code: "not-found" } };
  expect(await ask(go(open, 1))).toMatchObject(notThere);
  value(
    await execute(publishVersion, manager, { processId, versionId, revision: 1, why: "x" }, { now: NOW }),
  );
  for (const wrong of [go(foreign, 1), go(newId(), 1), go(open, 1, "first", other.versionId)])
    expect(await ask(go(open, 1), wrong)).toMatchObject(notThere);
  const result = await ask(go(gone, 2), go(closed, 2), go(nowhere, 1, "second"), go(open, 1), go(open, 2));
  expect(value(result)).toEqual({
    moved: [{ id: open, version: 2, versionId: first, stageKey: "first" }],
    kept: [
      { id: gone, why: "not-found" },
      { id: closed, why: "run-closed" },
      { id: nowhere, why: "stage-unmapped" },
      { id: open, why: "version-same" },
    ],
  });
});

it("keeps nothing of a version whose publishing was taken back", async () => {
  const { id: processId } = await publishedProcess(world.org.id);
  const open = await deal(processId, { age: 20, to: 0, done: [] });
  const foreign = await deal((await publishedProcess(world.org.id)).id, { age: 20, to: 0, done: [] });
  const versionId = await drawnDraft(processId);
  const publish = (revision: number, ...ids: string[]) =>
    execute(
      publishVersion,
      manager,
      {
        processId,
        versionId,
        revision,
        why: "x",
        deals: ids.map((id) => ({ id, version: 1, stageKey: "first" })),
      },
      { now: NOW },
    );
  expect(await publish(1, open, foreign)).toMatchObject({ refusal: { code: "not-found" } });
  const late = { ...newStep("late", { en: "Late" }), owner: { kind: "run-owner" } as const };
  const edits: Edit[] = [{ type: "step.add", stageKey: "first", step: late, index: 0 }];
  value(await execute(editDraft, manager, { processId, versionId, revision: 1, edits }));
  value(await publish(2, open));
  expect(keys((await standing(open)).due)).toContain("late");
});

it("shows what changes, how the last closed deals went by it, and for whom", async () => {
  const processId = (await publishedProcess(world.org.id)).id;
  const lost = async (done: readonly string[], doneAfter: number) => {
    const id = newId();
    await ago(20, createDeal as Command, { id, processId, title: "Deal", ownerId: world.rep.id });
    for (const stepKey of done)
      await ago(20 - doneAfter, completeStep as Command, { id, version: 1, stepKey });
    await ago(2, closeDeal as Command, { id, version: 1 + done.length, outcome: "lost" });
    return id;
  };
  const ids = [await lost(["first-a"], 1), await lost(["first-a"], 9), await lost([], 0)];
  const of = (key: string) => ({ what: "step", key });
  await drawnDraft(processId);
  const shown = value(await read(processPublishing, manager, { processId }, { now: NOW }));
  expect(shown).toMatchObject({
    number: 2,
    errors: 0,
    published: { number: 1 },
    replay: {
      // The last one closed comes first: without a step, with a late one, with one in time.
      cases: [...ids].reverse().map((id) => ({ id, outcome: "lost", amount: null })),
      flagged: { before: [0, 1, 2], after: [0, 1] },
    },
    impacts: [{ owner: { kind: "run-owner" }, added: ["new"], otherwise: ["first-a"] }],
  });
  const { replay, baselines } = shown as Exclude<typeof shown, { code: string }>;
  expect(baselines.map(({ metric, stageKey, recent }) => [metric, stageKey, recent])).toEqual([
    ["win-rate", undefined, 3],
    ["cycle-days", undefined, 0],
    ["stage-days", "first", 3],
    ["stage-days", "third", 0],
    ["steps-on-time", undefined, 3],
    ["deal-value", undefined, 0],
  ]);
  expect(baselines[0]?.sample).toEqual({ kind: "share", k: 0, n: 3 });
  expect(baselines[2]?.sample).toEqual({ kind: "days", days: [[18, 3]] });
  expect(replay?.changes).toEqual(
    expect.arrayContaining([
      { ...of("first-a"), change: "retimed", reached: [0, 1, 2], kept: [2], otherwise: [1], not: [0] },
      { ...of("first-b"), change: "removed", reached: [0, 1, 2], kept: [0, 1, 2], otherwise: [], not: [] },
    ]),
  );
});

it("is not there without a draft, nor for who may not publish", async () => {
  const processId = (await publishedProcess(world.org.id)).id;
  for (const ask of [
    (by: Caller) => read(processPublishing, by, { processId }),
    (by: Caller) => read(processMoves, by, { processId, to: "draft" }),
  ]) {
    expect(await ask(manager)).toMatchObject({ refusal: { code: "not-found" } });
    expect(await ask(world.rep.caller)).toMatchObject({ refusal: { code: "not-allowed" } });
  }
});

it("names the required steps that no closed deal did, with the deals that they were due in", async () => {
  const processId = (await publishedProcess(world.org.id)).id;
  const closedDeal = async (to: number, done: readonly string[]) => {
    const id = await deal(processId, { age: 30, to, done });
    await ago(2, closeDeal as Command, { id, version: 1 + done.length + to, outcome: "lost" });
    return id;
  };
  const ids = [await closedDeal(1, ["first-a"]), await closedDeal(0, []), await closedDeal(1, ["first-a"])];
  value(await execute(startDraft, manager, { id: newId(), processId }));
  const shown = value(await read(processPublishing, manager, { processId }, { now: NOW }));
  const { replay } = shown as Exclude<typeof shown, { code: string }>;
  const dealsOf = (stepKey: string) =>
    replay?.never
      .find((one) => one.stepKey === stepKey)
      ?.reached.map((at) => replay.cases[at]?.id)
      .sort();
  expect(replay?.never.map(({ stepKey }) => stepKey).sort()).toEqual(["first-b", "second-a", "second-b"]);
  expect(dealsOf("first-b")).toEqual([...ids].sort());
  expect(dealsOf("second-a")).toEqual([ids[0], ids[2]].sort());
});
