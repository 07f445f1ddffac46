import { addDays, type Day, daysBetween, isDay } from "../shared/day";
import { mergeTallies, type Tally } from "../statistics/tally";

/** A deal that was won, with its stays in stages, whatever versions it went through. */
export type WonDeal = {
  readonly id: string;
  readonly wonOn: Day;
  readonly stays: readonly {
    readonly stageKey: string;
    readonly enteredOn: Day | null;
    readonly leftOn: Day | null;
  }[];
};

/** Won stays in a stage that took this many whole days: what a database can count by itself. */
export type WonVisitRow = { readonly stageKey: string; readonly days: number; readonly visits: number };

/** How far back won deals count for what is usual. */
export const WON_VISIT_YEARS = 2;

/** How many won deals of a process count for what is usual: the last ones say what is usual now, and are soon counted. */
export const WON_DEALS = 500;

/** The first day of winning that counts for what is usual as of a day: two years before it. */
export function wonVisitsSince(asOf: Day): Day {
  const same = `${String(Number(asOf.slice(0, 4)) - WON_VISIT_YEARS).padStart(4, "0")}${asOf.slice(4)}`;
  return isDay(same) ? same : addDays(`${same.slice(0, 7)}-01`, 27);
}

/**
 * Counts the won stays per stage and whole days of the last deals of a process that were won from `since` to `asOf`;
 * of those won on one day the higher ids are the later ones. Left out are stays of unknown entry.
 */
export function countWonVisits(
  deals: readonly WonDeal[],
  since: Day,
  asOf: Day,
  last: number = WON_DEALS,
): WonVisitRow[] {
  const later = (a: WonDeal, b: WonDeal) => (`${a.wonOn} ${a.id}` < `${b.wonOn} ${b.id}` ? 1 : -1);
  return deals
    .filter(({ wonOn }) => wonOn >= since && wonOn <= asOf)
    .sort(later)
    .slice(0, last)
    .flatMap(({ stays }) => stays)
    .flatMap(({ stageKey, enteredOn, leftOn }) =>
      enteredOn === null || leftOn === null
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
