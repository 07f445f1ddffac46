import type { Day } from "../shared/day";

/** `k` of `n` cases. */
export type Part = { readonly k: number; readonly n: number };

/**
 * Everything a process is judged by, counted from rows inside each gate's window. A null means that Koers cannot see
 * it yet: the gate then waits, it does not fail.
 */
export type GateFacts = {
  readonly today: Day;
  /** The published version in force: its stages, and those with at least one step. */
  readonly defined: { readonly version: number | null; readonly stages: number; readonly withStep: number };
  /** Required steps with an owner and timing; stages with a criterion that the buyer can confirm. */
  readonly complete: { readonly steps: Part; readonly stages: Part };
  /** Stages tied to a buyer's problem, source, objection or message that was touched lately. */
  readonly anchored: Part | null;
  /** Of the role's deals opened lately, those on a published version. */
  readonly onProcess: Part;
  /** Active people of the role, and those who logged something lately. */
  readonly inUse: Part;
  /** Median process fit (0 to 1, with its interval) of deals closed lately. */
  readonly followed: {
    readonly median: number | null;
    readonly lo: number | null;
    readonly hi: number | null;
    readonly n: number;
  };
  /** Deviations with a reason, and the deals they were looked for in. */
  readonly explained: Part & { readonly deals: number };
  /** Overdue steps acted on in time, and the deals they were looked for in. */
  readonly feedback: (Part & { readonly deals: number }) | null;
  /** Stages left with all criteria proven; and of the proofs, those the buyer gave. */
  readonly evidenced: { readonly exits: Part; readonly proofs: Part } | null;
  /** Closed deals with an outcome and, unless won, a reason. */
  readonly measurable: Part;
  /** Hours of pipeline coaching per rep and month. */
  readonly coached: { readonly hours: number; readonly reps: number } | null;
  readonly reviewedOn: Day | null;
  /** The last version after the first that was published with a reason, and the last decision about the process. */
  readonly refined: { readonly versionOn: Day | null; readonly decidedOn: Day | null };
  /** The last version after the first: when it came, deals closed on it, when its effect was concluded. */
  readonly checked: {
    readonly publishedOn: Day | null;
    readonly closed: number;
    readonly concludedOn: Day | null;
  };
  /** Drift alarms that were answered. */
  readonly triaged: Part | null;
};
