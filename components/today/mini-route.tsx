"use client";

import { RouteMini } from "@/components/route-line/route-mini";
import type { RouteStage } from "@/components/route-line/types";
import type { TodayDeal, TodayList } from "@/lib/features/today/view";
import { useText } from "./words";

/** Where a deal is, as a small line: solid as far as the buyer proved it. */
export function MiniRoute({
  deal,
  route,
}: {
  deal: TodayDeal;
  route: TodayList["routes"][string] | undefined;
}) {
  const text = useText();
  if (!route) return null;
  const stages = route.stages.map(
    (name, index): RouteStage => ({
      key: String(index),
      name: text(name),
      state: index < deal.stageIndex ? "behind" : index === deal.stageIndex ? "here" : "ahead",
      claimed: route.proof && index > 0 && index <= deal.stageIndex && index - 1 > deal.provenIndex,
    }),
  );
  return <RouteMini view={{ stages, ...(deal.days !== null && { day: deal.days }) }} className="shrink-0" />;
}
