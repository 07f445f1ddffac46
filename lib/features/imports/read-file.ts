import "server-only";
import { createColumnsProfile } from "@/lib/domain/import/columns";
import { isRefusal, type Refusal, refuse } from "@/lib/domain/shared/result";
import { type ReadingChoice, readBytes } from "@/lib/platform/csv/read-bytes";
import type { OpenBytes } from "@/lib/platform/csv/reading";
import { rows } from "@/lib/platform/csv/rows";
import { MAX_ROWS } from "./input";
import type { StoredReading } from "./state";

/** The bytes of a kept file, piece after piece: never more than one in memory. `find` gives null after the last. */
export function openPieces(find: (part: number) => Promise<Uint8Array | null>): OpenBytes {
  return async function* () {
    for (let part = 0; ; part++) {
      const piece = await find(part);
      if (!piece) return;
      yield piece;
    }
  };
}

/**
 * Reads a whole file and judges every column. Memory does not grow with the file. Refuses what is no table, a table
 * without rows (`import.file-no-rows`) and one with more than `MAX_ROWS` (`import.too-many-rows`).
 */
export async function readWholeFile(
  open: OpenBytes,
  choice: ReadingChoice,
): Promise<StoredReading | Refusal> {
  const csv = await readBytes(open, choice);
  if (isRefusal(csv)) return csv;
  if (csv.rows === 0) return refuse("import.file-no-rows");
  if (csv.rows > MAX_ROWS) return refuse("import.too-many-rows", { rows: csv.rows, most: MAX_ROWS });
  const profile = createColumnsProfile(csv.header);
  for await (const row of rows(open(), csv)) profile.add(row.values, row.number);
  return storable({ csv, profiles: profile.profiles() });
}

/**
 * The same value without what Postgres keeps in no text: NUL and halves of surrogate pairs become the replacement
 * character. Such cells are refused row by row anyway; this keeps what is shown of them.
 */
export function storable<T>(value: T): T {
  const text = JSON.stringify(value);
  if (!/\\u0000|\\ud[89a-f]/i.test(text)) return value;
  return JSON.parse(text.replace(/\\u0000|\\ud[89a-f][0-9a-f]{2}/gi, "\\ufffd"));
}
