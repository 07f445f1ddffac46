import type { CompiledStep, CompiledVersion } from "../process/compile";
import type { DeviationReason, StageVisit } from "../run/events";
import { staysOf } from "../run/visits";

/** Reasons for a move over a stage that say of its steps: they need not be done any more. */
const SETTLES: ReadonlySet<DeviationReason | null> = new Set<DeviationReason>([
  "done-before",
  "not-relevant",
]);

/**
 * Whether the last move past a step's stage was explained in such a way that the step is not owed any more. A stage that was
 * left in order explains nothing, and one that the run never moved past, because it began behind it, neither.
 */
export function explainedAway(
  { stageIndex }: Pick<CompiledStep, "stageIndex">,
  { stageAt }: Pick<CompiledVersion, "stageAt">,
  visits: readonly StageVisit[],
): boolean {
  const stays = staysOf(visits);
  const at = (visit: StageVisit | undefined) => (visit && stageAt[visit.stageKey]) ?? -1;
  const past = stays.findLast(
    (stay, index) => at(stay) >= 0 && at(stay) <= stageIndex && at(stays[index + 1]) > stageIndex,
  );
  return past?.exit === "skip" && SETTLES.has(past.deviation?.reason ?? null);
}
