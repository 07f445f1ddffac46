"use client";

import { useLocale, useTranslations } from "next-intl";
import { addDays, type Day, daysBetween, type Instant } from "@/lib/domain/shared/day";
import type { TaskView } from "@/lib/features/tasks/view";
import { useFormat } from "@/lib/platform/i18n/use-format";

type Clock = { today: Day; timeZone: string };
export type DueWords = { text: string; late: boolean };

/** When a task is due, in words, and whether that has been; null when it has no day. */
export function useDueWords({
  today,
  timeZone,
}: Clock): (task: Pick<TaskView, "due" | "timing">) => DueWords | null {
  const t = useTranslations("tasks.due");
  const format = useFormat();
  const locale = useLocale();
  const clock = new Intl.DateTimeFormat(locale, {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone,
  });
  const timeOf = (at: Instant | null) => (at === null ? null : clock.format(new Date(at)));
  return ({ due, timing }) => {
    if (!due) return null;
    const time = timeOf(due.at);
    if (timing === "late")
      return { text: t("late", { days: daysBetween(due.day, today), time: time ?? "" }), late: true };
    const day = due.day === today ? "today" : due.day === addDays(today, 1) ? "tomorrow" : null;
    if (day) return { text: time === null ? t(day) : t(`${day}At`, { time }), late: false };
    const shown = format.day(due.day);
    return { text: time === null ? t("by", { day: shown }) : t("at", { day: shown, time }), late: false };
  };
}

/** Minutes past midnight as a time field writes them: 90 is "01:30". */
export const clockOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

/** A time field's text as minutes past midnight; null when it is empty. */
export const minutesIn = (clock: string): number | null => {
  const [hours, minutes] = clock.split(":").map(Number);
  return clock === "" || hours === undefined || minutes === undefined ? null : hours * 60 + minutes;
};
