"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { AskPanel } from "@/components/ui/ask-panel";
import { Button } from "@/components/ui/button";
import { DayField } from "@/components/ui/day-field";
import { addDays, type Day, isDayWithin } from "@/lib/domain/shared/day";
import type { TodayStep, TodayView } from "@/lib/features/today/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { useText } from "./words";

/** Asks until when a step is put off: the next working day, next week, or a day of one's own. */
export function LaterPanel({
  step,
  view: { today, tomorrow, nextWeek },
  onAnswer,
  onCancel,
}: {
  step: TodayStep;
  view: Pick<TodayView, "today" | "tomorrow" | "nextWeek">;
  onAnswer: (until: Day) => void;
  onCancel: () => void;
}) {
  const t = useTranslations("today.later");
  const text = useText();
  const format = useFormat();
  const [day, setDay] = useState<string>(tomorrow);
  const range = { min: addDays(today, 1), max: addDays(today, 366) };
  const next = tomorrow === addDays(today, 1) ? "tomorrow" : "nextDay";
  const options = [
    { value: tomorrow, label: t(next, { day: format.day(tomorrow) }) },
    ...(nextWeek === tomorrow
      ? []
      : [{ value: nextWeek, label: t("nextWeek", { day: format.day(nextWeek) }) }]),
  ];
  return (
    <AskPanel
      title={t("ask", { step: text(step.name) })}
      options={options}
      onAnswer={onAnswer}
      onCancel={onCancel}
      cancel={t("cancel")}
    >
      <form
        className="flex flex-wrap items-start gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (isDayWithin(day, range)) onAnswer(day);
        }}
      >
        <DayField
          label={t("day")}
          value={day}
          onValue={setDay}
          today={today}
          required
          {...range}
          className="min-w-48 flex-1"
        />
        {/* Beside the field, not beside what is said below it. */}
        <Button type="submit" className="mt-5">
          {t("set")}
        </Button>
      </form>
      <p className="mt-2 text-caption font-normal text-ink-3">{t("note")}</p>
    </AskPanel>
  );
}
