import { applies } from "../process/applies";
import type { CompiledStep, CompiledVersion } from "../process/compile";
import type { RunState } from "../run/state";
import type { Instant, Occurred } from "../shared/day";
import { type Calendar, withinWorkingDays } from "./calendar";
import { type DueWindow, dueWindow } from "./due-window";
import { compareOccurred } from "./order";
import { type StepFacts, stepFacts } from "./step-facts";
import { dayOf } from "./zone";

export const TIMING_CLASSES = [
  "on-time",
  "early",
  "late",
  "wrong-stage",
  "skipped",
  "waived",
  "not-due",
  "due-soon",
  "overdue",
] as const;
/** How a step was timed, or how it stands while it is not done. */
export type TimingClass = (typeof TIMING_CLASSES)[number];

/** A step is due soon when its window ends within this many working days, today not counted. */
export const SOON_WORKING_DAYS = 2;

/**
 * The timing of one step. Done: early before its stage or its window, late after its window, wrong stage after its
 * stage had been left, else on time (also when its window cannot be laid out, because nothing speaks against it).
 * Not done: waived; skipped once its stage is behind or the run is won; else by its window. A step of a stage that
 * was not reached is never due, and what a lost run owed is judged at the moment it ended.
 */
function classify({ facts, due }: LaidOutStep, calendar: Calendar, now: Occurred): TimingClass {
  if (facts.record?.status === "waived") return "waived";
  if (facts.record) return classifyDone(facts.record.occurred, facts, due);
  if (facts.place === "passed") return "skipped";
  if (facts.place === "ahead") return "not-due";
  if (facts.closed?.won) return "skipped";
  const ended = facts.closed?.occurred;
  const open = classifyOpen(due, ended ?? now, calendar);
  if (!ended) return open;
  return open === "overdue" ? "skipped" : "not-due";
}

function classifyDone(done: Occurred, { doneIn }: StepFacts, due: DueWindow | null): TimingClass {
  if (doneIn === "before") return "early";
  if (doneIn === "after") return "wrong-stage";
  if (due?.from && isBefore(done, due.from)) return "early";
  if (due?.until && isAfter(done, due.until)) return "late";
  return "on-time";
}

/** How a step of the present stage stands while it is not done: by the end of its window. */
export function classifyOpen(
  due: Pick<DueWindow, "until"> | null,
  now: Occurred,
  calendar: Calendar,
): "not-due" | "due-soon" | "overdue" {
  if (!due?.until) return "not-due";
  if (isAfter(now, due.until)) return "overdue";
  return withinWorkingDays(now.day, due.until.day, SOON_WORKING_DAYS, calendar) ? "due-soon" : "not-due";
}

/** A bound without a moment is a whole day, so only days are compared. */
const isBefore = (occurred: Occurred, bound: Occurred) => compareOccurred(occurred, bound) < 0;
const isAfter = (occurred: Occurred, bound: Occurred) => compareOccurred(occurred, bound) > 0;

/** A step that is meant for a run, as its events lay it out: nothing of it changes while time passes. */
export type LaidOutStep = {
  readonly step: CompiledStep;
  /** False while it is not known whether the step is meant for this run: then it is guided and never owed. */
  readonly owed: boolean;
  /** The window laid out on the calendar; null without one, or while its anchor has not happened. */
  readonly due: DueWindow | null;
  readonly facts: StepFacts;
};

export type StepTiming = LaidOutStep & { readonly timing: TimingClass };

/**
 * Every step of a version that is meant for the run, in the order of the process, or those of them that are `wanted`. A
 * step that was done is always meant for it, because it was done.
 */
export function layOutSteps(
  version: CompiledVersion,
  state: RunState,
  calendar: Calendar,
  wanted: (each: Omit<LaidOutStep, "due">) => boolean = () => true,
): LaidOutStep[] {
  const factsOf = stepFacts(version, state);
  return version.steps.flatMap((step): LaidOutStep[] => {
    const fit = applies(step, state.fields);
    const facts = factsOf(step);
    const each = { step, owed: fit === "yes", facts };
    if ((fit === "no" && facts.record === null) || !wanted(each)) return [];
    return [{ ...each, due: step.window && dueWindow(step.window, facts.anchors, calendar) }];
  });
}

/** As `layOutSteps`, with the timing of each step at a moment. */
export function timeSteps(
  version: CompiledVersion,
  state: RunState,
  calendar: Calendar,
  now: Instant,
): StepTiming[] {
  const moment = { day: dayOf(now, calendar.timeZone), at: now };
  return layOutSteps(version, state, calendar).map((each) => ({
    ...each,
    timing: classify(each, calendar, moment),
  }));
}
