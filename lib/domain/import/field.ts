/** What a cell of a field holds, and so how it is read. */
export type FieldType =
  | "text"
  | "email"
  | "integer"
  | "number"
  | "money"
  | "currency"
  | "date"
  | "stage"
  | "outcome"
  | "reason"
  /** The name of a person, company or product that lives in its own list. */
  | "reference";

export const SYSTEMS = ["pipedrive", "hubspot", "salesforce", "zoho", "teamleader"] as const;
export type System = (typeof SYSTEMS)[number];

/** A field a column can be mapped to. Headers are compared in the form of `headerWords`. */
export type FieldDef = {
  readonly key: string;
  readonly type: FieldType;
  /** Headers in English and Dutch, best first. */
  readonly names: readonly string[];
  /** Headers of other systems' exports. */
  readonly systems?: Partial<Readonly<Record<System, readonly string[]>>>;
  /** Several columns may fill it; the first filled one counts. */
  readonly many?: boolean;
  /** A number that names something, as a year does: written without grouping. */
  readonly ungrouped?: boolean;
};

export const IMPORT_KINDS = ["companies", "people", "products", "deals"] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

export type KindDef = {
  readonly kind: ImportKind;
  readonly fields: readonly FieldDef[];
  /** Of each group at least one field must be mapped. */
  readonly required: readonly (readonly string[])[];
  /** What exports of this kind put before a field's name: "Deal - Title". */
  readonly entities: readonly string[];
};
