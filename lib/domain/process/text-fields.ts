/** The fields of a stage, step or criterion that hold a text per language. */
export const TEXT_FIELDS = [
  "name",
  "buyerStep",
  "objective",
  "howTo",
  "buyerAction",
  "buyerGains",
  "desiredResult",
  "text",
] as const;
export type TextField = (typeof TEXT_FIELDS)[number];

const KNOWN: ReadonlySet<string> = new Set(TEXT_FIELDS);

/** Whether a field holds a text per language. */
export const isTextField = (field: string): field is TextField => KNOWN.has(field);
