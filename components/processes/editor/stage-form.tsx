"use client";

import { newCriterion } from "@/lib/domain/process/blank";
import type { StagePatch } from "@/lib/domain/process/edits";
import { plannedDaysOf, windowOf } from "@/lib/domain/process/inherit";
import { LIMITS } from "@/lib/domain/process/limits";
import type { ProcessDocument, Stage } from "@/lib/domain/process/types";
import type { Locale } from "@/lib/domain/shared/text";
import { newId } from "@/lib/platform/id";
import { AddLine } from "./add-line";
import { BehindNote } from "./behind-note";
import { CriterionForm } from "./criterion-form";
import { useEditing } from "./editing";
import { EntriesSection } from "./entries-edit";
import { END } from "./moves";
import { NumberEdit } from "./number-edit";
import { StepWindowEdit } from "./step-window-edit";
import { TextEdit } from "./text-edit";

/** The card of a stage: its name, what the buyer does meanwhile, its time, and what must hold to leave it. */
export function StageForm({ stage, doc, locale }: { stage: Stage; doc: ProcessDocument; locale: Locale }) {
  const { words, edit, known } = useEditing();
  const above = { process: doc.timing, organization: known.timing };
  const days = plannedDaysOf(stage, above);
  const window = windowOf({ window: null }, { stepWindow: null }, above);
  const { t } = words;
  const { key } = stage;
  const set = (change: StagePatch, merge?: string, was?: StagePatch) =>
    edit([{ type: "stage.set", stageKey: key, set: change, was }], merge && `${key}.${merge}`);
  const behind = { doc, owner: { of: "stage", key }, shown: locale, at: { kind: "stage", key } } as const;
  return (
    <div className="flex flex-col gap-4">
      <TextEdit
        locale={locale}
        words={words}
        label={t("panel.name")}
        field="name"
        value={stage.name}
        limit={LIMITS.name}
        onEdit={(name, merge, was) => set({ name }, merge, { name: was })}
      />
      <BehindNote {...behind} field="name" value={stage.name} />
      <TextEdit
        long
        locale={locale}
        words={words}
        label={t("panel.buyerStep")}
        field="buyerStep"
        value={stage.buyerStep}
        limit={LIMITS.buyerStep}
        onEdit={(buyerStep, merge, was) => set({ buyerStep }, merge, { buyerStep: was })}
      />
      <BehindNote {...behind} field="buyerStep" value={stage.buyerStep} />
      <NumberEdit
        label={t("panel.plannedDays")}
        field="plannedDays"
        value={stage.plannedDays}
        min={1}
        max={LIMITS.plannedDays}
        wrong={t("panel.wholeNumber")}
        placeholder={days && days.from !== "stage" ? String(days.value) : undefined}
        hint={days && days.from !== "stage" ? t(`timing.from.${days.from}`) : t("panel.plannedHint")}
        onEdit={(plannedDays) => set({ plannedDays })}
      />
      <StepWindowEdit
        value={stage.stepWindow}
        inherited={window && `${words.amountText(window.value)} (${t(`timing.from.${window.from}`)})`}
        onEdit={(stepWindow) => set({ stepWindow })}
      />
      <section data-field="criteria" className="flex flex-col gap-3">
        <div>
          <h3 className="text-body-strong">{t("panel.criteria")}</h3>
          <p className="text-caption font-normal text-ink-3">{t("panel.criteriaHint")}</p>
        </div>
        <ul className="flex flex-col gap-3">
          {stage.criteria.map((criterion, index) => (
            <CriterionForm
              key={criterion.key}
              criterion={criterion}
              doc={doc}
              stageKey={key}
              index={index}
              count={stage.criteria.length}
              locale={locale}
            />
          ))}
        </ul>
        <AddLine
          label={t("panel.addCriterion")}
          name={t("panel.addCriterion")}
          placeholder={t("panel.addCriterionPlaceholder")}
          limit={LIMITS.criterion}
          onAdd={(typed) =>
            edit([
              {
                type: "criterion.add",
                stageKey: key,
                index: END,
                criterion: newCriterion(newId(), { [locale]: typed }),
              },
            ])
          }
        />
      </section>
      <EntriesSection ids={stage.entries} onEdit={(entries) => set({ entries })} />
    </div>
  );
}
