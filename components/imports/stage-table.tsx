"use client";

import { useLocale, useTranslations } from "next-intl";
import { inLocale } from "@/lib/domain/shared/text";
import { mapImport } from "@/lib/features/imports/actions";
import { isLocale } from "@/lib/platform/i18n/locale";
import { Part } from "./part";
import type { PartProps } from "./part-props";
import { stageKeyOf, stageOptions, stageTargetOf } from "./targets";
import { ValueTable } from "./value-table";

/** What each value of the stage column, or of the status column, means. */
export function StageTable({
  org,
  view,
  mapping,
  act,
  mayChange,
  field,
}: PartProps & { field: "stages" | "outcomes" }) {
  const t = useTranslations("imports");
  const locale = useLocale();
  const rows = mapping[field];
  if (rows.length === 0) return null;
  const { process } = mapping;
  const version =
    process?.kind === "version" && mapping.versions.find(({ versionId }) => versionId === process.versionId);
  const stages = version
    ? version.stages.map(({ key, name }) => ({ key, name: inLocale(name, isLocale(locale) ? locale : "en") }))
    : mapping.found;
  const used = new Set(rows.flatMap(({ target }) => (target?.kind === "stage" ? [target.stageKey] : [])));
  const title =
    field === "stages"
      ? t("stages.title", { values: rows.length, stages: used.size })
      : t("stages.outcomesTitle");
  return (
    <Part title={title}>
      <ValueTable
        label={title}
        means={t("stages.means")}
        nameOf={(value) => t("stages.meansOf", { value })}
        rows={rows.map(({ value, count, target }) => ({ value, count, chosen: stageKeyOf(target) }))}
        options={stageOptions(stages, t)}
        mayChange={mayChange}
        onChoose={(value, key) =>
          act(() => mapImport(org, { id: view.id, [field]: [{ value, target: stageTargetOf(key) }] }))
        }
      />
    </Part>
  );
}
