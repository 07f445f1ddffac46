"use client";

import { type ReactNode, useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { acceptInvitation } from "@/lib/features/accounts/actions";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { paths } from "@/lib/platform/paths";

/** Joins by an invitation and opens the organisation. */
export function AcceptButton({ token, children }: { token: string; children: ReactNode }) {
  const sentence = useRefusal();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const accept = async () => {
    setBusy(true);
    const joined = await acceptInvitation({ token });
    if (joined.ok) window.location.assign(paths.home(joined.value.slug));
    else {
      setRefused(sentence(joined.refusal));
      setBusy(false);
    }
  };
  return (
    <>
      {refused && <Banner tone="bad">{refused}</Banner>}
      <Button variant="primary" loading={busy} onClick={accept} className="self-start">
        {children}
      </Button>
    </>
  );
}
