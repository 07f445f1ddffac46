import type { CompiledStep } from "../process/compile";
import type { TimingClass } from "../timing/classify";

/** A key step weighs double. */
export const KEY_WEIGHT = 2;

/**
 * Whether the score is about a step: a required one that is meant for the run and was done or should have been. Waived
 * ones are listed apart.
 */
export const counts = ({ step, timing, owed }: Judged): boolean =>
  step.required && owed && timing !== "waived" && timing !== "not-due" && timing !== "due-soon";

/** 1 for the right step at the right moment, a half for the right step at the wrong moment, 0 for none. */
export function creditOf(timing: TimingClass): 0 | 0.5 | 1 {
  if (timing === "on-time") return 1;
  return timing === "early" || timing === "late" || timing === "wrong-stage" ? 0.5 : 0;
}

/** The score as people read it: "11 of 14 steps done, 9 at the right moment". `due` leaves out waived steps. */
export type StepCounts = {
  readonly due: number;
  readonly done: number;
  readonly rightMoment: number;
  readonly skipped: number;
  readonly overdue: number;
  readonly waived: number;
};

type Judged = {
  readonly step: Pick<CompiledStep, "required" | "importance">;
  readonly timing: TimingClass;
  readonly owed: boolean;
};

/** Counts the required steps by how they went. */
export function countSteps(judged: readonly Judged[]): StepCounts {
  const due = judged.filter(counts);
  const of = (timing: TimingClass) => due.filter((each) => each.timing === timing).length;
  return {
    due: due.length,
    done: due.filter(({ timing }) => creditOf(timing) > 0).length,
    rightMoment: of("on-time"),
    skipped: of("skipped"),
    overdue: of("overdue"),
    waived: judged.filter(({ timing, owed }) => owed && timing === "waived").length,
  };
}

/** Process fit, 0 to 1: the credit earned over the credit there was, key steps weighing double. Null when none was due. */
export function processFit(judged: readonly Judged[]): number | null {
  let [earned, possible] = [0, 0];
  for (const { step, timing } of judged.filter(counts)) {
    const weight = step.importance === "key" ? KEY_WEIGHT : 1;
    earned += weight * creditOf(timing);
    possible += weight;
  }
  return possible === 0 ? null : earned / possible;
}
