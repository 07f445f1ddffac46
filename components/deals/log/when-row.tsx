"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { addDays } from "@/lib/domain/shared/day";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { clockText } from "./clock-text";
import { tile } from "./tile";
import type { Draft } from "./use-draft";

/** When it happened: now unless tapped or typed otherwise. When it was written down is kept beside it. */
export function WhenRow({ draft }: { draft: Draft }) {
  const t = useTranslations("deals.log");
  const format = useFormat();
  const { when, typedWhen, today, tap } = draft;
  const earlier = when !== null && typeof when === "object" ? when.day : null;
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
          <Field label={t("earlierDay")} hideLabel>
            <Input
              type="date"
              value={earlier}
              max={today}
              onChange={(event) => {
                const day = event.currentTarget.value;
                if (day) tap({ when: { day } });
              }}
            />
          </Field>
        </div>
      )}
    </fieldset>
  );
}
