import { createTranslator } from "next-intl";
import { timingOf } from "@/components/deals/step-timing";
import type { Day } from "@/lib/domain/shared/day";
import { inLocale } from "@/lib/domain/shared/text";
import { formatter } from "@/lib/platform/i18n/format";
import { MESSAGES } from "@/lib/platform/i18n/messages";

/** What a deal's page says of a step's timing, in both languages; null where it says nothing. */
export function wordsOf(step: Parameters<typeof timingOf>[0], today: Day) {
  const found = timingOf(step, today);
  if (!found) return null;
  const { key, on, days = 0, stage, reason } = found.said;
  const inWords = (locale: "en" | "nl") => {
    const t = createTranslator({ locale, messages: MESSAGES[locale] });
    const day = on ? formatter(locale).day(on) : "";
    const why = reason ? t(`deals.deviation.${reason as "not-relevant"}`) : "";
    return t(`guidance.${key}`, { on: day, day, days, stage: inLocale(stage, locale), reason: why });
  };
  return { en: inWords("en"), nl: inWords("nl") };
}
