import type { CompiledVersion } from "../process/compile";
import type { Importance, Owner } from "../process/types";
import type { RunState } from "../run/state";
import type { Instant, Occurred } from "../shared/day";
import type { Calendar } from "../timing/calendar";
import { classifyOpen, type LaidOutStep, layOutSteps, type TimingClass } from "../timing/classify";
import { compareOccurred } from "../timing/order";
import { dayOf } from "../timing/zone";
import { explainedAway } from "./explained";

/** A step that waits to be done on a run, as the run's events lay it out: it stays so until the next event. */
export type WaitingStep = {
  readonly stepKey: string;
  readonly stageKey: string;
  readonly importance: Importance;
  /** False while it is not known whether the step is meant for this run: show it with its conditions. */
  readonly owed: boolean;
  /** It is a key step of a stage that was left. */
  readonly earlier: boolean;
  readonly from: Occurred | null;
  readonly until: Occurred | null;
  /** Whose it is, as the designer wrote it; resolving it to a person is up to the caller. */
  readonly owner: Owner | null;
};

/** A waiting step at a moment. */
export type DueStep = WaitingStep & {
  /** not-due, due-soon or overdue in this stage; skipped for a key step of an earlier stage. */
  readonly timing: TimingClass;
  /** False while its window has not begun. */
  readonly mayStart: boolean;
};

/** The window counts: null bounds are open, a bound without a moment is the whole day. */
const begun = (from: Occurred | null, now: Occurred) => from === null || compareOccurred(now, from) >= 0;

/** Earlier key steps first, then by the end of the window (none last), then in the order of the process. */
function byUrgency(a: DueStep, b: DueStep): number {
  if (a.earlier !== b.earlier) return a.earlier ? -1 : 1;
  if (a.until === null || b.until === null) return Number(a.until === null) - Number(b.until === null);
  return compareOccurred(a.until, b.until);
}

/**
 * The steps that wait on an open run, in the order of the process: those of its stage that were neither done nor waived,
 * also while it is not known whether they are meant for it, and owed key steps of earlier stages that were passed over
 * without saying that they are done or do not matter here. None for a closed run.
 */
export function waitingSteps(version: CompiledVersion, state: RunState, calendar: Calendar): WaitingStep[] {
  if (state.status === "closed") return [];
  const waits = (each: Omit<LaidOutStep, "due">) =>
    each.facts.record === null &&
    isUp(each) &&
    (each.facts.place !== "passed" || !explainedAway(each.step, version, state.visits));
  return layOutSteps(version, state, calendar, waits).map(({ step, owed, due, facts }) => ({
    stepKey: step.key,
    stageKey: step.stageKey,
    importance: step.importance,
    owed,
    earlier: facts.place === "passed",
    from: due?.from ?? null,
    until: due?.until ?? null,
    owner: step.owner,
  }));
}

/** How waiting steps stand at a moment, most urgent first. */
export function standing(waiting: readonly WaitingStep[], calendar: Calendar, now: Instant): DueStep[] {
  const moment = { day: dayOf(now, calendar.timeZone), at: now };
  return waiting
    .map((step) => ({
      ...step,
      timing: step.earlier ? ("skipped" as const) : classifyOpen(step, moment, calendar),
      mayStart: begun(step.from, moment),
    }))
    .sort(byUrgency);
}

/** The steps that are up on an open run at a moment, most urgent first; none for a closed run. See `waitingSteps`. */
export const dueSteps = (
  version: CompiledVersion,
  state: RunState,
  calendar: Calendar,
  now: Instant,
): DueStep[] => standing(waitingSteps(version, state, calendar), calendar, now);

const isUp = ({ step, owed, facts: { place } }: Omit<LaidOutStep, "due">) =>
  place === "current" || (place === "passed" && owed && step.importance === "key");
