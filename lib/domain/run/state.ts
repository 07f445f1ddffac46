import type { CallState } from "../calls/types";
import type { Day, Instant, Occurred } from "../shared/day";
import type { CloseReason, Deviation, FieldName, Outcome, StageVisit } from "./events";

/** How a step stands. A step that was done again keeps its first time, because that is when it helped. */
export type StepRecord = {
  readonly stepKey: string;
  readonly status: "done" | "waived";
  readonly occurred: Occurred;
  readonly recordedAt: Instant;
  /** The stage the run was in when it was written down. */
  readonly stageKey: string | null;
  /** Sequence number of the event that says so. */
  readonly seq: number;
  readonly activityId: string | null;
  readonly deviation: Deviation | null;
  readonly actorId: string | null;
};

/** That an exit criterion holds, and who backs it. */
export type CriterionRecord = {
  readonly criterionKey: string;
  readonly kind: string;
  readonly note: string | null;
  readonly occurred: Occurred;
  readonly seq: number;
  readonly actorId: string | null;
};

export type FieldChange = {
  readonly field: FieldName;
  readonly from: unknown;
  readonly to: unknown;
  readonly occurred: Occurred;
  readonly recordedAt: Instant;
  readonly seq: number;
  readonly actorId: string | null;
};

/** What only a move, a close or a reopening changes, besides the visits. */
export type Standing = Pick<
  RunState,
  "stageKey" | "status" | "closed" | "closedOn" | "outcome" | "closeReason" | "closeNote" | "reopenings"
>;

/** A move, close or reopening that can still be undone, with how things stood before it. */
export type Turn = {
  /** Sequence number of its event. */
  readonly seq: number;
  readonly type: "run.moved" | "run.closed" | "run.reopened";
  readonly occurred: Occurred;
  readonly before: Standing & { readonly turn: Turn | null };
};

/** Everything a run's events say at the last of them. Derived: throw it away and project again. */
export type RunState = {
  readonly versionId: string;
  /** The stage it is in, or the last one it was in once closed. Null for a run that never had one. */
  readonly stageKey: string | null;
  readonly status: "open" | "closed";
  /** When it began; `day` only counts as a start when `startKnown`. */
  readonly opened: Occurred;
  readonly startKnown: boolean;
  /** Null when the start is unknown: such a run gives no durations. */
  readonly openedOn: Day | null;
  readonly closed: Occurred | null;
  readonly closedOn: Day | null;
  readonly outcome: Outcome | null;
  readonly closeReason: CloseReason | null;
  readonly closeNote: string | null;
  readonly reopenings: number;
  /** The last change of stage or status, when it can be undone. */
  readonly turn: Turn | null;
  readonly visits: readonly StageVisit[];
  readonly steps: Readonly<Record<string, StepRecord>>;
  readonly criteria: Readonly<Record<string, CriterionRecord>>;
  /** Present values of the fields that keep a history. */
  readonly fields: Readonly<Partial<Record<FieldName, unknown>>>;
  readonly history: readonly FieldChange[];
  readonly lastActivity: Occurred | null;
  /** Of a call: its plan and what came of it. Null for every other run. */
  readonly call: CallState | null;
  /** When it was thrown away, or null. A deleted run keeps its state, so that restoring gives it back. */
  readonly deletedAt: Instant | null;
  /** Sequence number of the last event. */
  readonly seq: number;
};

/** The stage keys of every version a run has followed, in order, by version id: tells forward from skipping. */
export type StageOrders = Readonly<Record<string, readonly string[]>>;

/** The visit that still lasts, or null when the run is closed or never had a stage. */
export function openVisit(state: RunState): StageVisit | null {
  const last = state.visits.at(-1);
  return last && last.left === null ? last : null;
}

/** The expected closing day, when one is known. */
export function expectedCloseOf(state: RunState): Day | null {
  const value = state.fields.expectedClose;
  return typeof value === "string" ? value : null;
}
