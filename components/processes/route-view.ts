import type { RouteView } from "@/components/route-line/types";
import type { ProcessDocument, Stage, Step } from "@/lib/domain/process/types";
import type { LocalText } from "@/lib/domain/shared/text";
import type { Words } from "./words";

/** What the buyer does at the end of a stage: the strongest criterion that is not just our word, or null. */
export const proofOf = (stage: Stage): LocalText | null =>
  (
    stage.criteria.find((criterion) => criterion.evidence === "buyer-confirmed") ??
    stage.criteria.find((criterion) => criterion.evidence !== "seller-word")
  )?.text ?? null;

/** Stops stand where their WHEN is, when it counts from the start of the stage; else evenly. */
function placeIn(stage: Stage, step: Step): number | undefined {
  const { window } = step;
  const latest = window?.anchor.kind === "stage-entry" && window.unit !== "hours" ? window.latest : null;
  if (latest === null || !stage.plannedDays) return undefined;
  const days = window?.unit === "working-days" ? (latest * 7) / 5 : latest;
  return Math.min(0.9, Math.max(0.08, days / stage.plannedDays));
}

/** A process as the route line draws it: the buyer above, our stages below, a stop per step. */
export function routeOf(doc: ProcessDocument, words: Words): RouteView {
  return {
    stages: doc.stages.map((stage) => {
      const places = stage.steps.map((step) => placeIn(stage, step));
      // Mixed places would overlap; then all stand evenly.
      const placed = places.every((place) => place !== undefined) && new Set(places).size === places.length;
      return {
        key: stage.key,
        name: words.stageName(stage),
        state: "behind",
        buyerStep: words.text(stage.buyerStep),
        proof: words.text(proofOf(stage)),
        note: words.planned(stage.plannedDays),
        steps: stage.steps.map((step, index) => ({
          key: step.key,
          name: words.stepName(step),
          state: "ahead",
          important: step.importance === "key",
          ...(placed && { at: places[index] }),
        })),
      };
    }),
    end: { name: words.end },
  };
}
