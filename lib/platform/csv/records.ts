import { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { decodeText, withoutSepLine } from "./decode";
import type { Encoding } from "./reading";

/** A record longer than this is an open quote that swallowed the file, not data. */
const MAX_RECORD_BYTES = 1_000_000;

export type Layout = { readonly encoding: Encoding; readonly separator: string; readonly sepLine: boolean };

/**
 * Every record of the file, blank and ragged ones too, in constant memory. Quotes may hold separators, line ends and
 * doubled quotes; a quote inside an unquoted cell is a character. Throws csv-parse's CsvError on a quote never closed.
 */
export async function* records(source: AsyncIterable<Uint8Array>, layout: Layout): AsyncGenerator<string[]> {
  const text = decodeText(source, layout.encoding);
  const input = Readable.from(layout.sepLine ? withoutSepLine(text) : text, {
    objectMode: true,
    highWaterMark: 2,
  });
  const parser = parse({
    delimiter: layout.separator,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: MAX_RECORD_BYTES,
  });
  input.on("error", (error) => parser.destroy(error));
  input.pipe(parser);
  try {
    for await (const record of parser) yield record as string[];
  } finally {
    input.destroy();
    parser.destroy();
  }
}

/** The record at which a broken file stops being readable, and how; null for any other error. */
export function brokenRecord(
  error: unknown,
): { code: "quote-open" | "record-too-long"; records: number } | null {
  if (!(error instanceof CsvError)) return null;
  const done = typeof error.records === "number" ? error.records : 0;
  if (error.code === "CSV_QUOTE_NOT_CLOSED") return { code: "quote-open", records: done };
  if (error.code === "CSV_MAX_RECORD_SIZE") return { code: "record-too-long", records: done };
  return null;
}

/** True for a record without a single visible character. */
export const isBlankRecord = (values: readonly string[]): boolean =>
  values.every((value) => value.trim() === "");
