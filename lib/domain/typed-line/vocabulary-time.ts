import type { WindowUnit } from "../process/types";

/** What an amount of a unit is. The other reading, where people mean either, comes second. */
export type UnitReading = { readonly unit: WindowUnit; readonly times: number };

const working: UnitReading = { unit: "working-days", times: 1 };
const calendar: UnitReading = { unit: "calendar-days", times: 1 };
const hours: UnitReading = { unit: "hours", times: 1 };
const weeks: UnitReading[] = [
  { unit: "working-days", times: 5 },
  { unit: "calendar-days", times: 7 },
];

const words = <T>(value: T, ...all: string[]): [string, T][] => all.map((word) => [word, value]);

/** One or two words that name a unit. */
export const UNITS: ReadonlyMap<string, readonly UnitReading[]> = new Map([
  ...words([working, calendar], "d", "day", "days", "dag", "dagen"),
  ...words([working], "wd", "workday", "workdays", "working day", "working days"),
  ...words([working], "business day", "business days", "werkdag", "werkdagen"),
  ...words([calendar], "kd", "calendar day", "calendar days", "kalenderdag", "kalenderdagen"),
  ...words([hours], "h", "hour", "hours", "u", "uur", "uren"),
  ...words(weeks, "w", "week", "weeks", "weken"),
]);

/** Small numbers in words; read only after a word that announces an amount. */
export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map([
  ...words(1, "a", "an", "one", "een"),
  ...words(2, "two", "twee"),
  ...words(3, "three", "drie"),
  ...words(4, "four", "vier"),
  ...words(5, "five", "vijf"),
  ...words(6, "six", "zes"),
  ...words(7, "seven", "zeven"),
  ...words(8, "eight", "acht"),
  ...words(9, "nine", "negen"),
  ...words(10, "ten", "tien"),
]);

/**
 * How an amount limits a moment. "From 5 days before close" begins there; "at least 5 days before close" ends there, as
 * "at latest" does; after something, both begin there.
 */
export type AmountHow = "within" | "at-latest" | "at-least" | "between" | "from" | "bare";

/** `weak`: the words before the amount also stand in names ("log in 2 systems", "notes from 2 days"). */
export type HowReading = { readonly how: AmountHow; readonly weak: boolean };
const certainly = (how: AmountHow): HowReading => ({ how, weak: false });
const perhaps = (how: AmountHow): HowReading => ({ how, weak: true });

/** The words before an amount that say how it is meant. */
export const HOWS: ReadonlyMap<string, HowReading> = new Map([
  ...words(certainly("within"), "within", "binnen", "at most", "hooguit", "hoogstens", "maximaal"),
  ...words(perhaps("within"), "in", "over"),
  ...words(certainly("between"), "between", "tussen"),
  ...words(certainly("at-latest"), "at latest", "at the latest", "no later than", "not later than"),
  ...words(certainly("at-latest"), "uiterlijk", "uiterlijk binnen", "niet later dan"),
  ...words(certainly("at-least"), "at least", "minstens", "minimaal", "ten minste"),
  ...words(certainly("from"), "no earlier than", "not earlier than", "at the earliest"),
  ...words(certainly("from"), "niet eerder dan", "op zijn vroegst"),
  ...words(perhaps("from"), "from", "vanaf", "after", "na"),
]);
/** The longest of those, in words. */
export const LONGEST_HOW = 3;

export const AND_WORDS = new Set(["and", "en", "to", "tot", "-", "–", "t/m"]);

/** Before an amount these make it part of a name ("trial of 2 weeks") or something the line cannot say. */
export const OTHER_HOWS = new Set(
  "for voor of van the de het every each elke iedere about around ongeveer circa during gedurende first last next eerste laatste komende than dan meer more less minder before between tussen".split(
    " ",
  ),
);

/** What a window counts from: the words before it. */
export const AFTER_WORDS = new Set(["after", "na", "from", "vanaf", "since", "sinds"]);
export const BEFORE_WORDS = new Set(["before", "voor"]);

/** "Voor" is also "for": only with its accents it is certain. So is no "from", which may say whose: "notes from demo". */
export function isCertainly(plain: string, raw: string): boolean {
  if (plain === "voor") return raw.normalize("NFC").toLowerCase().startsWith("vóór");
  return plain !== "from";
}

/** Little words between those and a name. */
export const ARTICLES = new Set(["the", "de", "het", "a", "an", "een"]);

/** Moments that are no step. The first of each is what a line is written with. */
export const MOMENTS: ReadonlyMap<string, "stage-entry" | "run-start" | "expected-close"> = new Map([
  ...words("stage-entry" as const, "stage entry", "entry", "stage start", "start of stage"),
  ...words("stage-entry" as const, "start of the stage", "entering the stage"),
  ...words("stage-entry" as const, "begin fase", "start fase", "begin van de fase", "start van de fase"),
  ...words("run-start" as const, "start", "run start", "deal start", "start of the deal"),
  ...words("run-start" as const, "begin", "begin van de deal", "start van de deal"),
  ...words("expected-close" as const, "close", "closing", "expected close"),
  ...words("expected-close" as const, "sluiting", "verwachte sluiting", "afsluiting", "verwachte afsluiting"),
]);
