"use client";

import { Present } from "@/components/ui/present";
import type { Meeting } from "@/lib/features/processes/view";
import { useEditing } from "./editing";

/** Who else has the draft open. */
export function Colleagues({ all }: { all: Meeting["colleagues"] }) {
  const { t } = useEditing().words;
  return <Present label={t("editor.colleagues")} people={all} />;
}
