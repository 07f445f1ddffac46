"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { checkImport } from "@/lib/features/imports/actions";
import type { MappingView } from "@/lib/features/imports/view";
import { ColumnTable } from "./column-table";
import { CurrencyChoice } from "./currency-choice";
import { NearList } from "./near-list";
import { openQuestions } from "./open-questions";
import { OwnerTable } from "./owner-table";
import type { PartProps } from "./part-props";
import { ProcessChoiceForm } from "./process-choice";
import { ReasonTable } from "./reason-table";
import { StageTable } from "./stage-table";
import type { ImportPart } from "./use-import";

/** Where the columns and values of the file go: proposed, and corrected in place. */
export function MappingCard({
  org,
  view,
  mapping,
  act,
  pending,
  mayChange,
}: ImportPart & { mapping: MappingView; mayChange: boolean }) {
  const t = useTranslations("imports");
  const placed = mapping.columns.filter(
    ({ target }) => target.kind === "field" || target.kind === "stage-date",
  ).length;
  const parts = { org, view, mapping, act, mayChange };
  const missing = mapping.questions.flatMap((question) =>
    question.code === "missing" ? [question.fields] : [],
  );
  const count = openQuestions(mapping.questions);
  return (
    <Card title={t("mapping.title", { mapped: placed, total: mapping.columns.length })}>
      {missing.map((fields) => (
        <p key={fields.join()} role="alert" className="mb-3 rounded-control bg-warn-soft px-3 py-2 text-warn">
          {t("mapping.required", { fields: fields.map((field) => t(`field.${field}`)).join(" / ") })}
        </p>
      ))}
      <ColumnTable {...parts} />
      <CurrencyChoice {...parts} />
      <NearList {...parts} />
      {mapping.process && <ProcessChoiceForm {...parts} choice={mapping.process} />}
      {mayChange ? (
        <Values {...parts} />
      ) : (
        view.kind === "deals" && (
          <details className="mt-4 border-t border-line pt-3">
            <summary className="w-fit text-accent">{t("mapping.values")}</summary>
            <Values {...parts} />
          </details>
        )
      )}
      {mayChange && (
        <div className="mt-5 flex flex-wrap items-center justify-end gap-3 border-t border-line pt-4">
          {count > 0 && <p className="text-ink-2">{t("mapping.openQuestions", { count })}</p>}
          <Button
            variant={view.counts.check ? "secondary" : "primary"}
            disabled={count > 0}
            loading={pending}
            onClick={() => act(() => checkImport(org, { id: view.id }))}
          >
            {t(view.counts.check ? "mapping.checkAgain" : "mapping.check")}
          </Button>
        </div>
      )}
    </Card>
  );
}

/** What the values of stages, statuses, reasons and owners stand for. */
function Values(parts: PartProps) {
  return (
    <>
      <StageTable {...parts} field="stages" />
      <StageTable {...parts} field="outcomes" />
      <ReasonTable {...parts} />
      <OwnerTable {...parts} />
    </>
  );
}
