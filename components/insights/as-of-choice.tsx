"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Popover } from "@/components/ui/popover";
import { isDay } from "@/lib/domain/shared/day";
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
      <form
        className="flex items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          const day = String(new FormData(event.currentTarget).get("day"));
          if (isDay(day)) choose(day === today ? undefined : day);
        }}
      >
        <Field label={t("day")}>
          <Input type="date" name="day" defaultValue={value} max={today} required />
        </Field>
        <Button type="submit" variant="primary">
          {t("apply")}
        </Button>
        <Button onClick={() => choose(undefined)}>{t("reset")}</Button>
      </form>
    </Popover>
  );
}
