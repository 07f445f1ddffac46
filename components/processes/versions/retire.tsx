"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { notify } from "@/components/ui/toast";
import { retireVersion, reviveVersion } from "@/lib/features/processes/actions";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";

type Of = { org: string; processId: string; versionId: string; number: number };

function useInUse({ org, processId, versionId, number }: Of) {
  const t = useTranslations("processes.versions");
  const say = useRefusal();
  const router = useRouter();
  const revive = async () => {
    const result = await reviveVersion(org, { processId, versionId });
    notify(
      result.ok
        ? { title: t("revived", { number }), tone: "good" }
        : { title: say(result.refusal), tone: "bad" },
    );
    router.refresh();
  };
  const retire = async () => {
    const result = await retireVersion(org, { processId, versionId });
    notify(
      result.ok
        ? { title: t("retired", { number }), tone: "good", undo: revive }
        : { title: say(result.refusal), tone: "bad" },
    );
    router.refresh();
  };
  return { retire, revive };
}

/** Takes the version in use out of it, once what follows has been read; undone from the message or from its entry. */
export function Retire({ open, ...of }: Of & { open: number }) {
  const t = useTranslations("processes.versions");
  const { retire } = useInUse(of);
  return (
    <ConfirmDialog
      trigger={<Button size="small">{t("retire")}</Button>}
      title={t("retireTitle", { number: of.number })}
      confirm={t("retireConfirm")}
      onConfirm={retire}
    >
      <ul className="flex list-disc flex-col gap-1 pl-5">
        <li>{t("retireNew")}</li>
        <li>{t("retireOpen", { count: open })}</li>
        <li>{t("retireKeep")}</li>
      </ul>
    </ConfirmDialog>
  );
}

/** Puts the last version back into use. */
export function Revive(of: Of) {
  const t = useTranslations("processes.versions");
  const { revive } = useInUse(of);
  const [busy, setBusy] = useState(false);
  return (
    <Button
      size="small"
      loading={busy}
      onClick={async () => {
        setBusy(true);
        await revive();
        setBusy(false);
      }}
    >
      {t("revive")}
    </Button>
  );
}
