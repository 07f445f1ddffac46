"use client";

import { useTranslations } from "next-intl";
import type { CloseReason, DeviationReason } from "@/lib/domain/run/events";
import { completeStep, undoStep, waiveStep } from "@/lib/features/deals/actions";
import type { DealStep } from "@/lib/features/deals/view";
import { newId } from "@/lib/platform/id";
import { useDeal } from "./deal-provider";
import { useText } from "./words";

/** Done, not needed and back again, for any step; each can be taken back. */
export function useStepActions() {
  const { org, deal, act } = useDeal();
  const t = useTranslations("guidance.toast");
  const text = useText();
  const { id } = deal;
  const undo = (stepKey: string) => (version: number) =>
    undoStep(org, { id, version, stepKey }, { key: newId() });
  return {
    complete: (step: DealStep) =>
      act((version) => completeStep(org, { id, version, stepKey: step.key }, { key: newId() }), {
        title: t("done", { step: text(step.name) }),
        undo: undo(step.key),
      }),
    waive: (step: DealStep, reason: DeviationReason | CloseReason | null) =>
      act(
        (version) =>
          waiveStep(
            org,
            {
              id,
              version,
              stepKey: step.key,
              deviation: reason ? { reason: reason as DeviationReason, note: null } : null,
            },
            { key: newId() },
          ),
        { title: t("waived", { step: text(step.name) }), undo: undo(step.key) },
      ),
    undo: (step: DealStep) => act(undo(step.key), { title: t("undone", { step: text(step.name) }) }),
  };
}
