import { afterAll, beforeAll, expect, it } from "vitest";
import type { Edit } from "@/lib/domain/process/edits";
import { closeDeal, completeStep, createDeal } from "@/lib/features/deals/commands";
import { editDraft, publishVersion, startDraft } from "@/lib/features/processes/commands";
import { processReplay } from "@/lib/features/processes/queries";
import type { Caller } from "@/lib/platform/context";
import { closePools } from "@/lib/platform/db/pools";
import { withNewTenant } from "@/lib/platform/db/tenant";
import { execute, read } from "@/lib/platform/execute";
import { newId } from "@/lib/platform/id";
import type { Command, Result } from "@/lib/platform/verb";
import { publishedProcess } from "../support/process";
import { NOW, newWorld, type OrgWorld } from "../support/world";

const DAY = 86_400_000;
let world: OrgWorld;
let manager: Caller;
let processId: string;

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}
/** Runs a command so many days before now. */
const ago = async (days: number, verb: Command, input: object) =>
  value(await execute(verb, manager, input, { now: new Date(NOW.getTime() - days * DAY) }));

/** A deal opened twenty days ago; `first-a` done so many days later, or never; then lost, or left open. */
async function deal(doneAfter: number | null, lost: boolean): Promise<string> {
  const id = newId();
  await ago(20, createDeal as Command, { id, processId, title: `Deal ${id}`, ownerId: world.rep.id });
  if (doneAfter !== null)
    await ago(20 - doneAfter, completeStep as Command, { id, version: 1, stepKey: "first-a" });
  if (lost) await ago(2, closeDeal as Command, { id, version: doneAfter === null ? 1 : 2, outcome: "lost" });
  return id;
}

beforeAll(async () => {
  world = await newWorld("Replay");
  manager = world.manager.caller;
  processId = (await publishedProcess(world.org.id)).id;
});
afterAll(closePools);

it("holds a draft against closed deals and says what it would change for open ones; publishing changes none of them", async () => {
  await deal(1, true);
  await deal(9, true);
  await deal(null, true);
  const open = await deal(null, false);
  const versionId = newId();
  value(await execute(startDraft, manager, { id: versionId, processId }));
  const edits: Edit[] = [
    {
      type: "step.set",
      stepKey: "first-a",
      set: { window: { anchor: { kind: "stage-entry" }, unit: "calendar-days", earliest: null, latest: 5 } },
    },
    { type: "step.remove", stepKey: "first-b" },
  ];
  value(await execute(editDraft, manager, { processId, versionId, revision: 0, edits }));

  const replay = value(await read(processReplay, manager, { processId }, { now: NOW }));
  expect(replay).toMatchObject({
    cases: 3,
    open: 1,
    changes: [
      { what: "step", key: "first-a", change: "retimed", reached: 3, kept: 1, otherwise: 1, not: 1 },
      { what: "step", key: "first-b", change: "removed", reached: 3, kept: 0, not: 3 },
    ],
    flagged: { before: 3, after: 2 },
    runs: [{ id: open, from: "first", to: "first", added: [], gone: ["first-b"] }],
  });

  const events = () =>
    withNewTenant(world.org.id, (tx) =>
      tx.event.findMany({ where: { orgId: world.org.id }, orderBy: [{ runId: "asc" }, { seq: "asc" }] }),
    );
  const before = await events();
  const published = { processId, versionId, revision: 1, why: "Tighter" };
  value(await execute(publishVersion, manager, published, { now: NOW }));
  expect(await events()).toEqual(before);
});

it("is not there without a draft, nor for who may not edit", async () => {
  expect(await read(processReplay, manager, { processId })).toMatchObject({ refusal: { code: "not-found" } });
  expect(await read(processReplay, world.rep.caller, { processId })).toMatchObject({
    refusal: { code: "not-allowed" },
  });
});
