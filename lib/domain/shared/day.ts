/** A calendar day in the organisation's own time zone, `YYYY-MM-DD`. Never a moment, never shifted by a zone. */
export type Day = string & { readonly __brand?: "Day" };

/** A moment as an ISO 8601 string in UTC, for example `2026-11-25T09:00:00.000Z`. */
export type Instant = string & { readonly __brand?: "Instant" };

/** When something happened: always a day, and the moment where it is known. */
export type Occurred = { readonly day: Day; readonly at: Instant | null };

const MS_PER_DAY = 86_400_000;
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** A day as a number, counted from 1970-01-01: where many follow each other, counting is quicker than writing each. */
export const dayNumber = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / MS_PER_DAY;

/** The day with that number. */
export const dayAt = (number: number): Day => new Date(number * MS_PER_DAY).toISOString().slice(0, 10);

/** True for an existing calendar day written as `YYYY-MM-DD` (so 2026-02-30 is false). */
export function isDay(value: string): value is Day {
  if (!DAY.test(value)) return false;
  const ms = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().slice(0, 10) === value;
}

/** True for a calendar day that is not before the first nor after the last that may be chosen. */
export const isDayWithin = (
  value: string,
  { min, max }: { readonly min?: Day | undefined; readonly max?: Day | undefined },
): value is Day => isDay(value) && (min === undefined || value >= min) && (max === undefined || value <= max);

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from);

/** The day `days` later (or earlier, when negative). */
export const addDays = (day: Day, days: number): Day => dayAt(dayNumber(day) + days);

/** ISO weekday of the day with that number: 1 is Monday, 7 is Sunday. Number 0 was a Thursday. */
export const weekdayAt = (number: number): number => ((((number + 3) % 7) + 7) % 7) + 1;

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export const weekday = (day: Day): number => weekdayAt(dayNumber(day));
