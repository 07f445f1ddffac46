"use client";

import { useTranslations } from "next-intl";
import type { Tone } from "@/components/ui/badge";
import type { DealStep } from "@/lib/features/deals/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { useDeal } from "./deal-provider";
import { type Said, timingOf, whenOf } from "./step-timing";
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
  const inWords = ({ key, on, days, stage, reason }: Said): string => {
    const day = on ? format.day(on) : "";
    return t(key, {
      ...{ on: day, day, days: days ?? 0, stage: text(stage) },
      reason: reason ? all(`deviation.${reason as "not-relevant"}`) : "",
    });
  };
  const when = (step: DealStep): string => {
    const said = whenOf(step, deal.today);
    return said ? inWords(said) : "";
  };
  const timing = (step: DealStep): { text: string; tone: Tone } | null => {
    const found = timingOf(step, deal.today);
    return found && { text: inWords(found.said), tone: found.tone };
  };
  return { who, when, timing };
}
