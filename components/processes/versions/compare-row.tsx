import { Check, Minus } from "lucide-react";
import { FigureButton } from "@/components/ui/figure-button";
import { RangeBar } from "@/components/ui/range-bar";
import type { Estimate } from "@/lib/domain/statistics/estimate";
import type { DueSteps } from "@/lib/domain/versions/on-time";
import type { ComparedRow } from "@/lib/features/processes/view";
import { figureId } from "./figures";
import { useVersionWords } from "./words";

/** One figure of two versions: both counts, the change with its range as a bar, and whether that says anything. */
export function CompareRow({
  row,
  from,
  to,
  stage,
}: {
  row: ComparedRow;
  from: number;
  to: number;
  stage: string;
}) {
  const { t, onTime, change: changeText, changeRange } = useVersionWords();
  const { figure, stageKey, now, before, change, clear, need, steps } = row;
  const kind = figure === "win-rate" || figure === "on-time" ? "share" : "days";
  const name = t(`figure.${figure}`, { stage });
  const count = (estimate: Estimate, due: DueSteps | undefined) =>
    due
      ? onTime(due)
      : figure === "win-rate"
        ? t("of", { k: estimate.k ?? 0, n: estimate.n })
        : t("compare.deals", { count: estimate.n });
  const button = (number: number, estimate: Estimate, due: DueSteps | undefined) => (
    <FigureButton
      id={figureId(number, figure, stageKey)}
      label={t("onVersion", { figure: name, number })}
      className="text-caption font-normal text-ink-2"
    >
      {count(estimate, due)}
    </FigureButton>
  );
  // Fewer days are better, so days are drawn the other way round.
  const drawn =
    change && (kind === "share" ? change : { value: -change.value, lo: -change.hi, hi: -change.lo });
  const span = drawn ? Math.max(Math.abs(drawn.lo), Math.abs(drawn.hi)) * 1.15 || 1 : 1;
  const verdict = change === null ? "few" : clear ? "clear" : "unclear";
  return (
    <li className="grid gap-x-6 gap-y-1 py-2.5 sm:grid-cols-[minmax(0,1.2fr)_minmax(0,1fr)_9rem_9.5rem] sm:items-center">
      <div>
        <p className="text-body-strong">{name}</p>
        <p className="flex flex-wrap items-baseline gap-x-2 text-caption font-normal text-ink-3">
          {button(to, now, steps?.now)} <span>{t("compare.against")}</span>{" "}
          {button(from, before, steps?.before)}
        </p>
      </div>
      {drawn ? (
        <RangeBar
          value={drawn.value}
          low={drawn.lo}
          high={drawn.hi}
          min={-span}
          max={span}
          target={0}
          thin={!clear}
        />
      ) : (
        <p className="text-caption font-normal text-ink-3 sm:col-span-2">
          {t("compare.need", { to, from, ...need, both: need.now > 0 && need.before > 0 ? "yes" : "no" })}
        </p>
      )}
      {change && (
        <p className="tnum text-body-strong sm:text-right">
          {changeText(kind, change.value)}
          <span className="block text-caption font-normal text-ink-3">{changeRange(kind, change)}</span>
        </p>
      )}
      <p className="inline-flex items-center gap-1.5 text-caption text-ink-2 sm:justify-end">
        {clear ? (
          <Check className="size-4 text-good" aria-hidden="true" />
        ) : (
          <Minus className="size-4 text-ink-3" aria-hidden="true" />
        )}
        {t(`compare.${verdict}`)}
      </p>
    </li>
  );
}
