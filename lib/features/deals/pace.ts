import { stageHealth } from "@/lib/domain/insights/stage-health";
import type { Tally } from "@/lib/domain/statistics/tally";
import type { StagePace } from "./view";

/** A stage's own limits as a card and its head show them, from the one judgement of time in stage. */
export function paceOf(stays: Tally | undefined, plannedDays: number | null): StagePace {
  const { basis, thresholds, n } = stageHealth({ ageDays: null, wonVisitDays: stays ?? [], plannedDays });
  const typical = basis === "planned" ? null : thresholds.fresh;
  return { basis, typical, slow: thresholds.slow, stalled: thresholds.stalled, n };
}
