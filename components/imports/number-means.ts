import type { ImportKind } from "@/lib/domain/import/field";
import { fieldOf } from "@/lib/domain/import/kinds";
import type { ColumnView } from "@/lib/features/imports/view";
import type { Formatter } from "@/lib/platform/i18n/format";

/** A number of a column in the language's own way, with at most `digits` decimals; a year is no amount and stays whole. */
export function numberMeans(
  kind: ImportKind,
  { target }: Pick<ColumnView, "target">,
  means: string,
  format: Formatter,
  digits: number,
): string {
  const value = Number(means);
  const whole = target.kind === "field" && fieldOf(kind, target.field)?.ungrouped && Number.isInteger(value);
  return whole ? String(value) : format.number(value, digits);
}
