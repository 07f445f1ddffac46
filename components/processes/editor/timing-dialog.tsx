"use client";

import { Dialog } from "@/components/ui/dialog";
import { NO_TIMING } from "@/lib/domain/process/blank";
import { plannedDaysOf, windowOf } from "@/lib/domain/process/inherit";
import { LIMITS } from "@/lib/domain/process/limits";
import type { ProcessDocument } from "@/lib/domain/process/types";
import { useEditing } from "./editing";
import { NumberEdit } from "./number-edit";
import { StepWindowEdit } from "./step-window-edit";

/** The timing that the process gives to its stages and steps, and what the organisation gives where it says nothing. */
export default function TimingDialog({
  doc,
  open,
  onOpenChange,
}: {
  doc: ProcessDocument;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}) {
  const { words, edit, known } = useEditing();
  const { t } = words;
  const above = { process: NO_TIMING, organization: known.timing };
  const window = windowOf({ window: null }, { stepWindow: null }, above);
  const days = plannedDaysOf({ plannedDays: null }, above);
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("timing.ofProcess")}
      description={t("timing.levels")}
    >
      <div className="flex flex-col gap-4">
        <NumberEdit
          label={t("timing.plannedDays")}
          field="plannedDays"
          value={doc.timing.plannedDays}
          min={1}
          max={LIMITS.plannedDays}
          wrong={t("panel.wholeNumber")}
          placeholder={days ? String(days.value) : t("panel.open")}
          hint={days ? t("timing.from.organization") : t("timing.nobody")}
          onEdit={(plannedDays) => edit([{ type: "timing.set", set: { plannedDays } }])}
        />
        <StepWindowEdit
          value={doc.timing.stepWindow}
          inherited={window && `${words.amountText(window.value)} (${t("timing.from.organization")})`}
          onEdit={(stepWindow) => edit([{ type: "timing.set", set: { stepWindow } }])}
        />
      </div>
    </Dialog>
  );
}
