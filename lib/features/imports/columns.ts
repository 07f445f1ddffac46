import type { ColumnProfile } from "@/lib/domain/import/columns";
import type { ImportKind } from "@/lib/domain/import/field";
import { fieldOf } from "@/lib/domain/import/kinds";
import type { ColumnMapping, ColumnTarget } from "@/lib/domain/import/mapping";
import { readingsFor, suggestMapping } from "@/lib/domain/import/suggest-mapping";
import type { ColumnSuggestion } from "@/lib/domain/import/suggestion";
import type { Answers } from "./state";
import type { ColumnView } from "./view";

/** The fields a kind has, by key, as far as only one column may go to each. */
const single = (kind: ImportKind, target: ColumnTarget): string | null =>
  target.kind === "field" && fieldOf(kind, target.field)?.many !== true ? target.field : null;

/** Where each column goes: as chosen, else as proposed. A field that a person gave to one column is free in no other. */
export function columnsNow(
  kind: ImportKind,
  profiles: readonly ColumnProfile[],
  answers: Answers,
): (ColumnSuggestion & { readonly chosen: boolean })[] {
  const chosen = (index: number) => answers.columns?.[index]?.target;
  const claimed = new Set(
    profiles.flatMap(({ index }) => single(kind, chosen(index) ?? { kind: "ignore" }) ?? []),
  );
  return suggestMapping(kind, profiles).columns.map((column) => {
    const profile = profiles[column.index];
    const own = chosen(column.index);
    const taken = !own && claimed.has(single(kind, column.target) ?? "");
    const target: ColumnTarget =
      own ?? (taken ? { kind: "attribute", name: column.header || `${column.index + 1}` } : column.target);
    const reason = taken
      ? ({ code: "field-taken", field: single(kind, column.target) ?? "" } as const)
      : column.reason;
    const type = typeOf(kind, target);
    const readings =
      profile && profile.filled > 0 && type
        ? readingsFor(type, profile)
        : { dates: null, numbers: null, question: null };
    const { dates, numbers } = answers.columns?.[column.index] ?? {};
    return {
      index: column.index,
      header: column.header,
      target,
      reason,
      dates: readings.dates === null && readings.question !== "dates" ? null : (dates ?? readings.dates),
      numbers:
        readings.numbers === null && readings.question !== "numbers" ? null : (numbers ?? readings.numbers),
      question:
        (readings.question === "dates" && dates) || (readings.question === "numbers" && numbers)
          ? null
          : readings.question,
      chosen: own !== undefined,
    };
  });
}

const typeOf = (kind: ImportKind, target: ColumnTarget) =>
  target.kind === "stage-date"
    ? "date"
    : target.kind === "field"
      ? fieldOf(kind, target.field)?.type
      : undefined;

/** A column with what the screen shows of it. `mapped` counts the cells of a stage or status column that have a target. */
export function columnView(
  kind: ImportKind,
  column: ColumnSuggestion & { readonly chosen: boolean },
  profile: ColumnProfile,
  mapped: number | null,
): ColumnView {
  const { samples, filled, empty, emptyWords, currencies, dates, numbers, distinct } = profile;
  const type = typeOf(kind, column.target);
  const fits = (verdict: typeof dates | typeof numbers) => ("fits" in verdict ? verdict.fits : 0);
  const valid =
    type === "date" && column.dates
      ? fits(dates)
      : (type === "money" || type === "number" || type === "integer") && column.numbers
        ? fits(numbers)
        : (mapped ?? filled);
  return {
    ...column,
    samples,
    filled,
    empty,
    emptyWords,
    currencies,
    dateVerdict: dates,
    numberVerdict: numbers,
    valid: column.target.kind === "ignore" ? 0 : valid,
    distinct: distinct?.length ?? null,
  };
}

/** Whether a column of this kind of file may go there. */
export function isTarget(kind: ImportKind, target: ColumnTarget): boolean {
  if (target.kind === "field") return fieldOf(kind, target.field) !== null;
  return target.kind !== "stage-date" || kind === "deals";
}

/** The profile of the column that goes to a field, if one does. */
export function columnOf(
  field: string,
  columns: readonly Pick<ColumnMapping, "index" | "target">[],
  profiles: readonly ColumnProfile[],
): ColumnProfile | null {
  const column = columns.find(({ target }) => target.kind === "field" && target.field === field);
  return column ? (profiles[column.index] ?? null) : null;
}
