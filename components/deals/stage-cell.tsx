"use client";

import { RouteLine } from "@/components/route-line/route-line";
import type { DealRow, Route } from "@/lib/features/deals/view";
import { useText } from "./words";

/** Where a deal is: while it is open on the route that it follows, and in words. */
export function StageCell({ deal, route }: { deal: DealRow; route: Route | undefined }) {
  const text = useText();
  const index = deal.status === "open" ? (route ?? []).findIndex(({ key }) => key === deal.stageKey) : -1;
  return (
    <span className="flex items-center gap-2.5 whitespace-nowrap">
      {route && index >= 0 && (
        <RouteLine
          variant="mini"
          className="shrink-0"
          stages={route.map(({ key, name }, at) => ({
            key,
            name: text(name),
            state: at < index ? "behind" : at === index ? "here" : "ahead",
          }))}
        />
      )}
      <span className="text-ink-2">{text(deal.stage)}</span>
    </span>
  );
}
