import { addDays, type Day, daysBetween, isDay } from "../shared/day";
import { mergeTallies, type Tally } from "../statistics/tally";

/** A stay of a won deal in a stage, whatever versions it went through. */
export type WonVisit = {
  readonly stageKey: string;
  readonly enteredOn: Day | null;
  readonly leftOn: Day | null;
  /** When the deal was won. */
  readonly wonOn: Day;
};

/** Won stays in a stage that took this many whole days: what a database can count by itself. */
export type WonVisitRow = { readonly stageKey: string; readonly days: number; readonly visits: number };

/** How far back won deals count for what is usual. */
export const WON_VISIT_YEARS = 2;

/** The first day of winning that counts for what is usual as of a day: two years before it. */
export function wonVisitsSince(asOf: Day): Day {
  const same = `${String(Number(asOf.slice(0, 4)) - WON_VISIT_YEARS).padStart(4, "0")}${asOf.slice(4)}`;
  return isDay(same) ? same : addDays(`${same.slice(0, 7)}-01`, 27);
}

/**
 * Counts the won stays per stage and whole days of deals won from `since` to `asOf`. Left out are those of unknown
 * entry.
 */
export function countWonVisits(visits: readonly WonVisit[], since: Day, asOf: Day): WonVisitRow[] {
  return visits.flatMap(({ stageKey, enteredOn, leftOn, wonOn }) =>
    enteredOn === null || leftOn === null || wonOn < since || wonOn > asOf
      ? []
      : [{ stageKey, days: daysBetween(enteredOn, leftOn), visits: 1 }],
  );
}

/** The distribution of days per stage, for `stageHealth`; from counted rows of either origin. */
export function wonVisitDays(rows: readonly WonVisitRow[]): ReadonlyMap<string, Tally> {
  const parts = new Map<string, [number, number][]>();
  for (const { stageKey, days, visits } of rows) {
    const part = parts.get(stageKey);
    if (part) part.push([days, visits]);
    else parts.set(stageKey, [[days, visits]]);
  }
  return new Map([...parts].map(([stageKey, pairs]) => [stageKey, mergeTallies([pairs])]));
}
