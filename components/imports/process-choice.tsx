"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { inLocale } from "@/lib/domain/shared/text";
import { mapImport } from "@/lib/features/imports/actions";
import type { ProcessChoice } from "@/lib/features/imports/view";
import { isLocale } from "@/lib/platform/i18n/locale";
import { Part } from "./part";
import type { PartProps } from "./part-props";

/** What the deals are put on: a process that is there, or the stages as the file has them. */
export function ProcessChoiceForm({
  org,
  view,
  mapping,
  act,
  mayChange,
  choice,
}: PartProps & { choice: ProcessChoice }) {
  const t = useTranslations("imports.process");
  const locale = useLocale();
  const suggested = view.fileName.replace(/\.[^.]{1,5}$/, "");
  const [name, setName] = useState(choice.kind === "as-found" ? choice.name : suggested);
  const choose = (process: ProcessChoice) => act(() => mapImport(org, { id: view.id, process }));
  const options = [
    ...mapping.versions.map(({ versionId, name: text, number, status }) => ({
      value: versionId,
      label: t(status === "published" ? "version" : "found", {
        name: inLocale(text, isLocale(locale) ? locale : "en"),
        number,
      }),
    })),
    { value: "as-found", label: t("asFound") },
  ];
  const value = choice.kind === "version" ? choice.versionId : "as-found";
  return (
    <Part title={t("title")} text={value === "as-found" ? t("asFoundHint") : undefined}>
      {mayChange ? (
        <div className="flex flex-wrap items-end gap-3">
          <div className="w-full max-w-md">
            <Select
              label={t("label")}
              options={options}
              value={value}
              onChange={(key) =>
                choose(key === "as-found" ? { kind: "as-found", name } : { kind: "version", versionId: key })
              }
            />
          </div>
          {value === "as-found" && (
            <>
              <Field label={t("name")} className="w-64">
                <Input value={name} onChange={(event) => setName(event.target.value)} most={120} />
              </Field>
              {choice.kind === "as-found" && name.trim() !== "" && name !== choice.name && (
                <Button onClick={() => choose({ ...choice, name })}>{t("rename")}</Button>
              )}
            </>
          )}
        </div>
      ) : (
        <p className="font-semibold">
          {options.find((option) => option.value === value)?.label}
          {choice.kind === "as-found" && `: ${choice.name}`}
        </p>
      )}
    </Part>
  );
}
