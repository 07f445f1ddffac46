import { readDay } from "../typed-line/read-day";
import { readTime } from "../typed-line/read-time";
import { phraseAt, type Token, tokensOf } from "../typed-line/tokens";
import { clausesOf } from "./clauses";
import { criterionChips } from "./criteria";
import type { LogChip, LogContext, LogLine, LogReading } from "./types";
import { KIND_WORDS, REACHED_WORDS } from "./vocabulary";

const WORDS: LogReading = { kind: "words" };
const MOST_READINGS = 4;

/**
 * Reads what somebody typed about a deal, English or Dutch: "gebeld, budget ok, gisteren 10:30". Words become chips for
 * the kind, whether the buyer took part, when it was, and criteria that may hold now; the rest is the note. Nothing is
 * taken in silence: what is only likely is `assumed`, and a criterion is never taken until a person does. A day to come is
 * no day on which something happened, and stays words.
 */
export function parseLog(text: string, context: LogContext): LogLine {
  const tokens = tokensOf(text);
  const clauses = clausesOf(tokens);
  const chips = [
    ...kindChips(tokens, clauses),
    ...reachedChips(tokens),
    ...whenChips(tokens, clauses, context),
    ...criterionChips(tokens, clauses, context.criteria),
  ];
  return { text, chips: chips.sort((one, other) => one.start - other.start) };
}

/** Looks words up, the longest first; a place is read once. */
function lookUp<T>(
  tokens: readonly Token[],
  words: ReadonlyMap<string, T>,
  longest: number,
): { at: number; count: number; value: T }[] {
  const found: { at: number; count: number; value: T }[] = [];
  for (let at = 0; at < tokens.length; at++) {
    for (let count = Math.min(longest, tokens.length - at); count >= 1; count--) {
      if (tokens.slice(at, at + count).some(({ quoted }) => quoted)) continue;
      const value = words.get(phraseAt(tokens, at, count));
      if (value === undefined) continue;
      found.push({ at, count, value });
      at += count - 1;
      break;
    }
  }
  return found;
}

const span = (tokens: readonly Token[], at: number, count: number) => ({
  start: tokens[at]?.start ?? 0,
  end: tokens[at + count - 1]?.end ?? 0,
});

/** What was done goes before what is only named; a name counts in the first part of the line alone. */
function kindChips(tokens: readonly Token[], clauses: readonly number[]): LogChip[] {
  const all = lookUp(tokens, KIND_WORDS, 2);
  const done = all.filter(({ value }) => value.done);
  const said = done.length > 0 ? done : all.filter(({ at }) => clauses[at] === 0);
  const [first] = said;
  if (!first) return [];
  const kinds = [...new Set(said.map(({ value }) => value.kind))];
  const readings = kinds.map((value): LogReading => ({ kind: "kind", value }));
  const sure = done.length > 0 && kinds.length === 1;
  return [
    {
      kind: "kind",
      ...span(tokens, first.at, first.count),
      readings: sure ? readings : [...readings, WORDS],
      taken: 0,
      assumed: !sure,
    },
  ];
}

function reachedChips(tokens: readonly Token[]): LogChip[] {
  const all = lookUp(tokens, REACHED_WORDS, 3);
  const [first] = all;
  if (!first) return [];
  const both = new Set(all.map(({ value }) => value)).size > 1;
  const values = both ? [first.value, !first.value] : [first.value];
  const readings = values.map((value): LogReading => ({ kind: "reached", value }));
  const place = span(tokens, first.at, first.count);
  return [{ kind: "reached", ...place, readings, taken: 0, assumed: both }];
}

function whenChips(tokens: readonly Token[], clauses: readonly number[], context: LogContext): LogChip[] {
  const chips: LogChip[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const read = whenAt(tokens, at, context);
    if (!read) continue;
    at += read.count - 1;
    if (read.readings.length === 0) continue;
    const place = span(tokens, at - read.count + 1, read.count);
    // In the first part of a line a day says when it happened; after a comma it more often says what comes.
    const likely = !read.odd && (read.only || clauses[at] === 0) && chips.every(({ taken }) => taken !== 0);
    const readings = [...read.readings, WORDS];
    const taken = read.odd ? null : likely ? 0 : readings.length - 1;
    const assumed = taken !== null && !(likely && read.only && read.readings.length === 1);
    chips.push({ kind: "when", ...place, readings, taken, assumed });
  }
  return chips;
}

type When = {
  readonly readings: LogReading[];
  readonly count: number;
  readonly odd: boolean;
  /** Every day it may be has been. */
  readonly only: boolean;
};

/** A day, a time or both, as the moments in the past that they may be. */
function whenAt(tokens: readonly Token[], at: number, { today, minutes: now }: LogContext): When | null {
  const day = readDay(tokens, at, today);
  const time = readTime(tokens, at + (day?.count ?? 0));
  const late = !day && time ? readDay(tokens, at + time.count, today) : null;
  const said = day ?? late;
  if (!said && !time) return null;
  const minutes = time?.minutes ?? null;
  const been = (one: string) => one < today || (one === today && (minutes === null || minutes <= now));
  const days = said?.days ?? [today];
  const past = days.filter(been);
  const readings = past
    .slice(0, MOST_READINGS)
    .map((one): LogReading => ({ kind: "when", day: one, minutes }));
  const count = (day?.count ?? 0) + (time?.count ?? 0) + (late?.count ?? 0);
  return { readings, count, odd: said?.odd ?? false, only: past.length === days.length };
}
