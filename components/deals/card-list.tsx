"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import { Skeleton } from "@/components/ui/skeleton";
import type { Card } from "./board-state";

/** From this many cards on only those in sight are drawn. */
const VIRTUAL_FROM = 50;
const CARD_PX = 68;
const GAP_PX = 8;

type Props = {
  label: string;
  cards: readonly Card[];
  count: number;
  /** The card that must be in sight, because the focus goes there. */
  wanted: string | null;
  onMore: () => void;
  children: (card: Card, index: number) => ReactNode;
};

/** The cards of a stage. A long list scrolls inside itself, draws what is in sight and fetches on before its end. */
export function CardList(props: Props) {
  return props.count > VIRTUAL_FROM ? <LongList {...props} /> : <ShortList {...props} />;
}

function ShortList({ label, cards, children }: Props) {
  return (
    <div className="relative min-h-0 flex-1 overflow-y-auto px-2 pt-2 pb-2">
      <ol aria-label={label} className="flex flex-col gap-2">
        {cards.map((card, index) => (
          <li key={card.id}>{children(card, index)}</li>
        ))}
      </ol>
    </div>
  );
}

function LongList({ label, cards, count, wanted, onMore, children }: Props) {
  const t = useTranslations("common");
  const scroller = useRef<HTMLDivElement>(null);
  const rest = cards.length < count;
  const rows = useVirtualizer({
    count: cards.length + (rest ? 1 : 0),
    getScrollElement: () => scroller.current,
    estimateSize: () => CARD_PX + GAP_PX,
    getItemKey: (index) => cards[index]?.id ?? "more",
    overscan: 8,
    paddingStart: GAP_PX,
    paddingEnd: GAP_PX,
  });
  const items = rows.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (rest && last >= cards.length - 10) onMore();
  }, [rest, last, cards.length, onMore]);
  useEffect(() => {
    const index = wanted === null ? -1 : cards.findIndex(({ id }) => id === wanted);
    if (index >= 0) rows.scrollToIndex(index, { align: "auto" });
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
              className="absolute inset-x-0 top-0 pb-2"
              style={{ transform: `translateY(${item.start}px)` }}
            >
              {card ? (
                children(card, item.index)
              ) : (
                <div role="status">
                  <span className="sr-only">{t("loading")}</span>
                  <Skeleton className="h-16" />
                </div>
              )}
            </li>
          );
        })}
      </ol>
    </div>
  );
}
