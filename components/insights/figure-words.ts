import type { useTranslations } from "next-intl";
import type { Grouping } from "@/lib/domain/insights/aggregate";
import type { ValueFigure } from "@/lib/domain/insights/value";
import type { Estimate } from "@/lib/domain/statistics/estimate";
import type { Formatter } from "@/lib/platform/i18n/format";

type T = ReturnType<typeof useTranslations<"insights">>;

/** A value: one total where every currency has a rate, otherwise each currency by itself. Never a sum across them. */
export function valueWords(
  { total, sums, currency }: ValueFigure,
  t: T,
  format: Formatter,
  compact = false,
): string {
  if (sums.length === 0) return t("noAmounts");
  if (total.value !== null) return format.money(total.value, currency, { compact });
  return sums.map((sum) => format.money(sum.minor, sum.currency, { compact })).join(" + ");
}

/** A share as small samples allow: counts under five cases, the range first under twenty. */
export function shareWords({ value, lo, hi, k, n, status }: Estimate, t: T, format: Formatter): string {
  if (n === 0) return t("none");
  if (status === "insufficient" || value === null) return t("of", { k: k ?? 0, n });
  if (status === "thin" && lo !== null && hi !== null)
    return `${format.percentRange(lo, hi)} (${t("of", { k: k ?? 0, n })})`;
  return format.percent(value);
}

/** Days, or how many cases there are while those are too few. */
export const daysWords = ({ value, n }: Estimate, format: Formatter): string =>
  value === null ? `n = ${n}` : format.number(value, 1);

/** A quarter as people write it: `2026-Q4` becomes "Q4 2026". */
export const quarterWords = (quarter: string): string => quarter.replace(/^(\d{4})-Q(\d)$/, "Q$2 $1");

/** The name of a group. */
export const groupWords = (
  group: { readonly key: string | null; readonly name: string | null },
  by: Grouping,
  t: T,
): string =>
  group.name === null ? t(`groups.none.${by}`) : by === "quarter" ? quarterWords(group.name) : group.name;
