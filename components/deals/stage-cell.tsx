"use client";

import { RouteLine } from "@/components/route-line/route-line";
import type { BoardShell, DealRow } from "@/lib/features/deals/view";
import { useText } from "./words";

/** Where a deal is: on the route of its process, when that is the one of the page, and in words. */
export function StageCell({ deal, shell }: { deal: DealRow; shell: BoardShell }) {
  const text = useText();
  const index = shell.stages.findIndex(({ key }) => key === deal.stageKey);
  const drawn = deal.status === "open" && deal.processId === shell.process.id && index >= 0;
  return (
    <span className="flex items-center gap-2.5 whitespace-nowrap">
      {drawn && (
        <RouteLine
          variant="mini"
          className="shrink-0"
          stages={shell.stages
            .filter(({ current, key }) => current || key === deal.stageKey)
            .map(({ key, name }, at) => ({
              key,
              name: text(name),
              state: at < index ? "behind" : key === deal.stageKey ? "here" : "ahead",
            }))}
        />
      )}
      <span className="text-ink-2">{text(deal.stage)}</span>
    </span>
  );
}
