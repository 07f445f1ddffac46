import { behindFormula } from "../shared/formula";
import { createDateJudge, type DateVerdict } from "./dates";
import { isEmptyCell, trimmed } from "./empties";
import { createNumberJudge, currencyIn, type NumberVerdict } from "./numbers";

/** Everything the whole file says about one column. Plain data. */
export type ColumnProfile = {
  readonly index: number;
  readonly header: string;
  readonly filled: number;
  readonly empty: number;
  /** How emptiness was written other than by an empty cell, with how often: "n.v.t." 61. */
  readonly emptyWords: readonly { readonly word: string; readonly count: number }[];
  /** First few different values. */
  readonly samples: readonly string[];
  /** All different values with how often, in order of appearance; null when there are more than `DISTINCT_LIMIT`. */
  readonly distinct: readonly { readonly value: string; readonly count: number }[] | null;
  readonly dates: DateVerdict;
  readonly numbers: NumberVerdict;
  /** Currencies written beside numbers, with how often. */
  readonly currencies: readonly { readonly currency: string; readonly count: number }[];
};

/** Enough for stages, owners, products and reasons; titles and ids go beyond it. */
export const DISTINCT_LIMIT = 2000;
const SAMPLES = 5;

export type ColumnsProfile = {
  readonly add: (values: readonly string[], row: number) => void;
  readonly profiles: () => ColumnProfile[];
};

/** Profiles all columns of a file, one row at a time: `add(values, row)` for each row, then `profiles()`. */
export function createColumnsProfile(headers: readonly string[]): ColumnsProfile {
  const columns = headers.map((header, index) => createColumn(header, index));
  return {
    add: (values, row) => {
      for (const [index, column] of columns.entries()) column.add(values[index] ?? "", row);
    },
    profiles: () => columns.map((column) => column.profile()),
  };
}

function createColumn(header: string, index: number) {
  const dates = createDateJudge();
  const numbers = createNumberJudge();
  const emptyWords = new Map<string, number>();
  const currencies = new Map<string, number>();
  const samples: string[] = [];
  let distinct: Map<string, number> | null = new Map();
  let filled = 0;
  let empty = 0;
  const count = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);

  function add(raw: string, row: number): void {
    const value = behindFormula(trimmed(raw));
    dates.add(value, row);
    numbers.add(value, row);
    if (isEmptyCell(value)) {
      empty++;
      if (value !== "") count(emptyWords, value);
      return;
    }
    filled++;
    if (samples.length < SAMPLES && !samples.includes(value)) samples.push(value);
    if (distinct) count(distinct, value);
    if (distinct && distinct.size > DISTINCT_LIMIT) distinct = null;
    const currency = value.length < 40 && /\d/.test(value) ? currencyIn(value) : null;
    if (currency) count(currencies, currency);
  }

  const profile = (): ColumnProfile => ({
    index,
    header,
    filled,
    empty,
    emptyWords: [...emptyWords].map(([word, times]) => ({ word, count: times })),
    samples,
    distinct: distinct && [...distinct].map(([value, times]) => ({ value, count: times })),
    dates: dates.verdict(),
    numbers: numbers.verdict(),
    currencies: [...currencies].map(([currency, times]) => ({ currency, count: times })),
  });
  return { add, profile };
}
