import type { ColumnProfile } from "@/lib/domain/import/columns";
import type { ImportKind } from "@/lib/domain/import/field";
import type { ColumnMapping, ImportMapping, StageTarget } from "@/lib/domain/import/mapping";
import type { NearField } from "@/lib/domain/import/near-fields";
import type { NoteCode, ProblemCode, RowProblem } from "@/lib/domain/import/problems";
import type { AsFoundStage, StageSuggestion } from "@/lib/domain/import/stages";
import type { ColumnSuggestion } from "@/lib/domain/import/suggestion";
import type { CloseReason } from "@/lib/domain/run/events";
import type { Day } from "@/lib/domain/shared/day";
import type { LocalText } from "@/lib/domain/shared/text";

export const STATUSES = [
  "uploading",
  "uploaded",
  "read",
  "mapped",
  "checking",
  "checked",
  "applying",
  "applied",
  "undoing",
  "undone",
  "failed",
] as const;
export type ImportStatus = (typeof STATUSES)[number];

/** What we read of a whole file. Structurally that of lib/platform/csv, which browsers do not load. */
export type FileReading = {
  readonly encoding: {
    readonly encoding: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";
    readonly mark: boolean;
    readonly because: "mark" | "zero-bytes" | "valid-utf-8" | "not-utf-8";
    readonly sample: { readonly read: string; readonly otherwise: string } | null;
  };
  readonly separator: string;
  readonly sepLine: boolean;
  readonly separators: readonly {
    readonly separator: string;
    readonly columns: number;
    readonly fitting: number;
    readonly records: number;
    readonly least: number;
    readonly most: number;
  }[];
  readonly header: readonly string[];
  readonly headerRow: number;
  readonly rows: number;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly preamble: readonly { readonly number: number; readonly values: readonly string[] }[];
  readonly footers: readonly { readonly number: number; readonly values: readonly string[] }[];
  readonly blankRows: number;
  readonly ragged: { readonly count: number; readonly samples: readonly { readonly number: number }[] };
};

export type ProcessChoice =
  | { readonly kind: "version"; readonly versionId: string }
  | { readonly kind: "as-found"; readonly name: string; readonly processId?: string };

/** A version that deals may be put on. */
export type VersionOption = {
  readonly versionId: string;
  readonly processId: string;
  readonly name: LocalText;
  readonly number: number;
  readonly status: "published" | "as-found";
  readonly stages: readonly { readonly key: string; readonly name: LocalText }[];
};

/** A column of the file: what it holds, where it goes and why. */
export type ColumnView = ColumnSuggestion &
  Pick<ColumnProfile, "samples" | "filled" | "empty" | "emptyWords" | "currencies"> & {
    readonly dateVerdict: ColumnProfile["dates"];
    readonly numberVerdict: ColumnProfile["numbers"];
    /** Cells that are filled and can be read as what they go to. */
    readonly valid: number;
    /** Different values, when they were few enough to keep. */
    readonly distinct: number | null;
    /** A person chose the target. */
    readonly chosen: boolean;
  };

export type NearView = NearField & { readonly accepted: boolean | null };
export type OwnerView = {
  readonly value: string;
  readonly count: number;
  readonly memberId: string | null;
  /** How that member was found; "new" is a placeholder to be made. */
  readonly reason: "same-name" | "chosen" | "new";
};

/** What must be answered before the dry run. */
export type Question =
  | { readonly code: "dates" | "numbers"; readonly column: number }
  | { readonly code: "missing"; readonly fields: readonly string[] }
  | { readonly code: "stages" | "outcomes" | "near"; readonly count: number }
  | { readonly code: "process" };

/** The mapping as it stands: proposed, corrected, and what is still open. */
export type MappingView = {
  readonly columns: readonly ColumnView[];
  readonly currency: string;
  readonly process: ProcessChoice | null;
  readonly versions: readonly VersionOption[];
  /** Stages that a version made from the file would have. */
  readonly found: readonly AsFoundStage[];
  readonly stages: readonly StageSuggestion[];
  readonly outcomes: readonly StageSuggestion[];
  readonly reasons: readonly {
    readonly value: string;
    readonly count: number;
    readonly reason: CloseReason;
  }[];
  readonly owners: readonly OwnerView[];
  readonly near: readonly NearView[];
  readonly questions: readonly Question[];
};

export type CurrencySum = {
  readonly currency: string;
  /** Minor units over every row of the file; the other four add up to it. */
  readonly file: number;
  readonly created: number;
  readonly updated: number;
  readonly same: number;
  readonly rejected: number;
};
export type RejectGroup = {
  readonly code: ProblemCode;
  readonly column: number | null;
  readonly value: string;
  readonly params: RowProblem["params"];
  readonly firstRow: number;
  readonly count: number;
};
/** A note names at most so many of the values it is about. */
export const MOST_NOTE_VALUES = 5;

export type NoteGroup = {
  readonly code: NoteCode;
  readonly field: string;
  readonly count: number;
  /** First few values it is about. */
  readonly values: readonly string[];
};
export type Tally = {
  readonly rows: number;
  readonly created: number;
  readonly updated: number;
  readonly same: number;
  readonly rejected: number;
};
/** Names of other lists that the rows bring along: made once, by name. */
export type Made = { readonly companies: number; readonly products: number; readonly people: number };
export type CheckCounts = Tally & {
  readonly sums: readonly CurrencySum[];
  /** Filled amount cells that are no amount, and so count as nothing. */
  readonly unreadableAmounts: number;
  readonly groups: readonly RejectGroup[];
  /** True when more kinds of rejection were found than `groups` holds. */
  readonly moreGroups: boolean;
  readonly notes: readonly NoteGroup[];
  readonly made: Made;
};
export type ApplyCounts = Tally & {
  /** Number of the last row that is in: where a stopped import goes on. */
  readonly after: number;
  readonly made: Made;
  readonly teams: readonly string[];
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly versionId: string | null;
  readonly processId: string | null;
};
export type UndoCounts = {
  readonly removed: number;
  readonly restored: number;
  /** Left as they are, because someone worked on them since. */
  readonly kept: number;
  readonly made: Made;
  readonly startedAt: string;
};
export type Counts = {
  readonly check?: CheckCounts;
  readonly apply?: ApplyCounts;
  readonly undo?: UndoCounts;
};
export type ImportError = { readonly during: "checking" | "applying" | "undoing"; readonly code: string };

/** What changes while a job runs. */
export type StatusView = {
  readonly id: string;
  readonly status: ImportStatus;
  readonly version: number;
  readonly progress: number;
  readonly total: number;
  readonly counts: Counts;
  readonly error: ImportError | null;
};

export type ImportRowView = StatusView & {
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly bytes: number;
  readonly createdAt: string;
  readonly createdBy: string | null;
  readonly appliedAt: string | null;
  readonly undoneAt: string | null;
};

export type ImportView = ImportRowView & {
  readonly mayRun: boolean;
  readonly timeZone: string;
  readonly reading: FileReading | null;
  readonly mapping: MappingView | null;
  /** The kind of list that the file rather is; null when it may be what it was given as. */
  readonly likelier: ImportKind | null;
  readonly members: readonly {
    readonly id: string;
    readonly name: string;
    readonly status: string;
    readonly mayOwn: boolean;
  }[];
};

export type ImportList = {
  readonly imports: readonly ImportRowView[];
  readonly timeZone: string;
  readonly mayRun: boolean;
  readonly next: { readonly at: string; readonly id: string } | null;
};

export type RejectedRow = {
  readonly number: number;
  readonly problems: readonly RowProblem[];
  readonly values: readonly string[];
};
export type RejectList = {
  readonly rows: readonly RejectedRow[];
  readonly total: number;
  readonly next: number | null;
};

export type { ColumnMapping, ImportMapping, StageTarget };

/** The particulars of a problem with each day written as the reader writes it; what was typed in a cell stays as it is. */
export const dated = (
  params: Readonly<Record<string, string | number>>,
  day: (value: Day, style: "year") => string,
): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === "string" && name !== "value" && /^\d{4}-\d{2}-\d{2}$/.test(value)
        ? day(value, "year")
        : value,
    ]),
  );
