import type { CompiledVersion } from "../process/compile";
import type { Trace } from "../run/events";
import { project } from "../run/project";
import type { RunState, StageOrders, StepRecord } from "../run/state";
import { eventsAt } from "../run/trace";
import type { Instant } from "../shared/day";
import { type Calendar, workingDaysBetween } from "../timing/calendar";
import { type StepTiming, timeSteps } from "../timing/classify";
import { dayOf } from "../timing/zone";
import { type ChainEvent, longestChain } from "./chain";
import { countSteps, counts, processFit, type StepCounts } from "./score";

/** A step written down more than this many working days after it happened was recorded late. */
export const LATE_WORKING_DAYS = 2;

/** How the stages were travelled. Restarted, when the run was reopened, goes before back, and back before skipped. */
export type Route = "direct" | "skipped" | "back" | "restarted";

export type StepJudgement = StepTiming & {
  readonly record: StepRecord | null;
  /** Done, but outside the order of the process. */
  readonly outOfPlace: boolean;
  readonly recordedLate: boolean;
};

/** How one run went against a version. */
export type Conformance = {
  readonly steps: readonly StepJudgement[];
  readonly counts: StepCounts;
  /** Share 0 to 1, key steps weighing double; null when nothing was due yet. */
  readonly fit: number | null;
  /** Steps done outside the order, in time order: the fewest that explain the disorder. */
  readonly outOfPlace: readonly string[];
  /** Alignment fitness for experts: 1 - cost / (steps done + steps due); null when there was neither. */
  readonly alignment: number | null;
  readonly route: Route;
};

/** Holds a run's state against a version, which need not be the one it follows. Says nothing of what travels. */
export function judge(
  version: CompiledVersion,
  state: RunState,
  calendar: Calendar,
  now: Instant,
): Conformance {
  const timings = timeSteps(version, state, calendar, now);
  const done = timings
    .flatMap(({ step, owed }) => {
      const record = state.steps[step.key];
      return owed && record?.status === "done" ? [{ step, record }] : [];
    })
    .sort((a, b) => byTime(a.record, b.record));
  const events = done.map(
    ({ step }): ChainEvent => ({ stepKey: step.key, rank: step.rank, key: step.importance === "key" }),
  );
  const inPlace = new Set(longestChain(events).map((index) => events[index]?.stepKey));
  const outOfPlace = events.flatMap(({ stepKey }) => (inPlace.has(stepKey) ? [] : [stepKey]));
  const missing = timings.filter((each) => counts(each) && !inPlace.has(each.step.key)).length;
  const due = timings.filter(counts).length;
  return {
    steps: timings.map((each) => {
      const record = state.steps[each.step.key] ?? null;
      const recordedLate = record !== null && isLate(record, calendar);
      return { ...each, record, outOfPlace: outOfPlace.includes(each.step.key), recordedLate };
    }),
    counts: countSteps(timings),
    fit: processFit(timings),
    outOfPlace,
    alignment: events.length + due === 0 ? null : 1 - (missing + outOfPlace.length) / (events.length + due),
    route: routeOf(state),
  };
}

/**
 * Replays a trace up to `now` on a version. `orders` holds the stage order of every version the run has followed.
 * Null when it had not begun by then.
 */
export function replay(
  trace: Trace,
  version: CompiledVersion,
  orders: StageOrders,
  calendar: Calendar,
  now: Instant,
): Conformance | null {
  const events = eventsAt(trace, dayOf(now, calendar.timeZone));
  return events.length === 0 ? null : judge(version, project(events, orders), calendar, now);
}

/** Day, then moment (an unknown one first), then the order in which it was written down. */
function byTime(a: StepRecord, b: StepRecord): number {
  const timeOf = ({ occurred }: StepRecord) => (occurred.at === null ? 0 : Date.parse(occurred.at));
  if (a.occurred.day !== b.occurred.day) return a.occurred.day < b.occurred.day ? -1 : 1;
  return timeOf(a) - timeOf(b) || a.seq - b.seq;
}

const isLate = ({ occurred, recordedAt }: StepRecord, calendar: Calendar): boolean =>
  workingDaysBetween(occurred.day, dayOf(recordedAt, calendar.timeZone), calendar) > LATE_WORKING_DAYS;

function routeOf({ reopenings, visits }: RunState): Route {
  if (reopenings > 0) return "restarted";
  if (visits.some(({ exit }) => exit === "back")) return "back";
  return visits.some(({ exit }) => exit === "skip") ? "skipped" : "direct";
}
