import type { RouteStage, RouteStop, RouteView } from "@/components/route-line/types";
import type { DealStage, DealStep, DealView } from "@/lib/features/deals/view";

type Words = {
  text: (text: DealStage["name"]) => string;
  days: (count: number) => string;
  planned: (count: number) => string;
  won: string;
  /** How a closed deal ended. */
  outcome: string;
  reason: (step: DealStep) => string;
};

/** A deal's way as the route line draws it: days behind, the plan ahead, hollow where only we say so. */
export function routeOf(deal: DealView, words: Words): RouteView {
  const closed = deal.status === "closed";
  // Without a single criterion nothing could ever be proven, so nothing is called claimed either.
  const provable = deal.stages.some(({ criteria }) => criteria.length > 0);
  const stages = deal.stages.map((stage, index): RouteStage => {
    const state = closed && stage.state === "here" ? "behind" : stage.state;
    const before = deal.stages[index - 1];
    // The first stage needs no proof to be in, but having left it does.
    const claimed =
      provable && state !== "ahead" && (before ? !before.proven : state === "behind" && !stage.proven);
    const planned = stage.plannedDays ?? undefined;
    const spent = stage.days ?? undefined;
    const limit = deal.pace?.slow ?? planned ?? 0;
    const days =
      state === "here" ? Math.max(spent ?? 0, limit) || undefined : state === "behind" ? spent : planned;
    const note =
      state === "ahead"
        ? planned === undefined
          ? undefined
          : words.planned(planned)
        : spent !== undefined
          ? words.days(spent)
          : undefined;
    return {
      key: stage.key,
      name: words.text(stage.name),
      state,
      claimed,
      ended: closed && deal.outcome !== "won" && stage.state === "here",
      days: days && Math.max(1, days),
      note,
      buyerStep: words.text(stage.buyerStep),
      steps: stopsOf(stage, state, words),
    };
  });
  return {
    stages,
    ...(closed && { outcome: words.outcome }),
    end: { name: words.won, reached: deal.outcome === "won" },
    ...(!closed && deal.daysInStage !== null && { day: deal.daysInStage }),
  };
}

/** Behind: what was done or left out. Here: every step. Ahead: only what matters most. */
function stopsOf(stage: DealStage, state: RouteStage["state"], words: Words): RouteStop[] {
  const shown = stage.steps.filter(
    (step) =>
      state === "here" || (state === "behind" ? step.status !== "open" : false) || step.importance === "key",
  );
  let noted = false;
  return shown.map((step) => {
    const left = step.status === "waived" || (step.status === "open" && state === "behind");
    const note =
      step.status === "waived" && !noted ? `${words.text(step.name)}: ${words.reason(step)}` : undefined;
    noted ||= note !== undefined;
    return {
      key: step.key,
      name: words.text(step.name),
      important: step.importance === "key",
      state:
        step.status === "done" ? (step.timing === "early" ? "early" : "behind") : left ? "skipped" : "ahead",
      note,
    };
  });
}
