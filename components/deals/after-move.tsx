"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { notify } from "@/components/ui/toast";
import type { EvidenceKind } from "@/lib/domain/process/types";
import { giveEvidence } from "@/lib/features/deals/actions";
import type { BoardShell } from "@/lib/features/deals/view";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { newId } from "@/lib/platform/id";
import { criteriaIn, LeavingList, useExits } from "./leaving";
import { ReasonPanel } from "./reason-panel";
import type { Ask, Moves } from "./use-moves";
import { useText } from "./words";

/** Beside the board after a move: why it skips or goes back (may be left out) and what the stage left still lacks. */
export function AfterMove({ org, shell, moves }: { org: string; shell: BoardShell; moves: Moves }) {
  const { ask } = moves;
  if (!ask) return null;
  return (
    <Panel
      key={`${ask.card.id} ${ask.from} ${ask.required !== null}`}
      org={org}
      shell={shell}
      ask={ask}
      moves={moves}
    />
  );
}

function question({ target, required, asks, direction }: Ask) {
  if (target.kind === "outcome") return required ? "exitWon" : "close";
  if (required) return "exit";
  if (!asks) return "open";
  return direction === "back" ? "back" : "skip";
}

function Panel({ org, shell, ask, moves }: { org: string; shell: BoardShell; ask: Ask; moves: Moves }) {
  const t = useTranslations("deals.board");
  const text = useText();
  const client = useQueryClient();
  const sentence = useRefusal();
  const [busy, setBusy] = useState(false);
  const { target, asks, required, direction, card, from, version } = ask;
  const closing = target.kind === "outcome";
  const exits = useExits(org, closing && !required ? null : card.id);
  const criteria = required
    ? exits && criteriaIn(exits, required)
    : exits?.find(({ key }) => key === from)?.criteria;
  const open = criteria?.some(({ given }) => !given) ?? false;

  // A move forward asks nothing; the panel only comes when the stage left still lacks something.
  if (!asks && !required && (direction !== "forward" || closing || !open)) return null;

  const tick = async (criterionKey: string, kind: EvidenceKind) => {
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
  const goOn = criteria && !open ? t("ask.goOn") : null;
  const title = t(`ask.${question(ask)}`, {
    name,
    outcome: closing ? t(`outcome.${target.outcome}`) : "",
    from: stage(from),
    to: closing ? "" : stage(target.stageKey),
  });
  return (
    <ReasonPanel
      title={title}
      kind={!asks && !required ? null : closing && !required ? "closeReason" : "deviation"}
      onAnswer={moves.answer}
      onCancel={moves.putBack}
      cancel={t(asks && !required ? "ask.putBack" : "dismiss")}
      without={required ? goOn : undefined}
    >
      {(required || (criteria && open)) && (
        <>
          {required && <p className="mb-2 text-ink-2">{t("ask.notMoved", { name, from: stage(from) })}</p>}
          {criteria && (
            <LeavingList
              stage={required ? null : stage(from)}
              criteria={criteria}
              onTick={version === null ? undefined : ({ key, evidence }) => tick(key, evidence)}
            />
          )}
        </>
      )}
    </ReasonPanel>
  );
}
