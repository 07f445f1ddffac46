import "server-only";
import { decideCallStep, decideCancel } from "@/lib/domain/calls/decide";
import { refuse } from "@/lib/domain/shared/result";
import { callCommand } from "./change";
import { CallChange, CallRef, CancelCall, TickCallStep } from "./input";

export { debriefCall, reopenCall } from "./debrief";
export { callsNow } from "./now";
export { changeCall, planCall } from "./plan";

/** Says that a call was not held, and why. Refuses call-held. */
export const cancelCall = callCommand({
  name: "call.cancel",
  input: CancelCall,
  decide: ({ state }, said) => decideCancel(state, said),
});

/** Ticks a step of the call process, before the call or after it, or takes the tick back. Refuses step-unknown. */
export const tickCallStep = callCommand({
  name: "call.tick-step",
  input: TickCallStep,
  decide: ({ state, compiled }, said) => decideCallStep(state, compiled, said),
});

/** Throws a call away that was planned by mistake; it can be restored. Refuses call-held: that would leave its activity alone. */
export const deleteCall = callCommand({
  name: "call.delete",
  input: CallChange,
  decide: ({ state }) => (state.call?.status === "held" ? refuse("call-held") : [{ type: "run.deleted" }]),
});

/** Brings a call back that was thrown away. */
export const restoreCall = callCommand({
  name: "call.restore",
  input: CallRef,
  evenDeleted: true,
  decide: ({ state }) => (state.deletedAt === null ? [] : [{ type: "run.restored" }]),
});
