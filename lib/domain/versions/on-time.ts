import { counts } from "../conformance/score";
import { type Estimate, type EstimateContext, estimate, MIN_SHARE } from "../statistics/estimate";
import { wilson } from "../statistics/proportion";
import type { StepTiming, TimingClass } from "../timing/classify";
import type { Sample } from "./sample";

/** How a step that was due can have gone; the first is the one that counts. */
export const DUE_CLASSES = ["on-time", "early", "late", "wrong-stage", "skipped", "overdue"] as const;
export type DueClass = (typeof DUE_CLASSES)[number];
/** Steps that were due, by how they went. */
export type DueSteps = Readonly<Record<DueClass, number>>;

/** The steps of one deal, or of several together, that were due. */
export type StepsOnTime = { readonly deals: number; readonly steps: DueSteps };

const isDue = (timing: TimingClass): timing is DueClass => DUE_CLASSES.some((one) => one === timing);

/** Of one run: its required steps with a moment of their own that were done or should have been; waived ones are left out. */
export function dueSteps(timings: readonly StepTiming[]): DueSteps {
  const steps = { ...NONE };
  for (const each of timings) {
    if (each.step.window && counts(each) && isDue(each.timing)) steps[each.timing] += 1;
  }
  return steps;
}
const NONE: Record<DueClass, number> = {
  "on-time": 0,
  early: 0,
  late: 0,
  "wrong-stage": 0,
  skipped: 0,
  overdue: 0,
};

/** How many steps were due. */
export const dueIn = (steps: DueSteps): number => DUE_CLASSES.reduce((sum, one) => sum + steps[one], 0);

/** Several deals together; one in which nothing was due says nothing and is not counted. */
export function stepsOnTime(deals: readonly DueSteps[]): StepsOnTime {
  const told = deals.filter((steps) => dueIn(steps) > 0);
  const sum = (one: DueClass) => told.reduce((total, steps) => total + steps[one], 0);
  return {
    deals: told.length,
    steps: Object.fromEntries(DUE_CLASSES.map((one) => [one, sum(one)])) as Record<DueClass, number>,
  };
}

/**
 * As cases to compare. The steps of one deal go together, so a deal is one case whatever the number of its steps: the
 * interval is that of as many cases as there are deals, never too narrow.
 */
export function onTimeSample({ deals, steps }: StepsOnTime): Extract<Sample, { kind: "share" }> {
  const due = dueIn(steps);
  return { kind: "share", k: due === 0 ? 0 : (steps["on-time"] / due) * deals, n: deals };
}

/** The share of the steps that were due that was done at its moment; `n` counts deals. */
export function onTimeEstimate(told: StepsOnTime, context: EstimateContext): Estimate {
  const { k, n } = onTimeSample(told);
  const value = n === 0 ? null : k / n;
  return estimate({ value, unit: "share", n, method: "wilson", ...wilson(k, n) }, MIN_SHARE, context);
}
