"use client";

import { useTranslations } from "next-intl";
import { completeStep, explainDeviation, undoStep, waiveStep } from "@/lib/features/deals/actions";
import type { DealStep } from "@/lib/features/deals/view";
import { newId } from "@/lib/platform/id";
import { useDeal } from "./deal-provider";
import { useText } from "./words";

/** Done, not needed and back again, for any step; each can be taken back. Why it is not needed may be said once that is saved. */
export function useStepActions() {
  const { org, deal, act } = useDeal();
  const t = useTranslations("guidance.toast");
  const guidance = useTranslations("guidance");
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
    waive: (step: DealStep) =>
      act(
        (version) => waiveStep(org, { id, version, stepKey: step.key, deviation: null }, { key: newId() }),
        {
          title: t("waived", { step: text(step.name) }),
          undo: undo(step.key),
          why: {
            title: guidance("waive.title", { step: text(step.name) }),
            explain: (reason, version) =>
              explainDeviation(
                org,
                {
                  id,
                  version,
                  about: { kind: "step", stepKey: step.key },
                  deviation: { reason, note: null },
                },
                { key: newId() },
              ),
          },
        },
      ),
    undo: (step: DealStep) => act(undo(step.key), { title: t("undone", { step: text(step.name) }) }),
  };
}
