"use client";

import { useTranslations } from "next-intl";
import { type Control, useController } from "react-hook-form";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/select";
import { WINDOW_UNITS } from "@/lib/domain/process/types";
import type { OrganizationForm } from "@/lib/features/organizations/input";

/** What a number field holds: empty is nothing, and what is no number stays what it is, for the form to refuse. */
const read = (typed: string): number | null => (typed.trim() === "" ? null : Number(typed));

/** The timing that processes inherit from the organisation where they say nothing themselves. */
export function TimingFields({
  control,
  errors,
}: {
  control: Control<OrganizationForm>;
  errors: { plannedDays?: string; stepWindow?: string };
}) {
  const t = useTranslations("settings.timing");
  const unit = useTranslations("processes.unitName");
  const { field: days } = useController({ control, name: "timing.plannedDays" });
  const { field: window } = useController({ control, name: "timing.stepWindow" });
  const value = window.value;
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label={t("plannedDays")} hint={t("plannedDaysHint")} error={errors.plannedDays}>
        <Input
          ref={days.ref}
          inputMode="numeric"
          className="tnum"
          placeholder={t("nothing")}
          value={days.value ?? ""}
          onChange={(event: React.ChangeEvent<HTMLInputElement>) => days.onChange(read(event.target.value))}
          onBlur={days.onBlur}
        />
      </Field>
      <div className="grid grid-cols-[1fr_2fr] items-start gap-2">
        <Field label={t("stepWindow")} hint={t("stepWindowHint")} error={errors.stepWindow}>
          <Input
            ref={window.ref}
            inputMode="numeric"
            className="tnum"
            placeholder={t("nothing")}
            value={value?.latest ?? ""}
            onChange={(event: React.ChangeEvent<HTMLInputElement>) => {
              const latest = read(event.target.value);
              window.onChange(latest === null ? null : { unit: value?.unit ?? "working-days", latest });
            }}
            onBlur={window.onBlur}
          />
        </Field>
        <Field label={t("unit")}>
          <NativeSelect
            aria-label={t("unit")}
            value={value?.unit ?? "working-days"}
            disabled={!value}
            onChange={(event) => {
              const chosen = WINDOW_UNITS.find((one) => one === event.target.value);
              if (value && chosen) window.onChange({ ...value, unit: chosen });
            }}
            options={WINDOW_UNITS.map((one) => ({ value: one, label: unit(one) }))}
          />
        </Field>
      </div>
    </div>
  );
}
