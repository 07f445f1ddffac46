import type { CompiledVersion } from "../process/compile";
import type { Importance, Owner } from "../process/types";
import type { RunState } from "../run/state";
import type { Instant, Occurred } from "../shared/day";
import type { Calendar } from "../timing/calendar";
import { type StepTiming, type TimingClass, timeSteps } from "../timing/classify";
import { compareOccurred } from "../timing/order";
import { dayOf } from "../timing/zone";

/** A step that waits to be done on a run. */
export type DueStep = {
  readonly stepKey: string;
  readonly stageKey: string;
  readonly importance: Importance;
  /** False while it is not known whether the step is meant for this run: show it with its conditions. */
  readonly owed: boolean;
  /** not-due, due-soon or overdue in this stage; skipped for a key step of an earlier stage. */
  readonly timing: TimingClass;
  readonly earlier: boolean;
  readonly from: Occurred | null;
  readonly until: Occurred | null;
  /** False while its window has not begun. */
  readonly mayStart: boolean;
  /** Whose it is, as the designer wrote it; resolving it to a person is up to the caller. */
  readonly owner: Owner | null;
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
 * The steps that are up on an open run: those of its stage that were neither done nor waived, also while it is not known
 * whether they are meant for it, and owed key steps of earlier stages that were passed over. Most urgent first. None for a
 * closed run.
 */
export function dueSteps(
  version: CompiledVersion,
  state: RunState,
  calendar: Calendar,
  now: Instant,
): DueStep[] {
  if (state.status === "closed") return [];
  const moment = { day: dayOf(now, calendar.timeZone), at: now };
  return timeSteps(version, state, calendar, now)
    .filter((each) => each.facts.record === null && isUp(each))
    .map(({ step, owed, timing, due, facts }) => ({
      stepKey: step.key,
      stageKey: step.stageKey,
      importance: step.importance,
      owed,
      timing,
      earlier: facts.place === "passed",
      from: due?.from ?? null,
      until: due?.until ?? null,
      mayStart: begun(due?.from ?? null, moment),
      owner: step.owner,
    }))
    .sort(byUrgency);
}

const isUp = ({ step, owed, facts: { place } }: StepTiming) =>
  place === "current" || (place === "passed" && owed && step.importance === "key");
