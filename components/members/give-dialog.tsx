"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { notify } from "@/components/ui/toast";
import { giveBackDeals, giveDeals } from "@/lib/features/members/actions";
import type { DealsGiven, MemberRow, MembersView } from "@/lib/features/members/view";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { counts } from "./counts";
import { ReceiverField } from "./receiver-field";

/** Gives all open deals and tasks of someone, mostly of who left, to a colleague, with the way back. */
export function GiveDialog({
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
  const t = useTranslations("people.give");
  const common = useTranslations("common");
  const router = useRouter();
  const sentence = useRefusal();
  const [to, setTo] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const undo = async ({ id, to: by, at }: DealsGiven) => {
    const back = await giveBackDeals(org, { id, to: by, at });
    notify(
      back.ok
        ? { title: t("undone", { ...counts(back.value), name: member.name }), tone: "good" }
        : { title: sentence(back.refusal), tone: "bad" },
    );
    router.refresh();
  };
  const give = async () => {
    if (!to) return;
    setBusy(true);
    const given = await giveDeals(org, { id: member.id, to });
    setBusy(false);
    onClose();
    const name = view.members.find(({ id }) => id === to)?.name ?? "";
    notify(
      given.ok
        ? { title: t("done", { ...counts(given.value), name }), undo: () => void undo(given.value) }
        : { title: sentence(given.refusal), tone: "bad" },
    );
    router.refresh();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("title", { name: member.name })}
      footer={
        <>
          <Button onClick={onClose}>{common("cancel")}</Button>
          <Button variant="primary" loading={busy} disabled={!to} onClick={give}>
            {t("confirm")}
          </Button>
        </>
      }
    >
      <ReceiverField view={view} of={member} value={to} onChange={setTo} mayStay={false} />
    </Dialog>
  );
}
