import { isRefusal, type Refusal, refuse } from "@/lib/domain/shared/result";
import { decodeText, readSepLine } from "./decode";
import { detectEncoding } from "./encoding";
import { findFooters } from "./footers";
import { chooseSeparator, type Measure, measure } from "./measure";
import type { CsvReading, CsvRow, EncodingReading, OpenBytes, SeparatorReading } from "./reading";
import { isBlankRecord } from "./records";

export const SEPARATORS = [",", ";", "\t"] as const;
const MAX_COLUMNS = 500;

/** What a person may set right when we read a file wrongly. */
export type ReadingChoice = { readonly encoding?: EncodingReading["encoding"]; readonly separator?: string };

/**
 * Reads a whole file and says what it is: encoding, separator, header, how many rows, what stands above and below the
 * data. The file is read a few times from the start and never held. Refuses what cannot be read as a table
 * (`FILE_REFUSALS`). `choice` overrules what we would have found.
 */
export async function readBytes(open: OpenBytes, choice: ReadingChoice = {}): Promise<CsvReading | Refusal> {
  const found = await detectEncoding(open);
  if (isRefusal(found)) return found;
  const encoding =
    choice.encoding && choice.encoding !== found.encoding ? { ...found, encoding: choice.encoding } : found;
  const sep = await sepLineOf(open, encoding);
  const layout = { encoding: encoding.encoding, sepLine: sep !== null };
  const wanted = choice.separator ?? sep;
  const candidates = wanted ? [wanted] : SEPARATORS;
  const measures: Measure[] = [];
  for (const separator of candidates) measures.push(await measure(open, { ...layout, separator }));
  const best = chooseSeparator(measures);
  if (!best || best.total === best.blank)
    return refuse(best?.broken ? `import.file-${best.broken.code}` : "import.file-empty", { row: 1 });
  if (best.broken) return refuse(`import.file-${best.broken.code}`, { row: best.broken.records + 1 });
  if (best.columns > MAX_COLUMNS)
    return refuse("import.file-too-many-columns", { columns: best.columns, most: MAX_COLUMNS });
  return toReading(encoding, sep !== null, best, measures);
}

async function sepLineOf(open: OpenBytes, encoding: EncodingReading): Promise<string | null> {
  let start = "";
  for await (const text of decodeText(open(), encoding.encoding)) {
    start += text;
    if (start.length >= 12) break;
  }
  return readSepLine(start)?.separator ?? null;
}

function toReading(
  encoding: EncodingReading,
  sepLine: boolean,
  best: Measure,
  all: readonly Measure[],
): CsvReading | Refusal {
  const header = findHeader(best);
  if (!header) return refuse("import.file-no-header");
  const width = header.values.length;
  const footers = findFooters(
    best.tail.filter((row) => row.number > header.number),
    width,
  );
  const lastRow = (footers[0]?.number ?? best.total + 1) - 1;
  const preamble = best.head.filter((row) => row.number < header.number);
  const blankOutside = [...preamble, ...footers].filter((row) => isBlankRecord(row.values)).length;
  const inData = (row: CsvRow) => row.number > header.number && row.number <= lastRow;
  const odd = [...best.byColumns].filter(([columns]) => columns !== width);
  const oddOutside = [...preamble, ...footers].filter(
    (row) => !isBlankRecord(row.values) && row.values.length !== width,
  ).length;
  return {
    encoding,
    separator: best.separator,
    sepLine,
    separators: [best, ...all.filter((each) => each !== best)].map(evidence),
    header: header.values.map((value) => value.trim()),
    headerRow: header.number,
    rows: lastRow - header.number - (best.blank - blankOutside),
    firstRow: header.number + 1,
    lastRow,
    preamble: preamble.filter((row) => !isBlankRecord(row.values)),
    footers,
    blankRows: best.blank - blankOutside,
    ragged: {
      count: odd.reduce((sum, [, group]) => sum + group.count, 0) - oddOutside,
      samples: odd.flatMap(([, group]) => group.samples.filter(inData)).sort((a, b) => a.number - b.number),
    },
  };
}

/** The first row with more than half of the data's columns filled: a report's title and settings above it have fewer. */
function findHeader(best: Measure): CsvRow | null {
  const filled = (row: CsvRow) => row.values.filter((value) => value.trim() !== "").length;
  return (
    best.head.find((row) => filled(row) > best.columns / 2) ??
    best.head.find((row) => filled(row) > 0) ??
    null
  );
}

const evidence = ({ separator, columns, fitting, records, least, most }: Measure): SeparatorReading => ({
  separator,
  columns,
  fitting,
  records,
  least,
  most,
});
