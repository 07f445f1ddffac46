"use client";

import { useTranslations } from "next-intl";
import type { DeviationRef } from "@/lib/domain/run/events";
import type { Money } from "@/lib/domain/shared/money";
import type { DealView } from "@/lib/features/deals/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { useDeal } from "./deal-provider";
import { useText } from "./words";

type Event = DealView["history"][number];

/** An event of a deal as a sentence in the language of the page. An event that has no sentence yet shows its name. */
export function useHistoryLine(): (event: Event) => string {
  const { deal } = useDeal();
  const t = useTranslations("deals.history");
  const all = useTranslations("deals");
  const common = useTranslations("common");
  const text = useText();
  const format = useFormat();
  const stage = (key: unknown) =>
    text(deal.stages.find((each) => each.key === key)?.name) || all("board.unknownStage");
  const step = (key: unknown) =>
    text(deal.stages.flatMap(({ steps }) => steps).find((each) => each.key === key)?.name) || String(key);
  const criterion = (key: unknown) =>
    text(deal.stages.flatMap(({ criteria }) => criteria).find((each) => each.key === key)?.text) ||
    String(key);
  const value = (field: unknown, raw: unknown): string => {
    if (raw === null || raw === undefined || raw === "") return common("none");
    if (field === "amount") {
      const { minor, currency } = raw as Money;
      return format.money(minor, currency);
    }
    return field === "expectedClose" ? format.day(String(raw), "year") : String(raw);
  };
  const because = (deviation: unknown): string => {
    const reason = (deviation as { reason?: string | null } | null)?.reason;
    const key = ["deviation", "closeReason"].map((of) => `${of}.${reason}`).find((each) => all.has(each));
    return reason && key ? t("because", { reason: all(key) }) : "";
  };
  return ({ type, payload: p, imported }) => {
    switch (type) {
      case "run.opened":
        return t(imported ? "openedImport" : "opened", { stage: stage(p.stageKey) });
      case "run.moved":
        return t("moved", { from: stage(p.from), to: stage(p.to) }) + because(p.deviation);
      case "run.closed": {
        const reason = p.reason ? t("because", { reason: all(`closeReason.${String(p.reason)}`) }) : "";
        const outcome = all(`board.outcome.${String(p.outcome)}`);
        return t("closed", { outcome }) + (reason || because(p.deviation));
      }
      case "run.close-explained":
        return t("explainedClose") + because({ reason: p.reason });
      case "run.reopened":
        return t("reopened", { stage: stage(p.stageKey) });
      case "run.move-undone": {
        const outcome = p.outcome ? all(`board.outcome.${String(p.outcome)}`) : "";
        if (p.turn === "run.moved") return t("undoneMoved", { stage: stage(p.stageKey) });
        return t(p.turn === "run.closed" ? "undoneClosed" : "undoneReopened", { outcome });
      }
      case "run.version-switched":
        return t("switched", { stage: stage(p.stageKey) });
      case "run.deleted":
        return t("deleted");
      case "run.restored":
        return t("restored");
      case "step.completed":
        return t("stepDone", { step: step(p.stepKey) });
      case "step.waived":
        return t("stepWaived", { step: step(p.stepKey) }) + because(p.deviation);
      case "step.undone":
        return t("stepUndone", { step: step(p.stepKey) });
      case "deviation.explained": {
        const about = p.about as DeviationRef;
        const what =
          about.kind === "step" ? t("explainedStep", { step: step(about.stepKey) }) : t("explainedMove");
        return what + because(p.deviation);
      }
      case "criterion.evidenced":
        return t("evidenced", { criterion: criterion(p.criterionKey) });
      case "criterion.withdrawn":
        return t("withdrawn", { criterion: criterion(p.criterionKey) });
      case "activity.logged":
        return t("logged", { kind: all(`log.kind.${String(p.kind)}`) });
      case "activity.withdrawn":
        return t("unlogged");
      case "field.changed":
        return t("changed", {
          field: all(`fields.${String(p.field)}`),
          from: value(p.field, p.from),
          to: value(p.field, p.to),
        });
      default:
        return type;
    }
  };
}
