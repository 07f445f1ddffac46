import type { Conformance, StepJudgement } from "../conformance/replay";
import { addDays, type Day } from "../shared/day";
import { addWorkingDays, type Calendar } from "../timing/calendar";
import { compareOccurred } from "../timing/order";
import type { Part } from "./facts";
import { FEEDBACK_DAYS, WINDOW_DAYS } from "./gates";

/** Whether an overdue step was acted on in time; null when it was not overdue in the window, or time is left. */
function actedOn(
  judged: StepJudgement,
  closedOn: Day | null,
  calendar: Calendar,
  today: Day,
): boolean | null {
  const until = judged.due?.until;
  if (!until || !judged.step.required || !judged.owed) return null;
  if (until.day >= today || until.day < addDays(today, -(WINDOW_DAYS.feedback ?? 0))) return null;
  if (closedOn !== null && until.day > closedOn) return null;
  const { record } = judged;
  if (!record && judged.timing === "not-due") return null;
  if (record && compareOccurred(record.occurred, until) <= 0) return null;
  const deadline = addWorkingDays(until.day, FEEDBACK_DAYS, calendar);
  if (record && record.occurred.day <= deadline) return true;
  return today <= deadline ? null : false;
}

/** Required steps of one run that went overdue lately, and those of them done or waived within five working days. */
export function feedbackOf(
  { steps }: Pick<Conformance, "steps">,
  closedOn: Day | null,
  calendar: Calendar,
  today: Day,
): Part {
  const answers = steps.flatMap((judged) => actedOn(judged, closedOn, calendar, today) ?? []);
  return { k: answers.filter(Boolean).length, n: answers.length };
}
