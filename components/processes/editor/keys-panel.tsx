"use client";

import { useTranslations } from "next-intl";
import { Kbd } from "@/components/ui/kbd";
import type { LateProps } from "@/components/ui/late";
import { Popover } from "@/components/ui/popover";

/** What the keyboard does on a step or stage. */
export default function KeysPanel(at: LateProps) {
  const t = useTranslations("processes.editor");
  const keys = [
    ["↑ ↓ ← →", t("keyWalk")],
    ["Alt + ↑ ↓ ← →", t("keyMove")],
    ["Shift + ↑ ↓", t("keyPick")],
    ["Enter", t("keyOpen")],
    ["F2", t("keyRename")],
    ["Ctrl D", t("keyDuplicate")],
    ["Del", t("keyRemove")],
    ["Ctrl Z, Ctrl Shift Z", t("keyUndo")],
  ] as const;
  return (
    <Popover {...at} title={t("keys")} align="end">
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5">
        {keys.map(([key, does]) => (
          <div key={key} className="contents">
            <dt>
              <Kbd>{key}</Kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Popover>
  );
}
