import type { Outcome } from "../run/events";
import type { Day } from "../shared/day";

/** What the pipeline figures know of a deal, as it stood at the end of the day they are about. */
export type DealFact = {
  readonly id: string;
  readonly ownerId: string | null;
  readonly teamId: string | null;
  readonly productId: string | null;
  readonly segment: string | null;
  readonly currency: string;
  readonly amountMinor: number | null;
  readonly stageKey: string | null;
  readonly enteredStageOn: Day | null;
  /** Null when the start is unknown: it then counts as open until it closes, and gives no durations. */
  readonly openedOn: Day | null;
  readonly closedOn: Day | null;
  readonly outcome: Outcome | null;
};

/** Closed by the end of `asOf`. */
export const isClosedAt = ({ closedOn }: DealFact, asOf: Day): boolean =>
  closedOn !== null && closedOn <= asOf;

/** Opened, or of unknown start, and not closed by the end of `asOf`. */
export const isOpenAt = (fact: DealFact, asOf: Day): boolean =>
  (fact.openedOn === null || fact.openedOn <= asOf) && !isClosedAt(fact, asOf);

/** Whether opening and closing day give a duration. */
export const hasCycle = ({ openedOn, closedOn }: DealFact): boolean =>
  openedOn !== null && closedOn !== null && openedOn <= closedOn;

/** The calendar quarter of a day, as `2026-Q4`. */
export const quarterOf = (day: Day): string =>
  `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
