"use client";

import { useTranslations } from "next-intl";
import { useCommands } from "@/components/shell/commands";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { reopenDeal, undoMove } from "@/lib/features/deals/actions";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { newId } from "@/lib/platform/id";
import { useDeal } from "./deal-provider";

/** How a deal ended, and the way back. */
export function ClosedCard() {
  const { org, deal, act, busy } = useDeal();
  const t = useTranslations("deals.closing");
  const all = useTranslations("deals");
  const format = useFormat();
  const { id, outcome, stageKey, closeReason: reason, closeNote: note } = deal;
  const target = stageKey ?? deal.stages[0]?.key;
  const may = deal.mayEdit && !deal.deleted && Boolean(target);
  const reopen = () =>
    target &&
    outcome &&
    act((version) => reopenDeal(org, { id, version, stageKey: target }, { key: newId() }), {
      title: t("reopened"),
      undo: (_version, { seq }) => undoMove(org, { id, undo: seq }, { key: newId() }),
    });
  useCommands([may && { label: t("reopenDeal"), run: () => void reopen() }]);
  if (!outcome) return null;
  return (
    <Card title={all(`board.outcome.${outcome}`)}>
      <p className="text-ink-2">
        {[
          deal.closedOn && t("on", { day: format.day(deal.closedOn, "long") }),
          reason && all(`closeReason.${reason}`),
          deal.amount && format.money(deal.amount.minor, deal.amount.currency),
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      {note && <p className="mt-2 whitespace-pre-line">{note}</p>}
      {may && (
        <Button className="mt-4" loading={busy} onClick={reopen}>
          {t("reopen")}
        </Button>
      )}
    </Card>
  );
}
