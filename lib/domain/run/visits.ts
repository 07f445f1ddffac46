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

/**
 * The stays behind the visits: a run that changes version in the middle of a stage goes on with the same stay, under the
 * name that the stage has in the new version. Nothing starts over.
 */
export function staysOf(visits: readonly StageVisit[]): StageVisit[] {
  const stays: StageVisit[] = [];
  for (const visit of visits) {
    const last = stays.at(-1);
    if (last?.exit === "version") stays[stays.length - 1] = { ...visit, entered: last.entered };
    else stays.push(visit);
  }
  return stays;
}
