import "server-only";
import { type Refusal, refuse } from "@/lib/domain/shared/result";
import { query } from "@/lib/platform/verb";
import { dealsBehind } from "./behind";
import { InsightDeals, Nothing, PipelineFilter } from "./input";
import { pipelineReport } from "./report";
import { findChoices } from "./store-choices";
import type { InsightDealsPage, PipelineChoices, PipelineReport } from "./view";

/**
 * The pipeline: open deals per stage with their age against the stage's own timing, the win rate and cycle of the
 * closing period, and all of it by owner, team, product, segment or quarter; as of any day and as known at any moment.
 * Every figure carries the `drill` that `insights.deals` opens.
 */
export const insightsPipeline = query({
  name: "insights.pipeline",
  input: PipelineFilter,
  can: "insight.read",
  async run({ tx, ctx, input }): Promise<PipelineReport | Refusal> {
    return (await pipelineReport(tx, ctx, input)) ?? refuse("not-found");
  },
});

/** Exactly the deals behind one figure, largest first, in pages. */
export const insightsDeals = query({
  name: "insights.deals",
  input: InsightDeals,
  can: "insight.read",
  run: ({ tx, ctx, input }): Promise<InsightDealsPage> => dealsBehind(tx, ctx, input),
});

/** What the filters of the insight pages offer. */
export const insightsChoices = query({
  name: "insights.choices",
  input: Nothing,
  can: "insight.read",
  run: ({ tx, ctx }): Promise<PipelineChoices> => findChoices(tx, ctx),
});
