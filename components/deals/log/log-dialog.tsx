"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { announce } from "@/components/ui/live-region";
import { notify } from "@/components/ui/toast";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { newId } from "@/lib/platform/id";
import { useDeal } from "../deal-provider";
import { useText } from "../words";
import { LogForm } from "./form";
import { keepLog } from "./keep-log";
import { StatusRow } from "./status-row";
import { subjectOf } from "./subject";
import { useDraft } from "./use-draft";
import { useWhat } from "./use-what";

/** Logs what happened with the buyer: three taps when the guess is right, words only if wanted. */
export function LogDialog({ onClose }: { onClose: () => void }) {
  const { org, deal } = useDeal();
  const router = useRouter();
  const say = useRefusal();
  const what = useWhat();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const t = useTranslations("deals.log");
  const text = useText();
  const [subject] = useState(() => subjectOf(deal));
  const [activityId] = useState(newId);
  const draft = useDraft(subject);
  const { step } = draft;
  const submit = async () => {
    const input = draft.input(activityId);
    if (!input || busy) return;
    setBusy(true);
    setRefused(null);
    const kept = await keepLog({
      org,
      dealId: deal.id,
      input,
      about: subject.name,
      what: [what(draft.kind, draft.reached), input.note].filter(Boolean).join(": "),
    });
    setBusy(false);
    if (kept.how === "refused") return setRefused(say(kept.refusal));
    const title =
      kept.how === "waits" ? t("keptOnDevice") : step ? t("doneStep", { step: text(step.name) }) : t("done");
    announce(title);
    notify({ title, ...(kept.how === "waits" && { text: t("waitsFor", { name: subject.name }) }) });
    if (kept.how === "sent") router.refresh();
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("title")}
      description={subject.name}
      footer={
        <>
          {refused && (
            <p role="alert" className="w-full text-bad">
              {refused}
            </p>
          )}
          <StatusRow />
          <Button
            variant="primary"
            size="large"
            className="w-full"
            loading={busy}
            disabled={draft.kind === null || draft.unread}
            onClick={submit}
          >
            {t("save")}
          </Button>
        </>
      }
    >
      <LogForm draft={draft} subject={subject} />
    </Dialog>
  );
}
