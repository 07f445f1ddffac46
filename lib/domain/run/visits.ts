import type { Occurred } from "../shared/day";
import type { Deviation, StageVisit, VisitExit } from "./events";

/** Ends the visit that still lasts, if there is one. */
export const leave = (
  visits: readonly StageVisit[],
  left: Occurred,
  exit: VisitExit,
  deviation: Deviation | null = null,
): readonly StageVisit[] =>
  visits.map((visit) => (visit.left === null ? { ...visit, left, exit, deviation } : visit));

/** Takes the end of the last visit back: it lasts again. */
export const stayOn = (visits: readonly StageVisit[]): readonly StageVisit[] => {
  const last = visits.at(-1);
  return last ? visits.with(-1, { ...last, left: null, exit: null, deviation: null }) : visits;
};

/**
 * Begins a visit after all others. A run that changes version in the middle of a stage goes on with the same stay, under
 * the name that the stage has in the new version: nothing starts over.
 */
export const enter = (
  visits: readonly StageVisit[],
  stageKey: string,
  versionId: string,
  entered: Occurred | null,
): readonly StageVisit[] => {
  const last = visits.at(-1);
  const since = last?.exit === "version" ? last.since : entered;
  return [
    ...visits,
    {
      ordinal: visits.length + 1,
      stageKey,
      versionId,
      entered,
      since,
      left: null,
      exit: null,
      deviation: null,
    },
  ];
};

/** The stays behind the visits, each entered when it began, whatever versions it went through. */
export const staysOf = (visits: readonly StageVisit[]): StageVisit[] =>
  visits.filter(({ exit }) => exit !== "version").map((visit) => ({ ...visit, entered: visit.since }));
