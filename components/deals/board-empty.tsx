"use client";

import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import type { BoardShell } from "@/lib/features/deals/view";
import { QuickCreate } from "./quick-create";
import { useText } from "./words";

/** A board without deals: what will be here, and one line to put the first one on it. */
export function BoardEmpty({ org, shell, onDone }: { org: string; shell: BoardShell; onDone: () => void }) {
  const t = useTranslations("deals.empty");
  const text = useText();
  const filtered = Object.values(shell.filter).some((id) => id !== null);
  return (
    <EmptyState title={t(filtered ? "noneFiltered" : "none", { process: text(shell.process.name) })}>
      <p>{t(filtered ? "noneFilteredText" : "noneText")}</p>
      {shell.mayCreate && <QuickCreate org={org} shell={shell} onDone={onDone} />}
    </EmptyState>
  );
}
