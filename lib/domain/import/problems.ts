/** Why a row cannot come in. Each code is a message key: `import.problems.<code>`. */
export const PROBLEMS = [
  "not-a-date",
  "not-a-number",
  "amount-too-precise",
  "amount-too-large",
  "not-an-email",
  "email-taken",
  "reading-open",
  "text-too-long",
  "unreadable-characters",
  "too-many-cells",
  "missing",
  "nothing-to-name-it",
  "stage-unmapped",
  "outcome-unmapped",
  "outcome-conflict",
  "closed-without-date",
  "closed-before-opened",
  "stage-before-opened",
  "stage-after-closed",
  "in-the-future",
  "currency-unknown",
  "currency-conflict",
  "duplicate-row",
  "duplicate-id",
  "exit-needs-reason",
  "not-seen",
  "owner-reads-only",
  "close-before-opened",
  "close-too-far",
] as const;
export type ProblemCode = (typeof PROBLEMS)[number];

/** What a person should know of a row that does come in. Message keys: `import.notes.<code>`. */
export const NOTES = [
  "row-short",
  "near-match",
  "matched-by-name",
  "company-new",
  "product-new",
  "manager-new",
  "title-made",
  "owner-placeholder",
  "owner-missing",
  "open-without-company",
  "open-without-amount",
  "open-without-date",
  "stage-assumed",
  "stage-elsewhere",
  "part-of-another",
  "won-without-amount",
  "amount-negative",
  "close-date-of-open-deal",
  "close-date-ignored",
  "close-before-opened",
  "close-too-far",
] as const;
export type NoteCode = (typeof NOTES)[number];

type Remark<C> = {
  /** Column index in the file; null when it is about the row. */
  readonly column: number | null;
  readonly code: C;
  readonly params: Readonly<Record<string, string | number>>;
};
export type RowProblem = Remark<ProblemCode>;
export type RowNote = Remark<NoteCode>;
