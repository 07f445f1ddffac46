import "server-only";
import { todayRule } from "@/lib/domain/guidance/rank-today";
import { asksToday } from "@/lib/domain/guidance/today-figures";
import { addDays } from "@/lib/domain/shared/day";
import { type Refusal, refuse } from "@/lib/domain/shared/result";
import { workerOf } from "@/lib/features/runs/step-owner";
import type { Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db/tenant";
import { command } from "@/lib/platform/verb";
import { SnoozeStep, WakeStep } from "./input";
import { findToday } from "./list";
import { isWaiting, putOff, takeBack } from "./store";

/** As far ahead as a step can be put off, in days. */
const FURTHEST = 366;

/**
 * Puts a step off for oneself until a day. It is out of one's list until then; its window stays what it was. Refuses
 * later-not-ahead, later-too-far and step-not-waiting.
 */
export const snoozeStep = command({
  name: "today.snooze",
  input: SnoozeStep,
  can: "deal.edit",
  owner: ({ tx, ctx, input }) => workerOf(tx, ctx, input.id, input.stepKey),
  async run({ tx, ctx, input }): Promise<{ id: string } | Refusal> {
    const { id, stepKey, until } = input;
    const field = { field: "until" };
    if (until <= ctx.today) return refuse("later-not-ahead", undefined, field);
    if (until > addDays(ctx.today, FURTHEST)) return refuse("later-too-far", undefined, field);
    if (!(await workerOf(tx, ctx, id, stepKey))) return refuse("not-found");
    if (!(await isWaiting(tx, ctx, id, stepKey))) return refuse("step-not-waiting");
    await putOff(tx, ctx, id, stepKey, until);
    return { id };
  },
});

/** Takes a step back into one's list that was put off. */
export const wakeStep = command({
  name: "today.wake",
  input: WakeStep,
  can: "deal.edit",
  owner: ({ tx, ctx, input }) => workerOf(tx, ctx, input.id, input.stepKey),
  async run({ tx, ctx, input }): Promise<{ id: string } | Refusal> {
    if (!(await workerOf(tx, ctx, input.id, input.stepKey))) return refuse("not-found");
    await takeBack(tx, ctx, input.id, input.stepKey);
    return { id: input.id };
  },
});

/** For other features: the steps that are late or end today for whoever `ctx` is, in Today's order. */
export async function stepsNow(tx: Tx, ctx: Ctx) {
  const { steps } = await findToday(tx, ctx);
  return steps.flatMap((step) => {
    const rule = todayRule(step, ctx.today);
    if (step.later !== null || !asksToday(rule)) return [];
    const { name, deal } = step.view(step);
    return [{ name, deal: deal.company ?? deal.title, late: rule !== "today" }];
  });
}
