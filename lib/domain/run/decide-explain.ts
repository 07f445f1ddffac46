import { type Refusal, refuse } from "../shared/result";
import { keptDeviation } from "./decide-turn";
import type { CloseReason, Deviation, DeviationRef, RunEventBody } from "./events";
import type { RunState } from "./state";

/** The deviation that is meant, with what was said of it; null when the run has none like that. */
function findDeviation(state: RunState, about: DeviationRef): { readonly said: Deviation | null } | null {
  if (about.kind === "step") {
    const step = state.steps[about.stepKey];
    return step?.status === "waived" ? { said: step.deviation } : null;
  }
  const visit = state.visits.find(({ ordinal }) => ordinal === about.ordinal);
  return visit?.exit === "skip" || visit?.exit === "back" ? { said: visit.deviation } : null;
}

/**
 * Gives a reason afterwards for a step that was left out or a move over a stage or back, or takes it back (null). What was
 * said before stays in the log. Nothing happens when it says the same already. Refuses deviation-gone.
 */
export function decideExplain(
  state: RunState,
  { about, deviation }: { readonly about: DeviationRef; readonly deviation: Deviation | null },
): RunEventBody[] | Refusal {
  const found = findDeviation(state, about);
  if (!found) return refuse("deviation-gone");
  const next = keptDeviation(deviation) ?? { reason: null, note: null };
  const said = found.said ?? { reason: null, note: null };
  if (next.reason === said.reason && next.note === said.note) return [];
  return [{ type: "deviation.explained", about, deviation: next }];
}

/**
 * Gives the reason of the last move or close, by the number of its event, after it was made: why it skips or goes back, or why
 * the deal was not won. A move forward and a win need none, so nothing is kept. Refuses deviation-gone once the deal moved on.
 */
export function decideExplainMove(
  state: RunState,
  said: {
    readonly move: number;
    readonly deviation: Deviation | null;
    readonly closeReason: CloseReason | null;
  },
): RunEventBody[] | Refusal {
  const { turn, visits, outcome, closeReason } = state;
  if (turn?.seq !== said.move || turn.type === "run.reopened") return refuse("deviation-gone");
  if (turn.type === "run.closed") {
    const same = outcome === "won" || said.closeReason === closeReason;
    return same ? [] : [{ type: "run.close-explained", reason: said.closeReason }];
  }
  const left = visits.at(-2);
  if (left?.exit !== "skip" && left?.exit !== "back") return [];
  const about = { kind: "visit", ordinal: left.ordinal } as const;
  return decideExplain(state, { about, deviation: said.deviation });
}
