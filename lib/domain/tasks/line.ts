import { addDays, type Day, weekday } from "../shared/day";
import { readDay } from "../typed-line/read-day";
import { readTime } from "../typed-line/read-time";
import { phraseAt, plainText, type Token, tokensOf, wordAt } from "../typed-line/tokens";

type Person = { readonly id: string; readonly name: string };

/** What a line is read against; `minutes` past midnight on the organisation's clock. */
export type TaskContext = {
  readonly today: Day;
  readonly minutes: number;
  readonly people: readonly Person[];
};

/** By when: a day, and minutes past midnight where a time was said. */
export type Due = { readonly day: Day; readonly minutes: number | null };

export type TaskLine = {
  /** The line without what was read out of it. */
  readonly title: string;
  /** Every moment that the words may mean, the likeliest first; none when no day was said. */
  readonly dues: readonly Due[];
  readonly assigneeId: string | null;
};

const MOST_DUES = 3;
/** Before a day, and part of it: "by Friday", "uiterlijk vrijdag". */
const BY = new Set(["by", "before", "until", "due", "voor", "tegen", "uiterlijk", "tot"]);
const NEXT_WEEK = new Set(["next week", "volgende week", "komende week"]);
const DAYS_OF_WEEK = 7;

type Read = { readonly at: number; readonly count: number };
type WhenRead = Read & { readonly dues: readonly Due[] };

/**
 * Reads a task as typed, English or Dutch: "Send the offer by next Tuesday 10:00 @otto". The last day to come that is said
 * is the due day, a name after an @ the person who does it; the rest is what is to be done. A day that has been, or a
 * number that may be something else, stays words. With `keepDay` nothing is read as a day.
 */
export function parseTaskLine(text: string, context: TaskContext, { keepDay = false } = {}): TaskLine {
  const tokens = tokensOf(text);
  const who = personIn(tokens, context.people);
  const when = keepDay ? null : whenIn(tokens, context, who);
  const taken = [who, when].flatMap((read) =>
    read ? tokens.slice(read.at, read.at + read.count).map(({ start }) => start) : [],
  );
  const left = tokens.filter(({ start }) => !taken.includes(start));
  const title = left.map(({ start, end }) => text.slice(start, end)).join(" ");
  return {
    title: title.replace(/[\s,;:·–-]+$/u, ""),
    dues: when?.dues ?? [],
    assigneeId: who?.id ?? null,
  };
}

/** The member whose name, or first name when only one has it, follows an @. */
function personIn(tokens: readonly Token[], people: readonly Person[]): (Read & { id: string }) | null {
  for (let at = 0; at < tokens.length; at++) {
    const raw = tokens[at]?.raw ?? "";
    if (!raw.startsWith("@") || raw.length < 2) continue;
    const rest = tokens.slice(at).map(({ plain }) => plain);
    const words = [rest[0]?.slice(1) ?? "", ...rest.slice(1)];
    const whole = people
      .map((person) => ({ ...person, parts: plainText(person.name).split(" ") }))
      .filter(({ parts }) => parts.every((part, index) => words[index] === part))
      .sort((a, b) => b.parts.length - a.parts.length)[0];
    if (whole) return { at, count: whole.parts.length, id: whole.id };
    const first = people.filter(({ name }) => plainText(name).split(" ")[0] === words[0]);
    if (first.length === 1 && first[0]) return { at, count: 1, id: first[0].id };
  }
  return null;
}

function whenIn(tokens: readonly Token[], context: TaskContext, who: Read | null): WhenRead | null {
  let found: WhenRead | null = null;
  for (let at = 0; at < tokens.length; at++) {
    if (who && at >= who.at && at < who.at + who.count) continue;
    const read = whenAt(tokens, at, context);
    if (!read) continue;
    found = read;
    at += read.count - 1;
  }
  return found;
}

/** A day, a time or both at a place, with the word that leads to it. */
function whenAt(tokens: readonly Token[], at: number, { today, minutes: now }: TaskContext): WhenRead | null {
  const lead = BY.has(wordAt(tokens, at)) ? 1 : 0;
  const start = at + lead;
  const day = nextWeek(tokens, start, today) ?? readDay(tokens, start, today);
  if (day?.odd && !lead) return null;
  const time = readTime(tokens, start + (day?.count ?? 0));
  const late = !day && time ? readDay(tokens, start + time.count, today) : null;
  const said = day ?? (late?.odd ? null : late);
  if (!said && !time) return null;
  const minutes = time?.minutes ?? null;
  const days = said?.days ?? [today, addDays(today, 1)];
  const ahead = days.filter(
    (each) => each > today || (each === today && (minutes === null || minutes > now)),
  );
  const dues = (said ? ahead : ahead.slice(0, 1)).slice(0, MOST_DUES).map((each) => ({ day: each, minutes }));
  if (dues.length === 0) return null;
  const count = lead + (day?.count ?? 0) + (time?.count ?? 0) + (day ? 0 : (late?.count ?? 0));
  return { at, count, dues };
}

/** "Next week" alone is its Monday. */
function nextWeek(tokens: readonly Token[], at: number, today: Day) {
  if (!NEXT_WEEK.has(phraseAt(tokens, at, 2))) return null;
  const monday = addDays(today, DAYS_OF_WEEK + 1 - weekday(today));
  return { days: [monday], count: 2, odd: false };
}
