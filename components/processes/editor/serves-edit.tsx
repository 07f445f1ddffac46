"use client";

import { Checkbox } from "@/components/ui/checkbox";
import type { ProcessDocument, Stage, Step } from "@/lib/domain/process/types";
import { useEditing } from "./editing";

/** Which exit criteria a step works towards: those of its own stage, and any other it already serves. */
export function ServesEdit({
  step,
  stage,
  doc,
  onEdit,
}: {
  step: Step;
  stage: Stage;
  doc: ProcessDocument;
  onEdit: (serves: Step["serves"]) => void;
}) {
  const { words, select } = useEditing();
  const { t } = words;
  const elsewhere = doc.stages
    .filter(({ key }) => key !== stage.key)
    .flatMap(({ criteria }) => criteria.filter(({ key }) => step.serves.includes(key)));
  const offered = [...stage.criteria, ...elsewhere];
  if (offered.length === 0) {
    return (
      <p className="text-caption font-normal text-ink-3">
        {t("panel.noCriteria")}{" "}
        <button
          type="button"
          className="text-accent hover:underline"
          onClick={() => select({ kind: "stage", key: stage.key, field: "criteria" })}
        >
          {t("panel.addCriterion")}
        </button>
      </p>
    );
  }
  return (
    <div data-field="serves" className="flex flex-col gap-1">
      {offered.map(({ key, text }) => (
        <Checkbox
          key={key}
          label={words.text(text) || t("untitled.criterion")}
          checked={step.serves.includes(key)}
          onCheckedChange={(on) =>
            onEdit(on ? [...step.serves, key] : step.serves.filter((served) => served !== key))
          }
        />
      ))}
    </div>
  );
}
