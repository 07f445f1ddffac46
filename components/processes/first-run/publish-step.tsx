"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { publishVersion } from "@/lib/features/processes/actions";
import { MOST_WHY, type ProcessDraft } from "@/lib/features/processes/view";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { paths } from "@/lib/platform/paths";
import { useWords } from "../words";
import { StepFoot } from "./step-foot";

/** Why, filled in sensibly and to change; then version 1 is published. What should get better is asked from version 2 on. */
export function PublishStep({ org, draft }: { org: string; draft: ProcessDraft }) {
  const t = useTranslations("start.publish");
  const p = useTranslations("processes");
  const router = useRouter();
  const say = useRefusal();
  const words = useWords(draft, draft.category);
  const [why, setWhy] = useState(
    draft.role ? t("why", { role: words.text(draft.role.name) }) : t("whyNoRole"),
  );
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const publish = async () => {
    setBusy(true);
    setRefused(null);
    const { id: processId, versionId, revision } = draft;
    const done = await publishVersion(org, {
      processId,
      versionId,
      revision,
      ...(why.trim() && { why: why.trim() }),
    });
    if (done.ok) {
      router.push(paths.startProcess(org, processId));
      return router.refresh();
    }
    setBusy(false);
    setRefused(say(done.refusal));
    // Somebody went on with the draft, or published it: the page shows it as it is now.
    router.refresh();
  };
  return (
    <form
      className="flex flex-col gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void publish();
      }}
    >
      <header className="flex flex-col gap-1">
        <h1 className="page-title">{t("title")}</h1>
        <p className="max-w-prose text-body text-ink-2">{t("text")}</p>
      </header>
      {refused && <Banner tone="bad">{refused}</Banner>}
      <section className="flex max-w-2xl flex-col gap-4 rounded-card border border-line bg-surface p-4 sm:p-5">
        <Field label={p("publish.why")} optional hint={p("publish.whyHint")}>
          <Textarea rows={2} most={MOST_WHY} value={why} onChange={(event) => setWhy(event.target.value)} />
        </Field>
        <p className="text-caption font-normal text-ink-3">{t("later")}</p>
      </section>
      <StepFoot back={paths.startProcess(org, draft.id, "check")}>
        <Button type="submit" variant="primary" loading={busy}>
          {t("go")}
        </Button>
      </StepFoot>
    </form>
  );
}
