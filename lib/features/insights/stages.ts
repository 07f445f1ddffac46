import type { PipelineFigures } from "@/lib/domain/insights/pipeline";
import { type HealthThresholds, stageHealth } from "@/lib/domain/insights/stage-health";
import type { CompiledStage } from "@/lib/domain/process/compile";
import { quantile } from "@/lib/domain/statistics/quantile";
import { sizeOf, type Tally } from "@/lib/domain/statistics/tally";
import type { AgeRow } from "./store";
import type { AgeDot, StageRoute } from "./view";

/** Open deals of a stage by age, each age judged against the stage's own timing. */
function dotsOf(ages: readonly AgeRow[], wonVisitDays: Tally, plannedDays: number | null): AgeDot[] {
  const perAge = new Map<number, number>();
  for (const { days, deals } of ages) if (days !== null) perAge.set(days, (perAge.get(days) ?? 0) + deals);
  return [...perAge]
    .sort(([a], [b]) => a - b)
    .map(([days, deals]) => ({
      days,
      deals,
      status: stageHealth({ ageDays: days, wonVisitDays, plannedDays }).status,
    }));
}

const dealsIn = (rows: readonly { readonly deals: number }[]): number =>
  rows.reduce((sum, { deals }) => sum + deals, 0);

/** The stages of a process with their open deals held against how long won deals took there. */
export function stageRoutes(
  stages: readonly CompiledStage[],
  figures: PipelineFigures,
  ages: readonly AgeRow[],
  visitDays: ReadonlyMap<string, Tally>,
): StageRoute[] {
  return stages.flatMap(({ key, name, plannedDays }) => {
    const figure = figures.stages.find(({ stageKey }) => stageKey === key);
    if (!figure) return [];
    const days = visitDays.get(key) ?? [];
    const own = ages.filter(({ stageKey }) => stageKey === key);
    const dots = dotsOf(own, days, plannedDays);
    const { basis, thresholds } = stageHealth({ ageDays: null, wonVisitDays: days, plannedDays });
    return [
      {
        stageKey: key,
        name,
        plannedDays,
        open: figure.open,
        value: figure.value,
        basis,
        thresholds,
        visits: sizeOf(days),
        median: quantile(days, 0.5),
        q1: quantile(days, 0.25),
        q3: quantile(days, 0.75),
        ages: dots,
        unknownAge: dealsIn(own.filter((row) => row.days === null)),
        slow: dealsIn(dots.filter(({ status }) => status === "slow")),
        stalled: dealsIn(dots.filter(({ status }) => status === "stalled")),
      },
    ];
  });
}

/** Ages that a health status stands for: above the first and up to the second (null: no end). Null: never given. */
export function boundsOf(
  { slow, stalled }: HealthThresholds,
  health: "slow" | "stalled",
): { above: number; upTo: number | null } | null {
  if (health === "stalled") return stalled === null ? null : { above: stalled, upTo: null };
  return slow === null ? null : { above: slow, upTo: stalled };
}
