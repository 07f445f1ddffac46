import type { Day, Instant } from "../shared/day";
import { type Calendar, isWorkingDay, nextWorkingDay } from "./calendar";
import { dayOf, instantAt } from "./zone";

const MS_PER_HOUR = 3_600_000;

function minutesOf(time: string): number {
  const [hours = Number.NaN, minutes = Number.NaN] = time.split(":").map(Number);
  return hours * 60 + minutes;
}

/** The moments at which work starts and ends on a day, whether or not it is a working day. */
export function workingSpan(day: Day, calendar: Calendar): { from: Instant; to: Instant } {
  const [from, to] = [minutesOf(calendar.workingHours.from), minutesOf(calendar.workingHours.to)];
  if (!(from < to)) throw new Error("working hours must end after they start");
  return { from: instantAt(day, from, calendar.timeZone), to: instantAt(day, to, calendar.timeZone) };
}

/**
 * The moment that lies `hours` working hours after `start`, or before it when negative. Time outside working hours
 * does not count: one hour from Friday 16:30 (until 17:00) is Monday 09:30.
 */
export function addWorkingHours(start: Instant, hours: number, calendar: Calendar): Instant {
  const direction = hours < 0 ? -1 : 1;
  let left = Math.abs(hours) * MS_PER_HOUR;
  let day = dayOf(start, calendar.timeZone);
  let at = Date.parse(start);
  if (!isWorkingDay(day, calendar)) day = nextWorkingDay(day, direction, calendar);
  for (;;) {
    const span = workingSpan(day, calendar);
    const [from, to] = [Date.parse(span.from), Date.parse(span.to)];
    at = direction === 1 ? Math.max(at, from) : Math.min(at, to);
    const room = direction === 1 ? to - at : at - from;
    if (room >= left && room >= 0) return new Date(at + direction * left).toISOString();
    left -= Math.max(0, room);
    day = nextWorkingDay(day, direction, calendar);
  }
}
