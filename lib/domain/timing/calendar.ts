import type { Day } from "../shared/day";
import { addDays, weekday } from "../shared/day";

/** When an organisation works. Holidays are handed in by whoever knows the region. */
export type Calendar = {
  /** IANA name, for example `Europe/Amsterdam`. */
  readonly timeZone: string;
  /** ISO weekdays, 1 is Monday. */
  readonly workingDays: readonly number[];
  /** Local times `HH:MM` within one day. */
  readonly workingHours: { readonly from: string; readonly to: string };
  readonly holidays: { has(day: Day): boolean };
};

/** No organisation is closed for so long: reaching it means a calendar without working days, which is a bug. */
const LONGEST_BREAK = 400;

/** True for a weekday on which the organisation works and that is no holiday. */
export const isWorkingDay = (day: Day, calendar: Calendar): boolean =>
  calendar.workingDays.includes(weekday(day)) && !calendar.holidays.has(day);

/** The nearest working day after `day` (direction 1) or before it (-1), `day` itself not counted. */
export function nextWorkingDay(day: Day, direction: 1 | -1, calendar: Calendar): Day {
  for (let step = 1; step <= LONGEST_BREAK; step += 1) {
    const candidate = addDays(day, step * direction);
    if (isWorkingDay(candidate, calendar)) return candidate;
  }
  throw new Error("the calendar has no working days");
}

/** The `count`-th working day after `day`, or before it when negative. 0 is `day` itself, working or not. */
export function addWorkingDays(day: Day, count: number, calendar: Calendar): Day {
  const direction = count < 0 ? -1 : 1;
  let found = day;
  for (let left = Math.abs(count); left > 0; left -= 1) found = nextWorkingDay(found, direction, calendar);
  return found;
}

/** Whether at most `most` working days pass from `from` to `to`; true when `to` is not later. Looks no further than it must. */
export function withinWorkingDays(from: Day, to: Day, most: number, calendar: Calendar): boolean {
  let left = most;
  for (let day = from; day < to; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day, calendar) && --left < 0) return false;
  }
  return true;
}

/**
 * How many working days pass from `from` to `to`: those after `from` up to and including `to`. Negative, and counted
 * towards the past, when `to` is earlier. Undoes `addWorkingDays`.
 */
export function workingDaysBetween(from: Day, to: Day, calendar: Calendar): number {
  const direction = to < from ? -1 : 1;
  let count = 0;
  for (let day = from; day !== to; ) {
    day = addDays(day, direction);
    if (isWorkingDay(day, calendar)) count += direction;
  }
  return count;
}
