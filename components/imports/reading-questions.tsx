"use client";

import { useTranslations } from "next-intl";
import { RadioGroup } from "@/components/ui/radio-group";
import type { DateReading } from "@/lib/domain/import/date-readings";
import type { ImportKind } from "@/lib/domain/import/field";
import type { NumberReading } from "@/lib/domain/import/numbers";
import { setReading } from "@/lib/features/imports/actions";
import type { ColumnView, ImportView } from "@/lib/features/imports/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { numberMeans } from "./number-means";
import type { Act } from "./use-import";

/** Columns that can be read more than one way: a person says which, and sees what it makes of their own values. */
export function ReadingQuestions({ org, view, act }: { org: string; view: ImportView; act: Act }) {
  const t = useTranslations("imports.reading");
  const open = view.mapping?.columns.filter(({ question }) => question !== null) ?? [];
  if (open.length === 0) return null;
  return (
    <div className="mt-4 flex flex-col gap-4 border-t border-line pt-4">
      {open.map((column) => (
        <fieldset key={column.index} className="rounded-card border-l-[3px] border-l-here bg-here-soft p-4">
          <legend className="contents">
            <span className="text-body-strong">
              {t(column.question === "dates" ? "question.dates" : "question.numbers", {
                column: column.header,
              })}
            </span>
          </legend>
          <Choices
            kind={view.kind}
            column={column}
            onChoose={(reading) =>
              act(() => setReading(org, { id: view.id, columns: [{ index: column.index, ...reading }] }))
            }
          />
        </fieldset>
      ))}
    </div>
  );
}

type Chosen = { dates: DateReading } | { numbers: NumberReading };

function Choices({
  kind,
  column,
  onChoose,
}: {
  kind: ImportKind;
  column: ColumnView;
  onChoose: (chosen: Chosen) => void;
}) {
  const t = useTranslations("imports.reading");
  const format = useFormat();
  const isDate = column.question === "dates";
  const verdict = isDate ? column.dateVerdict : column.numberVerdict;
  if (verdict.kind === "empty" || verdict.kind === "settled") return null;
  const readings: readonly string[] = verdict.kind === "ambiguous" ? verdict.readings : verdict.best;
  const means = (text: string) =>
    isDate ? format.day(text.slice(0, 10), "long") : numberMeans(kind, column, text, format, 4);
  const options = (
    readings.length > 0 ? readings : isDate ? ["d-m-y", "m-d-y", "y-m-d"] : ["comma", "point"]
  ).map((reading) => ({
    value: reading,
    label: isDate ? t(`date.${reading}`) : t(`numberName.${reading}`),
    hint: verdict.samples
      .slice(0, 3)
      .flatMap(({ value, readings: all }) => {
        const found = all.find((each) => each.reading === reading);
        return found ? [t("question.means", { value, means: means(found.means) })] : [];
      })
      .join(" · "),
  }));
  return (
    <>
      <p className="mb-3 text-ink-2">{t(verdict.kind === "ambiguous" ? "question.why" : "question.none")}</p>
      <RadioGroup
        label={column.header}
        options={options}
        onChange={(reading) =>
          onChoose(isDate ? { dates: reading as DateReading } : { numbers: reading as NumberReading })
        }
      />
    </>
  );
}
