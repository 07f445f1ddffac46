import type { Day, Instant } from "../shared/day";

const MS_PER_MINUTE = 60_000;
const MS_PER_DAY = 86_400_000;

/** Formatters are costly to make and never change, so one per zone is kept. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const kept = formatters.get(timeZone);
  if (kept) return kept;
  const numeric = "numeric" as const;
  const made = new Intl.DateTimeFormat("en-US", {
    timeZone,
    calendar: "gregory",
    numberingSystem: "latn",
    hourCycle: "h23",
    year: numeric,
    month: numeric,
    day: numeric,
    hour: numeric,
    minute: numeric,
    second: numeric,
  });
  formatters.set(timeZone, made);
  return made;
}

/** The wall clock in the zone at a moment, written as if it were UTC. */
function wallClock(ms: number, timeZone: string): number {
  const parts = new Map(
    formatterOf(timeZone)
      .formatToParts(ms)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  return Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second"));
}

/** How far the zone is ahead of UTC at a moment, in ms. */
const offsetAt = (ms: number, timeZone: string): number =>
  wallClock(ms, timeZone) - Math.floor(ms / 1000) * 1000;

/** The calendar day in the zone at a moment. Throws on a zone that does not exist. */
export const dayOf = (instant: Instant, timeZone: string): Day =>
  new Date(wallClock(Date.parse(instant), timeZone)).toISOString().slice(0, 10);

/** Minutes past midnight on the zone's clock at a moment. */
export const minutesOf = (instant: Instant, timeZone: string): number =>
  Math.floor((wallClock(Date.parse(instant), timeZone) % MS_PER_DAY) / MS_PER_MINUTE);

/**
 * The moment at which the zone's clock shows `minutes` past midnight of `day`. The earlier of the two when the clock
 * goes back; when the clock skips that time, the moment reached by not skipping (02:30 becomes 03:30).
 */
export function instantAt(day: Day, minutes: number, timeZone: string): Instant {
  const local = Date.parse(`${day}T00:00:00Z`) + minutes * MS_PER_MINUTE;
  const before = local - offsetAt(local - MS_PER_DAY, timeZone);
  const after = local - offsetAt(local + MS_PER_DAY, timeZone);
  const shown = [before, after].filter((ms) => wallClock(ms, timeZone) === local);
  return new Date(shown.length > 0 ? Math.min(...shown) : before).toISOString();
}

/** The first moment of a day in the zone: 22:00 or 23:00 UTC the evening before in Amsterdam. */
export const startOfDay = (day: Day, timeZone: string): Instant => instantAt(day, 0, timeZone);
