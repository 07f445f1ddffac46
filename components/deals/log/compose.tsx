"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { announce } from "@/components/ui/live-region";
import type { LogActivity } from "@/lib/features/deals/input";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { newId } from "@/lib/platform/id";
import type { Entry } from "@/lib/platform/outbox/entry";
import { useText } from "../words";
import { LogForm } from "./form";
import { keepLog } from "./keep-log";
import { StatusRow } from "./status-row";
import type { Subject } from "./subject";
import { type Before, useDraft } from "./use-draft";
import { useWhat } from "./use-what";

/** The form with its one button below the thumb. */
export function Compose({
  org,
  subject,
  mayEdit,
  mending,
  cut,
  onKept,
  children,
}: {
  org: string;
  subject: Subject;
  mayEdit: boolean;
  mending: Entry | null;
  /** There is no connection, though the device may not know. */
  cut: boolean;
  onKept: (how: "sent" | "waits", input: Omit<LogActivity, "id">, stepName: string | null) => void;
  children: ReactNode;
}) {
  const t = useTranslations("deals.log");
  const text = useText();
  const say = useRefusal();
  const what = useWhat();
  const [activityId] = useState(() => mending?.id ?? newId());
  const draft = useDraft(subject, mending && beforeOf(mending));
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const named = subject.id !== null || subject.name.trim() !== "";
  const submit = async () => {
    const input = draft.input(activityId);
    if (!input || busy) return;
    setBusy(true);
    setRefused(null);
    const about = subject.name.trim();
    const kept = await keepLog({
      org,
      dealId: subject.id,
      input,
      about,
      what: [what(draft.kind, draft.reached), input.note].filter(Boolean).join(": "),
    });
    setBusy(false);
    if (kept.how === "refused") return setRefused(say(kept.refusal));
    announce(t(kept.how === "sent" ? "done" : "keptOnDevice"));
    onKept(kept.how, input, draft.step && text(draft.step.name));
  };
  return (
    <>
      <div className="flex flex-1 flex-col gap-6 pb-6">
        <LogForm draft={draft} subject={subject} />
        {children}
      </div>
      <footer className="sticky bottom-0 -mx-4 flex flex-col gap-3 border-t border-line bg-surface px-4 pt-3 pb-[max(1rem,env(safe-area-inset-bottom))]">
        {refused && (
          <p role="alert" className="text-bad">
            {refused}
          </p>
        )}
        {!mayEdit && <p className="text-ink-2">{t("notYours")}</p>}
        <StatusRow cut={cut} />
        <Button
          variant="primary"
          size="large"
          className="w-full"
          loading={busy}
          disabled={draft.kind === null || draft.unread || !named || !mayEdit}
          onClick={submit}
        >
          {t("save")}
        </Button>
      </footer>
    </>
  );
}

/** A kept log as it was made, to be mended. */
function beforeOf({ input }: Entry): Before {
  const { kind, twoWay, stepKey, note, occurred } = input as Omit<LogActivity, "id">;
  return {
    tapped: {
      kind,
      reached: twoWay ?? null,
      step: stepKey ?? null,
      ...(occurred && { when: { day: occurred.day } }),
    },
    text: note ?? "",
  };
}
