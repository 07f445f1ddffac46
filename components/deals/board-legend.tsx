"use client";

import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import type { BoardShell } from "@/lib/features/deals/view";
import { MARK, MARK_TONE } from "./next-mark";

const SWATCH = { 1: "bg-age-1", 2: "bg-age-2", 3: "bg-age-3", 4: "bg-age-4" } as const;

/** What the edge of a card says and what it is held against; on compact cards also what the mark of the next step says. */
export function BoardLegend({ stages, compact }: { stages: BoardShell["stages"]; compact: boolean }) {
  const t = useTranslations("deals.legend");
  const measured = stages.some(({ pace }) => pace.basis === "measured" || pace.basis === "thin");
  return (
    <p className="flex flex-wrap items-center gap-x-4 gap-y-1 pt-2 text-caption font-normal text-ink-3">
      <span>{t(measured ? "title" : "titlePlanned")}</span>
      {([1, 2, 3, 4] as const)
        .filter((level) => measured || level !== 2)
        .map((level) => (
          <span key={level} className="inline-flex items-center gap-1.5">
            <span aria-hidden="true" className={cn("size-3 rounded-xs", SWATCH[level])} />
            {t(measured ? `level.${level}` : `planned.${level}`)}
          </span>
        ))}
      {compact &&
        (["late", "today", "later", "none"] as const).map((mark) => {
          const Icon = MARK[mark];
          return (
            <span key={mark} className="inline-flex items-center gap-1.5">
              <Icon className={cn("size-4", MARK_TONE[mark])} aria-hidden="true" />
              {t(`mark.${mark}`)}
            </span>
          );
        })}
    </p>
  );
}
