import { MIN_MIDDLE, MIN_SOLID } from "../statistics/estimate";
import { quantile } from "../statistics/quantile";
import { sizeOf, type Tally } from "../statistics/tally";

export type HealthStatus = "fresh" | "normal" | "slow" | "stalled";
/** measured: 20 won visits or more. thin: 8 to 19. planned: the designer's days. none: nothing to go by. */
export type HealthBasis = "measured" | "thin" | "planned" | "none";

/** Shares of won visits that had left by a threshold. */
export const FRESH_SHARE = 0.5;
export const SLOW_SHARE = 0.8;
export const STALLED_SHARE = 0.9;
/** Multiples of the planned days, while there is too little to measure. */
export const PLANNED_FRESH = 0.5;
export const PLANNED_SLOW = 1;
export const PLANNED_STALLED = 1.5;

/** A deal is in a status once its days in the stage are above the threshold. Null: that status cannot be given. */
export type HealthThresholds = {
  readonly fresh: number | null;
  readonly slow: number | null;
  readonly stalled: number | null;
};

export type StageHealth = {
  /** Null when the day of entry is unknown or there is nothing to hold it against. */
  readonly status: HealthStatus | null;
  readonly basis: HealthBasis;
  readonly thresholds: HealthThresholds;
  /** Won visits it rests on. */
  readonly n: number;
  /**
   * For the sentence `health.<basis>`: "34 days in Proposal. 9 of 10 won deals left it within 21." `of10` and `within`
   * are there when measured or thin, `planned` when planned.
   */
  readonly sentence: {
    readonly age: number | null;
    readonly of10?: number;
    readonly within?: number;
    readonly planned?: number;
  };
};

export type StageHealthInput = {
  /** Whole days in the stage; null when the day of entry is unknown. */
  readonly ageDays: number | null;
  /** Whole days that visits of won deals to this stage took. */
  readonly wonVisitDays: Tally;
  readonly plannedDays: number | null;
};

/**
 * How a deal's time in its stage compares with that of won deals: slow above their P80, stalled above their P90, fresh
 * up to their median. With 8 to 19 won visits only P80 holds up, so nothing is called stalled; with fewer the planned
 * days decide (slow above them, stalled above one and a half times).
 */
export function stageHealth({ ageDays, wonVisitDays, plannedDays }: StageHealthInput): StageHealth {
  const n = sizeOf(wonVisitDays);
  const basis =
    n >= MIN_SOLID ? "measured" : n >= MIN_MIDDLE ? "thin" : plannedDays === null ? "none" : "planned";
  const thresholds = thresholdsOf(basis, wonVisitDays, plannedDays);
  const within = basis === "measured" ? thresholds.stalled : basis === "thin" ? thresholds.slow : null;
  return {
    status: ageDays === null || basis === "none" ? null : statusAt(ageDays, thresholds),
    basis,
    thresholds,
    n,
    sentence: {
      age: ageDays,
      // Rounded up, so that the sentence stays true of whole days.
      ...(within !== null && { of10: basis === "measured" ? 9 : 8, within: Math.ceil(within) }),
      ...(basis === "planned" && plannedDays !== null && { planned: plannedDays }),
    },
  };
}

function thresholdsOf(basis: HealthBasis, days: Tally, planned: number | null): HealthThresholds {
  if (basis === "none") return { fresh: null, slow: null, stalled: null };
  if (basis === "planned") {
    const of = (multiple: number) => (planned === null ? null : planned * multiple);
    return { fresh: of(PLANNED_FRESH), slow: of(PLANNED_SLOW), stalled: of(PLANNED_STALLED) };
  }
  const stalled = basis === "measured" ? quantile(days, STALLED_SHARE) : null;
  return { fresh: quantile(days, FRESH_SHARE), slow: quantile(days, SLOW_SHARE), stalled };
}

function statusAt(age: number, { fresh, slow, stalled }: HealthThresholds): HealthStatus {
  if (stalled !== null && age > stalled) return "stalled";
  if (slow !== null && age > slow) return "slow";
  return fresh !== null && age <= fresh ? "fresh" : "normal";
}
