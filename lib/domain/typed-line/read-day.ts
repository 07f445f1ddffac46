import { type DateReading, readDate } from "../import/date-readings";
import { addDays, type Day, weekday } from "../shared/day";
import { phraseAt, type Token, wordAt } from "./tokens";
import {
  AGO_WORDS,
  AHEAD_WORDS,
  DAY_LEADS,
  DAY_UNITS,
  LONGEST_RELATIVE,
  RELATIVE_DAYS,
  WEEKDAYS,
  WHICH,
} from "./vocabulary-day";
import { NUMBER_WORDS } from "./vocabulary-time";

/** What words say about a day: every day they may mean, the nearest to today first, and how many words were read. */
export type DayRead = {
  readonly days: readonly Day[];
  readonly count: number;
  /** The words may be something else than a day, such as the numbers of "3-4 people". */
  readonly odd: boolean;
};

/**
 * Reads a day at a word, English or Dutch, seen from `today`: "gisteren", "next Tuesday", "op 31-12", "3 mei", "2 days ago".
 * A weekday alone is the last one or the coming one, "next Tuesday" the coming one or the one after, 3/4 the third of
 * April or the fourth of March: all of them are given. Null when the words are no day.
 */
export function readDay(tokens: readonly Token[], at: number, today: Day): DayRead | null {
  const lead = DAY_LEADS.has(wordAt(tokens, at)) ? 1 : 0;
  const start = at + lead;
  const found =
    relative(tokens, start, today) ??
    weekDay(tokens, start, today) ??
    ago(tokens, start, today) ??
    written(tokens, start, today);
  if (!found) return null;
  const days = [...new Set(found.days)].sort((a, b) => distance(a, today) - distance(b, today));
  return { days: found.keepOrder ? found.days : days, count: found.count + lead, odd: found.odd && !lead };
}

type Found = {
  readonly days: readonly Day[];
  readonly count: number;
  readonly odd: boolean;
  readonly keepOrder?: boolean;
};

const distance = (a: Day, b: Day): number => Math.abs(Date.parse(a) - Date.parse(b));

function relative(tokens: readonly Token[], at: number, today: Day): Found | null {
  for (let count = LONGEST_RELATIVE; count >= 1; count--) {
    if (tokens.slice(at, at + count).some(({ quoted }) => quoted)) continue;
    const days = RELATIVE_DAYS.get(phraseAt(tokens, at, count));
    if (days !== undefined && at + count <= tokens.length)
      return { days: [addDays(today, days)], count, odd: false };
  }
  return null;
}

function weekDay(tokens: readonly Token[], at: number, today: Day): Found | null {
  const which = WHICH.get(wordAt(tokens, at));
  const skip = which ? 1 : 0;
  const wanted = WEEKDAYS.get(wordAt(tokens, at + skip));
  if (wanted === undefined) return null;
  const ahead = (wanted - weekday(today) + 7) % 7;
  const coming = addDays(today, ahead === 0 ? 7 : ahead);
  const last = addDays(coming, ahead === 0 ? -14 : -7);
  const now = ahead === 0 ? [today] : [];
  const count = skip + 1;
  switch (which) {
    case "past":
      return { days: [last], count, odd: false };
    case "last":
      return { days: [last, addDays(last, -7)], count, odd: false };
    case "coming":
      return { days: [...now, coming], count, odd: false };
    case "next":
      return { days: [coming, addDays(coming, 7)], count, odd: false };
    default:
      return { days: [...now, last, coming], count, odd: false, keepOrder: true };
  }
}

function ago(tokens: readonly Token[], at: number, today: Day): Found | null {
  const ahead = AHEAD_WORDS.has(wordAt(tokens, at));
  const start = at + (ahead ? 1 : 0);
  const word = wordAt(tokens, start);
  const amount = /^\d{1,3}$/.test(word) ? Number(word) : NUMBER_WORDS.get(word);
  const unit = DAY_UNITS.get(wordAt(tokens, start + 1));
  if (amount === undefined || unit === undefined) return null;
  if (ahead) return { days: [addDays(today, amount * unit)], count: 3, odd: false };
  if (!AGO_WORDS.has(wordAt(tokens, start + 2))) return null;
  return { days: [addDays(today, -amount * unit)], count: 3, odd: false };
}

const SHORT = /^(\d{1,2})[-/](\d{1,2})$/;
const ORDINAL = /^(\d{1,2})(?:st|nd|rd|th|e|de|ste)?$/;

/** A day written with its number: whole, without its year, or with the name of its month. */
function written(tokens: readonly Token[], at: number, today: Day): Found | null {
  const word = wordAt(tokens, at);
  if (!/\d/.test(word)) {
    const date = ORDINAL.exec(wordAt(tokens, at + 1))?.[1];
    return date && /^\p{L}{3,9}$/u.test(word) ? named(date, word, wordAt(tokens, at + 2), today, 2) : null;
  }
  const whole = (["y-m-d", "d-m-y"] as const).flatMap((reading) => readAs(word, reading));
  if (whole.length > 0 && /\d[-/.]\d+[-/.]\d/.test(word)) {
    const other = /[-/]/.test(word) ? readAs(word, "m-d-y") : [];
    return { days: [...whole, ...other], count: 1, odd: false, keepOrder: true };
  }
  const short = SHORT.exec(word);
  if (short) {
    const days = [
      ...nearYears((year) => readAs(`${word.replace("/", "-")}-${year}`, "d-m-y"), today),
      ...nearYears((year) => readAs(`${word.replace("/", "-")}-${year}`, "m-d-y"), today),
    ];
    const odd = Math.max(Number(short[1]), Number(short[2])) <= 12;
    return days.length > 0 ? { days, count: 1, odd, keepOrder: true } : null;
  }
  const date = ORDINAL.exec(word)?.[1];
  const of = wordAt(tokens, at + 1) === "of" ? 1 : 0;
  const month = wordAt(tokens, at + 1 + of);
  return date && /^\p{L}{3,9}$/u.test(month)
    ? named(date, month, wordAt(tokens, at + 2 + of), today, 2 + of)
    : null;
}

function named(date: string, month: string, next: string, today: Day, count: number): Found | null {
  const at = (year: string | number) => readAs(`${date} ${month} ${year}`, "d-month-y");
  const exact = /^\d{4}$/.test(next) ? at(next) : [];
  if (exact.length > 0) return { days: exact, count: count + 1, odd: false };
  const days = nearYears(at, today);
  return days.length > 0 ? { days, count, odd: false, keepOrder: true } : null;
}

const readAs = (text: string, reading: DateReading): Day[] => {
  const read = readDate(text, reading);
  return read && !read.clock ? [read.day] : [];
};

/** Without a year it is the nearest such day before today and the nearest after it; the nearer of the two comes first. */
function nearYears(read: (year: number) => readonly Day[], today: Day): Day[] {
  const year = Number(today.slice(0, 4));
  // The 29th of February may be years away.
  const all = [-4, -3, -2, -1, 0, 1, 2, 3, 4].flatMap((off) => read(year + off));
  const before = all.filter((day) => day <= today).at(-1);
  const after = all.find((day) => day > today);
  return [before, after]
    .filter((day): day is Day => day !== undefined)
    .sort((a, b) => distance(a, today) - distance(b, today));
}
