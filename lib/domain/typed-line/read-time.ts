import { type Token, wordAt } from "./tokens";
import { TIME_LEADS } from "./vocabulary-day";

/** A time of the day as typed, in minutes past midnight, and how many words were read. */
export type TimeRead = { readonly minutes: number; readonly count: number };

const CLOCK = /^(\d{1,2})(?:[:h]|u(?=\d))(\d{2})(am|pm)?$/;
const HALF_DAY = /^(\d{1,2})(am|pm)$/;
const DOTTED = /^(\d{1,2})\.(\d{2})$/;
const HOUR = /^(\d{1,2})u?$/;
const HOURS = new Set(["uur", "u", "h", "hours", "o'clock"]);

/** Reads a time at a word: "10:30", "om 10u30", "at 3pm", "10.30 uur". "4u" alone is how long something takes. */
export function readTime(tokens: readonly Token[], at: number): TimeRead | null {
  const lead = TIME_LEADS.has(wordAt(tokens, at)) ? 1 : 0;
  const word = wordAt(tokens, at + lead);
  const hours = HOURS.has(wordAt(tokens, at + lead + 1)) ? 1 : 0;
  const minutes = clockOf(word, lead === 1, hours === 1);
  return minutes === null ? null : { minutes, count: lead + 1 + hours };
}

function clockOf(word: string, led: boolean, hours: boolean): number | null {
  const clock = CLOCK.exec(word) ?? (hours || led ? DOTTED.exec(word) : null);
  if (clock) return minutesOf(clock[1], clock[2], clock[3]);
  const half = HALF_DAY.exec(word);
  if (half) return minutesOf(half[1], "0", half[2]);
  const hour = led && (hours || word.endsWith("u")) ? HOUR.exec(word) : null;
  return hour ? minutesOf(hour[1], "0") : null;
}

function minutesOf(hour = "", minute = "", half?: string): number | null {
  const [h, m] = [Number(hour), Number(minute)];
  if (m > 59 || h > 23 || (half && (h < 1 || h > 12))) return null;
  return (half ? (h % 12) + (half === "pm" ? 12 : 0) : h) * 60 + m;
}
