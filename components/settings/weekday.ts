import { useLocale } from "next-intl";
import { useCallback } from "react";

/** The short name of an ISO weekday (1 is Monday) in the language of the page. */
export function useWeekday(): (weekday: number) => string {
  const locale = useLocale();
  return useCallback(
    // 1 January 2024 was a Monday.
    (weekday) =>
      new Intl.DateTimeFormat(locale, { weekday: "short", timeZone: "UTC" }).format(
        new Date(Date.UTC(2024, 0, weekday)),
      ),
    [locale],
  );
}
