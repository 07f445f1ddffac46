"use client";

import { useTranslations } from "next-intl";
import { CLOSE_REASONS, type CloseReason } from "@/lib/domain/run/events";
import { mapImport } from "@/lib/features/imports/actions";
import { Part } from "./part";
import type { PartProps } from "./part-props";
import { ValueTable } from "./value-table";

/** Which of our reasons each close reason of the file is. The text of the file stays as a note. */
export function ReasonTable({ org, view, mapping, act, mayChange }: PartProps) {
  const t = useTranslations("imports");
  if (mapping.reasons.length === 0) return null;
  return (
    <Part title={t("reasons.title")}>
      <ValueTable
        label={t("reasons.title")}
        means={t("stages.means")}
        nameOf={(value) => t("reasons.of", { value })}
        rows={mapping.reasons.map(({ value, count, reason }) => ({ value, count, chosen: reason }))}
        options={CLOSE_REASONS.map((value) => ({ value, label: t(`reasons.${value}`) }))}
        mayChange={mayChange}
        onChoose={(value, key) =>
          act(() => mapImport(org, { id: view.id, reasons: [{ value, target: key as CloseReason }] }))
        }
      />
    </Part>
  );
}
