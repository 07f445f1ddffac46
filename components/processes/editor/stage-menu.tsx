"use client";

import { ArrowLeft, ArrowRight, Copy, PanelRight, Pencil, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import type { LateProps } from "@/components/ui/late";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import { useEditing } from "./editing";

/** Everything that can be done with a stage, as words. */
export default function StageMenu({
  at,
  stageKey,
  onRename,
}: {
  at: LateProps;
  stageKey: string;
  onRename: () => void;
}) {
  const t = useTranslations("processes.editor");
  const { select, moveStage, duplicateStage, removeStage } = useEditing();
  return (
    <Menu {...at}>
      <MenuItem icon={<PanelRight />} onSelect={() => select({ kind: "stage", key: stageKey })}>
        {t("open")}
      </MenuItem>
      <MenuItem icon={<Pencil />} shortcut="F2" onSelect={onRename}>
        {t("keyRename")}
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={<ArrowLeft />} shortcut="Alt ←" onSelect={() => moveStage(stageKey, -1)}>
        {t("earlier")}
      </MenuItem>
      <MenuItem icon={<ArrowRight />} shortcut="Alt →" onSelect={() => moveStage(stageKey, 1)}>
        {t("later")}
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={<Copy />} onSelect={() => duplicateStage(stageKey)}>
        {t("duplicate")}
      </MenuItem>
      <MenuItem icon={<Trash2 />} danger onSelect={() => removeStage(stageKey)}>
        {t("removeStage")}
      </MenuItem>
    </Menu>
  );
}
