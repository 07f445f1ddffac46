"use client";

import { useTranslations } from "next-intl";
import { MOST_NOTE_VALUES, type NoteGroup } from "@/lib/features/imports/view";
import { useFormat } from "@/lib/platform/i18n/use-format";

/** What a person should know of rows that do come in: quirks of the file, said and not swallowed. */
export function NoteList({ notes }: { notes: readonly NoteGroup[] }) {
  const t = useTranslations("imports");
  const format = useFormat();
  if (notes.length === 0) return null;
  return (
    <section>
      <h3 className="mb-1 text-caption text-ink-3">{t("check.notes")}</h3>
      <ul className="flex flex-col divide-y divide-line">
        {notes.map(({ code, field, count, values }) => (
          <li key={`${code} ${field}`} className="py-1.5">
            {t(`notes.${code}`, {
              count,
              field: field ? t(`field.${field}`) : "",
              values: format.list(
                values.length < MOST_NOTE_VALUES ? values : [...values, t("check.andMore")],
              ),
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}
