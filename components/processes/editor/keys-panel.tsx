"use client";

import { useTranslations } from "next-intl";
import { Kbd } from "@/components/ui/kbd";
import type { LateProps } from "@/components/ui/late";
import { Popover } from "@/components/ui/popover";
import { useEditorKeys } from "./use-editor-keys";

/** What the keyboard does on a step or stage. */
export default function KeysPanel(at: LateProps) {
  const t = useTranslations("processes.editor");
  const keys = useEditorKeys();
  return (
    <Popover {...at} title={t("keys")} align="end">
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5">
        {keys.map(({ shown, label }) => (
          <div key={shown} className="contents">
            <dt>
              <Kbd>{shown}</Kbd>
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
    </Popover>
  );
}
