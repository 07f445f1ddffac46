import type { Day, Occurred } from "../shared/day";
import { type Refusal, refuse } from "../shared/result";
import { compareOccurred } from "../timing/order";
import type { RunState } from "./state";

/** The latest moment a run's stage or status changed: whatever changes it next cannot have happened before. */
export function lastTurn(state: RunState): Occurred | null {
  const last = state.visits.at(-1);
  return state.closed ?? last?.entered ?? (state.startKnown ? state.opened : null);
}

/** Refuses a day that is still to come, or that lies before the run began. `today` is the organisation's day. */
export function refuseMoment(state: RunState, occurred: Occurred, today: Day): Refusal | null {
  const field = { field: "occurred" };
  if (occurred.day > today) return refuse("occurred-in-future", { today }, field);
  const start = state.startKnown ? state.opened : null;
  if (start && compareOccurred(occurred, start) < 0)
    return refuse("occurred-before-start", { day: start.day }, field);
  return null;
}

/** As `refuseMoment`, and also a moment before the stage or status last changed: visits never overlap. */
export function refuseTurn(state: RunState, occurred: Occurred, today: Day): Refusal | null {
  const refused = refuseMoment(state, occurred, today);
  const last = lastTurn(state);
  if (refused || !last || compareOccurred(occurred, last) >= 0) return refused;
  return refuse("occurred-before-last-move", { day: last.day }, { field: "occurred" });
}
