/** Ways to write "nothing here" in English and Dutch exports, compared in lower case. */
const EMPTY_WORDS = new Set([
  "",
  "-",
  "--",
  "–",
  "—",
  ".",
  "?",
  "n/a",
  "n.a.",
  "#n/a",
  "#n/b",
  "n/b",
  "nvt",
  "n.v.t.",
  "n.v.t",
  "null",
  "(null)",
  "nil",
  "none",
  "(none)",
  "--none--",
  "geen",
  "(geen)",
  "leeg",
  "(leeg)",
  "empty",
  "(empty)",
  "(blank)",
]);

/** The value without white space around it, no-break spaces included. */
export const trimmed = (value: string): string =>
  value.replace(/^[\s\u00a0\u202f\u200b\ufeff]+|[\s\u00a0\u202f\u200b\ufeff]+$/g, "");

/** True for an empty cell and for the words people write in one, such as "-" or "n.v.t.". */
export const isEmptyCell = (value: string): boolean => EMPTY_WORDS.has(trimmed(value).toLowerCase());
