import type { WonStays } from "@/lib/features/runs/pace";
import type { StagePace } from "./view";

/** From how many won deals on their stays set the limits, and from how many those limits are firm. */
const THIN = 8;
const MEASURED = 20;
/** Past one and a half times the plan, a deal without history to compare with counts as stalled. */
const PLAN_STALLED = 1.5;

/**
 * A stage's own limits: slow past 8 in 10 won deals, stalled past 9 in 10. With too few won deals the planned days
 * stand in, labelled so; without a plan there are none.
 */
export function paceOf(stays: WonStays | undefined, plannedDays: number | null): StagePace {
  const n = stays?.n ?? 0;
  if (stays && n >= THIN) {
    const basis = n >= MEASURED ? "measured" : "thin";
    return { basis, typical: stays.p50, slow: stays.p80, stalled: stays.p90, n };
  }
  if (plannedDays === null) return { basis: "none", typical: null, slow: null, stalled: null, n };
  return { basis: "planned", typical: null, slow: plannedDays, stalled: plannedDays * PLAN_STALLED, n };
}
