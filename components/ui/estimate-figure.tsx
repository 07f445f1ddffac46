import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { cn } from "./cn";
import { estimateRange, estimateValue, type ShownEstimate } from "./estimate-words";
import { RangeBar } from "./range-bar";

/**
 * A figure that cannot be read without its certainty. ok: value, then the 95 % range and n. thin: hollow mark and the
 * range first. insufficient: only the counts. `action` is the way to its deals and its explanation.
 */
export function EstimateFigure({
  label,
  estimate,
  currency,
  compact,
  scale,
  sub,
  action,
  size = "figure",
  className,
}: {
  label: ReactNode;
  estimate: ShownEstimate;
  /** Needed when the unit is money. */
  currency?: string;
  compact?: boolean;
  /** Draws the range on this scale; shares default to 0..1 when `scale` is true. */
  scale?: true | readonly [min: number, max: number];
  sub?: ReactNode;
  action?: ReactNode;
  size?: "figure" | "title";
  className?: string;
}) {
  const t = useTranslations("common");
  const format = useFormat();
  const words = {
    currency,
    compact,
    days: (count: number, shown: string) => t("daysShown", { count, shown }),
  };
  const show = (value: number) => estimateValue(value, estimate.unit, format, words);
  const { value, lo, hi, n, k, status, need } = estimate;
  const range = lo === null || hi === null ? null : estimateRange(lo, hi, estimate.unit, format, words);
  const big = cn(size === "figure" ? "text-figure tracking-tight" : "text-title");
  const small = "text-caption font-normal text-ink-3";
  const [min, max] = scale === true || scale === undefined ? [0, 1] : scale;
  return (
    <div className={cn("flex min-w-0 flex-col gap-0.5", className)} data-status={status}>
      <div className="text-caption text-ink-2">{label}</div>
      {status === "insufficient" || value === null ? (
        <>
          <div className={cn(big, "text-ink-2")}>
            {k === null ? format.number(n) : t("estimate.of", { k, n })}
          </div>
          <div className={small}>
            {need ? t("estimate.insufficientNeed", { count: need }) : t("estimate.insufficient")}
          </div>
        </>
      ) : status === "thin" ? (
        <>
          <div className={cn(big, "flex items-center gap-2")}>
            <svg viewBox="0 0 12 12" className="size-3 shrink-0" aria-hidden="true">
              <circle cx="6" cy="6" r="4.5" fill="none" stroke="var(--warn)" strokeWidth="2" />
            </svg>
            {range ?? show(value)}
          </div>
          <div className={small}>
            {t("estimate.thinValue", { value: show(value), n })} · {t("estimate.thin")}
          </div>
        </>
      ) : (
        <>
          <div className={big}>{show(value)}</div>
          <div className={cn(small, "tnum")}>
            {range && `${t("estimate.range", { range })} · `}
            {t("estimate.n", { n })}
          </div>
        </>
      )}
      {scale && status !== "insufficient" && value !== null && (
        <RangeBar
          value={value}
          low={lo}
          high={hi}
          min={min}
          max={max}
          thin={status === "thin"}
          className="mt-1"
        />
      )}
      {sub && <div className={small}>{sub}</div>}
      {action && <div className="mt-1 text-caption">{action}</div>}
    </div>
  );
}
