"use client";

import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useMemo, useRef } from "react";
import { cn } from "@/components/ui/cn";
import { Skeleton } from "@/components/ui/skeleton";
import type { Card } from "./board-state";

/** From this many cards on only those in sight are drawn. */
export const VIRTUAL_FROM = 50;
const CARD_PX = 68;
const COMPACT_PX = 36;
const GAP_PX = 8;
const COMPACT_GAP_PX = 4;
/** This many cards before the last one that is loaded the next are fetched. */
const AHEAD = 20;

type Props = {
  label: string;
  cards: readonly Card[];
  count: number;
  /** More cards than those given can be fetched. */
  more: boolean;
  /** The card that must be in sight, because the focus goes there. */
  wanted: string | null;
  /** The card that Tab comes to: always drawn, so that the focus is not lost by scrolling. */
  kept: string | null;
  /** The focus is on its way to the last card. */
  ending: boolean;
  onMore: () => void;
  /** One line a card. */
  compact: boolean;
  children: (card: Card, index: number) => ReactNode;
};

/**
 * The cards of a stage. A long list scrolls inside itself and is as long as its stage from the first: it draws what is in sight,
 * and fetches on until that is there.
 */
export function CardList(props: Props) {
  return props.count > VIRTUAL_FROM ? <LongList {...props} /> : <ShortList {...props} />;
}

function ShortList({ label, cards, compact, children }: Props) {
  return (
    <div className="relative min-h-0 flex-1 overflow-y-auto px-2 pt-2 pb-2">
      <ol aria-label={label} className={cn("flex flex-col", compact ? "gap-1" : "gap-2")}>
        {cards.map((card, index) => (
          <li key={card.id}>{children(card, index)}</li>
        ))}
      </ol>
    </div>
  );
}

function LongList({ label, cards, count, more, wanted, kept, ending, onMore, compact, children }: Props) {
  const t = useTranslations("common");
  const scroller = useRef<HTMLDivElement>(null);
  const all = more ? count : cards.length;
  const keptAt = useMemo(() => cards.findIndex(({ id }) => id === kept), [cards, kept]);
  const rows = useVirtualizer({
    count: all,
    getScrollElement: () => scroller.current,
    estimateSize: () => (compact ? COMPACT_PX + COMPACT_GAP_PX : CARD_PX + GAP_PX),
    getItemKey: (index) => cards[index]?.id ?? index,
    overscan: 8,
    paddingStart: GAP_PX,
    paddingEnd: GAP_PX,
    rangeExtractor: (range) => {
      const drawn = defaultRangeExtractor(range);
      return keptAt < 0 || drawn.includes(keptAt) ? drawn : [...drawn, keptAt].sort((a, b) => a - b);
    },
  });
  const items = rows.getVirtualItems();
  const last = rows.range?.endIndex ?? 0;
  useEffect(() => {
    if (more && last >= cards.length - AHEAD) onMore();
  }, [more, last, cards, onMore]);
  useEffect(() => {
    if (ending && all > 0) rows.scrollToIndex(all - 1, { align: "end" });
  }, [ending, all, rows]);
  // Once: whoever scrolls away afterwards is not taken back by the next page.
  const shown = useRef<string | null>(null);
  useEffect(() => {
    if (wanted === shown.current) return;
    const index = wanted === null ? -1 : cards.findIndex(({ id }) => id === wanted);
    if (index < 0) return;
    shown.current = wanted;
    rows.scrollToIndex(index, { align: "auto" });
  }, [wanted, cards, rows]);
  return (
    <div ref={scroller} className="relative min-h-0 flex-1 overflow-y-auto px-2">
      <ol aria-label={label} className="relative" style={{ height: rows.getTotalSize() }}>
        {items.map((item) => {
          const card = cards[item.index];
          return (
            <li
              key={item.key}
              ref={rows.measureElement}
              data-index={item.index}
              aria-posinset={card ? item.index + 1 : undefined}
              aria-setsize={card ? count : undefined}
              className={cn("absolute inset-x-0 top-0", compact ? "pb-1" : "pb-2")}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              {card ? (
                children(card, item.index)
              ) : (
                <div role={item.index === cards.length ? "status" : undefined}>
                  {item.index === cards.length && <span className="sr-only">{t("loading")}</span>}
                  <Skeleton className={compact ? "h-9" : "h-17"} />
                </div>
              )}
            </li>
          );
        })}
      </ol>
    </div>
  );
}
