import { afterAll, beforeAll, expect, it } from "vitest";
import { VERBS } from "@/lib/features/registry";
import { closePools } from "@/lib/platform/db/pools";
import { execute } from "@/lib/platform/execute";
import { newId } from "@/lib/platform/id";
import type { Command } from "@/lib/platform/verb";
import { dryRun } from "../architecture/dry-run";
import { type Ground, newGround } from "../architecture/ground";
import { SAMPLES } from "../architecture/samples";
import { quiet } from "../support/quiet";
import { NOW } from "../support/world";

const WHO = ["owner", "rep"] as const;
let ground: Ground;
beforeAll(async () => {
  ground = await newGround();
  // What the ground itself is made of must be old by the first answer.
  await quiet(ground.world.owner.caller);
});
afterAll(closePools);

/** What every read of the product says to two people, of all that is not about calls (the inbox tells who is to hold one, and the trash has those thrown away); `which` narrows it by name. */
async function everyAnswer(which: (name: string) => boolean): Promise<Record<string, string>> {
  const told: Record<string, string> = {};
  for (const verb of VERBS.values()) {
    if (verb.kind === "command" || /^(calls|inbox|trash)\./.test(verb.name) || !which(verb.name)) continue;
    for (const who of WHO) {
      const input = SAMPLES[verb.name]?.({ ...ground.ids, ...ground.deals[who] });
      const { text } = await dryRun(verb, ground.world[who].caller, input);
      // How far the log is read moves with every transaction.
      told[`${verb.name} to ${who}`] = text.replace(/"cursor"\s*:\s*"\d+"/, "");
    }
  }
  return told;
}

/** The reads that say something else now. */
const changed = (before: Record<string, string>, after: Record<string, string>): string[] =>
  Object.keys(before).filter((name) => before[name] !== after[name]);

async function must(name: string, input: object, who: (typeof WHO)[number] = "owner"): Promise<void> {
  const verb = VERBS.get(name) as Command;
  expect(await execute(verb, ground.world[who].caller, input, { now: NOW }), name).toMatchObject({
    ok: true,
  });
}

/** A call on the rep's open deal, by its first stages or on no call process. */
async function planned(processId: string | null): Promise<string> {
  const id = newId();
  const when = { day: "2026-11-25", minutes: 600 };
  await must("call.plan", {
    id,
    dealId: ground.deals.rep.deal,
    processId,
    when,
    ownerId: ground.world.rep.id,
  });
  return id;
}

it("calls that are planned, cancelled or thrown away change no board, list, figure, search or file", async () => {
  const before = await everyAnswer(() => true);
  expect(Object.keys(before).length).toBeGreaterThan(80);
  for (const processId of [ground.ids.callProcess, null]) {
    await planned(processId);
    await must("call.cancel", { id: await planned(processId), version: 1, reason: "no-show" });
    await must("call.delete", { id: await planned(processId), version: 1 });
  }
  expect(changed(before, await everyAnswer(() => true))).toEqual([]);
});

it("calls that were held change no figure and no process", async () => {
  // That the rep logs something is counted: here they did already.
  const activity = { activityId: newId(), kind: "call", note: "Spoke" };
  await must("deal.log-activity", { id: ground.deals.rep.deal, ...activity }, "rep");
  const figures = (name: string) => /^(insights|maturity|processes|trash|member|organization)\b/.test(name);
  const before = await everyAnswer(figures);
  expect(Object.keys(before).length).toBeGreaterThan(20);
  for (const processId of [ground.ids.callProcess, null])
    await must("call.debrief", { id: await planned(processId), version: 1, result: "yes" });
  expect(changed(before, await everyAnswer(figures))).toEqual([]);
});

it("no verb of deals finds a call", async () => {
  const id = await planned(ground.ids.callProcess);
  for (const verb of VERBS.values()) {
    if (!/^deals?\./.test(verb.name) || verb.name === "deal.create") continue;
    const input = SAMPLES[verb.name]?.({ ...ground.ids, ...ground.deals.rep });
    if (!input || !("id" in input)) continue;
    const told = await dryRun(verb, ground.world.owner.caller, { ...input, id });
    expect(told.outcome, verb.name).toBe("not-found");
  }
});
