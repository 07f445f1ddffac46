import type { Locale } from "../shared/text";
import { isBlank, missingTranslations, repeatsName } from "./check-text";
import { type Known, type Place, type Problem, problem } from "./problems";
import type { Stage, Step, Window } from "./types";

/** What is wrong or thin in one step itself: WHAT and WHEN. */
export function checkStep(step: Step, stage: Stage, place: Place, locales: readonly Locale[]): Problem[] {
  const found: Problem[] = [];
  if (isBlank(step.name)) found.push(problem("step-no-name", { ...place, field: "name" }));
  if (repeatsName(step, stage.steps)) found.push(problem("step-name-repeated", { ...place, field: "name" }));
  const key = step.importance === "key";
  if (key && !isTimed(step.window)) found.push(problem("key-step-no-timing", { ...place, field: "window" }));
  if (step.window) found.push(...checkWindow(step.window, stage, { ...place, field: "window" }));
  if (key && isBlank(step.buyerGains))
    found.push(problem("no-buyer-gain", { ...place, field: "buyerGains" }));
  const { name, howTo, buyerGains } = step;
  return [...found, ...missingTranslations({ name, howTo, buyerGains }, place, locales)];
}

/** WHO: someone must own the step, and it must be a role or department that exists. */
export function checkOwner(step: Step, place: Place, known: Known): Problem[] {
  const { owner } = step;
  if (owner === null) return [problem("step-no-owner", { ...place, field: "owner" })];
  if (owner.kind === "run-owner") return [];
  const ids = owner.kind === "role" ? known.roleIds : known.departmentIds;
  return ids.includes(owner.id) ? [] : [problem("owner-unknown", { ...place, field: "owner" })];
}

function checkWindow(window: Window, stage: Stage, place: Place): Problem[] {
  const { earliest, latest, anchor } = window;
  if (earliest !== null && latest !== null && earliest > latest) {
    return [problem("window-impossible", place, { earliest, latest })];
  }
  if (latest === null) return [];
  // Before the run or the stage has begun, nobody can have been asked to do it.
  const fromStart = anchor.kind === "stage-entry" || anchor.kind === "run-start";
  if (fromStart && latest < 0) return [problem("window-before-start", place, { latest })];
  const days = calendarDays(latest, window.unit);
  if (anchor.kind !== "stage-entry" || stage.plannedDays === null || days <= stage.plannedDays) return [];
  return [problem("window-beyond-stage", place, { days, planned: stage.plannedDays })];
}

const isTimed = (window: Window | null): boolean =>
  window !== null && (window.earliest ?? window.latest) !== null;

/**
 * Rough length in calendar days: hours are working hours, eight to a day, and five working days are a week. Good enough for a
 * hint, never for a due date.
 */
function calendarDays(amount: number, unit: Window["unit"]): number {
  if (unit === "calendar-days") return amount;
  const days = unit === "hours" ? Math.ceil(amount / 8) : amount;
  return Math.floor(days / 5) * 7 + (days % 5);
}
