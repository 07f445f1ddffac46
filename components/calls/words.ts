"use client";

import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { addDays, type Day, type Instant } from "@/lib/domain/shared/day";
import { inLocale, type LocalText } from "@/lib/domain/shared/text";
import { dayOf } from "@/lib/domain/timing/zone";
import { isLocale } from "@/lib/platform/i18n/locale";
import { useFormat } from "@/lib/platform/i18n/use-format";

/** Reads texts that customers wrote, in the language of the page. */
export function useText(): (text: LocalText | null | undefined) => string {
  const locale = useLocale();
  return useMemo(() => {
    const language = isLocale(locale) ? locale : "en";
    return (text) => inLocale(text, language);
  }, [locale]);
}

/** When a call is, in words: "today 14:00", or its day and time. */
export function useWhen({ today, timeZone }: { today: Day; timeZone: string }): (at: Instant) => string {
  const t = useTranslations("calls.when");
  const format = useFormat();
  const locale = useLocale();
  const clock = new Intl.DateTimeFormat(locale, {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone,
  });
  return (at) => {
    const day = dayOf(at, timeZone);
    const time = clock.format(new Date(at));
    if (day === today) return t("today", { time });
    if (day === addDays(today, 1)) return t("tomorrow", { time });
    return format.instant(at, timeZone);
  };
}

const HOUR = 60;

/** How long something takes, in whole hours where it is that. */
export function useLength(): (minutes: number) => string {
  const t = useTranslations("calls.when");
  return (minutes) =>
    minutes >= HOUR && minutes % HOUR === 0
      ? t("hours", { hours: minutes / HOUR })
      : t("minutes", { minutes });
}

/** Minutes past midnight as a time field writes them: 90 is "01:30". */
export const clockOf = (minutes: number): string =>
  `${String(Math.floor(minutes / HOUR)).padStart(2, "0")}:${String(minutes % HOUR).padStart(2, "0")}`;

/** A time field's text as minutes past midnight; null when it is empty. */
export const minutesIn = (clock: string): number | null => {
  const [hours, minutes] = clock.split(":").map(Number);
  return clock === "" || hours === undefined || minutes === undefined ? null : hours * HOUR + minutes;
};
