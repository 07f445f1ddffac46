import type { CloseReason, Outcome } from "../run/events";
import type { Occurred } from "../shared/day";
import type { Money } from "../shared/money";
import { isBefore } from "./read-deal";
import type { DealValues } from "./row-values";

/** The history a row gives, first to last. `occurred` null: it happened, and the file does not say when. */
export type DealEvents = {
  readonly opened: {
    readonly stageKey: string | null;
    /** False when no day in the row says since when the deal is there: it gives no durations. */
    readonly startKnown: boolean;
    /** False when the deal is known to have started, but not when it came into this stage. */
    readonly entryKnown: boolean;
    readonly occurred: Occurred | null;
  };
  readonly moves: readonly {
    readonly from: string | null;
    readonly to: string;
    readonly occurred: Occurred | null;
  }[];
  readonly closed: {
    readonly outcome: Outcome;
    readonly reason: CloseReason | null;
    readonly note: string | null;
    readonly amount: Money | null;
    readonly occurred: Occurred;
  } | null;
};

/**
 * Turns a deal's row into what happened to it. Without an opening day the first dated stage is where it opened. A deal
 * with an opening day and no dated stage opened in its stage only if that is the first of `stageOrder`; in a later
 * one it stands since an unknown day. Nothing is invented: no day of the file, no day here.
 */
export function dealEvents(values: DealValues, stageOrder: readonly string[]): DealEvents {
  const visits = datedVisits(values, stageOrder);
  const opened = opening(values, visits, stageOrder);
  const stops = opened.entryKnown && visits[0]?.stageKey === opened.stageKey ? visits.slice(1) : visits;
  const moves: { from: string | null; to: string; occurred: Occurred | null }[] = [];
  let at = opened.stageKey;
  for (const { stageKey, on } of stops) {
    // Two stages of the file may be mapped to one of ours.
    if (stageKey === at) continue;
    moves.push({ from: at, to: stageKey, occurred: on });
    at = stageKey;
  }
  if (values.stageKey !== null && values.stageKey !== at)
    moves.push({ from: at, to: values.stageKey, occurred: null });
  const { outcome, closedOn, closeReason: reason, closeNote: note, amount } = values;
  return {
    opened,
    moves,
    closed: outcome && closedOn ? { outcome, reason, note, amount, occurred: closedOn } : null,
  };
}

type Visit = { readonly stageKey: string; readonly on: Occurred };

function datedVisits(
  { stageDates, stageKey, stageEnteredOn }: DealValues,
  stageOrder: readonly string[],
): Visit[] {
  const own = stageKey !== null && stageEnteredOn && !stageDates.some((each) => each.stageKey === stageKey);
  const all = own ? [...stageDates, { stageKey, on: stageEnteredOn }] : [...stageDates];
  const place = (visit: Visit) => stageOrder.indexOf(visit.stageKey);
  return all.sort((a, b) => (isBefore(a.on, b.on) ? -1 : isBefore(b.on, a.on) ? 1 : place(a) - place(b)));
}

function opening(
  { openedOn, stageKey }: DealValues,
  visits: readonly Visit[],
  stageOrder: readonly string[],
): DealEvents["opened"] {
  const [first] = visits;
  if (first && (!openedOn || !isBefore(openedOn, first.on)))
    return { stageKey: first.stageKey, startKnown: true, entryKnown: true, occurred: openedOn ?? first.on };
  if (!openedOn) return { stageKey, startKnown: false, entryKnown: false, occurred: null };
  if (first) return { stageKey: null, startKnown: true, entryKnown: false, occurred: openedOn };
  return {
    stageKey,
    startKnown: true,
    entryKnown: stageKey !== null && stageKey === stageOrder[0],
    occurred: openedOn,
  };
}
