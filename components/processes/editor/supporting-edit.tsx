"use client";

import { X } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import { NativeSelect } from "@/components/ui/select";
import type { Step } from "@/lib/domain/process/types";
import type { Names } from "@/lib/features/processes/view";
import { useEditing } from "./editing";
import { ownerOf, ownerOptions, ownerValue } from "./owner-choice";

/** Who helps the owner of a step. */
export function SupportingEdit({
  step,
  names,
  onEdit,
}: {
  step: Step;
  names: Names;
  onEdit: (supporting: Step["supporting"]) => void;
}) {
  const { words } = useEditing();
  const { t } = words;
  const taken = new Set([...step.supporting, step.owner].map(ownerValue));
  return (
    <>
      <ul className="flex flex-col gap-1">
        {step.supporting.map((owner) => {
          const name = words.ownerName(owner);
          return (
            <li key={ownerValue(owner)} className="flex items-center justify-between gap-2 text-body">
              {name}
              <IconButton
                label={t("panel.takeOut", { name })}
                onClick={() => onEdit(step.supporting.filter((one) => ownerValue(one) !== ownerValue(owner)))}
              >
                <X className="size-4" aria-hidden="true" />
              </IconButton>
            </li>
          );
        })}
      </ul>
      <NativeSelect
        data-field="supporting"
        aria-label={t("panel.addHelp")}
        value=""
        onChange={(event) => {
          const owner = ownerOf(event.target.value);
          if (owner) onEdit([...step.supporting, owner]);
        }}
        options={[
          { value: "", label: t("panel.addHelp") },
          ...ownerOptions(names, words).filter(({ value }) => !taken.has(value)),
        ]}
      />
    </>
  );
}
