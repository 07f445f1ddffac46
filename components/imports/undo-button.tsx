"use client";

import { useTranslations } from "next-intl";
import type { ReactElement } from "react";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { ImportRowView } from "@/lib/features/imports/view";

/** Takes an import back, after saying what goes and what is put back. */
export function UndoButton({
  target,
  trigger,
  onUndo,
}: {
  target: ImportRowView;
  trigger: ReactElement;
  onUndo: () => Promise<unknown>;
}) {
  const t = useTranslations("imports.apply");
  const { created = 0, updated = 0 } = target.counts.apply ?? {};
  return (
    <ConfirmDialog
      trigger={trigger}
      title={t("undoTitle", { file: target.fileName })}
      confirm={t("undoConfirm")}
      onConfirm={async () => {
        await onUndo();
      }}
    >
      {t("undoText", { created, updated })}
    </ConfirmDialog>
  );
}
