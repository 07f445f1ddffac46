import type { Estimate } from "@/lib/domain/statistics/estimate";
import type { Formatter } from "@/lib/platform/i18n/format";

/** The part of an Estimate that a figure shows. */
export type ShownEstimate = Pick<Estimate, "value" | "unit" | "lo" | "hi" | "n" | "k" | "status"> &
  Partial<Pick<Estimate, "need">>;

type Words = { currency?: string; compact?: boolean; days: (count: number, shown: string) => string };

/** A value of an estimate in words. `words.days` makes "12 days" of a number and how it is written. */
export function estimateValue(
  value: number,
  unit: Estimate["unit"],
  format: Formatter,
  words: Words,
): string {
  if (unit === "share") return format.percent(value);
  if (unit === "money") return format.money(value, words.currency ?? "EUR", { compact: words.compact });
  if (unit === "days") return words.days(value, format.number(value, 1));
  return format.number(value);
}

/** The interval of an estimate in words, for example "41–74%" or "52–61 days". */
export function estimateRange(
  low: number,
  high: number,
  unit: Estimate["unit"],
  format: Formatter,
  words: Words,
): string {
  if (unit === "share") return format.percentRange(low, high);
  if (unit === "days") return words.days(high, format.numberRange(low, high, 1));
  if (unit === "count") return format.numberRange(low, high);
  return `${estimateValue(low, unit, format, words)} – ${estimateValue(high, unit, format, words)}`;
}
