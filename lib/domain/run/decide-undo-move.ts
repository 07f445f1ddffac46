import { type Refusal, refuse } from "../shared/result";
import type { RunEventBody } from "./events";
import type { RunState } from "./state";

/**
 * Undoes a move, a close or a reopening, by the number of its event: the run stands as if it had not been, and no reason is
 * asked. Only what changed the stage or the status last can be undone. Refuses move-not-last.
 */
export function decideUndoMove(
  { turn, outcome: now }: Pick<RunState, "turn" | "outcome">,
  { undo }: { readonly undo: number },
): RunEventBody[] | Refusal {
  if (turn?.seq !== undo) return refuse("move-not-last");
  const { seq, type, before } = turn;
  const { stageKey } = before;
  return [{ type: "run.move-undone", undid: seq, turn: type, stageKey, outcome: now ?? before.outcome }];
}
