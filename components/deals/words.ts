"use client";

import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { type Day, daysBetween } from "@/lib/domain/shared/day";
import type { Money } from "@/lib/domain/shared/money";
import { inLocale, type Locale, type LocalText } from "@/lib/domain/shared/text";
import { isLocale } from "@/lib/platform/i18n/locale";
import { useFormat } from "@/lib/platform/i18n/use-format";

/** The language of the page. */
export function useLanguage(): Locale {
  const locale = useLocale();
  return isLocale(locale) ? locale : "en";
}

/** Reads texts that customers wrote, in the language of the page. */
export function useText(): (text: LocalText | null | undefined) => string {
  const locale = useLanguage();
  return useMemo(() => (text: LocalText | null | undefined) => inLocale(text, locale), [locale]);
}

/** Sums per currency, side by side: they are never added. */
export function useSums(): (sums: readonly Money[] | null | undefined) => string {
  const format = useFormat();
  return (sums) =>
    (sums ?? [])
      .filter(({ minor }) => minor !== 0)
      .map(({ minor, currency }) => format.money(minor, currency))
      .join(" · ");
}

export type Due = { text: string; tone: "late" | "today" | "later" };

/** When something is due, seen from today: "6 d late", "today", "Tue", "12 Dec". */
export function useDue(): (due: Day | null, today: Day) => Due | null {
  const t = useTranslations("deals.due");
  const format = useFormat();
  const locale = useLanguage();
  return useMemo(() => {
    const week = new Intl.DateTimeFormat(locale, { weekday: "short", timeZone: "UTC" });
    return (due: Day | null, today: Day): Due | null => {
      if (due === null) return null;
      const days = daysBetween(today, due);
      if (days < 0) return { text: t("late", { days: -days }), tone: "late" };
      if (days === 0) return { text: format.relativeDays(0), tone: "today" };
      const text = days < 7 ? week.format(new Date(`${due}T00:00:00Z`)) : format.day(due, "date");
      return { text, tone: "later" };
    };
  }, [t, format, locale]);
}

export const DUE_TONE = {
  late: "font-semibold text-warn",
  today: "font-semibold text-ink",
  later: "text-ink-3",
} as const;
