import type { Refusal } from "@/lib/domain/shared/result";

export const ENCODINGS = ["utf-8", "utf-16le", "utf-16be", "windows-1252"] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** A file that can be read more than once: each call starts again at the first byte. */
export type OpenBytes = () => AsyncIterable<Uint8Array>;

/** One record. `number` is the row number a spreadsheet shows: the header is usually 1, a `sep=` line is not counted. */
export type CsvRow = { readonly number: number; readonly values: string[] };

/** What the bytes turned out to be, and the proof that the screen shows. */
export type EncodingReading = {
  readonly encoding: Encoding;
  /** True when the file starts with a byte order mark. */
  readonly mark: boolean;
  /** Why: a mark, the pattern of zero bytes, valid UTF-8, or "not UTF-8". */
  readonly because: "mark" | "zero-bytes" | "valid-utf-8" | "not-utf-8";
  /** A word that the other reading would spoil, as read and as it would have been; null when nothing tells them apart. */
  readonly sample: { readonly read: string; readonly otherwise: string } | null;
};

/** How many records have how many columns under one separator. */
export type SeparatorReading = {
  readonly separator: string;
  /** The most frequent number of columns. */
  readonly columns: number;
  /** Records that have exactly that many. */
  readonly fitting: number;
  readonly records: number;
  readonly least: number;
  readonly most: number;
};

/** What we read of a whole file; plain data, so that it can be stored with the import and used again. */
export type CsvReading = {
  readonly encoding: EncodingReading;
  readonly separator: string;
  /** True when a first line `sep=` named the separator. */
  readonly sepLine: boolean;
  /** Every separator that was tried, the chosen one first. */
  readonly separators: readonly SeparatorReading[];
  readonly header: readonly string[];
  readonly headerRow: number;
  /** Records from the header's successor to the last one that is not a footer, without blank ones. */
  readonly rows: number;
  readonly firstRow: number;
  readonly lastRow: number;
  /** Lines above the header, and lines below the data such as totals: shown, never imported. */
  readonly preamble: readonly CsvRow[];
  readonly footers: readonly CsvRow[];
  /** Blank lines between data rows. */
  readonly blankRows: number;
  /** Rows with more or fewer cells than the header. They are delivered; the plan judges them. */
  readonly ragged: { readonly count: number; readonly samples: readonly CsvRow[] };
};

/** Codes with which a file as a whole is refused. */
export const FILE_REFUSALS = [
  "import.file-empty",
  "import.file-spreadsheet",
  "import.file-binary",
  "import.file-no-header",
  "import.file-quote-open",
  "import.file-record-too-long",
  "import.file-too-many-columns",
] as const;
export type FileRefusal = Refusal & { readonly code: (typeof FILE_REFUSALS)[number] };
