"use client";

import { Clock, Pencil, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { LateProps } from "@/components/ui/late";
import { Menu, MenuItem, MenuLink, MenuSeparator } from "@/components/ui/menu";
import { paths } from "@/lib/platform/paths";

/** What is done with the draft as a whole. Discarding it asks first. */
export default function HeaderMenu({
  at,
  org,
  processId,
  name,
  only,
  onRename,
  onTiming,
  onDiscard,
}: {
  at: LateProps;
  org: string;
  processId: string;
  name: string;
  /** The process never had another version. */
  only: boolean;
  onRename: () => void;
  onTiming: () => void;
  onDiscard: () => Promise<void>;
}) {
  const t = useTranslations("processes");
  const [discarding, setDiscarding] = useState(false);
  return (
    <>
      <Menu {...at}>
        <MenuItem icon={<Pencil />} onSelect={onRename}>
          {t("editor.rename")}
        </MenuItem>
        <MenuItem icon={<Clock />} onSelect={onTiming}>
          {t("editor.timing")}
        </MenuItem>
        <MenuLink href={paths.process(org, processId)}>{t("editor.goneMap")}</MenuLink>
        <MenuLink href={paths.printProcess(org, processId, { of: "draft" })}>{t("file.print")}</MenuLink>
        <MenuLink href={paths.versions(org, processId)}>{t("map.versions")}</MenuLink>
        <MenuSeparator />
        <MenuItem icon={<Trash2 />} danger onSelect={() => setDiscarding(true)}>
          {t("editor.discard")}
        </MenuItem>
      </Menu>
      <ConfirmDialog
        open={discarding}
        onOpenChange={setDiscarding}
        title={t("editor.discardTitle", { name })}
        confirm={t("editor.discardConfirm")}
        onConfirm={onDiscard}
      >
        {t(only ? "editor.discardOnlyText" : "editor.discardText")}
      </ConfirmDialog>
    </>
  );
}
