import { type CompiledVersion, stepOf } from "../process/compile";
import type { RunEventBody } from "../run/events";
import { lastTurn } from "../run/limits";
import type { RunState } from "../run/state";
import type { Instant, Occurred } from "../shared/day";
import { equal } from "../shared/equal";
import { type Refusal, refuse } from "../shared/result";
import { compareOccurred } from "../timing/order";
import { dayOf } from "../timing/zone";
import type { CallCancellation, CallDebrief, CallPlan } from "./types";

/** The version that a call runs on: of a call process, in its first stage; or, without one, the deal's, and in no stage of it. */
export type CallOpening = {
  readonly versionId: string;
  readonly stageKey: string | null;
  readonly ownerId: string;
  readonly contactId: string | null;
};

/** Opens a call with its plan. */
export const decidePlan = (opening: CallOpening, plan: CallPlan): [RunEventBody, ...RunEventBody[]] => [
  {
    type: "run.opened",
    versionId: opening.versionId,
    stageKey: opening.stageKey,
    startKnown: true,
    fields: { title: plan.goal, owner: opening.ownerId, contact: opening.contactId },
  },
  { type: "call.planned", plan },
];

/** Writes another plan, at another moment or by somebody else. Refuses call-held and call-cancelled. */
export function decideReplan(
  { call, fields }: RunState,
  plan: CallPlan,
  ownerId: string,
): RunEventBody[] | Refusal {
  if (!call) return refuse("not-found");
  if (call.status !== "planned") return refuse(call.status === "held" ? "call-held" : "call-cancelled");
  const events: RunEventBody[] = [];
  if (!equal(call.plan, plan)) events.push({ type: "call.planned", plan });
  if (fields.owner !== ownerId)
    events.push({ type: "field.changed", field: "owner", from: fields.owner ?? null, to: ownerId });
  return events;
}

/**
 * When a call took place: as planned, or now when it was planned for later than that; never before it was written down, so
 * that its run stays in order.
 */
export function heldMoment(state: RunState, now: Instant, timeZone: string): Occurred {
  const planned = state.call?.plan.at ?? now;
  const at = Date.parse(planned) < Date.parse(now) ? planned : now;
  const held = { day: dayOf(at, timeZone), at };
  const last = lastTurn(state);
  return last && compareOccurred(held, last) < 0 ? last : held;
}

/**
 * Writes down what came of a call, or writes it anew. The first time, the run goes through the stages that are left and ends:
 * a call takes minutes, nobody moves it from stage to stage. Refuses call-cancelled.
 */
export function decideDebrief(
  { call, stageKey }: RunState,
  version: CompiledVersion,
  debrief: CallDebrief,
): RunEventBody[] | Refusal {
  if (!call) return refuse("not-found");
  if (call.status === "cancelled") return refuse("call-cancelled");
  if (call.status === "held")
    return equal(call.debrief, debrief) ? [] : [{ type: "call.debriefed", debrief }];
  const from =
    stageKey === null ? version.stages.length : (version.stageAt[stageKey] ?? version.stages.length);
  const moves = version.stages.slice(from + 1).map(
    ({ key }, index): RunEventBody => ({
      type: "run.moved",
      from: version.stages[from + index]?.key ?? null,
      to: key,
      deviation: null,
    }),
  );
  return [...moves, { type: "call.debriefed", debrief }];
}

/** Says that a call was not held, and why. Refuses call-held. */
export function decideCancel(
  { call }: RunState,
  { reason, note }: CallCancellation,
): RunEventBody[] | Refusal {
  if (!call) return refuse("not-found");
  if (call.status === "held") return refuse("call-held");
  const said = { reason, note: note?.trim() || null };
  if (call.status === "cancelled" && equal(call.cancellation, said)) return [];
  return [{ type: "call.cancelled", ...said }];
}

/** Takes a debrief or a cancellation back: the call is planned again. Nothing happens when it is. */
export function decideCallAgain({ call }: RunState): RunEventBody[] | Refusal {
  if (!call) return refuse("not-found");
  return call.status === "planned" ? [] : [{ type: "call.reopened" }];
}

/**
 * Ticks a step of the call process, or takes the tick back. Also after the debrief: a summary is sent the day after. Nothing
 * happens when it is so already. Refuses step-unknown, also for a call without a call process: the steps of the deal are not its own.
 */
export function decideCallStep(
  { stageKey, steps }: RunState,
  version: CompiledVersion,
  { stepKey, done }: { readonly stepKey: string; readonly done: boolean },
): RunEventBody[] | Refusal {
  if (stageKey === null || !stepOf(version, stepKey))
    return refuse("step-unknown", undefined, { field: "stepKey" });
  if ((steps[stepKey]?.status === "done") === done) return [];
  return done ? [{ type: "step.completed", stepKey, activityId: null }] : [{ type: "step.undone", stepKey }];
}
