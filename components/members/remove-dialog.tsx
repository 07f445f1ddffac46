"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { notify } from "@/components/ui/toast";
import { removeMember } from "@/lib/features/members/actions";
import type { MemberRow } from "@/lib/features/members/view";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";

/** Asks before a member is removed, and says what stays. */
export function RemoveDialog({
  org,
  member,
  onClose,
}: {
  org: string;
  member: MemberRow;
  onClose: () => void;
}) {
  const t = useTranslations("people.remove");
  const router = useRouter();
  const sentence = useRefusal();
  const { id, name, deals, role, status } = member;
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("title", { name })}
      confirm={t("confirm", { name })}
      onConfirm={async () => {
        const removed = await removeMember(org, { id });
        notify(
          removed.ok ? { title: t("done", { name }) } : { title: sentence(removed.refusal), tone: "bad" },
        );
        router.refresh();
      }}
    >
      <p>{status === "placeholder" ? t("textPlaceholder") : t("text", { name })}</p>
      <p className="mt-1">{t("deals", { count: deals })}</p>
      {role === "owner" && <p className="mt-1">{t("keys", { name })}</p>}
    </ConfirmDialog>
  );
}
