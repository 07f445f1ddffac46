import type { Change } from "../statistics/difference";
import { smallestChange } from "../statistics/difference";
import { casesIn, caseVariance, changeBetween, lacking, type Sample } from "./sample";

/** How a figure differs between two versions. `clear`: the interval leaves out none, allowing for all that is compared. */
export type Difference = {
  readonly change: Change | null;
  readonly clear: boolean;
  /** Cases that either side lacks before it may be compared; 0 when there are enough. */
  readonly need: { readonly now: number; readonly before: number };
};

const LEVEL = 0.95;

/** Compares pairs of samples. With several pairs one may differ by chance, so each must be clearer the more there are. */
export function differences(
  pairs: readonly { readonly now: Sample; readonly before: Sample }[],
): Difference[] {
  const usable = pairs.filter(({ now, before }) => comparable(now, before)).length;
  return pairs.map(({ now, before }) => {
    const need = lacking(now, before);
    if (!comparable(now, before)) return { change: null, clear: false, need };
    const strict = changeBetween(now, before, 1 - (1 - LEVEL) / usable);
    const clear = strict !== null && (strict.lo > 0 || strict.hi < 0);
    return { change: changeBetween(now, before, LEVEL), clear, need };
  });
}

const comparable = (now: Sample, before: Sample): boolean => {
  const need = lacking(now, before);
  return need.now === 0 && need.before === 0;
};

/** The smallest true change that can be seen four times in five however many cases follow now; null while unknown. */
export function smallestSeen(before: Sample): number | null {
  const variance = caseVariance(before);
  return variance === null || casesIn(before) === 0 ? null : smallestChange(variance, casesIn(before));
}
