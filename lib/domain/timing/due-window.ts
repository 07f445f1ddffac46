import type { Window } from "../process/types";
import { addDays, type Day, type Occurred } from "../shared/day";
import { addWorkingDays, type Calendar, isWorkingDay, nextWorkingDay } from "./calendar";
import { addWorkingHours, workingSpan } from "./working-hours";
import { dayOf } from "./zone";

/** The moments a window may count from, as far as they happened or are known. */
export type Anchors = {
  readonly stageEntry: Occurred | null;
  readonly runStart: Occurred | null;
  readonly expectedClose: Day | null;
  /** When each step was done, by step key. */
  readonly steps: ReadonlyMap<string, Occurred>;
};

/** From when until when. A bound without a moment means the whole day; null means open at that end. */
export type DueWindow = { readonly from: Occurred | null; readonly until: Occurred | null };

function anchorOf({ anchor }: Window, anchors: Anchors): Occurred | null {
  switch (anchor.kind) {
    case "stage-entry":
      return anchors.stageEntry;
    case "run-start":
      return anchors.runStart;
    case "step":
      return anchors.steps.get(anchor.stepKey) ?? null;
    case "expected-close":
      return anchors.expectedClose === null ? null : { day: anchors.expectedClose, at: null };
  }
}

/**
 * A bound in working hours. Of an anchor without a moment we only know the day, so the window gets the benefit of
 * the doubt: it opens as if counted from the start of that working day and ends as if counted from its end.
 */
function hoursBound(anchor: Occurred, hours: number, end: "from" | "until", calendar: Calendar): Occurred {
  const span = workingSpan(anchor.day, calendar);
  const at = addWorkingHours(anchor.at ?? (end === "from" ? span.from : span.to), hours, calendar);
  return { day: dayOf(at, calendar.timeZone), at };
}

function daysBound(anchor: Day, days: number, end: "from" | "until", calendar: Calendar): Day {
  // "On the day itself" on a day off: it may be done at once, and is due on the next working day.
  if (days === 0 && end === "until" && !isWorkingDay(anchor, calendar))
    return nextWorkingDay(anchor, 1, calendar);
  return addWorkingDays(anchor, days, calendar);
}

/**
 * When a step is due: the window laid out from its anchor on the organisation's calendar. Null while the anchor has
 * not happened. Working days and hours skip weekends and holidays; calendar days do not.
 */
export function dueWindow(window: Window, anchors: Anchors, calendar: Calendar): DueWindow | null {
  const anchor = anchorOf(window, anchors);
  if (!anchor) return null;
  const bound = (amount: number | null, end: "from" | "until"): Occurred | null => {
    if (amount === null) return null;
    if (window.unit === "hours") return hoursBound(anchor, amount, end, calendar);
    if (window.unit === "calendar-days") return { day: addDays(anchor.day, amount), at: null };
    return { day: daysBound(anchor.day, amount, end, calendar), at: null };
  };
  return { from: bound(window.earliest, "from"), until: bound(window.latest, "until") };
}
