import type { CompiledVersion } from "../process/compile";
import type { RunState } from "../run/state";
import type { Instant } from "../shared/day";
import type { Calendar } from "../timing/calendar";
import { type DueStep, dueSteps } from "./due-steps";

/** Why a step is the next one, in the order in which the rules are asked. */
export const NEXT_STEP_RULES = ["overdue-key", "due-soonest", "next-in-order"] as const;
export type NextStepRule = (typeof NEXT_STEP_RULES)[number];
export type NextStep = { readonly stepKey: string; readonly rule: NextStepRule };

/**
 * The one step to do next, with the rule that chose it: an owed key step that is overdue or was passed over; else the step
 * of this stage that is due soonest; else the next one in the designer's order. Steps whose window has not begun come
 * last. Null when this stage has nothing left: then the next move is to the next stage.
 */
export function nextBestStep(
  version: CompiledVersion,
  state: RunState,
  calendar: Calendar,
  now: Instant,
): NextStep | null {
  return chooseNext(dueSteps(version, state, calendar, now), version);
}

/** As `nextBestStep`, from steps already found by `dueSteps`. */
export function chooseNext(due: readonly DueStep[], version: CompiledVersion): NextStep | null {
  const overdueKey = due.find(
    ({ importance, owed, timing }) =>
      owed && importance === "key" && (timing === "overdue" || timing === "skipped"),
  );
  if (overdueKey) return { stepKey: overdueKey.stepKey, rule: "overdue-key" };
  const startable = due.filter(({ mayStart }) => mayStart);
  const soonest = startable.find(({ until }) => until !== null);
  if (soonest) return { stepKey: soonest.stepKey, rule: "due-soonest" };
  const candidates = startable.length > 0 ? startable : due;
  const place = ({ stepKey }: DueStep) => version.stepAt[stepKey] ?? Number.POSITIVE_INFINITY;
  const [next] = [...candidates].sort((a, b) => place(a) - place(b));
  return next ? { stepKey: next.stepKey, rule: "next-in-order" } : null;
}
