import type { Estimate } from "@/lib/domain/statistics/estimate";
import type { Formatter } from "@/lib/platform/i18n/format";

/** The part of an Estimate that a figure shows. */
export type ShownEstimate = Pick<Estimate, "value" | "unit" | "lo" | "hi" | "n" | "k" | "status"> &
  Partial<Pick<Estimate, "need">>;

/** A value of an estimate in words. Days are whole or with one decimal; `days` turns a count into "12 days". */
export function estimateValue(
  value: number,
  unit: Estimate["unit"],
  format: Formatter,
  words: { currency?: string; compact?: boolean; days: (count: number) => string },
): string {
  if (unit === "share") return format.percent(value);
  if (unit === "money") return format.money(value, words.currency ?? "EUR", { compact: words.compact });
  if (unit === "days") return words.days(Math.round(value * 10) / 10);
  return format.number(value);
}
