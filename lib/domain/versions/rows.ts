import { type DealFact, hasCycle, isClosedAt, isOpenAt } from "../insights/deal-fact";
import type { Outcome } from "../run/events";
import { type Day, daysBetween } from "../shared/day";

/** A deal with the version it runs on, or closed on, and the one it was opened on. */
export type VersionFact = DealFact & { readonly versionId: string; readonly startedOn: string };

/** Deals of one version that are alike: what a database can count by itself. `versionRows` is what such a row means. */
export type VersionRow = {
  readonly versionId: string;
  /** Null while open. */
  readonly outcome: Outcome | null;
  /** Opened on another version. */
  readonly cameOver: boolean;
  /** Whole days from opening to winning; null for all others and where the start is unknown. */
  readonly days: number | null;
  readonly deals: number;
};

/** The rows that a database would count, one per deal. A deal counts once: under the version it runs on, or closed on. */
export function versionRows(facts: readonly VersionFact[], asOf: Day): VersionRow[] {
  return facts.flatMap((fact): VersionRow[] => {
    const { versionId, startedOn, openedOn, closedOn } = fact;
    const row = { versionId, cameOver: startedOn !== versionId, deals: 1 };
    if (isOpenAt(fact, asOf)) return [{ ...row, outcome: null, days: null }];
    if (!isClosedAt(fact, asOf)) return [];
    const timed = fact.outcome === "won" && hasCycle(fact) && openedOn !== null && closedOn !== null;
    return [{ ...row, outcome: fact.outcome, days: timed ? daysBetween(openedOn, closedOn) : null }];
  });
}
