import type { OwnerImpact } from "@/lib/domain/preview/owner-impact";
import type { SwitchPreview } from "@/lib/domain/preview/types";
import type { Change } from "@/lib/domain/process/diff";
import type { ProcessDocument } from "@/lib/domain/process/types";
import type { Outcome } from "@/lib/domain/run/events";
import type { Day } from "@/lib/domain/shared/day";
import type { Money } from "@/lib/domain/shared/money";
import type { LocalText } from "@/lib/domain/shared/text";
import type { Baseline } from "@/lib/domain/versions/outlook";
import type { Names, ProcessHead } from "./view-head";

/** The draft held against past runs. Every list names cases by their place in `cases`, so that a number opens its deals. */
export type Replay = {
  /** Closed runs it was held against, the last one first. */
  readonly cases: readonly ReplayCase[];
  readonly changes: readonly ReplayedChange[];
  readonly flagged: { readonly before: Cases; readonly after: Cases };
  /** Required steps that nobody did, with the runs that came where each was due. */
  readonly never: readonly { readonly stepKey: string; readonly reached: Cases }[];
};
type Cases = readonly number[];
export type ReplayedChange = Pick<Change, "what" | "key" | "change"> & {
  /** Runs that the change would have been about; the three below add up to it. */
  readonly reached: Cases;
  readonly kept: Cases;
  readonly otherwise: Cases;
  readonly not: Cases;
};
export type ReplayCase = {
  readonly id: string;
  readonly title: string;
  readonly company: string | null;
  readonly outcome: Outcome | null;
  readonly closedOn: Day | null;
  readonly amount: Money | null;
};

/** The last look at a draft before it becomes version `number`. */
export type Publishing = ProcessHead &
  Names & {
    readonly versionId: string;
    readonly revision: number;
    readonly number: number;
    /** With the timing it inherits. */
    readonly document: ProcessDocument;
    readonly errors: number;
    readonly hints: number;
    /** What it is held against; null for the first version. */
    readonly published: { readonly number: number; readonly document: ProcessDocument } | null;
    readonly changes: readonly Change[];
    readonly replay: Replay | null;
    readonly impacts: readonly OwnerImpact[];
    readonly people: readonly Person[];
    /** What a hypothesis starts from; empty for the first version. */
    readonly baselines: readonly Baseline[];
    readonly today: Day;
    /** Of amounts, in baselines. */
    readonly currency: string;
  };

/** Somebody who works here, and as what. */
export type Person = {
  readonly name: string;
  readonly roleId: string | null;
  readonly departmentId: string | null;
};

/** As many characters as the reason of a version holds. */
export const MOST_WHY = 1_000;

/** As many open deals as one request may put on another version: as many as a page shows. */
export const MOST_MOVES = 100;

/** An open deal and what going over to another version would do to it. */
export type Move = SwitchPreview & {
  /** Guards the move: a deal that changed since stays. */
  readonly version: number;
  readonly title: string;
  readonly company: string | null;
  readonly fromName: LocalText | null;
  readonly amount: Money | null;
};
export type Moves = ProcessHead & {
  readonly target: { readonly versionId: string; readonly number: number | null };
  /** Open deals that do not follow it, in all. */
  readonly total: number;
  /** The stages a deal may go on in. */
  readonly stages: readonly StageName[];
  readonly deals: readonly Move[];
  /** What to ask the next page after; null on the last. */
  readonly next: string | null;
};
type StageName = { readonly key: string; readonly name: LocalText };
