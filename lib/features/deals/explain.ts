import "server-only";
import { decideExplain, decideExplainMove } from "@/lib/domain/run/decide-explain";
import { workerOf } from "@/lib/features/runs/step-owner";
import { dealCommand } from "./change";
import { ExplainDeviation, ExplainMove } from "./input";
import { ownerOf } from "./store";

/**
 * Says afterwards why a step was left out or the order left; a closed deal may still be explained. Whoever may leave a step out
 * may say why, also on another's deal.
 */
export const explainDeviation = dealCommand({
  name: "deal.explain",
  input: ExplainDeviation,
  owner: ({ tx, ctx, input: { id, about } }) =>
    about.kind === "step" ? workerOf(tx, ctx, id, about.stepKey) : ownerOf(tx, ctx.org.id, id),
  decide: (run, { about, deviation }) => decideExplain(run.state, { about, deviation }),
});

/** Says why of the last move or close, once it is saved. */
export const explainMove = dealCommand({
  name: "deal.explain-move",
  input: ExplainMove,
  pure: (run, input) => decideExplainMove(run.state, input),
});
