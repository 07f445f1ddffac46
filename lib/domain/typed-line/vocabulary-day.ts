const words = <T>(value: T, ...all: string[]): [string, T][] => all.map((word) => [word, value]);

/** Words, up to four, for a day seen from today. */
export const RELATIVE_DAYS: ReadonlyMap<string, number> = new Map([
  ...words(0, "today", "this morning", "this afternoon", "this evening", "tonight", "just now"),
  ...words(0, "vandaag", "vanmorgen", "vanochtend", "vanmiddag", "vanavond", "zojuist", "zonet", "daarnet"),
  ...words(0, "deze morgen", "deze ochtend", "deze middag"),
  ...words(-1, "yesterday", "yesterday morning", "yesterday afternoon", "yesterday evening", "last night"),
  ...words(-1, "gisteren", "gister", "gisterochtend", "gistermiddag", "gisteravond", "gisterenmiddag"),
  ...words(-2, "day before yesterday", "the day before yesterday", "eergisteren"),
  ...words(
    1,
    "tomorrow",
    "tomorrow morning",
    "tomorrow afternoon",
    "morgen",
    "morgenochtend",
    "morgenmiddag",
  ),
  ...words(2, "day after tomorrow", "the day after tomorrow", "overmorgen"),
]);
/** The longest of those, in words. */
export const LONGEST_RELATIVE = 4;

/** Days of the week, 1 is Monday. Short forms that are words of their own ("do", "zo", "sat") are not read. */
export const WEEKDAYS: ReadonlyMap<string, number> = new Map([
  ...words(1, "monday", "mon", "maandag"),
  ...words(2, "tuesday", "tue", "tues", "dinsdag"),
  ...words(3, "wednesday", "wed", "woensdag"),
  ...words(4, "thursday", "thu", "thurs", "donderdag"),
  ...words(5, "friday", "fri", "vrijdag"),
  ...words(6, "saturday", "zaterdag"),
  ...words(7, "sunday", "zondag"),
]);

/** Which one, before a day of the week. `next` may skip a week, and so may `last`. */
export const WHICH: ReadonlyMap<string, "last" | "past" | "coming" | "next"> = new Map([
  ...words("last" as const, "last", "previous", "vorige"),
  ...words("past" as const, "past", "afgelopen"),
  ...words("coming" as const, "coming", "this", "komende", "aanstaande", "deze"),
  ...words("next" as const, "next", "volgende"),
]);

/** Before a day or a time, and part of it. */
export const DAY_LEADS = new Set(["on", "op", "dd"]);
export const TIME_LEADS = new Set(["at", "om", "rond"]);
export const AGO_WORDS = new Set(["ago", "geleden"]);
export const AHEAD_WORDS = new Set(["in", "over"]);
/** Days in a unit. */
export const DAY_UNITS: ReadonlyMap<string, number> = new Map([
  ...words(1, "day", "days", "dag", "dagen"),
  ...words(7, "week", "weeks", "weken"),
]);
