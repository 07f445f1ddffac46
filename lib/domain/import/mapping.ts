import type { CloseReason, Outcome } from "../run/events";
import type { DateReading } from "./date-readings";
import type { ImportKind } from "./field";
import { kindOf } from "./kinds";
import type { NumberReading } from "./numbers";

/** Where a column goes. */
export type ColumnTarget =
  | { readonly kind: "field"; readonly field: string }
  /** The day on which the deal entered a stage; `stage` is written as in the file's stage column. */
  | { readonly kind: "stage-date"; readonly stage: string }
  /** Kept beside the record under this name, and used for nothing. */
  | { readonly kind: "attribute"; readonly name: string }
  | { readonly kind: "ignore" };

export type ColumnMapping = {
  readonly index: number;
  readonly header: string;
  readonly target: ColumnTarget;
  /** How dates in this column are read; null when none are, or while that is a question. */
  readonly dates: DateReading | null;
  /** How numbers in this column are read; null when none are, or while that is a question. */
  readonly numbers: NumberReading | null;
};

/** What a value of the stage or status column means. */
export type StageTarget =
  | { readonly kind: "stage"; readonly stageKey: string }
  | { readonly kind: "outcome"; readonly outcome: Outcome }
  /** Still running, without naming a stage ("Open"). */
  | { readonly kind: "open" };

/** The whole mapping of an import: plain data, sent by the screen and the API alike, and kept with the import. */
export type ImportMapping = {
  readonly kind: ImportKind;
  readonly columns: readonly ColumnMapping[];
  /** IANA zone in which times without offset are read. */
  readonly timeZone: string;
  /** Currency of amounts that name none. */
  readonly currency: string;
  /** By `plainName` of the value in the stage column. */
  readonly stages?: Readonly<Record<string, StageTarget>>;
  /** By `plainName` of the value in the outcome (status) column. */
  readonly outcomes?: Readonly<Record<string, StageTarget>>;
  /** Keys of the stages mapped to, first to last. */
  readonly stageOrder?: readonly string[];
  /** By `plainName` of the value in the owner column: the member it stands for. Others are looked up by name. */
  readonly owners?: Readonly<Record<string, string>>;
  /** By `plainName` of the value in the close reason column. */
  readonly reasons?: Readonly<Record<string, CloseReason>>;
  /**
   * In a list of companies, people or products: `plainName` of a name in it to the name under which the record is known
   * here ("gtx pro" to "GTXPro"). It is that record, and takes the name of the list.
   */
  readonly sameAs?: Readonly<Record<string, string>>;
  /** Accepted corrections per field: `plainName` of the value to the name to use ("gtxpro" to "GTX Pro"). */
  readonly aliases?: Readonly<Record<string, Readonly<Record<string, string>>>>;
};

/** The groups of fields of which none is mapped, though at least one must be. Empty when the mapping is complete. */
export function missingFields(
  kind: ImportKind,
  columns: readonly Pick<ColumnMapping, "target">[],
): string[][] {
  const mapped = new Set(columns.flatMap(({ target }) => (target.kind === "field" ? [target.field] : [])));
  return kindOf(kind)
    .required.filter((group) => !group.some((field) => mapped.has(field)))
    .map((group) => [...group]);
}
