"use client";

import { useTranslations } from "next-intl";
import { DayField } from "@/components/ui/day-field";
import { addDays } from "@/lib/domain/shared/day";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { clockText } from "./clock-text";
import { tile } from "./tile";
import type { Draft } from "./use-draft";

/** When it happened: now unless tapped or typed otherwise. When it was written down is kept beside it. */
export function WhenRow({ draft }: { draft: Draft }) {
  const t = useTranslations("deals.log");
  const format = useFormat();
  const { when, earlier, typedWhen, today, tap } = draft;
  const isNow = when === "now" || (when === null && typedWhen === null);
  return (
    <fieldset>
      <legend className="sr-only">{t("day")}</legend>
      <div aria-hidden="true" className="mb-1 flex justify-between gap-2 text-caption">
        <span className="text-ink-2">{t("day")}</span>
        {typedWhen && (
          <span className="font-normal text-ink-3">
            {[format.day(typedWhen.day), clockText(typedWhen.minutes)].filter(Boolean).join(", ")}
          </span>
        )}
      </div>
      <div className="grid grid-cols-3 gap-2">
        <button
          type="button"
          aria-pressed={isNow}
          onClick={() => tap({ when: "now" })}
          className={tile(isNow)}
        >
          {t("now")}
        </button>
        <button
          type="button"
          aria-pressed={when === "yesterday"}
          onClick={() => tap({ when: "yesterday" })}
          className={tile(when === "yesterday")}
        >
          {t("yesterday")}
        </button>
        <button
          type="button"
          aria-pressed={earlier !== null}
          onClick={() => tap({ when: { day: addDays(today, -2) } })}
          className={tile(earlier !== null)}
        >
          {t("earlier")}
        </button>
      </div>
      {earlier !== null && (
        <div className="mt-2">
          <DayField
            label={t("earlierDay")}
            hideLabel
            value={earlier}
            onValue={(day) => tap({ when: { day } })}
            today={today}
            toward="back"
            max={today}
            required
          />
        </div>
      )}
    </fieldset>
  );
}
