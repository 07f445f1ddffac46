import "server-only";
import { decideExplain } from "@/lib/domain/run/decide-explain";
import { dealCommand } from "./change";
import { ExplainDeviation } from "./input";

/** Says afterwards why a step was left out or the order left; a closed deal may still be explained. */
export const explainDeviation = dealCommand({
  name: "deal.explain",
  input: ExplainDeviation,
  decide: (run, { about, deviation }) => decideExplain(run.state, { about, deviation }),
});
