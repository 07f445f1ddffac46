import type { CsvReading, CsvRow } from "./reading";
import { isBlankRecord, records } from "./records";

/**
 * The data rows of a file, one at a time, with the numbers a spreadsheet shows; no header, blank line or footer.
 * `after` skips rows up to and including that number, to go on where a stopped import was. Memory does not grow.
 */
export async function* rows(
  source: AsyncIterable<Uint8Array>,
  reading: CsvReading,
  after = 0,
): AsyncGenerator<CsvRow> {
  const layout = {
    encoding: reading.encoding.encoding,
    separator: reading.separator,
    sepLine: reading.sepLine,
  };
  let number = 0;
  for await (const values of records(source, layout)) {
    number++;
    if (number > reading.lastRow) return;
    if (number < reading.firstRow || number <= after || isBlankRecord(values)) continue;
    yield { number, values };
  }
}
