"use client";

import { draggable } from "@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter";
import { EllipsisVertical } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { memo, type ReactNode, useEffect, useLayoutEffect, useRef } from "react";
import { cn } from "@/components/ui/cn";
import type { Day } from "@/lib/domain/shared/day";
import type { LocalText } from "@/lib/domain/shared/text";
import { titleBeside } from "@/lib/domain/shared/title-beside";
import type { StagePace } from "@/lib/features/deals/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { paths } from "@/lib/platform/paths";
import { ageOf, EDGE } from "./age";
import type { Card } from "./board-state";
import { slideIn } from "./flip";
import { NextMark } from "./next-mark";
import { DUE_TONE, useDue, useText } from "./words";

type Props = {
  org: string;
  card: Card;
  /** On a board with lanes: the one it stands in, and which it is moved along. */
  lane: string | undefined;
  today: Day;
  pace: StagePace | null;
  steps: Record<string, LocalText>;
  /** The mini route line, the same for every card of a stage. */
  route: ReactNode;
  /** One line: who, how much, how long, and the next step as a mark. */
  compact: boolean;
  bare: boolean;
  mayMove: boolean;
  marked: boolean;
  lifted: boolean;
  tabbable: boolean;
  onMenu: (id: string, anchor: HTMLElement) => void;
  /** Somebody tries to move a card that is not theirs to move. */
  onKept: () => void;
};

/** One deal on the board, in three lines: who and how much, where and how long, what next and when. Compact it is one. */
export const BoardCard = memo(function BoardCard(props: Props) {
  const {
    org,
    card,
    lane,
    today,
    pace,
    steps,
    route,
    compact,
    bare,
    mayMove,
    marked,
    lifted,
    tabbable,
    onMenu,
    onKept,
  } = props;
  const t = useTranslations("deals");
  const format = useFormat();
  const text = useText();
  const due = useDue()(card.nextDue, today);
  const element = useRef<HTMLDivElement>(null);
  const age = ageOf(card.entered, today, pace);

  useLayoutEffect(() => {
    if (element.current) slideIn(card.id, element.current);
  }, [card.id]);
  useEffect(() => {
    if (!element.current) return;
    return draggable({
      element: element.current,
      getInitialData: () => ({ deal: card.id, lane }),
      canDrag: () => {
        if (!mayMove) onKept();
        return mayMove;
      },
    });
  }, [card.id, lane, mayMove, onKept]);

  const step = card.nextStepKey ? text(steps[card.nextStepKey]) : null;
  const name = card.company ?? card.title;
  const amount = card.amountMinor !== null && (
    <span className="tnum shrink-0">
      {format.money(card.amountMinor, card.currency, { compact: true, bare })}
    </span>
  );
  return (
    <div
      ref={element}
      data-card={card.id}
      className={cn(
        "group relative rounded-control border border-l-4 border-line bg-surface transition-[opacity,box-shadow] focus-within:ring-2 focus-within:ring-focus hover:shadow-lift",
        age.level ? EDGE[age.level] : "border-l-line",
        marked && "ring-2 ring-warn",
        lifted && "opacity-40",
      )}
    >
      <Link
        href={paths.deal(org, card.id)}
        prefetch={false}
        draggable={false}
        tabIndex={tabbable ? 0 : -1}
        title={[
          card.company ? `${card.company}: ${titleBeside(card.title, card.company)}` : card.title,
          compact && [step ?? t("card.noStep"), due?.text].filter(Boolean).join(", "),
        ]
          .filter(Boolean)
          .join("\n")}
        className={cn(
          "block rounded-control px-2 outline-none pointer-coarse:pr-12",
          compact ? "py-2 pointer-coarse:py-3" : "py-1.5",
        )}
      >
        {compact ? (
          <span className="flex h-(--text-line-body) items-center gap-2">
            <span className="min-w-0 flex-1 truncate text-body-strong">{name}</span>
            {amount}
            {age.days !== null && (
              <span
                className={cn(
                  "tnum shrink-0 text-caption text-ink-2",
                  age.word ? "font-semibold" : "font-normal",
                )}
              >
                {t("card.days", { days: age.days })}
                {age.word && <span className="sr-only"> {t(`pace.${age.word}`)}</span>}
              </span>
            )}
            <NextMark step={step} due={due} moving={card.moving ?? false} />
          </span>
        ) : (
          <>
            <span className="flex items-baseline justify-between gap-2">
              {/* One line high: a title that does not fit beside the company wraps out of sight. */}
              <span className="flex h-(--text-line-body) min-w-0 flex-wrap items-baseline gap-x-1.5 overflow-hidden">
                <span className="max-w-full truncate text-body-strong">{card.company ?? card.title}</span>
                {card.company && (
                  <span className="truncate text-caption font-normal text-ink-3">
                    {titleBeside(card.title, card.company)}
                  </span>
                )}
              </span>
              {amount}
            </span>
            <span className="flex items-center justify-between gap-2">
              {route}
              {age.days !== null && (
                <span className="tnum text-caption font-normal whitespace-nowrap text-ink-2">
                  {t("card.days", { days: age.days })}
                  {age.word && <strong className="font-semibold text-ink"> {t(`pace.${age.word}`)}</strong>}
                </span>
              )}
            </span>
            <span className="flex min-h-4 items-baseline justify-between gap-2 text-caption font-normal">
              {card.moving ? (
                <span className="text-ink-3">{t("card.moving")}</span>
              ) : step ? (
                <span className="min-w-0 truncate text-ink-2">{step}</span>
              ) : (
                <span className="text-warn">{t("card.noStep")}</span>
              )}
              {due && !card.moving && (
                <span className={cn("tnum shrink-0", DUE_TONE[due.tone])}>{due.text}</span>
              )}
            </span>
          </>
        )}
      </Link>
      {mayMove && (
        <button
          type="button"
          tabIndex={-1}
          aria-label={t("card.menu", { name })}
          onClick={(event) => onMenu(card.id, event.currentTarget)}
          className="absolute -top-2 right-1.5 flex size-6 items-center justify-center rounded-full border border-line bg-surface text-ink-2 opacity-0 shadow-lift group-focus-within:opacity-100 group-hover:opacity-100 hover:text-ink pointer-coarse:inset-y-0 pointer-coarse:top-0 pointer-coarse:right-0 pointer-coarse:h-full pointer-coarse:w-11 pointer-coarse:rounded-l-none pointer-coarse:rounded-r-control pointer-coarse:border-y-0 pointer-coarse:border-r-0 pointer-coarse:opacity-100 pointer-coarse:shadow-none"
        >
          <EllipsisVertical className="size-4" aria-hidden="true" />
        </button>
      )}
    </div>
  );
});
