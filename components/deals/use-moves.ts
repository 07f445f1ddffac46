"use client";

import { type QueryKey, useQueryClient } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { announce } from "@/components/ui/live-region";
import { dismiss, notify } from "@/components/ui/toast";
import { type Direction, directionOf } from "@/lib/domain/run/direction";
import type { CloseReason, DeviationReason, Outcome } from "@/lib/domain/run/events";
import type { Refusal } from "@/lib/domain/shared/result";
import { closeDeal, explainMove, moveDeal, undoMove } from "@/lib/features/deals/actions";
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

/** A move that was just made, and what may be said about it. Where the process asks for a reason first it is not made yet. */
export type Ask = {
  readonly card: Card;
  readonly from: string;
  readonly target: Target;
  readonly direction: Direction;
  /** It skips, goes back or loses the deal: a reason is welcome, and may come after the move. */
  readonly asks: boolean;
  /** Criteria without proof that the process asks a reason for: the card only goes with one, or once the evidence is there. */
  readonly required: readonly string[] | null;
  /** The deal's version, once the move is saved or waits for its reason. */
  readonly version: number | null;
};

/**
 * The number under which a saved move can be undone or explained; what is asked first where the process wants a reason; null when
 * it was refused.
 */
type Saved = number | Ask | null;

const deviationFor = (reason: DeviationReason | CloseReason | null) =>
  reason ? { reason: reason as DeviationReason, note: null } : null;

/** The message that says where a card went; it goes when the move is undone beside it. */
const toastOf = (id: string) => `move ${id}`;

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
  /** What becomes of the move that was made last. */
  const saved = useRef<Promise<Saved>>(Promise.resolve(null));
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
    setAsk((now) => (now?.card.id === card.id ? null : now));
    dismiss(toastOf(card.id));
    const result = await undoMove(org, { id: card.id, undo: seq }, { key: newId() });
    if (result.ok) announce(t("movedBack", { name: nameOf(card), stage: stageName(from) }));
    else notify({ title: explain(result.refusal, from), tone: "bad" });
    rememberPlace(card.id);
    const lost = document.activeElement === document.body || document.activeElement?.closest("[data-card]");
    await refresh();
    if (lost) focusCard(card.id);
  }

  /** Saves a move: see `Saved`. */
  async function save(made: Ask, reason: DeviationReason | null = null): Promise<Saved> {
    const { card, from, target, required } = made;
    const change = { id: card.id, version: made.version ?? card.version, deviation: deviationFor(reason) };
    const result =
      target.kind === "stage"
        ? await moveDeal(org, { ...change, to: target.stageKey }, { key: newId() })
        : await closeDeal(org, { ...change, outcome: target.outcome }, { key: newId() });
    const name = nameOf(card);
    const asked = result.ok ? null : asksReason(result.refusal);
    let waits: Ask | null = null;
    if (result.ok) {
      const { version, seq } = result.value;
      await client.cancelQueries({ queryKey: key });
      const to = target.kind === "stage" ? target.stageKey : null;
      client.setQueryData<BoardData>(key, (now) => now && afterMove(now, card.id, to, version));
      setAsk((now) => (now?.card.id === card.id ? { ...now, version } : now));
      notify({
        id: toastOf(card.id),
        title: t("moved", { name, stage: targetName(target) }),
        undo: () => undo(made, seq),
      });
    } else if (asked) {
      // The card goes back until the reason is there: what the board shows is what is saved.
      rememberPlace(card.id);
      waits = { ...made, required: asked, version: change.version };
      setAsk(waits);
      announce(`${sentence(result.refusal)} ${t("ask.notMoved", { name, from: stageName(from) })}`);
    } else {
      rememberPlace(card.id);
      setAsk((now) => (now?.card.id === card.id && !required ? null : now));
      const line = explain(result.refusal, from);
      setConflict({ id: card.id, text: t("conflict.line", { name, reason: line }) });
      announce(t("conflict.line", { name, reason: line }));
    }
    settle(card.id);
    client.removeQueries({ queryKey: ["deals.read", org, card.id] });
    void refresh();
    return result.ok ? result.value.seq : waits;
  }

  /** Shows a move at once and saves it at once. */
  function make(made: Ask, reason: DeviationReason | null = null) {
    const { card, target } = made;
    rememberPlace(card.id);
    setConflict(null);
    setPending((all) => ({ ...all, [card.id]: { to: target.kind === "stage" ? target.stageKey : null } }));
    announce(t("movedTo", { name: nameOf(card), stage: targetName(target) }));
    saved.current = save(made, reason);
  }

  /** Moves a card to a stage or closes it. */
  function start(id: string, target: Target) {
    const found = board && findCard(board, id);
    if (!found || found.card.moving) return;
    const { card, stageKey: from } = found;
    if (target.kind === "stage" && target.stageKey === from) return;
    const order = shell.stages.map((stage) => stage.key);
    const direction = target.kind === "stage" ? directionOf(order, from, target.stageKey) : "forward";
    const asks = target.kind === "stage" ? direction !== "forward" : target.outcome !== "won";
    const made: Ask = { card, from, target, direction, asks, required: null, version: null };
    setAsk(made);
    make(made);
    if (target.kind === "stage" && !asks) focusCard(id);
  }

  /** Says why of a move that is saved. */
  async function tell({ card, target }: Ask, move: number, reason: DeviationReason | CloseReason) {
    const said =
      target.kind === "stage" ? { deviation: deviationFor(reason) } : { closeReason: reason as CloseReason };
    const result = await explainMove(org, { id: card.id, move, ...said }, { key: newId() });
    if (!result.ok) return notify({ title: sentence(result.refusal), tone: "bad" });
    bump(card.id, result.value.version);
    await refresh();
  }

  /** Answers what a move asked; null leaves the reason out, or says that the evidence is there. */
  async function answer(reason: DeviationReason | CloseReason | null) {
    if (!ask) return;
    setAsk(null);
    focusCard(ask.card.id);
    if (ask.required) return make({ ...ask, asks: false }, reason as DeviationReason | null);
    const move = await saved.current;
    // Answered before it was known that the process wants a reason first: then this is it.
    if (move !== null && typeof move !== "number") {
      setAsk(reason ? null : move);
      if (reason) make({ ...move, asks: false }, reason as DeviationReason);
    } else if (reason && move !== null) await tell(ask, move, reason);
  }

  /** Undoes the move that is asked about; one that asks nothing only closes its panel. */
  async function putBack() {
    if (!ask) return;
    setAsk(null);
    focusCard(ask.card.id);
    if (!ask.asks || ask.required) return;
    const move = await saved.current;
    if (typeof move === "number") await undo(ask, move);
    else setAsk(null);
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
  }

  // Until the server has answered, closing the tab asks first.
  const moving = Object.keys(pending).length > 0;
  useEffect(() => {
    if (!moving) return;
    const stay = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", stay);
    return () => window.removeEventListener("beforeunload", stay);
  }, [moving]);

  return { board, ask, conflict, start, answer, putBack, bump, dismissConflict: () => setConflict(null) };
}
export type Moves = ReturnType<typeof useMoves>;
