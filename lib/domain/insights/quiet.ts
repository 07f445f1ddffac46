import { type Day, daysBetween } from "../shared/day";
import type { Tally } from "../statistics/tally";
import { type HealthBasis, stageHealth } from "./stage-health";

/** How long nothing came from the buyer, against the time that deals spend in this stage. */
export type Quiet = {
  /** Whole days without two-way contact. */
  readonly days: number;
  /** More days than this are quiet: 8 in 10 won deals had left the stage by then, or the planned days of the stage. */
  readonly limit: number;
  readonly basis: Exclude<HealthBasis, "none">;
  /** Won visits the limit rests on. */
  readonly n: number;
};

/**
 * A deal is quiet when both sides have not spoken for longer than its stage takes: the P80 of won deals, or the plan while
 * there are too few. Without any contact it counts from the day the deal began. Null when it is not quiet, and when either
 * is unknown.
 */
export function quietOf({
  lastTwoWay,
  openedOn,
  today,
  wonVisitDays,
  plannedDays,
}: {
  readonly lastTwoWay: Day | null;
  readonly openedOn: Day | null;
  readonly today: Day;
  readonly wonVisitDays: Tally;
  readonly plannedDays: number | null;
}): Quiet | null {
  const since = lastTwoWay ?? openedOn;
  if (since === null) return null;
  const { basis, thresholds, n } = stageHealth({ ageDays: null, wonVisitDays, plannedDays });
  if (basis === "none" || thresholds.slow === null) return null;
  const days = daysBetween(since, today);
  return days > thresholds.slow ? { days, limit: thresholds.slow, basis, n } : null;
}
