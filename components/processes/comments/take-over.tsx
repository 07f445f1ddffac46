"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { notify } from "@/components/ui/toast";
import { startDraft } from "@/lib/features/processes/actions";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { newId } from "@/lib/platform/id";
import { paths } from "@/lib/platform/paths";

/** Takes a suggestion over into the draft, and opens one first where there is none: one press either way. */
export function TakeOver({
  org,
  processId,
  stepKey,
  commentId,
  draft,
}: {
  org: string;
  processId: string;
  stepKey: string;
  commentId: string;
  /** A draft is open. */
  draft: boolean;
}) {
  const t = useTranslations("comments");
  const router = useRouter();
  const say = useRefusal();
  const [busy, setBusy] = useState(false);
  const take = async () => {
    setBusy(true);
    const result = draft ? null : await startDraft(org, { id: newId(), processId });
    // A colleague may have opened one in the meantime: that is the draft then.
    if (result && !result.ok && result.refusal.code !== "draft-exists") {
      setBusy(false);
      return notify({ title: say(result.refusal), tone: "bad" });
    }
    router.push(paths.draftAt(org, processId, stepKey, commentId));
  };
  return (
    <Button size="small" variant="quiet" loading={busy} onClick={take}>
      {t(draft ? "toDraft" : "toNewDraft")}
    </Button>
  );
}
