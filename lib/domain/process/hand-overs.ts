import { ownerKey } from "./owner-key";
import type { Owner, ProcessDocument, Stage, Step, Window } from "./types";

/** An unbroken stretch of the route in the same hands, in working hours since the start of the run. */
export type Leg = {
  readonly owner: Owner;
  readonly from: number;
  readonly to: number;
  readonly stepKeys: readonly string[];
  /** No run must pass here: each of its steps is optional or for some runs only. */
  readonly sometimes: boolean;
};

/** A place where the run goes over from one owner to another. */
export type HandOver = {
  readonly from: Owner;
  readonly to: Owner;
  /** The last step before it and the first one after it, and the stage of the latter. */
  readonly fromStep: string;
  readonly toStep: string;
  readonly stageKey: string;
  /** When the receiver is to be done with that first step; null while nobody said. */
  readonly window: Window | null;
  /** Working hours since the start of the run. */
  readonly at: number;
  /** Does not come about in every run. */
  readonly sometimes: boolean;
};

export type HandClock = {
  readonly legs: readonly Leg[];
  readonly handOvers: readonly HandOver[];
  /** Working hours in each one's hands, in the order in which they first get it. */
  readonly hands: readonly { readonly owner: Owner; readonly hours: number }[];
  /** Working hours from start to end. */
  readonly total: number;
  /** Steps without a latest moment: the clock gives them no time. */
  readonly untimed: number;
};

/** The organisation's working week, in which the clock counts. */
export type WorkWeek = { readonly hoursPerDay: number; readonly daysPerWeek: number };

type Clock = WorkWeek & {
  /** The role whose process this is: its steps and those of the run's owner are in the same hands. */
  readonly ownRoleId: string | null;
};

/**
 * In whose hands a run is, for how long, and where it changes hands, when every step is done at its latest moment and
 * in the order of the map. The last owner of a stage keeps the run until the stage's planned time is over; windows
 * that reach beyond it make the stage longer. A step without owner changes nothing. Wants a settled document.
 */
export function handClock(
  { stages }: ProcessDocument,
  { hoursPerDay, daysPerWeek, ownRoleId }: Clock,
): HandClock {
  const days = (calendar: number) => (calendar * daysPerWeek * hoursPerDay) / 7;
  const planned = stages.map((stage) => days(stage.plannedDays ?? 0));
  const close = planned.reduce((sum, hours) => sum + hours, 0);
  const done = new Map<string, number>();
  const stops: Stop[] = [];
  let now = 0;

  stages.forEach((stage, index) => {
    const entry = now;
    for (const step of stage.steps) {
      const base = baseOf(step.window, { entry, close, done });
      if (base !== null) now = Math.max(now, base + inHours(step.window, hoursPerDay, days));
      done.set(step.key, now);
      stops.push({ stage, step, until: now });
    }
    now = Math.max(now, entry + (planned[index] ?? 0));
    const last = stops.at(-1);
    if (last) last.until = now;
  });
  return { ...walk(stops, ownRoleId), untimed: stops.filter(({ step }) => latestOf(step) === null).length };
}

type Stop = { readonly stage: Stage; readonly step: Step; until: number };

function walk(stops: readonly Stop[], ownRoleId: string | null): Omit<HandClock, "untimed"> {
  const legs: Leg[] = [];
  const handOvers: HandOver[] = [];
  for (const { stage, step, until } of stops) {
    const last = legs.at(-1);
    const owner = step.owner && inHands(step.owner, ownRoleId);
    if (last && (!owner || ownerKey(owner) === ownerKey(last.owner))) {
      legs[legs.length - 1] = {
        ...last,
        to: until,
        stepKeys: owner ? [...last.stepKeys, step.key] : last.stepKeys,
        sometimes: last.sometimes && (!owner || isSometimes(step)),
      };
    } else if (owner) {
      const from = last?.to ?? 0;
      legs.push({ owner, from, to: until, stepKeys: [step.key], sometimes: isSometimes(step) });
      if (last) {
        handOvers.push({
          from: last.owner,
          to: owner,
          fromStep: last.stepKeys.at(-1) ?? "",
          toStep: step.key,
          stageKey: stage.key,
          window: step.window,
          at: from,
          sometimes: false,
        });
      }
    }
  }
  return {
    legs,
    handOvers: handOvers.map((one, index) => ({
      ...one,
      sometimes: Boolean(legs[index]?.sometimes || legs[index + 1]?.sometimes),
    })),
    hands: handsOf(legs),
    total: legs.at(-1)?.to ?? 0,
  };
}

const inHands = (owner: Owner, ownRoleId: string | null): Owner =>
  owner.kind === "role" && owner.id === ownRoleId ? { kind: "run-owner" } : owner;

const isSometimes = ({ importance, conditions }: Step): boolean =>
  importance === "optional" || conditions.length > 0;

const latestOf = ({ window }: Pick<Step, "window">): number | null => window?.latest ?? null;

/** The moment a window counts from; null where the clock cannot say. */
function baseOf(
  window: Window | null,
  { entry, close, done }: { entry: number; close: number; done: ReadonlyMap<string, number> },
): number | null {
  if (window === null || window.latest === null) return null;
  switch (window.anchor.kind) {
    case "stage-entry":
      return entry;
    case "run-start":
      return 0;
    case "expected-close":
      return close;
    case "step":
      return done.get(window.anchor.stepKey) ?? null;
  }
}

function inHours(window: Window | null, hoursPerDay: number, days: (calendar: number) => number): number {
  const latest = window?.latest ?? 0;
  if (window?.unit === "hours") return latest;
  return window?.unit === "working-days" ? latest * hoursPerDay : days(latest);
}

function handsOf(legs: readonly Leg[]): HandClock["hands"] {
  const hands = new Map<string, { owner: Owner; hours: number }>();
  for (const { owner, from, to } of legs) {
    const known = hands.get(ownerKey(owner));
    hands.set(ownerKey(owner), { owner, hours: (known?.hours ?? 0) + to - from });
  }
  return [...hands.values()];
}
