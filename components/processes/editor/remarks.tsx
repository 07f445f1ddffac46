"use client";

import { useTranslations } from "next-intl";
import { useContext } from "react";
import { notify } from "@/components/ui/toast";
import { LIMITS } from "@/lib/domain/process/limits";
import type { Step } from "@/lib/domain/process/types";
import type { Locale } from "@/lib/domain/shared/text";
import { StepComments } from "../comments/step-comments";
import { useEditing } from "./editing";
import { RemarksContext } from "./remarks-context";
import { Section } from "./section";

/** What people say about the step on the card. An accepted suggestion goes into the draft, at the end of how it is done. */
export function StepRemarks({ step, locale }: { step: Step; locale: Locale }) {
  const t = useTranslations("comments");
  const { edit } = useEditing();
  const remarks = useContext(RemarksContext);
  if (!remarks) return null;
  const { org, processId, view } = remarks;
  const count = view.comments.filter(({ stepKey }) => stepKey === step.key).length;
  const take = (body: string): (() => void) | null => {
    const howTo = [step.howTo[locale], body].filter(Boolean).join("\n\n");
    if (howTo.length > LIMITS.howTo) {
      notify({ title: t("noRoom", { limit: LIMITS.howTo }), tone: "bad" });
      return null;
    }
    return () => {
      if (edit([{ type: "step.set", stepKey: step.key, set: { howTo: { [locale]: howTo } } }]))
        notify({ title: t("taken"), tone: "good" });
    };
  };
  return (
    <Section title={t("title")} count={count}>
      <StepComments org={org} processId={processId} stepKey={step.key} view={view} onAccept={take} />
    </Section>
  );
}
