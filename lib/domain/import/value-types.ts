import type { ColumnProfile } from "./columns";
import { looksLikeDate } from "./date-readings";
import type { FieldType } from "./field";
import { outcomeIn } from "./outcomes";

/** At least this share of the filled cells must read as the type; the rest is rejected row by row. */
const ENOUGH = 0.8;

/** True when the column's values can be read as this type. A column without values fits everything. */
export function fitsType(type: FieldType, column: ColumnProfile): boolean {
  if (column.filled === 0) return true;
  const share = (verdict: { kind: string; fits?: number }) => (verdict.fits ?? 0) / column.filled;
  switch (type) {
    case "date":
      return share(column.dates) + impossibleDays(column) / column.filled >= ENOUGH;
    case "money":
    case "number":
    case "integer":
      return share(column.numbers) >= ENOUGH;
    case "email":
      return column.samples.some((value) => value.includes("@"));
    case "currency":
      return column.samples.every((value) => /^[A-Za-z]{3}$|^[€$£¥]$/.test(value));
    case "stage":
    case "outcome":
      return column.distinct !== null && column.distinct.length <= 100;
    default:
      return true;
  }
}

/** How many cells name a day that does not exist. They are dates all the same, and refused in their row. */
function impossibleDays({ dates }: ColumnProfile): number {
  if (dates.kind !== "none" || dates.best.length === 0 || dates.offending.length === 0) return 0;
  const shown = dates.offending.filter(({ value }) => looksLikeDate(value)).length;
  return (dates.offendingCount * shown) / dates.offending.length;
}

/** True when the column holds few different values and both a won and a lost one are among them. */
export function looksLikeOutcomes(column: ColumnProfile): boolean {
  if (!column.distinct || column.distinct.length > 40) return false;
  const found = new Set(column.distinct.map(({ value }) => outcomeIn(value)));
  return found.has("won") && found.has("lost");
}
