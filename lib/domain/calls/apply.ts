import type { CallEventBody, CallState } from "./types";

/** How a call stands after one more event; null for an event that comes before the plan, which changes nothing. */
export function applyCall(call: CallState | null, event: CallEventBody): CallState | null {
  if (event.type === "call.planned") {
    if (!call) return { plan: event.plan, status: "planned", debrief: null, cancellation: null, moves: 0 };
    const moved = call.plan.at !== event.plan.at;
    return { ...call, plan: event.plan, moves: call.moves + Number(moved) };
  }
  if (!call) return null;
  switch (event.type) {
    case "call.debriefed":
      return { ...call, status: "held", debrief: event.debrief, cancellation: null };
    case "call.cancelled":
      return { ...call, status: "cancelled", cancellation: { reason: event.reason, note: event.note } };
    case "call.reopened":
      return { ...call, status: "planned" };
  }
}
