"use client";

import { Avatar } from "@/components/ui/avatar";
import type { Meeting } from "@/lib/features/processes/view";
import { useEditing } from "./editing";

/** More than this many are a number. */
const SHOWN = 4;

/** Who else has the draft open. */
export function Colleagues({ all }: { all: Meeting["colleagues"] }) {
  const { t } = useEditing().words;
  if (all.length === 0) return null;
  return (
    <ul aria-label={t("editor.colleagues")} className="flex items-center -space-x-1.5">
      {all.slice(0, SHOWN).map(({ id, name }) => (
        <li key={id} title={name} className="rounded-full ring-2 ring-canvas">
          <Avatar name={name} present />
          <span className="sr-only">{name}</span>
        </li>
      ))}
      {all.length > SHOWN && <li className="pl-3 text-caption">+{all.length - SHOWN}</li>}
    </ul>
  );
}
