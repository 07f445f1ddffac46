import type { Day } from "../shared/day";
import { dayAt, dayNumber, weekdayAt } from "../shared/day";

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
export const isWorkingDay = (day: Day, calendar: Calendar): boolean => worksAt(dayNumber(day), calendar);

const worksAt = (number: number, calendar: Calendar): boolean =>
  calendar.workingDays.includes(weekdayAt(number)) && !calendar.holidays.has(dayAt(number));

/** The nearest working day after `day` (direction 1) or before it (-1), `day` itself not counted. */
export const nextWorkingDay = (day: Day, direction: 1 | -1, calendar: Calendar): Day =>
  dayAt(nextAt(dayNumber(day), direction, calendar));

function nextAt(number: number, direction: 1 | -1, calendar: Calendar): number {
  for (let step = 1; step <= LONGEST_BREAK; step += 1) {
    const candidate = number + step * direction;
    if (worksAt(candidate, calendar)) return candidate;
  }
  throw new Error("the calendar has no working days");
}

/** The `count`-th working day after `day`, or before it when negative. 0 is `day` itself, working or not. */
export function addWorkingDays(day: Day, count: number, calendar: Calendar): Day {
  const direction = count < 0 ? -1 : 1;
  let found = dayNumber(day);
  for (let left = Math.abs(count); left > 0; left -= 1) found = nextAt(found, direction, calendar);
  return dayAt(found);
}

/** Whether at most `most` working days pass from `from` to `to`; true when `to` is not later. Looks no further than it must. */
export function withinWorkingDays(from: Day, to: Day, most: number, calendar: Calendar): boolean {
  const last = dayNumber(to);
  let left = most;
  for (let at = dayNumber(from) + 1; at <= last; at += 1) {
    if (worksAt(at, calendar) && --left < 0) return false;
  }
  return true;
}

/**
 * How many working days pass from `from` to `to`: those after `from` up to and including `to`. Negative, and counted
 * towards the past, when `to` is earlier. Undoes `addWorkingDays`.
 */
export function workingDaysBetween(from: Day, to: Day, calendar: Calendar): number {
  const direction = to < from ? -1 : 1;
  const first = dayNumber(from);
  const days = Math.abs(dayNumber(to) - first);
  let count = 0;
  for (let step = 1; step <= days; step += 1) {
    if (worksAt(first + step * direction, calendar)) count += direction;
  }
  return count;
}
