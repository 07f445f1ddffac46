"use client";

import { useQueryClient } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { notify } from "@/components/ui/toast";
import {
  CLOSE_REASONS,
  type CloseReason,
  DEVIATION_REASONS,
  type DeviationReason,
} from "@/lib/domain/run/events";
import { giveEvidence } from "@/lib/features/deals/actions";
import type { BoardShell } from "@/lib/features/deals/view";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { newId } from "@/lib/platform/id";
import { LeavingList, useLeaving } from "./leaving";
import type { Ask, Moves } from "./use-moves";
import { useText } from "./words";

/** Beside the board after a move: why it skips or goes back (may be left out) and what the stage left still lacks. */
export function AfterMove({ org, shell, moves }: { org: string; shell: BoardShell; moves: Moves }) {
  const { ask } = moves;
  if (!ask) return null;
  return <Panel key={`${ask.card.id} ${ask.from}`} org={org} shell={shell} ask={ask} moves={moves} />;
}

function Panel({ org, shell, ask, moves }: { org: string; shell: BoardShell; ask: Ask; moves: Moves }) {
  const t = useTranslations("deals.board");
  const all = useTranslations("deals");
  const text = useText();
  const titleId = useId();
  const panel = useRef<HTMLDialogElement>(null);
  const client = useQueryClient();
  const sentence = useRefusal();
  const [busy, setBusy] = useState(false);
  const { target, waiting, direction, card, from, version } = ask;
  const closing = target.kind === "outcome";
  const leaving = useLeaving(org, closing ? null : card.id, from);
  const open = leaving?.criteria.some(({ given }) => !given) ?? false;
  const reasons: readonly (CloseReason | DeviationReason)[] = closing ? CLOSE_REASONS : DEVIATION_REASONS;

  const { answer, putBack } = moves;
  useEffect(() => {
    if (waiting) panel.current?.querySelector<HTMLElement>("button[data-reason]")?.focus();
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
      const reason = reasons[Number(event.key) - 1];
      if (event.key === "Escape") putBack();
      else if (waiting && reason) answer(reason);
      else return;
      event.preventDefault();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  });

  // A move forward asks nothing; the panel only comes when the stage left still lacks something.
  if (!waiting && (direction !== "forward" || closing || !open)) return null;

  const tick = async (
    criterionKey: string,
    kind: "buyer-confirmed" | "event-held" | "document" | "seller-word",
  ) => {
    if (version === null || busy) return;
    setBusy(true);
    const result = await giveEvidence(org, { id: card.id, version, criterionKey, kind }, { key: newId() });
    setBusy(false);
    if (!result.ok) return notify({ title: sentence(result.refusal), tone: "bad" });
    moves.bump(card.id, result.value.version);
    await client.invalidateQueries({ queryKey: ["deals.read", org, card.id] });
  };

  const name = card.company ?? card.title;
  const stage = (key: string) => text(shell.stages.find((each) => each.key === key)?.name);
  return (
    <dialog
      ref={panel}
      open
      aria-labelledby={titleId}
      className="fixed inset-x-0 bottom-16 z-30 mx-auto w-full max-w-xl rounded-card border border-line bg-surface p-4 text-body text-ink shadow-float sm:bottom-6"
    >
      <div className="flex items-start gap-3">
        <p id={titleId} className="min-w-0 flex-1 text-body-strong">
          {closing
            ? t("ask.close", { name, outcome: t(`outcome.${target.outcome}`) })
            : waiting
              ? t(direction === "back" ? "ask.back" : "ask.skip", {
                  name,
                  from: stage(from),
                  to: stage(target.stageKey),
                })
              : t("ask.open", { name, to: stage(target.stageKey) })}
        </p>
        <IconButton
          label={waiting ? t("ask.putBack") : all("close")}
          tooltip={false}
          className="-mt-2 -mr-2"
          onClick={putBack}
        >
          <X className="size-4" aria-hidden="true" />
        </IconButton>
      </div>
      {waiting && (
        <>
          <div className="mt-2 flex flex-wrap gap-2">
            {reasons.map((reason, index) => (
              <Button
                key={reason}
                data-reason={reason}
                size="small"
                shortcut={String(index + 1)}
                onClick={() => answer(reason)}
              >
                {closing ? all(`closeReason.${reason}`) : all(`deviation.${reason}`)}
              </Button>
            ))}
          </div>
          <div className="mt-3 flex flex-wrap gap-2">
            <Button size="small" variant="quiet" onClick={() => answer(null)}>
              {t("ask.without")}
            </Button>
            <Button size="small" variant="quiet" shortcut="Esc" onClick={putBack}>
              {t("ask.putBack")}
            </Button>
          </div>
        </>
      )}
      {leaving && open && !closing && (
        <div className={waiting ? "mt-3 border-t border-line pt-3" : "mt-2"}>
          <LeavingList
            stage={leaving}
            onTick={version === null ? undefined : ({ key, evidence }) => tick(key, evidence)}
          />
        </div>
      )}
    </dialog>
  );
}
