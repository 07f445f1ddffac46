"use client";

import { dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { type CardUse, isLong, StageCards } from "./board-column";
import { type Cell, columnAt, hasMore } from "./board-state";
import { useSums } from "./words";

/** The part of a stage that one lane holds: its exact figures, its first cards, the way to more, and a place to drop one. */
export function LaneCell({
  stageKey,
  lane,
  use,
  over = false,
  away = false,
  bare = false,
  onMore,
}: Required<Cell> & {
  use: CardUse;
  over?: boolean;
  /** A card of another lane is in the hand: it cannot be dropped here. */
  away?: boolean;
  /** The figures stand above already. */
  bare?: boolean;
  onMore: (cell: Cell) => void;
}) {
  const t = useTranslations("deals");
  const sums = useSums();
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!element.current) return;
    return dropTargetForElements({
      element: element.current,
      getData: () => ({ stageKey }),
      canDrop: ({ source }) => source.data.lane === lane,
    });
  }, [stageKey, lane]);
  const column = columnAt(use.data, { stageKey, lane });
  const count = column?.count ?? 0;
  const long = column !== undefined && isLong(column);
  const figures = sums(column?.sums);
  return (
    <div
      ref={element}
      data-stage={stageKey}
      data-lane={lane}
      className={cn(
        "flex min-h-10 min-w-0 flex-col rounded-card bg-sunken outline-2 -outline-offset-2 outline-transparent transition-[opacity,background-color]",
        over && "bg-drop outline-accent",
        away && "opacity-50",
      )}
    >
      {count > 0 && !bare && (
        <p className="tnum truncate px-3 pt-1.5 text-caption font-normal text-ink-2">
          {t("board.count", { count })}
          {figures && ` · ${figures}`}
        </p>
      )}
      {column && column.cards.length > 0 && (
        <div className={cn("flex flex-col", long && "h-120 max-h-[70dvh]")}>
          <StageCards stageKey={stageKey} lane={lane} use={use} />
        </div>
      )}
      {column && hasMore(column) && !long && (
        <Button
          variant="quiet"
          size="small"
          className="mx-2 mb-1.5 self-start"
          onClick={() => onMore({ stageKey, lane })}
        >
          {t("lanes.more", { count: count - column.cards.length })}
        </Button>
      )}
    </div>
  );
}
