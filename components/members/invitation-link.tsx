"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { CopyField } from "@/components/ui/copy-field";
import { Dialog } from "@/components/ui/dialog";
import type { Invited } from "@/lib/features/members/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { paths } from "@/lib/platform/paths";

/** The link of a fresh invitation, shown this once. */
export function InvitationLink({
  made,
  timeZone,
  onClose,
}: {
  made: Invited & { email: string };
  timeZone: string;
  onClose: () => void;
}) {
  const t = useTranslations("people.invite");
  const format = useFormat();
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("ready", { email: made.email })}
      description={t("readyText", { until: format.instant(made.expiresAt, timeZone) })}
      footer={<Button onClick={onClose}>{t("done")}</Button>}
    >
      <CopyField
        label={t("link")}
        value={`${window.location.origin}${paths.invitation(made.token)}`}
        copy={t("copy")}
        copied={t("copied")}
      />
    </Dialog>
  );
}
