"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { cn } from "@/components/ui/cn";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { type CardUse, StageCards } from "./board-column";
import { LanesPhone } from "./board-lanes";
import { figuresOfStage } from "./lanes-state";
import type { LanesUse } from "./lanes-use";
import { usePaceLine } from "./stage-head";
import { useSums, useText } from "./words";

/** The board on a phone: the route line chooses the stage, its cards stand below. */
export function BoardPhone({
  stageKeys,
  use,
  lanes,
}: {
  stageKeys: readonly string[];
  use: CardUse;
  lanes: LanesUse | null;
}) {
  const t = useTranslations("deals.board");
  const text = useText();
  const sums = useSums();
  const format = useFormat();
  const line = usePaceLine();
  const countOf = (key: string) => figuresOfStage(use.data, key).count;
  const [chosen, setChosen] = useState<string | null>(null);
  const stageKey = chosen && stageKeys.includes(chosen) ? chosen : (stageKeys.find(countOf) ?? stageKeys[0]);
  if (!stageKey) return null;
  const figures = figuresOfStage(use.data, stageKey);
  const stage = use.shell.stages.find(({ key }) => key === stageKey);
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <nav aria-label={t("stages")} className="-mx-4 shrink-0 overflow-x-auto px-1">
        <ol className="flex min-w-full">
          {stageKeys.map((key, index) => {
            const here = key === stageKey;
            return (
              <li key={key} className="relative flex min-w-19 flex-1 justify-center">
                <span
                  aria-hidden="true"
                  className={cn(
                    "absolute top-5.5 h-1 bg-accent",
                    index === 0 ? "left-1/2" : "left-0",
                    index === stageKeys.length - 1 ? "right-1/2" : "right-0",
                  )}
                />
                <button
                  type="button"
                  aria-pressed={here}
                  onClick={() => setChosen(key)}
                  className="relative flex min-h-16 w-full flex-col items-center gap-1 pt-1"
                >
                  <span className="flex h-10 min-w-10 items-center justify-center">
                    <span
                      className={cn(
                        "tnum flex items-center justify-center rounded-full border-[3px] border-accent font-semibold",
                        here
                          ? "h-10 min-w-10 px-1.5 bg-accent text-on-accent"
                          : "h-8 min-w-8 px-1 bg-surface text-caption text-ink",
                      )}
                    >
                      {format.number(countOf(key))}
                    </span>
                  </span>
                  <span
                    className={cn(
                      "max-w-full truncate px-1 text-caption",
                      here ? "font-semibold text-accent" : "text-ink-2",
                    )}
                  >
                    {text(use.shell.stages.find((each) => each.key === key)?.name)}
                  </span>
                </button>
              </li>
            );
          })}
        </ol>
      </nav>
      <p className="flex flex-wrap items-baseline justify-between gap-x-3 pt-2">
        <span className="tnum">
          <strong className="font-semibold">{t("count", { count: figures.count })}</strong>
          {sums(figures.sums) && ` · ${sums(figures.sums)}`}
        </span>
        {stage && <span className="text-caption font-normal text-ink-3">{line(stage.pace)}</span>}
      </p>
      {lanes ? (
        <LanesPhone key={stageKey} stageKey={stageKey} use={use} lanes={lanes} />
      ) : (
        <div className="-mx-2 flex min-h-0 flex-1 flex-col">
          <StageCards key={stageKey} stageKey={stageKey} use={use} />
        </div>
      )}
    </div>
  );
}
