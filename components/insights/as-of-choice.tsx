"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { DayField } from "@/components/ui/day-field";
import { Popover } from "@/components/ui/popover";
import { isDayWithin } from "@/lib/domain/shared/day";
import { useFormat } from "@/lib/platform/i18n/use-format";

/** The day the figures are about. */
export function AsOfChoice({
  value,
  today,
  onChange,
}: {
  value: string;
  today: string;
  onChange: (day: string | undefined) => void;
}) {
  const t = useTranslations("insights.filter");
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const shown = value === today ? t("today") : format.day(value, "long");
  const choose = (day: string | undefined) => {
    setOpen(false);
    onChange(day);
  };
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      title={t("asOf")}
      trigger={
        <button
          type="button"
          aria-label={`${t("asOf")}: ${shown}`}
          className="min-h-6 font-semibold text-ink underline decoration-control decoration-dotted underline-offset-4 hover:decoration-ink pointer-coarse:min-h-11"
        >
          {shown}
        </button>
      }
    >
      <DayForm value={value} today={today} onChoose={choose} />
    </Popover>
  );
}

/** Begins anew each time it opens: what was typed and not taken is gone with it. */
function DayForm({
  value,
  today,
  onChoose,
}: {
  value: string;
  today: string;
  onChoose: (day: string | undefined) => void;
}) {
  const t = useTranslations("insights.filter");
  const [day, setDay] = useState(value);
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (isDayWithin(day, { max: today })) onChoose(day === today ? undefined : day);
      }}
    >
      <DayField
        label={t("day")}
        value={day}
        onValue={setDay}
        today={today}
        toward="back"
        max={today}
        required
      />
      <div className="flex gap-2">
        <Button type="submit" variant="primary">
          {t("apply")}
        </Button>
        <Button onClick={() => onChoose(undefined)}>{t("reset")}</Button>
      </div>
    </form>
  );
}
