"use client";

import { ArrowDown, ArrowUp, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { NativeSelect } from "@/components/ui/select";
import { LIMITS } from "@/lib/domain/process/limits";
import { EVIDENCE_KINDS, type ExitCriterion, type ProcessDocument } from "@/lib/domain/process/types";
import type { Locale } from "@/lib/domain/shared/text";
import { BehindNote } from "./behind-note";
import { useEditing } from "./editing";
import { TextEdit } from "./text-edit";

/** One exit criterion: what the buyer did, how we know, and whether a reason is asked where it does not hold. */
export function CriterionForm({
  criterion,
  doc,
  stageKey,
  index,
  count,
  locale,
}: {
  criterion: ExitCriterion;
  doc: ProcessDocument;
  stageKey: string;
  index: number;
  count: number;
  locale: Locale;
}) {
  const t = useTranslations("processes");
  const { words, edit } = useEditing();
  const criterionKey = criterion.key;
  const set = (change: Partial<ExitCriterion>, merge?: string, was?: Partial<ExitCriterion>) =>
    edit([{ type: "criterion.set", criterionKey, set: change, was }], merge && `${criterionKey}.${merge}`);
  const move = (to: number) =>
    edit([{ type: "criterion.move", criterionKey, toStageKey: stageKey, index: to }]);
  return (
    <li className="flex flex-col gap-2 border-t border-line pt-3" data-field={`criterion:${criterionKey}`}>
      <TextEdit
        long
        locale={locale}
        words={words}
        label={t("panel.criterion")}
        field="text"
        value={criterion.text}
        limit={LIMITS.criterion}
        onEdit={(text, merge, was) => set({ text }, merge, { text: was })}
      />
      <BehindNote
        doc={doc}
        owner={{ of: "criterion", key: criterionKey }}
        field="text"
        value={criterion.text}
        shown={locale}
        at={{ kind: "stage", key: stageKey, field: `criterion:${criterionKey}` }}
      />
      <Field label={t("panel.evidence")}>
        <NativeSelect
          aria-label={t("panel.evidence")}
          value={criterion.evidence}
          onChange={(event) => {
            const evidence = EVIDENCE_KINDS.find((kind) => kind === event.target.value);
            if (evidence) set({ evidence });
          }}
          options={EVIDENCE_KINDS.map((kind) => ({ value: kind as string, label: t(`evidence.${kind}`) }))}
        />
      </Field>
      <Checkbox
        label={t("requirement.reason")}
        checked={criterion.requirement === "reason"}
        onCheckedChange={(on) => set({ requirement: on ? "reason" : "advisory" })}
      />
      <div className="-mx-2.5 flex">
        <IconButton label={t("editor.up")} disabled={index === 0} onClick={() => move(index - 1)}>
          <ArrowUp className="size-4" aria-hidden="true" />
        </IconButton>
        <IconButton label={t("editor.down")} disabled={index === count - 1} onClick={() => move(index + 1)}>
          <ArrowDown className="size-4" aria-hidden="true" />
        </IconButton>
        <IconButton
          label={t("editor.removeCriterion")}
          onClick={() => edit([{ type: "criterion.remove", criterionKey }])}
        >
          <Trash2 className="size-4" aria-hidden="true" />
        </IconButton>
      </div>
    </li>
  );
}
