"use client";

import { dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter";
import { useTranslations } from "next-intl";
import { useCallback, useEffect, useRef } from "react";
import { RouteLine } from "@/components/route-line/route-line";
import { cn } from "@/components/ui/cn";
import type { BoardData, BoardShell } from "@/lib/features/deals/view";
import { BoardCard } from "./board-card";
import { type Card, type Cell, type Column, cellId, columnAt, hasMore, isKept } from "./board-state";
import { CardList, VIRTUAL_FROM } from "./card-list";
import { StageHead } from "./stage-head";
import { useText } from "./words";

export type CardUse = {
  org: string;
  shell: BoardShell;
  data: BoardData;
  compact: boolean;
  /** The card being dragged. */
  lifted: string | null;
  marked: string | null;
  /** The card that had the focus last. */
  current: string | null;
  /** The card that the focus wants but that may not be drawn yet. */
  wanted: string | null;
  /** The cell whose last card the focus is on its way to. */
  ending: string | null;
  mayMove: (owner: string) => boolean;
  onMenu: (id: string, anchor: HTMLElement) => void;
  /** Says that a card is not theirs to move. */
  onKept: () => void;
  loadMore: (cell: Cell) => Promise<string | null>;
};

/** Whether the cards of a cell scroll inside it: of a lane only once more were asked for than fit, not by a card that is moved there. */
export const isLong = ({ cards, ...column }: Column): boolean => {
  const read = cards.filter(({ moving, ahead }: Card) => !moving && !ahead);
  return column.lane === undefined || (column.count > VIRTUAL_FROM && isKept({ ...column, cards: read }));
};

/** The cards of one stage, with lanes of one lane's part of it, in the order of urgency. */
export function StageCards({ stageKey, lane, use }: Cell & { use: CardUse }) {
  const t = useTranslations("deals.board");
  const text = useText();
  const { org, shell, data } = use;
  const stage = shell.stages.find(({ key }) => key === stageKey);
  const column = columnAt(data, { stageKey, lane });
  const name = text(stage?.name) || t("unknownStage");
  const index = shell.stages.findIndex(({ key }) => key === stageKey);
  const route = (
    <RouteLine
      variant="mini"
      className="shrink-0"
      stages={shell.stages
        .filter(({ current, key }) => current || key === stageKey)
        .map(({ key, name: stageName }, at) => ({
          key,
          name: text(stageName),
          state: at < index ? "behind" : key === stageKey ? "here" : "ahead",
        }))}
    />
  );
  const { loadMore } = use;
  const onMore = useCallback(() => void loadMore({ stageKey, lane }), [loadMore, stageKey, lane]);
  const cards = column?.cards ?? [];
  // Tab goes from stage to stage, the arrows from card to card.
  const tabbable = cards.some(({ id }) => id === use.current) ? use.current : (cards[0]?.id ?? null);
  const bare = new Set(cards.map(({ currency }) => currency)).size < 2;
  return (
    <CardList
      label={t("cards", { stage: name, count: column?.count ?? 0 })}
      cards={cards}
      count={column && isLong(column) ? column.count : cards.length}
      more={column !== undefined && hasMore(column)}
      wanted={use.wanted}
      kept={tabbable}
      ending={use.ending === cellId({ stageKey, lane })}
      onMore={onMore}
      compact={use.compact}
    >
      {(card) => (
        <BoardCard
          org={org}
          card={card}
          lane={lane}
          today={data.today}
          pace={stage?.pace ?? null}
          steps={shell.steps}
          route={route}
          compact={use.compact}
          bare={bare}
          mayMove={use.mayMove(card.owner)}
          marked={use.marked === card.id}
          lifted={use.lifted === card.id}
          tabbable={card.id === tabbable}
          onMenu={use.onMenu}
          onKept={use.onKept}
        />
      )}
    </CardList>
  );
}

/** A stage as a column: its head with exact figures, its cards, and a place to drop one. */
export function BoardColumn({
  stageKey,
  column,
  use,
  over,
  delta,
}: {
  stageKey: string;
  column: Column | undefined;
  use: CardUse;
  over: boolean;
  /** What dropping now would change in the count. */
  delta: number;
}) {
  const element = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!element.current) return;
    return dropTargetForElements({ element: element.current, getData: () => ({ stageKey }) });
  }, [stageKey]);
  return (
    <section
      ref={element}
      data-stage={stageKey}
      className={cn(
        "flex min-h-32 min-w-0 flex-col self-start rounded-card bg-sunken outline-2 -outline-offset-2 outline-transparent transition-colors max-h-full",
        over && "bg-drop outline-accent",
      )}
    >
      <StageHead stageKey={stageKey} column={column} shell={use.shell} delta={delta} />
      <StageCards stageKey={stageKey} use={use} />
    </section>
  );
}
