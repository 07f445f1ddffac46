"use client";

import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import type { Day } from "@/lib/domain/shared/day";
import { inLocale, type Locale, type LocalText } from "@/lib/domain/shared/text";
import type { TodayStep } from "@/lib/features/today/view";
import { isLocale } from "@/lib/platform/i18n/locale";
import { useFormat } from "@/lib/platform/i18n/use-format";

function useLanguage(): Locale {
  const locale = useLocale();
  return isLocale(locale) ? locale : "en";
}

/** Reads texts that customers wrote, in the language of the page. */
export function useText(): (text: LocalText | null | undefined) => string {
  const locale = useLanguage();
  return useMemo(() => (text: LocalText | null | undefined) => inLocale(text, locale), [locale]);
}

/** A day as a tile writes it: "Mon 23". */
export function useTile(): (day: Day) => string {
  const locale = useLanguage();
  return useMemo(() => {
    const week = new Intl.DateTimeFormat(locale, { weekday: "short", timeZone: "UTC" });
    return (day: Day) => `${week.format(new Date(`${day}T00:00:00Z`))} ${Number(day.slice(8))}`;
  }, [locale]);
}

/** How a step is known on this page. */
export const keyOf = ({ deal, stepKey }: TodayStep): string => `${deal.id} ${stepKey}`;

/** The deal of a step by the name that people use. */
export const nameOf = ({ deal }: TodayStep): string => deal.company ?? deal.title;

export type DueWords = { text: string; tone: "late" | "today" | "later" };

/** When a step is due, and why it stands where it stands, in words. */
export function useStepWords(today: Day, timeZone: string) {
  const t = useTranslations("today");
  const format = useFormat();
  const locale = useLanguage();
  const text = useText();
  const due = (step: TodayStep): DueWords | null => {
    if (step.passedIn) return { text: t("due.passed"), tone: "late" };
    if (step.late !== null) return { text: t("due.late", { days: step.late }), tone: "late" };
    if (step.rule === "not-yet" && step.from)
      return { text: t("due.from", { day: format.day(step.from) }), tone: "later" };
    if (!step.due) return null;
    if (step.due.day <= today) {
      if (step.due.at === null) return { text: t("due.today"), tone: "today" };
      const clock = new Intl.DateTimeFormat(locale, {
        hour: "2-digit",
        minute: "2-digit",
        hourCycle: "h23",
        timeZone,
      });
      const time = clock.format(new Date(step.due.at));
      // A moment of today that has been is late by the clock and by no working day.
      return step.rule === "late" || step.rule === "late-key"
        ? { text: t("due.pastAt", { time }), tone: "late" }
        : { text: t("due.todayAt", { time }), tone: "today" };
    }
    if (step.left === 1) return { text: t("due.tomorrow"), tone: "later" };
    return { text: t("due.by", { day: format.day(step.due.day) }), tone: "later" };
  };
  const reason = (step: TodayStep): string => {
    const day = step.rule === "not-yet" ? step.from : step.due?.day;
    return t(`row.reason.${step.rule}`, {
      day: day ? format.day(day) : "",
      next: step.next === null ? "no" : "yes",
      stage: text(step.passedIn),
    });
  };
  const pace = ({ deal }: TodayStep, stage: string): string | null => {
    if (deal.days === null || deal.pace === null) return null;
    const values = { day: deal.days, stage, limit: deal.pace.limit };
    return t(deal.pace.basis === "planned" ? "row.pacePlanned" : "row.pace", values);
  };
  return { due, reason, pace };
}
