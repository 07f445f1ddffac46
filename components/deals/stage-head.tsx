"use client";

import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import type { BoardShell } from "@/lib/features/deals/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import type { Figures } from "./lanes-state";
import { useText } from "./words";

/** Until when won deals leave a stage, or how long it is planned to take; in whole days, rounded up to stay true. */
export function usePaceLine(): (pace: BoardShell["stages"][number]["pace"]) => string {
  const t = useTranslations("deals.pace");
  return ({ basis, typical, slow, n }) => {
    if (slow === null) return t("none");
    if (basis === "planned") return t("planned", { days: slow });
    return t(basis === "thin" ? "thin" : "measured", {
      typical: Math.ceil(typical ?? 0),
      slow: Math.ceil(slow),
      n,
    });
  };
}

/** Name, exact count and exact sums of a stage, and its own pace. */
export function StageHead({
  stageKey,
  column,
  shell,
  delta,
}: {
  stageKey: string;
  column: Figures | undefined;
  shell: BoardShell;
  delta: number;
}) {
  const t = useTranslations("deals.board");
  const text = useText();
  const format = useFormat();
  const line = usePaceLine();
  const stage = shell.stages.find(({ key }) => key === stageKey);
  const name = text(stage?.name) || t("unknownStage");
  return (
    <header className="px-3 pt-2.5 pb-1">
      <div className="flex items-baseline justify-between gap-2">
        <h2 className="flex min-w-0 items-baseline gap-2 text-body-strong">
          <span className="truncate" title={name}>
            {name}
          </span>
          <span className="tnum font-normal text-ink-2">
            <span aria-hidden="true">{format.number(column?.count ?? 0)}</span>
            <span className="sr-only">{t("count", { count: column?.count ?? 0 })}</span>
          </span>
          {delta !== 0 && (
            <span
              aria-hidden="true"
              className={cn(
                "tnum rounded-full px-1.5 text-caption text-accent",
                delta < 0 && "bg-accent-soft",
              )}
            >
              {delta > 0 ? `+${delta}` : `−${-delta}`}
            </span>
          )}
        </h2>
        <span className="tnum flex flex-col items-end whitespace-nowrap">
          {(column?.sums ?? [])
            .filter(({ minor }) => minor !== 0)
            .map(({ minor, currency }) => (
              <span key={currency}>{format.money(minor, currency)}</span>
            ))}
        </span>
      </div>
      <p className="truncate text-caption font-normal text-ink-3">
        {stage && !stage.current ? t("oldStage") : stage ? line(stage.pace) : ""}
      </p>
    </header>
  );
}
