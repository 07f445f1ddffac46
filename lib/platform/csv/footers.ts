import type { CsvRow } from "./reading";
import { isBlankRecord } from "./records";

/** Lines that report tools of other systems put below the data, in English and Dutch. */
const FOOTER =
  /^(grand total|total|totals|sub-?total|totaal|totalen|eindtotaal|subtotaal|sum|som)\s*(:|=|\(|$)|^(total|aantal|number of|totaal|totaal aantal)\s+(rows|records|deals|opportunities|rijen|regels|kansen)\b|^(report|rapport)\b.*\b(generated|created|gemaakt|gegenereerd|run)\b|^(generated|exported|created|gegenereerd|geëxporteerd|gemaakt|filtered|gefilterd)\s+(by|on|at|door|op)\b|^(confidential|vertrouwelijk)\b|^(copyright|©)/i;
const NUMBER = /^[-+(]?[€$£\s\u00a0\u202f]*\d[\d.,'\s\u00a0\u202f]*[)%-]?$/;

/** True when the first filled cell reads as a footer and nothing but numbers stands beside it. */
function looksLikeFooter(values: readonly string[]): boolean {
  const filled = values.map((value) => value.trim()).filter((value) => value !== "");
  const [first, ...others] = filled;
  return first !== undefined && FOOTER.test(first) && others.every((value) => NUMBER.test(value));
}

/**
 * The rows at the end of the file that are no data: blank lines, totals, and lines of one cell that follow those
 * (a report's name, its copyright). `tail` holds the file's last rows; `columns` is the width of the data.
 */
export function findFooters(tail: readonly CsvRow[], columns: number): CsvRow[] {
  const isThin = (row: CsvRow) =>
    columns >= 3 && row.values.filter((value) => value.trim() !== "").length <= 1;
  let start = tail.length;
  while (start > 0) {
    const row = tail[start - 1];
    if (!row || !(isBlankRecord(row.values) || looksLikeFooter(row.values) || isThin(row))) break;
    start--;
  }
  // A thin row above the first blank or total is a broken data row, and judged as one.
  const end = tail.slice(start);
  const first = end.findIndex((row) => isBlankRecord(row.values) || looksLikeFooter(row.values));
  return first === -1 ? [] : end.slice(first);
}
