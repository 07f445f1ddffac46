"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { notify } from "@/components/ui/toast";
import { readmitMember, removeMember } from "@/lib/features/members/actions";
import type { MemberRow, MembersView, Removed } from "@/lib/features/members/view";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { counts } from "./counts";
import { ReceiverField } from "./receiver-field";

/** Asks before a member is removed, says what stays, and where the open deals and tasks go. It can be undone. */
export function RemoveDialog({
  org,
  view,
  member,
  onClose,
}: {
  org: string;
  view: MembersView;
  member: MemberRow;
  onClose: () => void;
}) {
  const t = useTranslations("people.remove");
  const router = useRouter();
  const sentence = useRefusal();
  const [giveTo, setGiveTo] = useState<string | null>(null);
  const { id, name, deals, openDeals, openTasks, role, status } = member;
  const undo = async ({ managerId, reports }: Removed) => {
    const back = await readmitMember(org, { id, managerId, reports: [...reports] });
    notify(
      back.ok
        ? { title: t("undone", { name, ...counts(back.value) }), tone: "good" }
        : { title: sentence(back.refusal), tone: "bad" },
    );
    router.refresh();
  };
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("title", { name })}
      confirm={t("confirm", { name })}
      onConfirm={async () => {
        const removed = await removeMember(org, { id, giveTo });
        if (removed.ok) {
          const to = view.members.find((person) => person.id === giveTo)?.name ?? "";
          const { given, tasksGiven } = removed.value;
          notify({
            title:
              given + tasksGiven > 0
                ? t("doneGiven", { name, to, ...counts({ deals: given, tasks: tasksGiven }) })
                : t("done", { name }),
            undo: () => void undo(removed.value),
          });
        } else notify({ title: sentence(removed.refusal), tone: "bad" });
        router.refresh();
      }}
    >
      <p>{status === "placeholder" ? t("textPlaceholder") : t("text", { name })}</p>
      {openDeals + openTasks > 0 ? (
        <div className="mt-3 text-ink">
          <ReceiverField view={view} of={member} value={giveTo} onChange={setGiveTo} mayStay />
        </div>
      ) : (
        <p className="mt-1">{t("deals", { count: deals })}</p>
      )}
      {role === "owner" && <p className="mt-2">{t("keys", { name })}</p>}
    </ConfirmDialog>
  );
}
