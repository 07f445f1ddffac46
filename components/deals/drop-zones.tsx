"use client";

import { dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { cn } from "@/components/ui/cn";
import { OUTCOMES, type Outcome } from "@/lib/domain/run/events";
import { OUTCOME_ICON } from "./move-menu";

/** Where a deal is dropped to close it. There only while one is dragged. */
export function DropZones({ over }: { over: Outcome | null }) {
  const t = useTranslations("deals.board");
  return (
    <div className="fixed top-1/2 right-3 z-20 flex w-36 -translate-y-1/2 flex-col gap-2 rounded-card bg-canvas/95 p-2 shadow-float">
      <p className="text-center text-caption text-ink-3">{t("dropToClose")}</p>
      {OUTCOMES.map((outcome) => (
        <Zone key={outcome} outcome={outcome} over={over === outcome} />
      ))}
    </div>
  );
}

function Zone({ outcome, over }: { outcome: Outcome; over: boolean }) {
  const t = useTranslations("deals.board");
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!element.current) return;
    return dropTargetForElements({ element: element.current, getData: () => ({ outcome }) });
  }, [outcome]);
  const Icon = OUTCOME_ICON[outcome];
  return (
    <div
      ref={element}
      data-outcome={outcome}
      className={cn(
        "flex h-24 flex-col items-center justify-center gap-1 rounded-card border border-dashed border-control text-ink-2",
        outcome === "won" && "border-accent text-accent",
        over && "border-solid border-accent bg-drop text-accent outline-2 outline-accent",
      )}
    >
      <Icon className="size-5" aria-hidden="true" />
      <span className="text-body-strong">{t(`outcome.${outcome}`)}</span>
      <span className="text-caption font-normal text-ink-3">
        {outcome === "won" ? t("countsToday") : t("oneReason")}
      </span>
    </div>
  );
}
