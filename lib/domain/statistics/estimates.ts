import { type Estimate, type EstimateContext, estimate, MIN_MIDDLE, MIN_SHARE, MIN_SOLID } from "./estimate";
import { wilson } from "./proportion";
import { quantile, quantileInterval } from "./quantile";
import { meanOf, sizeOf, type Tally } from "./tally";

/** The share `k` of `n` with Wilson's interval. Under 5 cases only the counts are given, under 20 it is thin. */
export function shareEstimate(k: number, n: number, context: EstimateContext): Estimate {
  const value = n === 0 ? null : k / n;
  return estimate({ value, unit: "share", n, k, method: "wilson", ...wilson(k, n) }, MIN_SHARE, context);
}

/**
 * The p-quantile in days with its order-statistic interval. The middle half (P25 to P75) needs 8 values and is thin
 * under 20; further out 20 are needed.
 */
export function quantileEstimate(days: Tally, p: number, context: EstimateContext): Estimate {
  const min = p >= 0.25 && p <= 0.75 ? MIN_MIDDLE : MIN_SOLID;
  const parts = { value: quantile(days, p), unit: "days", n: sizeOf(days), method: "quantile" } as const;
  return estimate({ ...parts, ...quantileInterval(days, p) }, min, context);
}

/** The median in days, with its interval; from 8 values. */
export const medianEstimate = (days: Tally, context: EstimateContext): Estimate =>
  quantileEstimate(days, 0.5, context);

/** The mean in days, beside the median because others report it; from 8 values, without an interval. */
export const meanEstimate = (days: Tally, context: EstimateContext): Estimate =>
  estimate({ value: meanOf(days), unit: "days", n: sizeOf(days), method: "mean" }, MIN_MIDDLE, context);

export type Spread = {
  readonly q1: Estimate;
  readonly median: Estimate;
  readonly q3: Estimate;
  readonly p80: Estimate;
  readonly p90: Estimate;
  readonly mean: Estimate;
};

/** A distribution of days as quartiles, P80, P90 and mean, each as an estimate of the same cases. */
export function spreadEstimates(days: Tally, context: EstimateContext): Spread {
  const at = (p: number) => quantileEstimate(days, p, context);
  return {
    q1: at(0.25),
    median: at(0.5),
    q3: at(0.75),
    p80: at(0.8),
    p90: at(0.9),
    mean: meanEstimate(days, context),
  };
}
