"use client";

import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp, Copy, PanelRight, Pencil, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import type { LateProps } from "@/components/ui/late";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import { useEditing } from "./editing";

/** Everything a key or a drag can do with a step, as words. */
export default function StepMenu({
  at,
  stepKey,
  onRename,
}: {
  at: LateProps;
  stepKey: string;
  onRename: () => void;
}) {
  const t = useTranslations("processes.editor");
  const { select, moveStep, duplicateStep, removeStep } = useEditing();
  return (
    <Menu {...at}>
      <MenuItem icon={<PanelRight />} onSelect={() => select({ kind: "step", key: stepKey })}>
        {t("open")}
      </MenuItem>
      <MenuItem icon={<Pencil />} shortcut="F2" onSelect={onRename}>
        {t("keyRename")}
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={<ArrowUp />} shortcut="Alt ↑" onSelect={() => moveStep(stepKey, "up")}>
        {t("up")}
      </MenuItem>
      <MenuItem icon={<ArrowDown />} shortcut="Alt ↓" onSelect={() => moveStep(stepKey, "down")}>
        {t("down")}
      </MenuItem>
      <MenuItem icon={<ArrowLeft />} shortcut="Alt ←" onSelect={() => moveStep(stepKey, "left")}>
        {t("left")}
      </MenuItem>
      <MenuItem icon={<ArrowRight />} shortcut="Alt →" onSelect={() => moveStep(stepKey, "right")}>
        {t("right")}
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={<Copy />} shortcut="Ctrl D" onSelect={() => duplicateStep(stepKey)}>
        {t("duplicate")}
      </MenuItem>
      <MenuItem icon={<Trash2 />} shortcut="Del" danger onSelect={() => removeStep(stepKey)}>
        {t("removeStep")}
      </MenuItem>
    </Menu>
  );
}
