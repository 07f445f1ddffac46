"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { leaveOrganization } from "@/lib/features/members/actions";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { paths } from "@/lib/platform/paths";

/** The way out of an organisation, with what it means. A refusal (the last owner) stays on the page. */
export function LeaveButton({ org, organization }: { org: string; organization: string }) {
  const t = useTranslations("people");
  const sentence = useRefusal();
  const [refused, setRefused] = useState<string | null>(null);
  return (
    <div className="flex flex-col items-start gap-3">
      {refused && <Banner tone="bad">{refused}</Banner>}
      <ConfirmDialog
        trigger={<Button>{t("members.leave")}</Button>}
        title={t("leave.title", { organization })}
        confirm={t("leave.confirm", { organization })}
        onConfirm={async () => {
          setRefused(null);
          const left = await leaveOrganization(org, {});
          if (left.ok) window.location.assign(paths.root());
          else setRefused(sentence(left.refusal));
        }}
      >
        {t("leave.text")}
      </ConfirmDialog>
    </div>
  );
}
