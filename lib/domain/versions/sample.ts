import { type Bounded, type Change, changeOf } from "../statistics/difference";
import { MIN_MIDDLE } from "../statistics/estimate";
import { criticalValue } from "../statistics/normal";
import { wilson } from "../statistics/proportion";
import { quantile, quantileInterval } from "../statistics/quantile";
import { mergeTallies, sizeOf, type Tally } from "../statistics/tally";

/** The cases of one version that a comparison rests on: a share of them, their days, or their amounts. */
export type Sample =
  | { readonly kind: "share"; readonly k: number; readonly n: number }
  | { readonly kind: "days"; readonly days: Tally }
  /** Compared as a ratio, because that is how amounts differ. */
  | { readonly kind: "amounts"; readonly amounts: Tally };

/** Fewest cases per version for a comparison of shares, and fewest of either outcome in both together. */
const MIN_GROUP = 10;
const MIN_EITHER = 5;

/** On what scale the cases are compared: amounts by their logarithm. */
const scaled = (sample: Exclude<Sample, { kind: "share" }>): Tally =>
  sample.kind === "days"
    ? sample.days
    : mergeTallies([
        sample.amounts.flatMap(([amount, count]) => (amount > 0 ? [[Math.log(amount), count] as const] : [])),
      ]);

/** How many cases there are. */
export const casesIn = (sample: Sample): number =>
  sample.kind === "share" ? sample.n : sizeOf(scaled(sample));

/** The share or the median with its interval, on the scale of comparison. */
function boundedOf(sample: Sample, level: number): Bounded {
  if (sample.kind === "share") {
    return { value: sample.n === 0 ? null : sample.k / sample.n, ...wilson(sample.k, sample.n, level) };
  }
  const values = scaled(sample);
  return { value: quantile(values, 0.5), ...quantileInterval(values, 0.5, level) };
}

/** Variance of one case, for planning; of a median it is what its interval implies. Null where nothing says so yet. */
export function caseVariance(sample: Sample): number | null {
  if (sample.kind === "share") {
    const share = sample.k / sample.n;
    return sample.n === 0 ? null : share * (1 - share);
  }
  const { lo, hi } = boundedOf(sample, 0.95);
  return lo === null || hi === null ? null : ((hi - lo) / (2 * criticalValue(0.95))) ** 2 * casesIn(sample);
}

/** The change between two versions on the scale of comparison, or null where a side gives no interval at this level. */
export const changeBetween = (now: Sample, before: Sample, level: number): Change | null =>
  changeOf(boundedOf(now, level), boundedOf(before, level));

/** The change as people read it: a share or days as they are, amounts as a relative difference (0.1 is 10 % more). */
export function shownChange(kind: Sample["kind"], change: Change): Change {
  if (kind !== "amounts") return change;
  const { value, lo, hi } = change;
  return { value: Math.expm1(value), lo: Math.expm1(lo), hi: Math.expm1(hi) };
}

/** Cases that either side lacks before the two may be compared at all. */
export function lacking(now: Sample, before: Sample): { readonly now: number; readonly before: number } {
  const least = now.kind === "share" ? MIN_GROUP : MIN_MIDDLE;
  const short = (sample: Sample) => Math.max(0, least - casesIn(sample));
  if (now.kind !== "share" || before.kind !== "share") return { now: short(now), before: short(before) };
  const [k, n] = [now.k + before.k, now.n + before.n];
  // A share of steps counts parts of cases.
  const either = Math.ceil(Math.max(MIN_EITHER - k, MIN_EITHER - (n - k)));
  return { now: Math.max(short(now), either), before: short(before) };
}
