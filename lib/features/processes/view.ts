import type { Change } from "@/lib/domain/process/diff";
import type { EditRefusal } from "@/lib/domain/process/edits";
import type { WorkWeek } from "@/lib/domain/process/hand-overs";
import { findCriterion, findStep } from "@/lib/domain/process/locate";
import type { Known, Problem } from "@/lib/domain/process/problems";
import { TARGET_UNITS, type Target } from "@/lib/domain/process/target";
import type {
  Category,
  Importance,
  ProcessDocument,
  SellingStyle,
  VersionStatus,
} from "@/lib/domain/process/types";
import type { Day, Instant } from "@/lib/domain/shared/day";
import type { LocalText } from "@/lib/domain/shared/text";
import { type Hypothesis, METRICS, type Metric } from "@/lib/domain/versions/hypothesis";
import type { Switch, Switched } from "@/lib/features/runs/view";
import type { Names, OwnerName, ProcessHead } from "./view-head";

export * from "./view-publishing";
export * from "./view-versions";
export type { Names, OwnerName, ProcessHead, Switch, Switched };

export { type Hypothesis, METRICS, type Metric };

/**
 * Bytes of a process file: 120 steps with all there is to say in two languages take half of it, and it fits a request
 * (see next.config.ts) also when every byte of it is escaped.
 */
export const MOST_FILE_BYTES = 5_000_000;
/** As large as a draft may grow, counted as its file: what the head of a file says on top of it still fits. */
export const MOST_DRAFT_BYTES = MOST_FILE_BYTES - 100_000;

/** Why a place in a process file cannot stay as it is. */
export const FILE_REASONS = [
  "unknown-field",
  "missing",
  "field-twice",
  "wrong-type",
  "not-one-of",
  "empty",
  "no-name",
  "too-long",
  "too-many",
  "too-large",
  "too-small",
  "unsafe-address",
  "not-storable",
  "key-twice",
  "no-such-step",
  "other",
] as const;
export type FileReason = (typeof FILE_REASONS)[number];
export type FileProblem = {
  /** The path from the top of the file: `stages[0].steps[2].howTo.en`. */
  readonly at: string;
  /** Both from 1. */
  readonly line: number;
  readonly column: number;
  readonly reason: FileReason;
  readonly params: Readonly<Record<string, string | number>>;
};
/** The first problems of a file in the order of its lines, and how many there are in all. */
export type FileProblems = { readonly problems: readonly FileProblem[]; readonly count: number };

/** The process that has the name of a file already, and whether a draft of it is open. */
export type FileTwin = { readonly processId: string; readonly name: LocalText; readonly draft: boolean };

export { TARGET_UNITS, type Target };

export type Created = { readonly processId: string; readonly versionId: string };
/** A version by its number. */
export type Numbered = Created & { readonly number: number };
export type Published = Numbered & Switched;
/**
 * What was saved. `document` is what became of it together with what others edited in the meantime; null where nobody did:
 * it is then what the browser has itself, the edits on the revision they were made on.
 */
export type DraftSaved = {
  readonly revision: number;
  readonly document: ProcessDocument | null;
  readonly savedAt: Instant;
};

/** What refusals carry as `current`. */
export type EditsRefused = {
  readonly revision: number;
  readonly document: ProcessDocument;
  readonly refused: readonly EditRefusal[];
};
export type DraftChanged = { readonly revision: number; readonly document: ProcessDocument };
/** The draft was published or thrown away; `versionId` is the draft that is open now, if any. */
export type DraftGone = { readonly versionId: string | null };

export type ProcessCard = ProcessHead & {
  readonly published: { readonly versionId: string; readonly number: number; readonly on: Day | null } | null;
  readonly draft: { readonly versionId: string; readonly revision: number } | null;
  /** Only stages that a file brought along, nobody designed it yet. */
  readonly asFound: boolean;
  /** The stages of what is published, else of the draft, else as found. */
  readonly stages: readonly {
    readonly key: string;
    readonly name: LocalText;
    readonly plannedDays: number | null;
  }[];
  readonly steps: number;
  /** Versions with open deals, newest first. */
  readonly deals: readonly { readonly number: number | null; readonly open: number }[];
  /** Had a published version, and has none any more. */
  readonly retired: boolean;
  /** What people said about its steps and nobody settled: suggestions without a decision, remarks without an answer. */
  readonly said: {
    readonly suggestions: number;
    readonly remarks: number;
    /** The step that the oldest of them is about; null where there are none. */
    readonly stepKey: string | null;
  };
};

/** A process may have a draft and be published: it is found under both. What is archived is only found as that. */
export const LIBRARY_STATES = ["draft", "published", "retired", "archived"] as const;
export type LibraryState = (typeof LIBRARY_STATES)[number];
export const LIBRARY_SORTS = ["role", "name", "recent", "use"] as const;
export type LibrarySort = (typeof LIBRARY_SORTS)[number];

/** Stands where a role stands, for processes that have none. */
export const NO_ROLE = "none";

export type ProcessesList = {
  readonly cards: readonly ProcessCard[];
  /** How many match, on this page and others. */
  readonly total: number;
  /** The process after which the next page begins; null on the last page. */
  readonly next: string | null;
  /** All roles of the organisation, and those that have no process in use. */
  readonly roles: readonly OwnerName[];
  readonly rolesWithout: readonly OwnerName[];
  /** Processes in use and archived ones, whatever is asked for. */
  readonly inUse: number;
  readonly archived: number;
  readonly canEdit: boolean;
};

/** A process in use, by what others name it and its parts by. */
export type PublishedProcess = {
  readonly id: string;
  readonly name: LocalText;
  readonly category: Category;
  readonly published: {
    readonly number: number;
    readonly stages: readonly {
      readonly key: string;
      readonly name: LocalText;
      readonly steps: readonly {
        readonly key: string;
        readonly name: LocalText;
        readonly importance: Importance;
      }[];
    }[];
  };
};
export type PublishedList = {
  readonly rows: readonly PublishedProcess[];
  /** How many there are, on this page and others. */
  readonly total: number;
  /** Where the next page begins; null on the last page. */
  readonly next: { readonly id: string } | null;
};

/** One process of a comparison; `shown` is null where nothing can be shown yet. */
export type CompareSide = ProcessHead & {
  readonly shown: {
    /** Null for a draft. */
    readonly number: number | null;
    readonly status: VersionStatus;
    readonly document: ProcessDocument;
  } | null;
};
export type ProcessesCompared = Names & {
  readonly left: CompareSide | null;
  readonly right: CompareSide | null;
  readonly week: WorkWeek;
  /** Every process in use, by name; at most 500. */
  readonly choices: readonly {
    readonly id: string;
    readonly name: LocalText;
    readonly roleId: string | null;
  }[];
};

export type ProcessMap = ProcessHead &
  Names & {
    readonly objective: LocalText;
    readonly target: Target | null;
    /** What is shown: the published version, or the newest one where nothing is published. Null before that. */
    readonly shown: {
      readonly versionId: string;
      readonly number: number;
      readonly status: VersionStatus;
      readonly on: Day | null;
      readonly by: string | null;
      readonly why: string | null;
      readonly document: ProcessDocument;
    } | null;
    readonly draft: { readonly versionId: string; readonly revision: number } | null;
    readonly deals: readonly { readonly number: number | null; readonly open: number }[];
    readonly week: WorkWeek;
    readonly canEdit: boolean;
  };

export type ProcessDraft = ProcessHead &
  Names & {
    readonly versionId: string;
    /** Who reads it: what they type is kept on their device under their name. */
    readonly memberId: string;
    readonly revision: number;
    /** The template it was made from, if any. */
    readonly templateKey: string | null;
    readonly document: ProcessDocument;
    readonly known: Known;
    readonly problems: readonly Problem[];
    /** The number it gets when it is published. */
    readonly number: number;
    /** What it is compared with: the last version in use, also where it was taken out of use; null before the first. */
    readonly published: {
      readonly inUse: boolean;
      readonly number: number;
      readonly document: ProcessDocument;
      readonly open: number;
    } | null;
    readonly timeZone: string;
    readonly week: WorkWeek;
    /** The organisation's currency, in which conditions on an amount are written. */
    readonly currency: string;
    readonly products: readonly { readonly id: string; readonly name: string }[];
  };

/** Who else has a draft open, and the draft when it is newer than the one on screen. */
export type Meeting = {
  readonly colleagues: readonly {
    readonly id: string;
    readonly name: string;
    /** What they have open; null on the canvas. */
    readonly place: { readonly kind: "stage" | "step"; readonly key: string } | null;
  }[];
  readonly newer: { readonly revision: number; readonly document: ProcessDocument } | null;
};

/** The stage that each moved step or criterion came from, by the key of what moved to another stage. */
export function movedFrom(changes: readonly Change[], before: ProcessDocument): Record<string, string> {
  const moved = changes.filter((change) => change.change === "moved" && change.what !== "stage");
  return Object.fromEntries(
    moved.flatMap(({ what, key, stageKey }) => {
      const spot = what === "step" ? findStep(before, key) : findCriterion(before, key);
      return spot && spot.stage.key !== stageKey ? [[key, spot.stage.key]] : [];
    }),
  );
}

export type TemplateCard = {
  readonly key: string;
  readonly category: Category;
  readonly style: SellingStyle;
  readonly name: LocalText;
  readonly description: LocalText;
  readonly role: LocalText;
  readonly stages: readonly {
    readonly key: string;
    readonly name: LocalText;
    readonly plannedDays: number | null;
  }[];
  readonly steps: number;
  readonly days: number;
  readonly departments: readonly LocalText[];
  /** Every stage ends with something the buyer confirms. */
  readonly buyerProof: boolean;
};
export type Templates = { readonly templates: readonly TemplateCard[]; readonly roles: readonly OwnerName[] };

/** How far an organisation is on the way to its first published process. */
export type FirstRun = {
  /** Processes that were begun and never published, the latest first. */
  readonly begun: readonly { readonly id: string; readonly name: LocalText }[];
  /** Some process was published, or came along with a file: the guide is no longer where work starts. */
  readonly settled: boolean;
};
