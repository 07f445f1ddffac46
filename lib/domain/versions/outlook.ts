import { addDays, type Day } from "../shared/day";
import { MIN_MIDDLE, MIN_SHARE } from "../statistics/estimate";
import { quantile } from "../statistics/quantile";
import { type Plan, planFor } from "./evidence";
import type { Hypothesis } from "./hypothesis";
import { casesIn, type Sample } from "./sample";

/** Days that the pace is counted over. */
export const PACE_DAYS = 182;
/** Nobody plans further than this: an answer beyond it is no answer. */
const FURTHEST_DAYS = 3650;

/** What a promise starts from: the cases of the version in use, and how many such cases came in the last half year. */
export type Baseline = Pick<Hypothesis, "metric" | "stageKey"> & {
  readonly sample: Sample;
  readonly recent: number;
};

/** Where a promise starts, where it wants to be and when that can be known. */
export type Outlook = {
  readonly n: number;
  /** The share, the median days or the median amount in minor units; null while the cases are too few to say. */
  readonly from: number | null;
  /** As `from`, if the promise comes true; null without a size. */
  readonly to: number | null;
  readonly plan: Plan | null;
  /** Around when the needed cases will be there at the pace of the last half year; null when that is not to be seen. */
  readonly answer: Day | null;
};

/** Looks ahead from a baseline as of `today`. */
export function outlookOf(hypothesis: Hypothesis, { sample, recent }: Baseline, today: Day): Outlook {
  const plan = planFor(hypothesis, sample);
  const from = middleOf(sample);
  const needed = plan?.needed ?? null;
  const days = needed === null || recent === 0 ? null : Math.ceil((needed / recent) * PACE_DAYS);
  return {
    n: casesIn(sample),
    from,
    to: from === null ? null : promised(hypothesis, sample.kind, from),
    plan,
    answer: days === null || days > FURTHEST_DAYS ? null : addDays(today, days),
  };
}

function middleOf(sample: Sample): number | null {
  if (sample.kind === "share") return sample.n < MIN_SHARE ? null : sample.k / sample.n;
  if (casesIn(sample) < MIN_MIDDLE) return null;
  return quantile(sample.kind === "days" ? sample.days : sample.amounts, 0.5);
}

function promised({ size, direction }: Hypothesis, kind: Sample["kind"], from: number): number | null {
  if (size === null) return null;
  const sign = direction === "up" ? 1 : -1;
  if (kind === "share") return Math.min(1, Math.max(0, from + (sign * size) / 100));
  return Math.max(0, kind === "days" ? from + sign * size : from * (1 + (sign * size) / 100));
}
