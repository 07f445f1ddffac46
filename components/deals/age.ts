import { type Day, daysBetween } from "@/lib/domain/shared/day";
import type { StagePace } from "@/lib/features/deals/view";

/** How long a deal stands in its stage, held against the stage's own limits. */
export type Age = { days: number | null; level: 1 | 2 | 3 | 4 | null; word: "slow" | "stalled" | null };

/** Level 1 to the median of won deals (or while there is only a plan, to the plan), 2 to slow, 3 slow, 4 stalled. */
export function ageOf(entered: Day | null, today: Day, pace: StagePace | null): Age {
  if (entered === null) return { days: null, level: null, word: null };
  const days = Math.max(0, daysBetween(entered, today));
  if (!pace || pace.slow === null) return { days, level: null, word: null };
  if (pace.stalled !== null && days > pace.stalled) return { days, level: 4, word: "stalled" };
  if (days > pace.slow) return { days, level: 3, word: "slow" };
  return { days, level: pace.typical !== null && days > pace.typical ? 2 : 1, word: null };
}

/** The edge of a card by its level. */
export const EDGE = {
  1: "border-l-age-1",
  2: "border-l-age-2",
  3: "border-l-age-3",
  4: "border-l-age-4",
} as const;
