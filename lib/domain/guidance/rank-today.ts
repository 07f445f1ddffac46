import type { Day } from "../shared/day";
import type { DueStep } from "./due-steps";

/** Why a step stands where it stands among everything that waits for a person, from first to last. */
export const TODAY_RULES = ["late-key", "late", "today", "passed-over", "by-day", "open", "not-yet"] as const;
export type TodayRule = (typeof TODAY_RULES)[number];

/** A step that waits for a person, with what the order looks at. */
export type RankedStep = Pick<
  DueStep,
  "stepKey" | "importance" | "owed" | "timing" | "mayStart" | "until"
> & {
  readonly runId: string;
  /** Its place in the process. */
  readonly position: number;
  /** What the run is worth in the organisation's own currency; null when unknown or in another, which is not compared. */
  readonly amountMinor: number | null;
};

/** The rule that places a step: the first of TODAY_RULES that holds. */
export function todayRule(step: RankedStep, today: Day): TodayRule {
  if (step.timing === "skipped") return "passed-over";
  if (step.timing === "overdue") return step.owed && step.importance === "key" ? "late-key" : "late";
  // Also what may only begin later today: it is for this day.
  if (step.until !== null && step.until.day <= today) return "today";
  if (!step.mayStart) return "not-yet";
  return step.until === null ? "open" : "by-day";
}

/** After every day and moment there is. */
const NEVER = "9999-12-31";

/** A day without a moment ends with the day, so it comes after the moments in it. */
const endOf = ({ until }: RankedStep): string => `${until?.day ?? NEVER} ${until?.at ?? "~"}`;

/** Negative when `a` comes first; 0 only for the same step of the same run. */
function compare(a: RankedStep, b: RankedStep, today: Day): number {
  const rule = TODAY_RULES.indexOf(todayRule(a, today)) - TODAY_RULES.indexOf(todayRule(b, today));
  if (rule !== 0) return rule;
  if (endOf(a) !== endOf(b)) return endOf(a) < endOf(b) ? -1 : 1;
  const worth = (b.amountMinor ?? -1) - (a.amountMinor ?? -1);
  if (worth !== 0) return worth;
  if (a.position !== b.position) return a.position - b.position;
  if (a.runId !== b.runId) return a.runId < b.runId ? -1 : 1;
  return a.stepKey < b.stepKey ? -1 : Number(a.stepKey > b.stepKey);
}

/**
 * Everything that waits for a person, in the order to do it: key steps that are late, other late ones, what ends today, key
 * steps whose stage was left without them, what ends later, what has no end, and last what may not begin yet. Within each
 * the one that ends first, then that of the larger deal, then the order of the process.
 */
export const rankToday = <Step extends RankedStep>(steps: readonly Step[], today: Day): Step[] =>
  [...steps].sort((a, b) => compare(a, b, today));
