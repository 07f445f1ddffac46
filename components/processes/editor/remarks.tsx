"use client";

import { useRouter, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useContext, useEffect, useRef } from "react";
import { notify } from "@/components/ui/toast";
import { LIMITS } from "@/lib/domain/process/limits";
import type { Step } from "@/lib/domain/process/types";
import type { Locale } from "@/lib/domain/shared/text";
import { resolveComment } from "@/lib/features/comments/actions";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { StepComments } from "../comments/step-comments";
import { useEditing } from "./editing";
import { RemarksContext } from "./remarks-context";
import { Section } from "./section";

/** What people say about the step on the card. An accepted suggestion goes into the draft, at the end of how it is done. */
export function StepRemarks({ step, locale }: { step: Step; locale: Locale }) {
  const t = useTranslations("comments");
  const say = useRefusal();
  const router = useRouter();
  const { edit } = useEditing();
  const remarks = useContext(RemarksContext);
  const asked = useSearchParams().get("take");
  const took = useRef<string | null>(null);
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

  // Whoever pressed "take it over" on the map comes here for it: once, and a reload does nothing again.
  const wanted = remarks?.view.comments.find(({ id }) => id === asked);
  useEffect(() => {
    if (!remarks || wanted?.stepKey !== step.key || took.current === wanted.id) return;
    took.current = wanted.id;
    const address = new URL(window.location.href);
    address.searchParams.delete("take");
    window.history.replaceState(null, "", address);
    if (wanted.kind !== "suggestion" || wanted.resolution !== null) return;
    const put = take(wanted.body);
    if (!put) return;
    void resolveComment(remarks.org, { id: wanted.id, resolution: "accepted" }).then((result) => {
      if (!result.ok) return void notify({ title: say(result.refusal), tone: "bad" });
      put();
      router.refresh();
    });
  });

  if (!remarks) return null;
  const { org, processId, view } = remarks;
  const count = view.comments.filter(({ stepKey }) => stepKey === step.key).length;
  return (
    <Section title={t("title")} count={count}>
      <StepComments org={org} processId={processId} stepKey={step.key} view={view} onAccept={take} />
    </Section>
  );
}
