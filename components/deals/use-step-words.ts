"use client";

import { useTranslations } from "next-intl";
import type { Tone } from "@/components/ui/badge";
import { daysBetween } from "@/lib/domain/shared/day";
import type { DealStep } from "@/lib/features/deals/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { useDeal } from "./deal-provider";
import { useText } from "./words";

/** Whose a step is, when it is due or was done, and what that says about its timing. */
export function useStepWords() {
  const { deal } = useDeal();
  const t = useTranslations("guidance");
  const all = useTranslations("deals");
  const text = useText();
  const format = useFormat();
  const who = (step: DealStep): string => {
    if (step.mine) return t("who.you");
    return text(step.who) || deal.owner.name;
  };
  const when = (step: DealStep): string => {
    if (step.status !== "open") return "";
    if (step.until && step.until < deal.today) {
      return t("when.overdue", { days: daysBetween(step.until, deal.today) });
    }
    if (step.from && step.from > deal.today) return t("when.from", { day: format.day(step.from) });
    return step.until ? t("when.by", { day: format.day(step.until) }) : "";
  };
  const timing = (step: DealStep): { text: string; tone: Tone } | null => {
    const on = step.doneOn ? format.day(step.doneOn) : "";
    switch (step.timing) {
      case "on-time":
        return { text: t("timing.on-time", { on }), tone: "neutral" };
      case "early":
        return { text: t("timing.early", { on }), tone: "warn" };
      case "late":
        return { text: t("timing.late", { on }), tone: "warn" };
      case "wrong-stage":
        return { text: t("timing.wrong-stage", { on }), tone: "warn" };
      case "waived":
        return {
          text: step.reason
            ? t("timing.waivedReason", { reason: all(`deviation.${step.reason}`) })
            : t("timing.waived"),
          tone: "neutral",
        };
      case "skipped":
        return { text: t("timing.skipped"), tone: "warn" };
      case "overdue":
        return { text: when(step) || t("timing.overdue"), tone: "warn" };
      default: {
        const due = when(step);
        return due ? { text: due, tone: step.timing === "due-soon" ? "here" : "neutral" } : null;
      }
    }
  };
  return { who, when, timing };
}
