"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { notify } from "@/components/ui/toast";
import { startDraft } from "@/lib/features/processes/actions";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { newId } from "@/lib/platform/id";
import { paths } from "@/lib/platform/paths";
import type { DraftState } from "./draft-store";

/** The draft was published or thrown away elsewhere: what is still here goes along into the next one. */
export function GoneNotice({
  org,
  processId,
  state,
  onHandOver,
}: {
  org: string;
  processId: string;
  state: DraftState;
  /** Gives what is still here to a draft. */
  onHandOver: (versionId: string) => void;
}) {
  const t = useTranslations("processes.editor");
  const say = useRefusal();
  const [busy, setBusy] = useState(false);
  const { goneTo, unsent } = state;
  const open = (versionId: string) => {
    onHandOver(versionId);
    // A full load: this page's store belongs to the draft that is gone.
    window.location.assign(paths.draft(org, processId));
  };
  const start = async () => {
    setBusy(true);
    const id = newId();
    const result = await startDraft(org, { id, processId });
    if (result.ok) return open(id);
    const { code, current } = result.refusal;
    const there = (current as { versionId?: string } | undefined)?.versionId;
    if (code === "draft-exists" && there) return open(there);
    setBusy(false);
    notify({ title: say(result.refusal), tone: "bad" });
  };
  return (
    <Banner
      tone="bad"
      title={t("gone")}
      action={
        goneTo ? (
          <Button onClick={() => open(goneTo)}>{t("goneTo")}</Button>
        ) : unsent > 0 ? (
          <Button loading={busy} onClick={start}>
            {t("goneStart")}
          </Button>
        ) : (
          <a href={paths.process(org, processId)} className="text-body-strong text-accent underline">
            {t("goneMap")}
          </a>
        )
      }
    >
      {unsent > 0 && t("goneText", { count: unsent })}
    </Banner>
  );
}
