"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { ButtonSize, ButtonVariant } from "@/components/ui/button-style";
import { notify } from "@/components/ui/toast";
import { startDraft } from "@/lib/features/processes/actions";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { newId } from "@/lib/platform/id";
import { paths } from "@/lib/platform/paths";

/** Opens a draft from what is published, or from an older version; where one is open already it leads there. */
export function StartDraft({
  org,
  processId,
  fromVersionId,
  label,
  variant,
  size,
}: {
  org: string;
  processId: string;
  fromVersionId?: string;
  label: string;
  variant?: ButtonVariant;
  size?: ButtonSize;
}) {
  const router = useRouter();
  const say = useRefusal();
  const [busy, setBusy] = useState(false);
  const start = async () => {
    setBusy(true);
    const result = await startDraft(org, { id: newId(), processId, ...(fromVersionId && { fromVersionId }) });
    if (result.ok) return router.push(paths.draft(org, processId));
    setBusy(false);
    notify({ title: say(result.refusal), tone: "bad" });
  };
  return (
    <Button variant={variant} size={size} loading={busy} onClick={start}>
      {label}
    </Button>
  );
}
