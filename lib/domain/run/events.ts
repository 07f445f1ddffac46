import type { CallEventBody } from "../calls/types";
import type { Day, Instant, Occurred } from "../shared/day";
import type { Money } from "../shared/money";

/**
 * The day of a run's opening when nobody knows it: before every other, so that the run counts as open since always.
 * Such an event has `startKnown: false`, and its day is never shown nor counted with.
 */
export const UNKNOWN_DAY: Day = "1900-01-01";

export const OUTCOMES = ["won", "lost", "no-decision", "disqualified"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Why a step was skipped or the order left. The last two say that the process may be wrong. */
export const DEVIATION_REASONS = [
  "buyer-asked",
  "done-before",
  "not-relevant",
  "no-access",
  "waiting-for-us",
  "competitor-pace",
  "tried-another-way",
  "process-wrong",
] as const;
export type DeviationReason = (typeof DEVIATION_REASONS)[number];

/** Why a deal ended without a win. */
export const CLOSE_REASONS = [
  "price",
  "competitor",
  "timing",
  "no-budget",
  "no-need",
  "no-contact",
  "product-fit",
  "other",
] as const;
export type CloseReason = (typeof CLOSE_REASONS)[number];

export const ACTIVITY_KINDS = ["call", "meeting", "visit", "email", "video", "message", "note"] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

export type Deviation = { readonly reason: DeviationReason | null; readonly note: string | null };

/** A deviation of a run: leaving the order by ending a visit, or leaving a step out. */
export type DeviationRef =
  | { readonly kind: "visit"; readonly ordinal: number }
  | { readonly kind: "step"; readonly stepKey: string };

/** Fields of a run or deal that keep a history. */
export type FieldName =
  | "title"
  | "owner"
  | "amount"
  | "expectedClose"
  | "company"
  | "contact"
  | "product"
  | "segment";

/** What can happen to a run. The events are the only source; everything else about a run is derived from them. */
export type RunEventBody =
  | {
      readonly type: "run.opened";
      readonly versionId: string;
      readonly stageKey: string | null;
      readonly startKnown: boolean;
      /** False when the start is known, but not since when it is in this stage. Absent: it entered when it was opened. */
      readonly entryKnown?: false;
      /** The fields it was opened with. Their later changes are events of their own. */
      readonly fields?: Readonly<Partial<Record<FieldName, unknown>>>;
    }
  | {
      readonly type: "run.moved";
      readonly from: string | null;
      readonly to: string;
      readonly deviation: Deviation | null;
    }
  | {
      readonly type: "run.closed";
      readonly outcome: Outcome;
      readonly reason: CloseReason | null;
      readonly note: string | null;
      readonly amount: Money | null;
      /** Why it was won past criteria without proof. Absent: nothing was asked. */
      readonly deviation?: Deviation | null;
    }
  /** Why it was not won, said after it was closed. */
  | { readonly type: "run.close-explained"; readonly reason: CloseReason | null }
  | { readonly type: "run.reopened"; readonly stageKey: string }
  /**
   * The last move, close or reopening was a slip: it is as if it had never been. `undid` is its number and `turn` its kind;
   * `stageKey` is where the run stands again, and `outcome` the one that no longer holds, or that holds again.
   */
  | {
      readonly type: "run.move-undone";
      readonly undid: number;
      readonly turn: "run.moved" | "run.closed" | "run.reopened";
      readonly stageKey: string | null;
      readonly outcome: Outcome | null;
    }
  | {
      readonly type: "run.version-switched";
      readonly from: string;
      readonly to: string;
      readonly stageKey: string;
    }
  | { readonly type: "run.deleted" }
  | { readonly type: "run.restored" }
  | { readonly type: "step.completed"; readonly stepKey: string; readonly activityId: string | null }
  | { readonly type: "step.waived"; readonly stepKey: string; readonly deviation: Deviation }
  | { readonly type: "step.undone"; readonly stepKey: string }
  /** A reason given later than what it explains. */
  | { readonly type: "deviation.explained"; readonly about: DeviationRef; readonly deviation: Deviation }
  | {
      readonly type: "criterion.evidenced";
      readonly criterionKey: string;
      readonly kind: string;
      readonly note: string | null;
    }
  | { readonly type: "criterion.withdrawn"; readonly criterionKey: string }
  | {
      readonly type: "activity.logged";
      readonly activityId: string;
      readonly kind: ActivityKind;
      readonly stepKey: string | null;
    }
  /** It did not take place after all. `last` is the last activity that is left, by then. */
  | { readonly type: "activity.withdrawn"; readonly activityId: string; readonly last: Occurred | null }
  | CallEventBody
  | {
      readonly type: "field.changed";
      readonly field: FieldName;
      readonly from: unknown;
      readonly to: unknown;
    };

export type RunEvent = RunEventBody & {
  readonly seq: number;
  readonly occurred: Occurred;
  readonly recordedAt: Instant;
  readonly actorId: string | null;
};

/** A run's time in a stage of one version, derived from its events. `left` is null while it lasts. */
export type StageVisit = {
  readonly ordinal: number;
  readonly stageKey: string;
  readonly versionId: string;
  /** Null when an imported run's entry is unknown: such a visit gives no durations. */
  readonly entered: Occurred | null;
  /** When the stay began that this visit is part of: before `entered` when the run changed version in the stage. */
  readonly since: Occurred | null;
  readonly left: Occurred | null;
  readonly exit: VisitExit | null;
  /** Why it skipped a stage or went back: said at the move, or later. */
  readonly deviation: Deviation | null;
};
/** `cancelled`: of a call that was not held. */
export type VisitExit = "forward" | "skip" | "back" | "version" | "cancelled" | Outcome;

/** Everything a statistic or a judgement may know about one run at a moment. */
export type Trace = {
  readonly runId: string;
  readonly versionId: string;
  readonly openedOn: Day | null;
  readonly expectedClose: Day | null;
  readonly events: readonly RunEvent[];
};
