import "server-only";
import type { z } from "zod";
import { decideCallAgain, decideDebrief, heldMoment } from "@/lib/domain/calls/decide";
import type { CallState } from "@/lib/domain/calls/types";
import { stepOf } from "@/lib/domain/process/compile";
import { decideCompleteStep } from "@/lib/domain/run/decide-step";
import type { RunEventBody } from "@/lib/domain/run/events";
import type { Occurred } from "@/lib/domain/shared/day";
import { isRefusal, type Refusal, refuse } from "@/lib/domain/shared/result";
import { dayOf } from "@/lib/domain/timing/zone";
import { keepText, tellMentioned } from "@/lib/features/inbox/commands";
import { writeActivities } from "@/lib/features/runs/open";
import { type LoadedRun, lockRun, recordOn } from "@/lib/features/runs/record";
import { addTask } from "@/lib/features/tasks/commands";
import type { Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db/tenant";
import { command } from "@/lib/platform/verb";
import { type CallChanged, nowOf, ownerOfCall } from "./change";
import { CallChange, DebriefCall, MOST_LEARNED } from "./input";
import { refuseUnknown } from "./plan";
import { lastActivityBut, placeOf, removeActivity, renoteActivity } from "./store";

type Said = z.output<typeof DebriefCall>;

/** Whether the deal's step was done by this very call. */
const doneByIt = ({ state }: LoadedRun, stepKey: string | null, callId: string): boolean =>
  stepKey !== null && state.steps[stepKey]?.status === "done" && state.steps[stepKey]?.activityId === callId;

/**
 * What a debrief comes to on the deal: the call once, under the id of the call, and the step that it does, or no longer does.
 */
function onDeal(
  ctx: Ctx,
  deal: LoadedRun,
  { id, was, debrief, occurred }: { id: string; was: CallState; debrief: Said; occurred: Occurred },
): RunEventBody[] | Refusal {
  const { stepKey, channel } = was.plan;
  const events: RunEventBody[] = [];
  const does = stepKey !== null && debrief.stepDone && stepOf(deal.compiled, stepKey) !== null;
  if (was.status !== "held")
    events.push({ type: "activity.logged", activityId: id, kind: channel, stepKey: does ? stepKey : null });
  if (does && deal.state.status === "open") {
    const done = decideCompleteStep(
      deal.state,
      deal.compiled,
      { stepKey, activityId: id, occurred },
      ctx.today,
    );
    if (isRefusal(done)) return done;
    events.push(...done);
  } else if (!debrief.stepDone && stepKey !== null && doneByIt(deal, stepKey, id))
    events.push({ type: "step.undone", stepKey });
  return events;
}

/** When a call counts as held on its deal: as planned, or now; never before the deal began. */
function momentOnDeal(ctx: Ctx, deal: LoadedRun, plannedAt: string): Occurred {
  const now = nowOf(ctx);
  const at = Date.parse(plannedAt) < ctx.now.getTime() ? plannedAt : ctx.now.toISOString();
  const held = { day: dayOf(at, ctx.org.timeZone), at };
  const { opened, startKnown } = deal.state;
  const early = startKnown && (opened.at ? Date.parse(at) < Date.parse(opened.at) : held.day < opened.day);
  return early ? now : held;
}

/**
 * Writes down what came of a call, or writes it anew: whether the goal was reached, what was learned, which objections came up.
 * In the same transaction it stands on the deal as one activity, however often it is written, does the step it was planned for,
 * and puts down what is next as a task. Refuses call-cancelled.
 */
export const debriefCall = command({
  name: "call.debrief",
  input: DebriefCall,
  can: "deal.edit",
  owner: ({ tx, ctx, input }) => ownerOfCall(tx, ctx, input.id),
  async run({ tx, ctx, input }): Promise<CallChanged | Refusal> {
    const place = await placeOf(tx, ctx.org.id, input.id);
    // The deal is locked first, as everything else that changes both does.
    const deal = place && (await lockRun(tx, ctx, place.dealId));
    const call = deal && (await lockRun(tx, ctx, input.id, { kind: "call" }));
    const was = call?.state.call;
    if (!deal || !call || !was) return refuse("not-found");
    const unknown = await refuseUnknown(tx, ctx, { objections: input.heard }, undefined);
    if (unknown) return unknown;
    const learned = await keepText(tx, ctx, input.learned, MOST_LEARNED);
    const debrief = {
      result: input.result,
      learned,
      heard: [...new Set(input.heard)],
      stepDone: input.stepDone,
    };
    const recorded = await recordOn(
      tx,
      ctx,
      {
        id: input.id,
        kind: "call",
        version: input.version,
        occurred: heldMoment(call.state, ctx.now.toISOString(), ctx.org.timeZone),
      },
      (run) => decideDebrief(run.state, run.compiled, debrief),
    );
    if (isRefusal(recorded)) return recorded;
    const occurred = momentOnDeal(ctx, deal, was.plan.at);
    const told = await recordOn(tx, ctx, { id: deal.id, version: null, occurred }, (run) =>
      onDeal(ctx, run, { id: input.id, was, debrief: input, occurred }),
    );
    if (isRefusal(told)) return told;
    await keepActivity(tx, ctx, { call, deal, was, note: learned, stepDone: input.stepDone, occurred });
    const next = input.task && (await addNext(tx, ctx, call, deal.id, input.task));
    return isRefusal(next) ? next : { id: recorded.id, version: recorded.version };
  },
});

async function keepActivity(
  tx: Tx,
  ctx: Ctx,
  about: {
    call: LoadedRun;
    deal: LoadedRun;
    was: CallState;
    note: string;
    stepDone: boolean;
    occurred: Occurred;
  },
): Promise<void> {
  const { call, deal, was, note, stepDone, occurred } = about;
  if (was.status === "held") await renoteActivity(tx, ctx, call.id, note);
  else
    await writeActivities(tx, ctx, [
      {
        id: call.id,
        runId: deal.id,
        kind: was.plan.channel,
        stepKey: stepDone ? was.plan.stepKey : null,
        twoWay: true,
        note,
        occurred,
        actorId: String(call.state.fields.owner),
      },
    ]);
  await tellMentioned(tx, ctx, {
    text: note,
    before: was.debrief?.learned ?? null,
    about: { runId: deal.id, activityId: call.id },
    sightOf: deal.id,
  });
}

/** What is next, as a task of whoever says so; an API key is nobody, so then of who held the call. */
function addNext(
  tx: Tx,
  ctx: Ctx,
  call: LoadedRun,
  dealId: string,
  { id, title, day, assigneeId: said }: NonNullable<Said["task"]>,
) {
  const due = day === null ? null : { day, minutes: null };
  const assigneeId = said ?? (ctx.member.kind === "member" ? ctx.member.id : String(call.state.fields.owner));
  const nothing = { note: null, companyId: null, contactId: null, remind: null };
  return addTask.run({ tx, ctx, input: { id, kind: "task", title, dealId, due, assigneeId, ...nothing } });
}

/**
 * Takes a debrief or a cancellation back: the call is planned again, its activity is gone from the deal, and the step that it did
 * waits again. What was typed is kept for the next time.
 */
export const reopenCall = command({
  name: "call.reopen",
  input: CallChange,
  can: "deal.edit",
  owner: ({ tx, ctx, input }) => ownerOfCall(tx, ctx, input.id),
  async run({ tx, ctx, input }): Promise<CallChanged | Refusal> {
    const place = await placeOf(tx, ctx.org.id, input.id);
    const deal = place && (await lockRun(tx, ctx, place.dealId));
    if (!deal) return refuse("not-found");
    let was: CallState | null = null;
    const recorded = await recordOn(
      tx,
      ctx,
      { id: input.id, kind: "call", version: input.version, occurred: nowOf(ctx) },
      (run) => {
        was = run.state.call;
        return decideCallAgain(run.state);
      },
    );
    if (isRefusal(recorded)) return recorded;
    const before = was as CallState | null;
    if (before?.status === "held") {
      const last = await lastActivityBut(tx, ctx.org.id, deal.id, input.id);
      const { stepKey } = before.plan;
      const told = await recordOn(tx, ctx, { id: deal.id, version: null, occurred: nowOf(ctx) }, (run) => [
        { type: "activity.withdrawn", activityId: input.id, last },
        ...(stepKey !== null && doneByIt(run, stepKey, input.id)
          ? [{ type: "step.undone" as const, stepKey }]
          : []),
      ]);
      if (isRefusal(told)) return told;
      await removeActivity(tx, ctx, input.id);
    }
    return { id: recorded.id, version: recorded.version };
  },
});
