import { type Change, casesNeeded, smallestChange } from "../statistics/difference";
import type { Hypothesis } from "./hypothesis";
import { casesIn, caseVariance, changeBetween, lacking, type Sample, shownChange } from "./sample";

/** held: as promised. not-held: the promised change can be ruled out. too-few: the cases cannot tell. */
export type Verdict = "held" | "not-held" | "too-few";

/** What the cases say about a promise so far. */
export type Evidence = {
  readonly verdict: Verdict;
  /** With its 95 % interval; null where a side has too few cases. */
  readonly change: Change | null;
  readonly n: { readonly now: number; readonly before: number };
  /** Cases that are missing: on the version before (`before`), and on this one (`now`); 0 when there are enough. */
  readonly need: { readonly now: number; readonly before: number };
  /** However many cases follow, a change smaller than this stays unseen; null unless the promised one is smaller. */
  readonly smallest: number | null;
};

const LEVEL = 0.95;
/** Before the planned number of cases only a clearer result counts: looking often finds something by chance. */
const EARLY_LEVEL = 0.995;

/** A promised size on the scale of comparison: points and days as they are, percent of an amount as a logarithm. */
function sizeOn(kind: Sample["kind"], { size, direction }: Hypothesis): number | null {
  if (size === null) return null;
  if (kind === "days") return size;
  if (kind === "share") return size / 100;
  return direction === "up" ? Math.log1p(size / 100) : -Math.log1p(-Math.min(size, 99.9) / 100);
}

/** Variance that a case would have if the promise came true. */
function promisedVariance(now: Sample, before: Sample, size: number, up: boolean): number | null {
  if (before.kind !== "share") return caseVariance(now) ?? caseVariance(before);
  const share = Math.min(1, Math.max(0, before.k / before.n + (up ? size : -size)));
  return share * (1 - share);
}

/** What it takes to judge a promise. */
export type Plan = {
  /** Cases on the new version until a change of the promised size is seen four times in five; null when none are enough. */
  readonly needed: number | null;
  /** However many cases follow, a smaller change than this stays unseen; null unless the promised one is smaller. */
  readonly smallest: number | null;
};

/** How many cases a promise needs against those of the version before it; null without a size or while that is unknown. */
export function planFor(hypothesis: Hypothesis, before: Sample, now: Sample = before): Plan | null {
  const size = sizeOn(before.kind, hypothesis);
  const variance = caseVariance(before);
  if (size === null || variance === null || casesIn(before) === 0) return null;
  const later = promisedVariance(now, before, size, hypothesis.direction === "up");
  if (later === null) return null;
  const needed = casesNeeded(size, { variance, n: casesIn(before) }, later);
  return { needed, smallest: needed === null ? smallestChange(variance, casesIn(before)) : null };
}

/**
 * Holds a version's cases against those of the version before it. "Held" needs a change in the promised direction whose
 * interval leaves out none, and does not rule out the promised size; "not held" one that does rule it out (or any change that
 * way, where no size was promised). The interval is of 95 % from the planned number of cases on, of 99.5 % before.
 */
export function judge(hypothesis: Hypothesis, now: Sample, before: Sample): Evidence {
  const { kind } = now;
  const n = { now: casesIn(now), before: casesIn(before) };
  const least = lacking(now, before);
  const size = sizeOn(kind, hypothesis);
  const up = hypothesis.direction === "up";
  const plan = planFor(hypothesis, before, now);
  const shown = changeBetween(now, before, LEVEL);
  const change = shown && shownChange(kind, shown);
  const more = Math.max(least.now, (plan?.needed ?? 0) - n.now);
  const smallest = plan?.smallest ?? null;
  const told = { change, n, need: { now: Math.max(0, more), before: least.before }, smallest };
  if (least.now > 0 || least.before > 0) return { verdict: "too-few", ...told };
  const enough = plan === null || (plan.needed !== null && n.now >= plan.needed);
  const judged = changeBetween(now, before, enough ? LEVEL : EARLY_LEVEL);
  if (judged === null) return { verdict: "too-few", ...told };
  const [lo, hi] = up ? [judged.lo, judged.hi] : [-judged.hi, -judged.lo];
  const done = { ...told, need: { now: 0, before: 0 }, smallest: null };
  if (hi < (size ?? 0)) return { verdict: "not-held", ...done };
  if (lo > 0) return { verdict: "held", ...done };
  return { verdict: "too-few", ...told };
}
