import type { StageRoute } from "@/lib/features/insights/view";

/** Ends that four even steps divide into whole days. */
const NICE = [12, 20, 32, 40, 60, 80, 100, 120, 160, 200, 240, 360, 480, 720, 1080];
/** Room right of the last limit, as a share of it. */
const ROOM = 1.4;

/** The end of the day axis: past every stage's limit, a round number; what is older stands at the end. */
export function axisEnd(stages: readonly StageRoute[]): number {
  const limits = stages.flatMap(({ thresholds }) => thresholds.stalled ?? thresholds.slow ?? []);
  const ages = stages.flatMap(({ ages: dots }) => dots.map(({ days }) => days));
  const wanted = limits.length > 0 ? Math.max(...limits) * ROOM : Math.max(10, ...ages);
  return NICE.find((each) => each >= wanted) ?? Math.ceil(wanted / 360) * 360;
}

/** Four steps from zero to the end. */
export const axisTicks = (end: number): number[] => [0, 1, 2, 3, 4].map((part) => (end / 4) * part);

/** Where a day stands on the axis, 0 to 1. */
export const placeOf = (days: number, end: number): number => Math.min(1, Math.max(0, days / end));
