"use client";

import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/select";
import { LIMITS } from "@/lib/domain/process/limits";
import { type StepWindow, WINDOW_UNITS } from "@/lib/domain/process/types";
import { useEditing } from "./editing";
import { NumberEdit } from "./number-edit";

const FIRST: StepWindow = { unit: "working-days", latest: 5 };

/** The moment that a level gives to steps without one of their own: within so long of entering the stage. */
export function StepWindowEdit({
  value,
  inherited,
  onEdit,
}: {
  value: StepWindow | null;
  /** What holds while this level says nothing, in words; null when no level above says anything either. */
  inherited: string | null;
  onEdit: (value: StepWindow | null) => void;
}) {
  const { t } = useEditing().words;
  if (!value) {
    return (
      <Field label={t("timing.stepWindow")} hint={inherited ?? t("timing.nobody")}>
        <Button size="small" data-field="stepWindow" className="self-start" onClick={() => onEdit(FIRST)}>
          {t("timing.set")}
        </Button>
      </Field>
    );
  }
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="text-caption text-ink-2">{t("timing.stepWindow")}</legend>
      <div className="grid grid-cols-[1fr_2fr] gap-2">
        <NumberEdit
          label={t("timing.within")}
          field="stepWindow"
          value={value.latest}
          min={0}
          max={LIMITS.windowUnits}
          wrong={t("panel.wholeNumber")}
          onEdit={(latest) => onEdit(latest === null ? null : { ...value, latest })}
        />
        <Field label={t("panel.unit")}>
          <NativeSelect
            aria-label={t("panel.unit")}
            value={value.unit}
            onChange={(event) => {
              const unit = WINDOW_UNITS.find((one) => one === event.target.value);
              if (unit) onEdit({ ...value, unit });
            }}
            options={WINDOW_UNITS.map((unit) => ({ value: unit, label: t(`unitName.${unit}`) }))}
          />
        </Field>
      </div>
      <p className="text-caption font-normal text-ink-3">{t("timing.stepWindowHint")}</p>
      <Button variant="quiet" size="small" className="self-start" onClick={() => onEdit(null)}>
        {t("timing.inherit")}
      </Button>
    </fieldset>
  );
}
