import type { Anchor, Window } from "../process/types";
import type { Amount } from "./read-amount";
import type { UnitReading } from "./vocabulary-time";

/** The window that an amount makes before or after an anchor, in one of its units. */
export function windowOf(
  { how, low, high }: Amount,
  anchor: Anchor,
  { unit, times }: UnitReading,
  before: boolean,
): Window {
  const [small, large] = [low * times, high * times];
  const base = { anchor, unit };
  if (before) {
    const back = (amount: number) => -amount || 0;
    if (how === "within") return { ...base, earliest: back(large), latest: 0 };
    if (how === "between") return { ...base, earliest: back(large), latest: back(small) };
    if (how === "from") return { ...base, earliest: back(large), latest: null };
    return { ...base, earliest: null, latest: back(large) };
  }
  if (how === "between") return { ...base, earliest: small, latest: large };
  if (how === "from" || how === "at-least") return { ...base, earliest: small, latest: null };
  // After a step means after it; from a moment on nothing can have been done earlier.
  return { ...base, earliest: how !== "at-latest" && anchor.kind === "step" ? 0 : null, latest: large };
}

/** Any time after an anchor, or any time before it. */
export const anyTime = (anchor: Anchor, before: boolean): Window => ({
  anchor,
  unit: "working-days",
  ...(before ? { earliest: null, latest: 0 } : { earliest: 0, latest: null }),
});
