/** What a spreadsheet takes for the beginning of a formula, also after apostrophes that stand before it already. */
const FORMULA = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** A text as a cell that no spreadsheet runs: what would begin a formula gets an apostrophe before it. */
export const withoutFormula = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** The text behind such a cell; any other text is what it is. */
export const behindFormula = (cell: string): string =>
  cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
