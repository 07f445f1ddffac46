import type { Day, Occurred } from "../shared/day";
import { addDays, isDay } from "../shared/day";
import { type Refusal, refuse } from "../shared/result";
import { dayOf, instantAt } from "../timing/zone";
import { trimmed } from "./empties";

/**
 * The orders in which a date may be written; separators `-`, `/`, `.` and space are alike. Every order may be followed
 * by a time. "serial" is the day number of a spreadsheet (45631 is 2024-12-05).
 */
export const DATE_READINGS = ["y-m-d", "d-m-y", "m-d-y", "d-month-y", "month-d-y", "serial"] as const;
export type DateReading = (typeof DATE_READINGS)[number];

const TIME =
  "(?:[T ,]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?\\s*([AaPp]\\.?[Mm]\\.?)?\\s*(Z|UTC|[+-]\\d{2}:?\\d{2})?)?";
const SEP = "[-/. ]";
const PATTERNS: Readonly<Record<DateReading, RegExp>> = {
  "y-m-d": new RegExp(`^(\\d{4})(?:${SEP}(\\d{1,2})${SEP}(\\d{1,2})|(\\d{2})(\\d{2}))${TIME}$`),
  "d-m-y": new RegExp(`^(\\d{1,2})(${SEP})(\\d{1,2})\\2(\\d{4}|\\d{2})${TIME}$`),
  "m-d-y": new RegExp(`^(\\d{1,2})(${SEP})(\\d{1,2})\\2(\\d{4}|\\d{2})${TIME}$`),
  "d-month-y": new RegExp(
    `^(?:\\p{L}{2,9}\\.?,? )?(\\d{1,2})[-/. ]+(\\p{L}{3,9})\\.?,?[-/. ]+(\\d{4}|\\d{2})${TIME}$`,
    "u",
  ),
  "month-d-y": new RegExp(
    `^(?:\\p{L}{2,9}\\.?,? )?(\\p{L}{3,9})\\.?[-/. ]+(\\d{1,2}),?[-/. ]+(\\d{4})${TIME}$`,
    "u",
  ),
  serial: /^([2-7]\d{4})(?:[.,](\d+))?$/,
};

const MONTHS: Readonly<Record<string, number>> = Object.fromEntries(
  [
    ["jan", "january", "januari"],
    ["feb", "february", "februari"],
    ["mar", "march", "mrt", "maart"],
    ["apr", "april"],
    ["may", "mei"],
    ["jun", "june", "juni"],
    ["jul", "july", "juli"],
    ["aug", "august", "augustus"],
    ["sep", "sept", "september"],
    ["oct", "october", "okt", "oktober"],
    ["nov", "november"],
    ["dec", "december"],
  ].flatMap((names, index) => names.map((name) => [name, index + 1])),
);

type Clock = { readonly msOfDay: number; readonly zone: string | null };
/** A date as written: the day on the page and the clock beside it, before any time zone. */
export type WrittenDate = { readonly day: Day; readonly clock: Clock | null };

/** The date as written, or null when `value` is no existing date in this reading. Years run from
 * 1900 to 2199; of two-digit years 70 to 99 are 19xx. */
export function readDate(value: string, reading: DateReading): WrittenDate | null {
  if (!/\d/.test(value)) return null;
  const text = trimmed(value).replace(/[\u00a0\u202f\s]+/g, " ");
  const found = PATTERNS[reading].exec(text);
  if (!found) return null;
  if (reading === "serial") return readSerial(found);
  const [year, month, date, rest] = partsOf(found, reading);
  if (month === undefined) return null;
  const day = `${fullYear(year ?? "")}-${String(month).padStart(2, "0")}-${(date ?? "").padStart(2, "0")}`;
  const clock = clockOf(found.slice(rest));
  return isDay(day) && day >= "1900" && day < "2200" && clock !== "wrong" ? { day, clock } : null;
}

/** True for what is written as a date is, whether or not there is such a day: 31-02-2026. */
export function looksLikeDate(value: string): boolean {
  const text = trimmed(value).replace(/[\u00a0\u202f\s]+/g, " ");
  return DATE_READINGS.some((reading) => {
    const found = reading === "serial" ? null : PATTERNS[reading].exec(text);
    if (!found || reading === "serial") return false;
    const [, month, date] = partsOf(found, reading);
    return month !== undefined && Number(month) <= 12 && Number(date) <= 31;
  });
}

function partsOf(
  found: RegExpExecArray,
  reading: Exclude<DateReading, "serial">,
): [string | undefined, string | number | undefined, string | undefined, number] {
  switch (reading) {
    case "y-m-d":
      return [found[1], found[2] ?? found[4], found[3] ?? found[5], 6];
    case "d-m-y":
      return [found[4], found[3], found[1], 5];
    case "m-d-y":
      return [found[4], found[1], found[3], 5];
    case "d-month-y":
      return [found[3], MONTHS[(found[2] ?? "").toLowerCase()], found[1], 4];
    case "month-d-y":
      return [found[3], MONTHS[(found[1] ?? "").toLowerCase()], found[2], 4];
  }
}

const fullYear = (year: string): string =>
  year.length === 2 ? `${Number(year) < 70 ? "20" : "19"}${year}` : year;

function clockOf([hour, minute, second, fraction, half, zone]: readonly (string | undefined)[]):
  | Clock
  | null
  | "wrong" {
  if (hour === undefined) return null;
  let h = Number(hour);
  if (half) {
    if (h < 1 || h > 12) return "wrong";
    h = (h % 12) + (half.toLowerCase().startsWith("p") ? 12 : 0);
  }
  const [m, s] = [Number(minute ?? 0), Number(second ?? 0)];
  if (h > 23 || m > 59 || s > 59) return "wrong";
  const ms = Number((fraction ?? "").padEnd(3, "0").slice(0, 3));
  return { msOfDay: ((h * 60 + m) * 60 + s) * 1000 + ms, zone: zone ?? null };
}

function readSerial(found: RegExpExecArray): WrittenDate {
  const day = addDays("1899-12-30", Number(found[1]));
  if (!found[2]) return { day, clock: null };
  // To the second, which is all that the decimals of a spreadsheet are good for.
  return {
    day,
    clock: { msOfDay: Math.min(86_399, Math.round(Number(`0.${found[2]}`) * 86_400)) * 1000, zone: null },
  };
}

/**
 * When a cell says that something happened. A date alone gives a day and no moment; a time without offset is the wall
 * clock of `timeZone` (IANA); a time with offset is that moment, on the day it was in `timeZone`.
 * Refuses (`import.not-a-date`) what is no existing date in this reading.
 */
export function parseDate(value: string, reading: DateReading, timeZone: string): Occurred | Refusal {
  const written = readDate(value, reading);
  if (!written) return refuse("import.not-a-date", { value: trimmed(value), reading });
  const { day, clock } = written;
  if (!clock) return { day, at: null };
  if (clock.zone === null) return { day, at: wallClockInstant(day, clock.msOfDay, timeZone) };
  const at = new Date(Date.parse(`${day}T00:00:00Z`) + clock.msOfDay - offsetMs(clock.zone)).toISOString();
  return { day: dayOf(at, timeZone), at };
}

/** Clocks change on whole minutes, so seconds and less are added after the zone has been looked up. */
function wallClockInstant(day: Day, msOfDay: number, timeZone: string): string {
  const minutes = Math.floor(msOfDay / 60_000);
  const rest = msOfDay - minutes * 60_000;
  return new Date(Date.parse(instantAt(day, minutes, timeZone)) + rest).toISOString();
}

function offsetMs(zone: string): number {
  const found = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (!found) return 0;
  const ms = (Number(found[2]) * 60 + Number(found[3])) * 60_000;
  return found[1] === "-" ? -ms : ms;
}
