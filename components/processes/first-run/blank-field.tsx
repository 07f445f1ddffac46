"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/select";
import type { Edit } from "@/lib/domain/process/edits";
import { LIMITS } from "@/lib/domain/process/limits";
import { findStage } from "@/lib/domain/process/locate";
import type { ProcessDocument } from "@/lib/domain/process/types";
import { fillDays, fillOwner, fillText, type OpenBlank } from "@/lib/domain/templates/blanks";
import type { Names } from "@/lib/features/processes/view";
import { ownerOf, ownerOptions, ownerValue } from "../editor/owner-choice";
import type { Words } from "../words";

/** A sentence with a gap to fill in. */
export function BlankField({
  blank,
  templateKey,
  doc,
  names,
  words,
  onEdit,
  onWrong,
}: {
  blank: OpenBlank;
  templateKey: string;
  doc: ProcessDocument;
  names: Names;
  words: Words;
  onEdit: (edit: Edit | null) => void;
  onWrong: (wrong: boolean) => void;
}) {
  const t = useTranslations("start.map");
  const [typed, setTyped] = useState<string | null>(null);
  const id = useId();
  const stage = findStage(doc, blank.stageKey)?.stage;
  const after = blank.kind === "days" ? ` ${words.t(`unitName.${blank.unit}`)}` : blank.after;
  const days = blank.kind === "days" ? Number(typed ?? blank.value) : 1;
  const wrong = !Number.isInteger(days) || days < 1 || days > LIMITS.windowUnits;
  const label = t("gap", { before: blank.before, after }).trim();
  const field = { id: `blank-${blank.key}`, "aria-label": label };
  const read = (value: string) => {
    setTyped(value);
    if (blank.kind === "text") {
      const fits = value.trim().length <= blank.most;
      onWrong(!fits);
      if (fits) onEdit(fillText(templateKey, blank.key, value, words.locale));
    }
    if (blank.kind !== "days") return;
    const latest = Number(value);
    const fits = Number.isInteger(latest) && latest >= 1 && latest <= LIMITS.windowUnits;
    onWrong(!fits);
    if (fits) onEdit(fillDays(doc, blank.key, latest));
  };
  return (
    <li className="flex flex-col gap-2 rounded-card border border-line bg-surface p-4 sm:p-5">
      <p className="text-caption font-normal text-ink-3">
        {stage && t("in", { stage: words.stageName(stage) })}
      </p>
      <div className="flex flex-wrap items-center gap-x-2 gap-y-2 font-serif text-lead">
        {blank.before && <span>{blank.before.trim()}</span>}
        {blank.kind === "owner" ? (
          <span className="w-full font-sans text-body">
            <NativeSelect
              {...field}
              value={ownerValue(blank.value)}
              onChange={(event) => {
                const owner = ownerOf(event.target.value);
                if (owner) onEdit(fillOwner(blank.key, owner));
              }}
              options={ownerOptions(names, words)}
            />
          </span>
        ) : (
          <Field label={label} hideLabel className={blank.kind === "days" ? undefined : "w-full"}>
            <Input
              id={field.id}
              value={typed ?? String(blank.value)}
              numeric={blank.kind === "days"}
              inputMode={blank.kind === "days" ? "numeric" : undefined}
              {...(blank.kind === "text" && { most: blank.most })}
              placeholder={blank.kind === "text" ? blank.example : undefined}
              aria-invalid={wrong || undefined}
              aria-describedby={wrong ? id : undefined}
              className={blank.kind === "days" ? "w-16 font-sans" : "w-full font-sans"}
              onChange={(event: React.ChangeEvent<HTMLInputElement>) => read(event.target.value)}
            />
          </Field>
        )}
        {after && <span>{after.trim()}</span>}
      </div>
      {wrong && (
        <p id={id} className="text-caption text-bad">
          {t("whole", { most: LIMITS.windowUnits })}
        </p>
      )}
    </li>
  );
}
