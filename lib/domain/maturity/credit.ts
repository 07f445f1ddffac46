import type { Conformance } from "../conformance/replay";
import { processFit } from "../conformance/score";
import type { Instant } from "../shared/day";

/** This many steps of one run written down within a minute are a catch-up, not a trace. */
export const BULK_STEPS = 4;
const BULK_MS = 60_000;

/** For each moment of recording whether it was part of a burst of at least BULK_STEPS within one minute. */
export function inBulk(recordedAt: readonly Instant[]): boolean[] {
  const moments = recordedAt.map((each) => Date.parse(each));
  const sorted = [...moments].sort((a, b) => a - b);
  const bursts = sorted.filter(
    (start, index) => (sorted[index + BULK_STEPS - 1] ?? Infinity) <= start + BULK_MS,
  );
  return moments.map((at) => bursts.some((start) => start <= at && at <= start + BULK_MS));
}

/**
 * Process fit with the credit that catching up would give taken away: a step that was written down late, or ticked
 * off in a burst, counts as not done. Null when nothing was due.
 */
export function creditedFit({ steps }: Pick<Conformance, "steps">): number | null {
  const recorded = steps.flatMap(({ record }) => (record ? [record.recordedAt] : []));
  const bulk = inBulk(recorded);
  let at = -1;
  return processFit(
    steps.map((judged) => {
      if (!judged.record) return judged;
      at += 1;
      const uncredited = judged.record.status === "done" && (judged.recordedLate || bulk[at]);
      return uncredited ? { ...judged, timing: "skipped" } : judged;
    }),
  );
}
