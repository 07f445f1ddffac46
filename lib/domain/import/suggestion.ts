import type { ColumnMapping } from "./mapping";

/** Why a column is proposed for its target; `code` is a message key under `import.reasons`. */
export type SuggestionReason =
  | { readonly code: "known-header"; readonly system: string | null }
  | { readonly code: "similar-header"; readonly name: string }
  | { readonly code: "values" }
  | { readonly code: "stage-in-header"; readonly stage: string }
  | { readonly code: "values-contradict"; readonly field: string }
  | { readonly code: "field-taken"; readonly field: string }
  | { readonly code: "unknown" }
  /** A column of our own export that is only there to be read. */
  | { readonly code: "to-read" }
  | { readonly code: "no-values" };

export type ColumnSuggestion = ColumnMapping & {
  readonly reason: SuggestionReason;
  /** A reading that the file leaves open and a person must choose. */
  readonly question: "dates" | "numbers" | null;
};

export type MappingSuggestion = {
  readonly columns: readonly ColumnSuggestion[];
  /** Groups of which at least one field is still to be mapped. */
  readonly missing: readonly (readonly string[])[];
};
