"use client";

import { type QueryKey, useQueryClient } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { announce } from "@/components/ui/live-region";
import { notify } from "@/components/ui/toast";
import { type Direction, directionOf } from "@/lib/domain/run/direction";
import type { CloseReason, DeviationReason, Outcome } from "@/lib/domain/run/events";
import type { Refusal } from "@/lib/domain/shared/result";
import { closeDeal, moveDeal, undoMove } from "@/lib/features/deals/actions";
import type { BoardData, BoardShell } from "@/lib/features/deals/view";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { newId } from "@/lib/platform/id";
import { afterMove, type Card, findCard, type Pending, withPending } from "./board-state";
import { focusCard, rememberPlace } from "./flip";
import { asksReason } from "./leaving";
import { useText } from "./words";

export type Target =
  | { readonly kind: "stage"; readonly stageKey: string }
  | { readonly kind: "outcome"; readonly outcome: Outcome };

/** A move that was just made. While `waiting` it is shown but not saved: it asks for a reason that may be left out. */
export type Ask = {
  readonly card: Card;
  readonly from: string;
  readonly target: Target;
  readonly direction: Direction;
  readonly waiting: boolean;
  /** Criteria without proof that the process asks a reason for: it is only saved with one, or once the evidence is there. */
  readonly required: readonly string[] | null;
  /** The deal's version once the move is saved. */
  readonly version: number | null;
};

const deviationFor = (reason: DeviationReason | CloseReason | null) =>
  reason ? { reason: reason as DeviationReason, note: null } : null;

/** A refused move, in a sentence. */
export type Conflict = { readonly id: string; readonly text: string };

type Current = { stageKey?: string | null; status?: string };

/** Everything that moves a card: shown at once, saved, taken back visibly when refused, undone on demand. */
export function useMoves(org: string, shell: BoardShell, key: QueryKey, data: BoardData | undefined) {
  const client = useQueryClient();
  const t = useTranslations("deals.board");
  const relative = useFormatter();
  const sentence = useRefusal();
  const text = useText();
  const [pending, setPending] = useState<Pending>({});
  const [ask, setAsk] = useState<Ask | null>(null);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const unsaved = useRef<Ask | null>(null);
  const board = data && withPending(data, pending);

  const stageName = (stageKey: string | null | undefined): string =>
    text(shell.stages.find((stage) => stage.key === stageKey)?.name) || t("unknownStage");
  const targetName = (target: Target): string =>
    target.kind === "stage" ? stageName(target.stageKey) : t(`outcome.${target.outcome}`);
  const nameOf = (card: Card): string => card.company ?? card.title;

  const settle = (id: string) =>
    setPending((all) => Object.fromEntries(Object.entries(all).filter(([each]) => each !== id)));
  const refresh = () => client.invalidateQueries({ queryKey: key });

  function explain(refusal: Refusal, from: string): string {
    if (refusal.code !== "stale") return sentence(refusal);
    const { who, at } = refusal.params ?? {};
    const current = (refusal.current ?? {}) as Current;
    const words = {
      who: String(who || t("someone")),
      ago: at ? relative.relativeTime(new Date(String(at)), new Date()) : "",
      stage: stageName(current.stageKey),
    };
    if (current.status === "closed") return t("conflict.closed", words);
    return t(current.stageKey === from ? "conflict.changed" : "conflict.moved", words);
  }

  async function undo({ card, from }: Ask, seq: number) {
    const result = await undoMove(org, { id: card.id, undo: seq }, { key: newId() });
    if (result.ok) announce(t("movedBack", { name: nameOf(card), stage: stageName(from) }));
    else notify({ title: explain(result.refusal, from), tone: "bad" });
    rememberPlace(card.id);
    const lost = document.activeElement === document.body || document.activeElement?.closest("[data-card]");
    await refresh();
    if (lost) focusCard(card.id);
  }

  async function save(made: Ask, reason: DeviationReason | CloseReason | null) {
    const { card, from, target } = made;
    const change = { id: card.id, version: made.version ?? card.version };
    const result =
      target.kind === "stage"
        ? await moveDeal(
            org,
            { ...change, to: target.stageKey, deviation: deviationFor(reason) },
            { key: newId() },
          )
        : await closeDeal(
            org,
            made.required
              ? { ...change, outcome: target.outcome, deviation: deviationFor(reason) }
              : { ...change, outcome: target.outcome, reason: reason as CloseReason | null },
            { key: newId() },
          );
    const name = nameOf(card);
    if (result.ok) {
      const { version, seq } = result.value;
      await client.cancelQueries({ queryKey: key });
      const to = target.kind === "stage" ? target.stageKey : null;
      client.setQueryData<BoardData>(key, (now) => now && afterMove(now, card.id, to, version));
      setAsk((now) => (now?.card.id === card.id ? { ...now, version } : now));
      notify({
        title: t("moved", { name, stage: targetName(target) }),
        undo: () => undo(made, seq),
      });
    } else if (asksReason(result.refusal)) {
      // Nothing is lost: the card stands where it was put, and waits for the reason.
      const required = asksReason(result.refusal);
      const asked = { ...made, waiting: true, required, version: change.version };
      unsaved.current = asked;
      setAsk(asked);
      announce(sentence(result.refusal));
      client.removeQueries({ queryKey: ["deals.read", org, card.id] });
      return;
    } else {
      rememberPlace(card.id);
      setAsk((now) => (now?.card.id === card.id ? null : now));
      const line = explain(result.refusal, from);
      setConflict({ id: card.id, text: t("conflict.line", { name, reason: line }) });
      announce(t("conflict.line", { name, reason: line }));
    }
    settle(card.id);
    client.removeQueries({ queryKey: ["deals.read", org, card.id] });
    await refresh();
  }

  const saveUnsaved = (reason: DeviationReason | CloseReason | null) => {
    const made = unsaved.current;
    unsaved.current = null;
    if (made) void save(made, reason);
  };
  /** What still waits when something else begins: saved without a reason, or put back where one is asked. */
  const letGo = () => (unsaved.current?.required ? putBack() : saveUnsaved(null));

  /** Moves a card to a stage or closes it. Whatever still waited for a reason is saved without one. */
  function start(id: string, target: Target) {
    letGo();
    const found = board && findCard(board, id);
    if (!found || found.card.moving) return;
    const { card, stageKey: from } = found;
    if (target.kind === "stage" && target.stageKey === from) return;
    const order = shell.stages.map((stage) => stage.key);
    const direction = target.kind === "stage" ? directionOf(order, from, target.stageKey) : "forward";
    const waiting = target.kind === "stage" ? direction !== "forward" : target.outcome !== "won";
    const made: Ask = { card, from, target, direction, waiting, required: null, version: null };
    rememberPlace(id);
    setConflict(null);
    setPending((all) => ({ ...all, [id]: { to: target.kind === "stage" ? target.stageKey : null } }));
    announce(t("movedTo", { name: nameOf(card), stage: targetName(target) }));
    setAsk(made);
    if (waiting) unsaved.current = made;
    else void save(made, null);
    if (target.kind === "stage" && !waiting) focusCard(id);
  }

  /** Answers what a move asked; null leaves the reason out. */
  function answer(reason: DeviationReason | CloseReason | null) {
    const id = ask?.card.id;
    setAsk(null);
    saveUnsaved(reason);
    if (id) focusCard(id);
  }

  /** Takes a move back that was not saved yet; afterwards it only closes the panel. */
  function putBack() {
    const made = unsaved.current;
    unsaved.current = null;
    if (made) {
      rememberPlace(made.card.id);
      settle(made.card.id);
      announce(t("movedBack", { name: nameOf(made.card), stage: stageName(made.from) }));
    }
    setAsk(null);
    if (ask) focusCard(ask.card.id);
  }

  /** A later version of a deal on the board, from a change made beside it. */
  function bump(id: string, version: number) {
    client.setQueryData<BoardData>(
      key,
      (now) =>
        now && {
          ...now,
          columns: now.columns.map((column) => ({
            ...column,
            cards: column.cards.map((card) => (card.id === id ? { ...card, version } : card)),
          })),
        },
    );
    setAsk((now) => (now?.card.id === id ? { ...now, version } : now));
    if (unsaved.current?.card.id === id) unsaved.current = { ...unsaved.current, version };
  }

  const leave = useEffectEvent(() => {
    if (!unsaved.current?.required) saveUnsaved(null);
  });
  useEffect(() => () => leave(), []);

  return { board, ask, conflict, start, answer, putBack, bump, dismissConflict: () => setConflict(null) };
}
export type Moves = ReturnType<typeof useMoves>;
