import type { Change } from "@/lib/domain/process/diff";
import type { VersionStatus } from "@/lib/domain/process/types";
import type { Day } from "@/lib/domain/shared/day";
import type { LocalText } from "@/lib/domain/shared/text";
import type { Estimate } from "@/lib/domain/statistics/estimate";
import type { Difference } from "@/lib/domain/versions/compare";
import type { Evidence } from "@/lib/domain/versions/evidence";
import type { VersionFigures } from "@/lib/domain/versions/figures";
import type { Hypothesis } from "@/lib/domain/versions/hypothesis";
import type { DueSteps } from "@/lib/domain/versions/on-time";
import type { Sample } from "@/lib/domain/versions/sample";
import type { Names, ProcessHead } from "./view-head";

/** What became of a version's promise. `first`: it stands against no version. */
export type Promised =
  | { readonly kind: "first" }
  | {
      readonly kind: "judged";
      /** The number of the version before it. */
      readonly against: number;
      readonly sample: Sample["kind"];
      readonly evidence: Evidence;
    };

export type VersionEntry = {
  readonly id: string;
  readonly number: number | null;
  readonly status: VersionStatus;
  readonly why: string | null;
  readonly hypothesis: Hypothesis | null;
  readonly on: Day | null;
  /** When it was taken out of use, if it was. */
  readonly retiredOn: Day | null;
  readonly by: string | null;
  readonly stages: number;
  readonly steps: number;
  /** Against the version before it; null for the first. */
  readonly changes: readonly Change[] | null;
  readonly movedFrom: Readonly<Record<string, string>>;
  /** Null for a draft: nothing runs on it. */
  readonly figures: VersionFigures | null;
  /** Null without a hypothesis. */
  readonly promised: Promised | null;
  /** It was the last one in use, so that taking it out of use can be undone. */
  readonly revivable: boolean;
  /** Names of the stages, by key, for the changes and the hypothesis. */
  readonly stageNames: Readonly<Record<string, LocalText>>;
};

/** A version in a choice; null is the draft. */
export type VersionChoice = { readonly number: number | null; readonly status: VersionStatus };

/** One figure of two versions, and how it differs. */
export type ComparedRow = Difference & {
  readonly figure: "win-rate" | "cycle" | "on-time" | "stay";
  /** Only for `stay`. */
  readonly stageKey: string | null;
  readonly before: Estimate;
  readonly now: Estimate;
  /** Only for `on-time`: the steps that were due, by how they went. */
  readonly steps?: { readonly before: DueSteps; readonly now: DueSteps };
};

/** Two versions side by side: what differs in the design and, where deals ran on both, in the figures. */
export type Comparison = {
  readonly from: VersionChoice;
  readonly to: VersionChoice;
  readonly changes: readonly Change[];
  readonly movedFrom: Readonly<Record<string, string>>;
  readonly stageNames: Readonly<Record<string, LocalText>>;
  /** The stages of the later one, in order, and those that only the earlier one has. */
  readonly stages: readonly { readonly key: string; readonly gone: boolean }[];
  /** Empty when one of them is a draft. */
  readonly rows: readonly ComparedRow[];
  /** The smallest change of the win rate that can be seen at all; null while too few decided. */
  readonly smallest: number | null;
};

export type ProcessVersions = ProcessHead &
  Names & {
    /** Newest first; a draft comes before all, on the first page. */
    readonly versions: readonly VersionEntry[];
    /** Every version, newest first, for choosing two; at most 200. */
    readonly choices: readonly VersionChoice[];
    /** Published so far, those out of use too. */
    readonly published: number;
    readonly comparison: Comparison | null;
    /** The number to go on from to older versions, or null at the end. */
    readonly next: number | null;
    /** The page begins with the newest. */
    readonly first: boolean;
    /** What new deals would start on is missing although versions were published. */
    readonly idle: boolean;
    readonly currency: string;
    readonly today: Day;
    readonly canEdit: boolean;
    readonly canPublish: boolean;
  };
