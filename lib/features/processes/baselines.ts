import "server-only";
import { sampleFor } from "@/lib/domain/versions/cases";
import { METRICS, type Metric } from "@/lib/domain/versions/hypothesis";
import type { Baseline } from "@/lib/domain/versions/outlook";
import type { Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db/tenant";
import { type Recent, recentCases } from "./store-recent";
import { findCases } from "./version-cases";

/** What a promise of the next version starts from, per metric; of days per stage, for each. */
export async function baselinesOf(
  tx: Tx,
  ctx: Ctx,
  processId: string,
  versionId: string,
  stageKeys: readonly string[],
): Promise<Baseline[]> {
  const cases = (await findCases(tx, ctx, [versionId], [], [versionId], [versionId]))(versionId);
  const recent = await recentCases(tx, ctx, processId);
  const metrics = METRICS.flatMap((metric): { metric: Metric; stageKey?: string }[] =>
    metric === "stage-days" ? stageKeys.map((stageKey) => ({ metric, stageKey })) : [{ metric }],
  );
  return metrics.map((of) => ({ ...of, sample: sampleFor(of, cases), recent: recentOf(of, recent) }));
}

function recentOf({ metric, stageKey }: { metric: Metric; stageKey?: string }, recent: Recent): number {
  if (metric === "stage-days") return recent.stays.find((one) => one.stageKey === stageKey)?.n ?? 0;
  return metric === "win-rate" || metric === "steps-on-time" ? recent.decided : recent.won;
}
