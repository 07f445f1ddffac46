import "server-only";
import { decideExplain, decideExplainMove } from "@/lib/domain/run/decide-explain";
import { dealCommand } from "./change";
import { ExplainDeviation, ExplainMove } from "./input";

/** Says afterwards why a step was left out or the order left; a closed deal may still be explained. */
export const explainDeviation = dealCommand({
  name: "deal.explain",
  input: ExplainDeviation,
  decide: (run, { about, deviation }) => decideExplain(run.state, { about, deviation }),
});

/** Says why of the last move or close, once it is saved. */
export const explainMove = dealCommand({
  name: "deal.explain-move",
  input: ExplainMove,
  pure: (run, input) => decideExplainMove(run.state, input),
});
