"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useCallback, useEffect, useEffectEvent, useMemo, useState } from "react";
import { useCommands } from "@/components/shell/commands";
import { shortcutsOn } from "@/components/shell/shortcuts";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { announce } from "@/components/ui/live-region";
import { notify } from "@/components/ui/toast";
import { isTyping } from "@/components/ui/typing";
import { refuse } from "@/lib/domain/shared/result";
import type { BoardShell } from "@/lib/features/deals/view";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { AfterMove } from "./after-move";
import { BoardColumn, type CardUse, isLong } from "./board-column";
import { BoardEmpty } from "./board-empty";
import { neighbour } from "./board-keys";
import { BoardLanes } from "./board-lanes";
import { BoardLegend } from "./board-legend";
import { BoardPhone } from "./board-phone";
import { BoardSkeleton } from "./board-skeleton";
import { cellId, columnAt, findCard, hasMore, isUnread } from "./board-state";
import { DropZones } from "./drop-zones";
import type { DealsFilter } from "./filter";
import { focusCard, focusLane, rememberPlace } from "./flip";
import { figuresOfStage } from "./lanes-state";
import type { LanesUse } from "./lanes-use";
import { MoveMenu } from "./move-menu";
import { type BoardReading, RefusedRead } from "./use-board";
import { useDrag } from "./use-drag";
import { useFolded } from "./use-folded";
import { useLive } from "./use-live";
import { useMoves } from "./use-moves";
import { usePhone } from "./use-phone";
import { useText } from "./words";

/** The board of a process: where its deals are, how long already and what is next; moved by menu, key or hand. */
export function Board({
  org,
  shell,
  filter,
  reading,
}: {
  org: string;
  shell: BoardShell;
  filter: DealsFilter;
  reading: BoardReading;
}) {
  const { group } = filter;
  const t = useTranslations("deals.board");
  const text = useText();
  const sentence = useRefusal();
  const phone = usePhone();
  // One line a card, but not on a phone: there it stays as large as a finger wants it.
  const compact = filter.density === "compact" && !phone;
  const { query, key, loadMore, loadLanes } = reading;
  const moves = useMoves(org, shell, key, query.data);
  const drag = useDrag(moves.start);
  const [menu, setMenu] = useState<{ id: string; anchor: HTMLElement } | null>(null);
  const [current, setCurrent] = useState<string | null>(null);
  const [wanted, setWanted] = useState<string | null>(null);
  const [ending, setEnding] = useState<string | null>(null);
  const onMenu = useCallback((id: string, anchor: HTMLElement) => setMenu({ id, anchor }), []);
  const onKept = useCallback(
    () => void notify({ title: sentence(refuse("not-yours")), id: "not-yours" }),
    [sentence],
  );
  const { board } = moves;
  const { folded, toggle } = useFolded(shell.memberId, shell.process.id, group ?? "");

  const stages = useMemo(() => {
    const standing = (key: string) => board !== undefined && figuresOfStage(board, key).count > 0;
    return shell.stages.filter((stage) => stage.current || standing(stage.key));
  }, [shell.stages, board]);
  const stageKeys = stages.map((stage) => stage.key);
  const dragged = drag && board ? findCard(board, drag.id) : null;

  useLive(org, shell.process.id, {
    cursor: query.data?.cursor,
    paused: drag !== null,
    onChange: (changes) => {
      for (const { id } of changes) rememberPlace(id);
      const focused = document.activeElement?.closest<HTMLElement>("[data-card]")?.dataset.card;
      void query.refetch().then(() => focused && focusCard(focused));
      const others = changes.filter(({ by }) => by !== shell.memberId);
      const [first] = others;
      if (!first) return;
      const who = shell.owners.find(({ id }) => id === first.by)?.name ?? t("someone");
      announce(t("changedBy", { who, count: new Set(others.map(({ id }) => id)).size }));
    },
  });

  const go = (id: string) => {
    setEnding(null);
    setCurrent(id);
    setWanted(id);
    focusCard(id);
  };
  const onKey = (event: KeyboardEvent | globalThis.KeyboardEvent) => {
    if (!board || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const id = document.activeElement?.closest<HTMLElement>("[data-card]")?.dataset.card ?? null;
    const found = id ? findCard(board, id) : null;
    const column = found ? columnAt(board, found) : undefined;
    if (event.key === "End" && column && hasMore(column) && isLong(column)) {
      event.preventDefault();
      setEnding(cellId(column));
      return;
    }
    if (event.key === "m" && found) {
      event.preventDefault();
      if (!mayMove(found.card.owner)) return onKept();
      setMenu({ id: found.card.id, anchor: document.activeElement as HTMLElement });
      return;
    }
    if (!id && event.key !== "j") return;
    const open = board.lanes?.all.map((lane) => lane.key).filter((each) => !folded.includes(each));
    const to = neighbour(board, stageKeys, id ?? current, event.key, open);
    if (!to) return;
    event.preventDefault();
    go(to);
  };
  const mayMove = useCallback(
    (owner: string) => shell.mayEdit === "all" || (shell.mayEdit === "own" && owner === shell.memberId),
    [shell.mayEdit, shell.memberId],
  );

  useCommands([
    { shown: "↑ ↓ ← →, J K", label: t("keys.walk") },
    { shown: "Home, End, Page ↑ ↓", label: t("keys.ends") },
    { shown: "Enter", label: t("keys.open") },
    shell.mayEdit && { shown: "M", label: t("keys.move") },
  ]);
  // End goes to the last card of all, once the pages up to there have come.
  const ended = board?.columns
    .find((column) => cellId(column) === ending && !hasMore(column))
    ?.cards.at(-1)?.id;
  const arrive = useEffectEvent(go);
  useEffect(() => {
    if (ended) arrive(ended);
  }, [ended]);
  const onWindowKey = useEffectEvent((event: globalThis.KeyboardEvent) => {
    // J finds the way into the board from anywhere; on a card the board itself listens.
    if (isTyping(event) || !shortcutsOn()) return;
    if (event.key === "j" && !document.activeElement?.closest("[data-card]")) onKey(event);
  });
  useEffect(() => {
    window.addEventListener("keydown", onWindowKey);
    return () => window.removeEventListener("keydown", onWindowKey);
  }, []);

  if (query.isPending) return <BoardSkeleton />;
  if (!board) {
    const refusal = query.error instanceof RefusedRead ? query.error.refusal : null;
    return (
      <Banner
        tone="bad"
        title={t("notLoaded")}
        action={
          <Button size="small" onClick={() => query.refetch()}>
            {t("retry")}
          </Button>
        }
      >
        {refusal && sentence(refusal)}
      </Banner>
    );
  }
  if (board.columns.every(({ count }) => count === 0))
    return <BoardEmpty org={org} shell={shell} filter={filter} onDone={query.refetch} />;

  // What was folded away when the board was read has no cards yet.
  const unfold = (lane: string) => {
    toggle(lane);
    const unread = board.columns.some((column) => column.lane === lane && isUnread(column));
    if (unread && folded.includes(lane)) void query.refetch();
  };
  const use: CardUse = {
    org,
    shell,
    data: board,
    compact,
    lifted: drag?.id ?? null,
    marked: moves.conflict?.id ?? null,
    current,
    wanted,
    ending,
    mayMove,
    onMenu,
    onKept,
    loadMore,
  };
  const lanes: LanesUse | null =
    board.lanes && group
      ? {
          group,
          lanes: board.lanes,
          folded,
          toggle: unfold,
          lifted: dragged,
          over: drag?.over?.kind === "stage" ? drag.over.stageKey : null,
          onMore: (cell) => void loadMore(cell).then((id) => id && go(id)),
          onLanes: () => void loadLanes().then((lane) => lane && focusLane(lane)),
        }
      : null;
  const over = drag?.over?.kind === "stage" ? drag.over.stageKey : null;
  const opened = menu ? findCard(board, menu.id) : null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys pressed on the cards inside bubble up to here
    <div
      className="flex min-h-0 flex-1 flex-col"
      onKeyDown={onKey}
      onWheel={() => setEnding(null)}
      onFocus={(event) => {
        const id = event.target.closest<HTMLElement>("[data-card]")?.dataset.card;
        if (id) setCurrent(id);
      }}
    >
      {moves.conflict && (
        <div className="mb-2">
          <Banner
            tone="warn"
            title={moves.conflict.text}
            action={
              <IconButton
                label={t("dismiss")}
                tooltip={false}
                className="-my-2"
                onClick={moves.dismissConflict}
              >
                <X className="size-4" aria-hidden="true" />
              </IconButton>
            }
          />
        </div>
      )}
      {phone ? (
        <BoardPhone stageKeys={stageKeys} use={use} lanes={lanes} />
      ) : lanes ? (
        <>
          <BoardLanes stageKeys={stageKeys} use={use} lanes={lanes} />
          <BoardLegend stages={stages} compact={compact} />
        </>
      ) : (
        <>
          <section
            aria-label={t("label", { process: text(shell.process.name) })}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
            tabIndex={0}
            className="relative grid min-h-0 flex-1 auto-cols-[minmax(15rem,1fr)] grid-flow-col grid-rows-[minmax(0,1fr)] gap-3 overflow-x-auto pb-1"
          >
            {stageKeys.map((stageKey) => (
              <BoardColumn
                key={stageKey}
                stageKey={stageKey}
                column={columnAt(board, { stageKey })}
                use={use}
                over={over === stageKey && dragged?.stageKey !== stageKey}
                delta={
                  !dragged || !drag?.over || over === dragged.stageKey
                    ? 0
                    : over === stageKey
                      ? 1
                      : dragged.stageKey === stageKey
                        ? -1
                        : 0
                }
              />
            ))}
          </section>
          <BoardLegend stages={stages} compact={compact} />
        </>
      )}
      {drag && <DropZones over={drag.over?.kind === "outcome" ? drag.over.outcome : null} />}
      <MoveMenu
        anchor={menu?.anchor ?? null}
        stages={stages
          .filter((stage) => stage.current)
          .map((stage) => ({ key: stage.key, name: text(stage.name) }))}
        here={opened?.stageKey ?? null}
        onSelect={(target) => menu && moves.start(menu.id, target)}
        onClose={() => setMenu(null)}
      />
      <AfterMove org={org} shell={shell} moves={moves} />
    </div>
  );
}
