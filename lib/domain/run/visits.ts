import type { Occurred } from "../shared/day";
import type { StageVisit, VisitExit } from "./events";

/** Ends the visit that still lasts, if there is one. */
export const leave = (
  visits: readonly StageVisit[],
  left: Occurred,
  exit: VisitExit,
): readonly StageVisit[] => visits.map((visit) => (visit.left === null ? { ...visit, left, exit } : visit));

/** Begins a visit after all others. */
export const enter = (
  visits: readonly StageVisit[],
  stageKey: string,
  versionId: string,
  entered: Occurred | null,
): readonly StageVisit[] => [
  ...visits,
  { ordinal: visits.length + 1, stageKey, versionId, entered, left: null, exit: null },
];
