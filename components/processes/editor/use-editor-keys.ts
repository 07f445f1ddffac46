"use client";

import { useTranslations } from "next-intl";

/** What the keyboard does on a step or stage: keys and what they do. */
export function useEditorKeys(): readonly { shown: string; label: string }[] {
  const t = useTranslations("processes.editor");
  return [
    { shown: "↑ ↓ ← →", label: t("keyWalk") },
    { shown: "Alt + ↑ ↓ ← →", label: t("keyMove") },
    { shown: "Shift + ↑ ↓", label: t("keyPick") },
    { shown: "Enter", label: t("keyOpen") },
    { shown: "F2", label: t("keyRename") },
    { shown: "Ctrl D", label: t("keyDuplicate") },
    { shown: "Del", label: t("keyRemove") },
    { shown: "Ctrl Z, Ctrl Shift Z", label: t("keyUndo") },
  ];
}
