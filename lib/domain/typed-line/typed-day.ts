import { addDays, type Day, weekday } from "../shared/day";
import { readDay } from "./read-day";
import { phraseAt, tokensOf, wordAt } from "./tokens";

/** As many days as one text may mean before choosing among them helps nobody. */
const MOST = 3;
/** Before a day, and part of it. */
const LEADS = new Set(["by", "before", "until", "due", "voor", "tegen", "uiterlijk", "tot"]);
const NEXT_WEEK = new Set(["next week", "volgende week", "komende week"]);
const DAYS_OF_WEEK = 7;
/** Short names of days that are words of their own in a sentence, and none in a field for a day. */
const SHORT_DAYS: ReadonlyMap<string, string> = new Map([
  ["ma", "maandag"],
  ["di", "dinsdag"],
  ["wo", "woensdag"],
  ["do", "donderdag"],
  ["vr", "vrijdag"],
  ["za", "zaterdag"],
  ["zo", "zondag"],
  ["sat", "saturday"],
  ["sun", "sunday"],
]);

/** Where a day that may be either is looked for first. */
export type Toward = "ahead" | "back";

/**
 * Every day that a text in a field for a day may mean, English or Dutch, the likeliest first: "31-12", "vrijdag", "next
 * Tuesday", "in 2 weken", "3 May 2027". The whole text has to be the day; none when it is not. `toward` says which of a day
 * that has been and one to come is meant first.
 */
export function readTypedDay(text: string, today: Day, toward: Toward): readonly Day[] {
  const whole = text
    .trim()
    .split(/\s+/)
    .map((word) => SHORT_DAYS.get(word.toLowerCase().replace(/\.$/, "")) ?? word)
    .join(" ")
    // 31.12 and 31-12-26 as they are written by hand; the reading of whole dates takes the rest.
    .replace(/^(\d{1,2})\.(\d{1,2})\.?$/, "$1-$2");
  const tokens = tokensOf(whole);
  if (tokens.length === 0) return [];
  const lead = LEADS.has(wordAt(tokens, 0)) ? 1 : 0;
  if (NEXT_WEEK.has(phraseAt(tokens, lead, 2)) && tokens.length === lead + 2)
    return [addDays(today, DAYS_OF_WEEK + 1 - weekday(today))];
  const read = readDay(tokens, lead, today);
  if (!read || lead + read.count !== tokens.length) return [];
  const fits = (day: Day) => (toward === "ahead" ? day >= today : day <= today);
  return [...read.days.filter(fits), ...read.days.filter((day) => !fits(day))].slice(0, MOST);
}
