import { LIMITS } from "../process/limits";
import { phraseAt, type Token, wordAt } from "./tokens";
import {
  type AmountHow,
  AND_WORDS,
  HOWS,
  type HowReading,
  LONGEST_HOW,
  NUMBER_WORDS,
  OTHER_HOWS,
  UNITS,
  type UnitReading,
} from "./vocabulary-time";

/** An amount as typed: one number, or the two of "between". */
export type Amount = {
  readonly how: AmountHow;
  readonly low: number;
  readonly high: number;
  readonly units: readonly UnitReading[];
  /** Words taken. */
  readonly count: number;
  /** The unit was written on to the number, as in "2d". */
  readonly tight: boolean;
  /** No word before it says for certain that this is about time. */
  readonly weak: boolean;
  /** The word before it makes it something else: "a trial of 2 weeks", "more than 2 days". */
  readonly odd: boolean;
};

const NUMBERS = /^(-?\d{1,4})(?:[-–](\d{1,4}))?([a-z]{0,14})$/;

/** Reads an amount of time at a word: "within 2d", "binnen een week", "1-3 wd", "tussen 1 en 3 dagen", "4u". */
export function readAmount(tokens: readonly Token[], at: number): Amount | null {
  const [said, skip] = howAt(tokens, at);
  const inWords = said.how !== "bare" && said.how !== "from";
  const first = numbersAt(tokens, at + skip, inWords);
  if (!first) return null;
  const start = at + skip + 1;
  const odd = said.how === "bare" && OTHER_HOWS.has(wordAt(tokens, at - 1));
  const make = (high: number | null, units: readonly UnitReading[], count: number, tight: boolean) =>
    amountOf({ ...said, low: first.low, high, units, count: skip + 1 + count, tight, odd });
  if (first.unit) return make(first.high, first.unit, 0, true);
  const second =
    first.high === null && AND_WORDS.has(wordAt(tokens, start)) && takesTwo(said.how)
      ? numbersAt(tokens, start + 1, inWords)
      : null;
  if (second && second.high === null) {
    if (second.unit) return make(second.low, second.unit, 2, true);
    const unit = unitAt(tokens, start + 2);
    return unit && make(second.low, unit.units, 2 + unit.count, false);
  }
  const unit = unitAt(tokens, start);
  return unit && make(first.high, unit.units, unit.count, false);
}

const takesTwo = (how: AmountHow): boolean => how === "between" || how === "bare" || how === "from";

/** The amount, or null where it says nothing that a window can be. */
function amountOf(amount: Omit<Amount, "high"> & { readonly high: number | null }): Amount | null {
  const { low, high, how, units } = amount;
  const [from, to] = high === null || low <= high ? [low, high ?? low] : [high, low];
  // "Between 3 days" and "within -2 days" say nothing.
  if (how === "between" && high === null) return null;
  if (from < 0 && high === null && (how === "within" || how === "bare")) return null;
  const times = Math.max(...units.map((unit) => unit.times));
  if (Math.max(Math.abs(from), Math.abs(to)) * times > LIMITS.windowUnits) return null;
  return { ...amount, how: high === null ? how : "between", low: from, high: to };
}

function howAt(tokens: readonly Token[], at: number): [HowReading, number] {
  for (let count = LONGEST_HOW; count >= 1; count--) {
    const how = HOWS.get(phraseAt(tokens, at, count));
    if (how && !tokens.slice(at, at + count).some(({ quoted }) => quoted)) return [how, count];
  }
  return [{ how: "bare", weak: true }, 0];
}

type Numbers = {
  readonly low: number;
  readonly high: number | null;
  readonly unit: readonly UnitReading[] | null;
};

function numbersAt(tokens: readonly Token[], at: number, inWords: boolean): Numbers | null {
  const word = wordAt(tokens, at);
  const spelt = inWords ? NUMBER_WORDS.get(word) : undefined;
  if (spelt !== undefined) return { low: spelt, high: null, unit: null };
  const match = NUMBERS.exec(word);
  if (!match) return null;
  const [, low, high, unit = ""] = match;
  const units = unit === "" ? null : (UNITS.get(unit) ?? null);
  if (unit !== "" && !units) return null;
  return { low: Number(low), high: high === undefined ? null : Number(high), unit: units };
}

function unitAt(
  tokens: readonly Token[],
  at: number,
): { units: readonly UnitReading[]; count: number } | null {
  const word = wordAt(tokens, at);
  const two = UNITS.get(`${word} ${wordAt(tokens, at + 1)}`);
  if (two) return { units: two, count: 2 };
  const one = UNITS.get(word);
  return one ? { units: one, count: 1 } : null;
}
