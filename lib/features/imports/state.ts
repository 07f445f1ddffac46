import type { ColumnProfile } from "@/lib/domain/import/columns";
import type { ImportMapping, StageTarget } from "@/lib/domain/import/mapping";
import type { NearField } from "@/lib/domain/import/near-fields";
import type { AsFoundStage } from "@/lib/domain/import/stages";
import type { CloseReason } from "@/lib/domain/run/events";
import type { CsvReading } from "@/lib/platform/csv/reading";
import type { Counts, ImportError, ImportStatus, ProcessChoice } from "./view";

/** What is kept of reading a file: enough to map it without reading it again. */
export type StoredReading = { readonly csv: CsvReading; readonly profiles: readonly ColumnProfile[] };

/** What a person or the API has set; everything else is proposed anew each time. Keys are `plainName` of values. */
export type Answers = {
  readonly columns?: Readonly<
    Record<
      string,
      {
        readonly target?: ImportMapping["columns"][number]["target"];
        readonly dates?: ImportMapping["columns"][number]["dates"];
        readonly numbers?: ImportMapping["columns"][number]["numbers"];
      }
    >
  >;
  readonly currency?: string;
  readonly process?: ProcessChoice;
  readonly stages?: Readonly<Record<string, StageTarget>>;
  readonly outcomes?: Readonly<Record<string, StageTarget>>;
  readonly reasons?: Readonly<Record<string, CloseReason>>;
  readonly owners?: Readonly<Record<string, string | null>>;
  /** Per field, and per `plainName` of the value: accepted or kept as written. */
  readonly near?: Readonly<Record<string, Readonly<Record<string, boolean>>>>;
};

/** The mapping that the dry run was made with, and that is applied. */
export type Plan = {
  readonly mapping: ImportMapping;
  readonly process: ProcessChoice | null;
  readonly found: readonly AsFoundStage[];
};

export type StoredMapping = {
  readonly answers: Answers;
  /** Names of the file that lie near known ones, as found when the columns were mapped last. */
  readonly near: readonly NearField[];
  readonly plan: Plan | null;
};

/** An import as the database has it. */
export type StoredImport = {
  readonly id: string;
  readonly kind: ImportMapping["kind"];
  readonly fileName: string;
  readonly bytes: number;
  readonly status: ImportStatus;
  readonly version: number;
  readonly reading: StoredReading | null;
  readonly mapping: StoredMapping | null;
  readonly counts: Counts;
  readonly progress: number;
  readonly total: number;
  readonly error: ImportError | null;
  readonly createdById: string;
  readonly createdAt: Date;
  readonly appliedAt: Date | null;
  readonly undoneAt: Date | null;
};
