"use client";

import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { useFormat } from "@/lib/platform/i18n/use-format";
import type { Figures } from "./lanes-state";
import { useSums } from "./words";

/** Name, exact count and exact sums of a lane; pressed it folds the lane away, or out again. */
export function LaneHead({
  lane,
  name,
  figures,
  open,
  onToggle,
  className,
}: {
  lane: string;
  name: string;
  figures: Figures;
  open: boolean;
  onToggle: () => void;
  className?: string;
}) {
  const t = useTranslations("deals.board");
  const format = useFormat();
  const sums = useSums()(figures.sums);
  return (
    <h2 className={cn("max-w-full min-w-0", className)}>
      <button
        type="button"
        data-lane-head={lane}
        aria-expanded={open}
        onClick={onToggle}
        className="sticky left-0 flex min-h-8 max-w-full items-center gap-2 rounded-control px-1.5 text-left hover:bg-sunken pointer-coarse:min-h-11"
      >
        <ChevronDown
          className={cn("size-4 shrink-0 text-ink-3 transition-transform", !open && "-rotate-90")}
          aria-hidden="true"
        />
        <span className="truncate text-body-strong" title={name}>
          {name}
        </span>
        <span className="tnum shrink-0 font-normal text-ink-2">
          <span aria-hidden="true">{format.number(figures.count)}</span>
          <span className="sr-only">{t("count", { count: figures.count })}</span>
        </span>
        {sums && <span className="tnum shrink-0 font-normal text-ink-3">{sums}</span>}
      </button>
    </h2>
  );
}
