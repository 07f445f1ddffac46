import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DECIDED } from "@/lib/domain/insights/pipeline";
import { useFormat } from "@/lib/platform/i18n/use-format";
import type { FigureSpec } from "./figure-specs";

type Row = { label: ReactNode; value: ReactNode; total?: boolean };

/** The sum behind a figure, row by row; null where there is nothing to add up. */
export function useFormula(spec: FigureSpec | null): Row[] | null {
  const t = useTranslations("insights");
  const format = useFormat();
  if (!spec) return null;
  const { figure, figures, value, of } = spec;
  if (figure === "win-rate") {
    const { winRate, outcomes } = figures;
    const share =
      winRate.value === null
        ? t("of", { k: winRate.k ?? 0, n: winRate.n })
        : format.percent(winRate.value, 2);
    return [
      ...DECIDED.map((outcome) => ({
        label: t(`figure.${outcome}`),
        value: format.number(outcomes[outcome].n),
      })),
      { label: t("formula.share"), value: share, total: true },
    ];
  }
  if (figure === "won-cycle") {
    const { q1, median, q3, p80, p90, mean } = figures.wonCycle;
    const row = (label: string, estimate: typeof median): Row[] =>
      estimate.value === null ? [] : [{ label, value: format.number(estimate.value, 2) }];
    return [
      ...row(t("formula.first"), q1),
      ...row(t("formula.median"), median),
      ...row(t("formula.third"), q3),
      ...row(t("formula.p80"), p80),
      ...row(t("formula.p90"), p90),
      ...row(t("formula.mean"), mean),
    ];
  }
  if (value && (value.sums.length > 1 || of === null)) {
    const rows = value.sums.map(
      (sum): Row => ({ label: sum.currency, value: format.money(sum.minor, sum.currency) }),
    );
    const { total, currency } = value;
    return total.value === null
      ? rows
      : [...rows, { label: t("formula.total"), value: format.money(total.value, currency), total: true }];
  }
  return null;
}
