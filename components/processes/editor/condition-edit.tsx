"use client";

import { Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { IconButton } from "@/components/ui/icon-button";
import { LIMITS } from "@/lib/domain/process/limits";
import { CONDITION_KINDS, type Condition, type Step } from "@/lib/domain/process/types";
import type { ProcessDraft } from "@/lib/features/processes/view";
import { AddLine } from "./add-line";
import { useEditing } from "./editing";
import { NumberEdit } from "./number-edit";

const empty = (kind: Condition["kind"], currency: string): Condition =>
  kind === "amount" ? { kind, currency, from: null, below: null } : { kind, anyOf: [] };

/** For which runs a step is: by amount, segment and product, all of which must hold. None: for every run. */
export function ConditionEdit({
  step,
  draft,
  onEdit,
}: {
  step: Step;
  draft: ProcessDraft;
  onEdit: (conditions: Step["conditions"]) => void;
}) {
  const { t } = useEditing().words;
  const { conditions } = step;
  const title = (condition: Condition) =>
    condition.kind === "amount"
      ? t("condition.amount", { currency: condition.currency })
      : t(`condition.${condition.kind}`);
  const put = (condition: Condition) =>
    onEdit(conditions.map((one) => (one.kind === condition.kind ? condition : one)));
  const missing = CONDITION_KINDS.filter((kind) => !conditions.some((one) => one.kind === kind));
  return (
    <div data-field="conditions" className="flex flex-col gap-3">
      {conditions.length === 0 && <p className="text-caption font-normal text-ink-3">{t("panel.always")}</p>}
      {conditions.map((condition) => (
        <fieldset key={condition.kind} className="flex flex-col gap-1 rounded-control bg-sunken p-2">
          <div className="flex items-center justify-between">
            <legend className="text-caption">{title(condition)}</legend>
            <IconButton
              label={t("panel.takeOut", {
                name: title(condition),
              })}
              onClick={() => onEdit(conditions.filter((one) => one !== condition))}
            >
              <Trash2 className="size-4" aria-hidden="true" />
            </IconButton>
          </div>
          <Values condition={condition} draft={draft} onEdit={put} />
        </fieldset>
      ))}
      <div className="flex flex-wrap gap-2">
        {missing.map((kind) => (
          <Button
            key={kind}
            size="small"
            onClick={() => onEdit([...conditions, empty(kind, draft.currency)])}
          >
            {t(`condition.add.${kind}`)}
          </Button>
        ))}
      </div>
    </div>
  );
}

function Values({
  condition,
  draft,
  onEdit,
}: {
  condition: Condition;
  draft: ProcessDraft;
  onEdit: (condition: Condition) => void;
}): ReactNode {
  const { t } = useEditing().words;
  if (condition.kind === "amount") {
    const amount = (which: "from" | "below") => (
      <NumberEdit
        label={t(`condition.${which}`)}
        field={`conditions.${which}`}
        value={condition[which]}
        min={0}
        max={LIMITS.amount}
        wrong={t("panel.wholeNumber")}
        placeholder={t("panel.open")}
        onEdit={(value) => onEdit({ ...condition, [which]: value })}
      />
    );
    return (
      <div className="grid grid-cols-2 gap-2">
        {amount("from")}
        {amount("below")}
      </div>
    );
  }
  const { anyOf } = condition;
  const without = (value: string) => onEdit({ ...condition, anyOf: anyOf.filter((one) => one !== value) });
  if (condition.kind === "product") {
    // A product that is gone stays listed until it is taken out.
    const gone = anyOf.filter((id) => !draft.products.some((product) => product.id === id));
    const all = [...draft.products, ...gone.map((id) => ({ id, name: t("condition.gone") }))];
    if (all.length === 0)
      return <p className="text-caption font-normal text-ink-3">{t("condition.noProducts")}</p>;
    return (
      <div className="flex max-h-48 flex-col overflow-y-auto">
        {all.map(({ id, name }) => (
          <Checkbox
            key={id}
            label={name}
            checked={anyOf.includes(id)}
            onCheckedChange={(on) => (on ? onEdit({ ...condition, anyOf: [...anyOf, id] }) : without(id))}
          />
        ))}
      </div>
    );
  }
  return (
    <>
      <ul className="flex flex-wrap gap-1">
        {anyOf.map((value) => (
          <li key={value}>
            <button
              type="button"
              aria-label={t("panel.takeOut", { name: value })}
              onClick={() => without(value)}
              className="min-h-6 rounded-full bg-surface px-2 text-caption touch:min-h-11"
            >
              {value} ×
            </button>
          </li>
        ))}
      </ul>
      <AddLine
        label={t("condition.addSegment")}
        name={t("condition.addSegment")}
        placeholder={t("condition.segmentPlaceholder")}
        limit={LIMITS.conditionValue}
        onAdd={(typed) => {
          if (!anyOf.includes(typed)) onEdit({ ...condition, anyOf: [...anyOf, typed] });
          return true;
        }}
      />
    </>
  );
}
