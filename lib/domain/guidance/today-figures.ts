import type { Day } from "../shared/day";
import { type RankedStep, type TodayRule, todayRule } from "./rank-today";

/** What Today counts of the steps that wait for a person. Each step is in exactly one of late, today, passedOver and later. */
export type TodayFigures = {
  readonly total: number;
  /** Past the end of their window. */
  readonly late: number;
  /** Their window ends today. */
  readonly today: number;
  /** Key steps whose stage was left without them: they have no day any more. */
  readonly passedOver: number;
  /** The rest: what ends on a later day, what has no end, what may not begin yet, and what was counted without being ranked. */
  readonly later: number;
  /** Late and today together: what asks for this day. */
  readonly now: number;
  /** `now` on the first day; on each day after it what ends then, or on the days off before it. */
  readonly days: readonly { readonly day: Day; readonly steps: number; readonly late: number }[];
};

const IN = {
  "late-key": "late",
  late: "late",
  today: "today",
  "passed-over": "passedOver",
  "by-day": "later",
  open: "later",
  "not-yet": "later",
} as const satisfies Record<TodayRule, keyof TodayFigures>;

/** Whether a step under this rule asks for this day. */
export const asksToday = (rule: TodayRule): boolean => IN[rule] === "late" || IN[rule] === "today";

/**
 * Counts what waits, from the steps as they are ranked. `days` are today and the days to count ahead, in order; `total` is
 * how many wait in all, where not every one was ranked: the most urgent are ranked, so the others are later.
 */
export function todayFigures(
  steps: readonly RankedStep[],
  days: readonly [Day, ...Day[]],
  total = steps.length,
): TodayFigures {
  const [today] = days;
  const ruled = steps.map((step) => ({ until: step.until, figure: IN[todayRule(step, today)] }));
  const count = (figure: (typeof IN)[TodayRule]) => ruled.filter((step) => step.figure === figure).length;
  const late = count("late");
  const now = late + count("today");
  const ends = (day: Day, before: Day) =>
    ruled.filter(
      ({ figure, until }) => figure === "later" && until !== null && until.day > before && until.day <= day,
    ).length;
  return {
    total: Math.max(total, steps.length),
    late,
    today: now - late,
    passedOver: count("passedOver"),
    later: count("later") + Math.max(0, total - steps.length),
    now,
    days: days.map((day, index) => {
      const before = days[index - 1];
      return before === undefined ? { day, steps: now, late } : { day, steps: ends(day, before), late: 0 };
    }),
  };
}
