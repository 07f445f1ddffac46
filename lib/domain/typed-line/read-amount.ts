import type { Token } from "./tokens";
import {
  AND_WORDS,
  AT_LATEST_WORDS,
  BETWEEN_WORDS,
  FROM_WORDS,
  UNIT_WORDS,
  type UnitReading,
  WITHIN_WORDS,
} from "./vocabulary";

/** How an amount limits a moment: until it, between two, from it on, or just named. */
export type AmountHow = "within" | "at-latest" | "between" | "from" | "bare";

/** An amount as typed: one number, or the two of "between". */
export type Amount = {
  readonly how: AmountHow;
  readonly low: number;
  readonly high: number;
  readonly units: readonly UnitReading[];
  /** Words taken. */
  readonly count: number;
  /** The unit was written on to the number, as in "2d": nobody names a step like that. */
  readonly tight: boolean;
};

const NUMBERS = /^(-?\d{1,4})(?:[-–](\d{1,4}))?([a-z]{0,14})$/;

/** Reads an amount of time at a word: "within 2d", "binnen 2 werkdagen", "1-3 wd", "tussen 1 en 3 dagen", "4u". */
export function readAmount(tokens: readonly Token[], at: number): Amount | null {
  const [how, skip] = howAt(tokens, at);
  const first = numbersAt(tokens, at + skip);
  if (!first) return null;
  const start = at + skip + 1;
  if (first.unit) return amount(how, first, first.unit, skip + 1, true);
  if (how === "between" || first.high === null) {
    const and = tokens[start]?.plain ?? "";
    const second = AND_WORDS.has(and) ? numbersAt(tokens, start + 1) : null;
    if (second && second.high === null && (how === "between" || how === "bare" || how === "from")) {
      const both = { low: first.low, high: second.low };
      if (second.unit) return amount("between", both, second.unit, skip + 3, true);
      const unit = unitAt(tokens, start + 2);
      return unit && amount("between", both, unit.units, skip + 3 + unit.count, false);
    }
  }
  const unit = unitAt(tokens, start);
  return unit && amount(how, first, unit.units, skip + 1 + unit.count, false);
}

type Numbers = { readonly low: number; readonly high: number | null };

function amount(
  how: AmountHow,
  { low, high }: Numbers,
  units: readonly UnitReading[],
  count: number,
  tight: boolean,
): Amount | null {
  // "between 3 days" says nothing; it stays part of the name.
  if (how === "between" && high === null) return null;
  const [from, to] = high === null || low <= high ? [low, high] : [high, low];
  return { how: high === null ? how : "between", low: from, high: to ?? from, units, count, tight };
}

function howAt(tokens: readonly Token[], at: number): [AmountHow, number] {
  const word = wordAt(tokens, at);
  if (WITHIN_WORDS.has(word)) return ["within", 1];
  if (BETWEEN_WORDS.has(word)) return ["between", 1];
  if (FROM_WORDS.has(word)) return ["from", 1];
  if (AT_LATEST_WORDS.has(word)) return ["at-latest", 1];
  if (AT_LATEST_WORDS.has(`${word} ${wordAt(tokens, at + 1)}`)) return ["at-latest", 2];
  return ["bare", 0];
}

function numbersAt(
  tokens: readonly Token[],
  at: number,
): (Numbers & { unit: readonly UnitReading[] | null }) | null {
  const match = NUMBERS.exec(wordAt(tokens, at));
  if (!match) return null;
  const [, low, high, unit = ""] = match;
  const units = unit === "" ? null : unitOf(unit);
  if (unit !== "" && !units) return null;
  return { low: Number(low), high: high === undefined ? null : Number(high), unit: units };
}

function unitAt(
  tokens: readonly Token[],
  at: number,
): { units: readonly UnitReading[]; count: number } | null {
  const word = wordAt(tokens, at);
  const two = unitOf(`${word} ${wordAt(tokens, at + 1)}`);
  if (two) return { units: two, count: 2 };
  const one = unitOf(word);
  return one && { units: one, count: 1 };
}

const unitOf = (word: string): readonly UnitReading[] | null =>
  Object.hasOwn(UNIT_WORDS, word) ? (UNIT_WORDS[word] ?? null) : null;

const wordAt = (tokens: readonly Token[], at: number): string => {
  const token = tokens[at];
  return token && !token.quoted ? token.plain : "";
};
