import type { CsvRow, OpenBytes, SeparatorReading } from "./reading";
import { brokenRecord, isBlankRecord, type Layout, records } from "./records";

const HEAD = 20;
/** Footers of reports are shorter than this. */
const TAIL = 24;
const SAMPLES = 3;

/** One whole file under one separator. */
export type Measure = SeparatorReading & {
  readonly head: readonly CsvRow[];
  readonly tail: readonly CsvRow[];
  readonly blank: number;
  readonly total: number;
  /** How many filled records have how many columns, with the first few of each. */
  readonly byColumns: ReadonlyMap<number, { count: number; readonly samples: CsvRow[] }>;
  readonly broken: { readonly code: "quote-open" | "record-too-long"; readonly records: number } | null;
};

/** Reads the whole file once with this separator and counts columns outside quotes. Memory does not grow with the file. */
export async function measure(open: OpenBytes, layout: Layout): Promise<Measure> {
  const head: CsvRow[] = [];
  const tail: CsvRow[] = [];
  const byColumns = new Map<number, { count: number; samples: CsvRow[] }>();
  let number = 0;
  let blank = 0;
  let broken: Measure["broken"] = null;
  try {
    for await (const values of records(open(), layout)) {
      number++;
      const row = { number, values };
      if (head.length < HEAD) head.push(row);
      tail.push(row);
      if (tail.length > TAIL) tail.shift();
      if (isBlankRecord(values)) blank++;
      else {
        const group = byColumns.get(values.length) ?? { count: 0, samples: [] };
        group.count++;
        if (group.samples.length < SAMPLES) group.samples.push(row);
        byColumns.set(values.length, group);
      }
    }
  } catch (error) {
    broken = brokenRecord(error);
    if (!broken) throw error;
  }
  return {
    separator: layout.separator,
    ...widths(byColumns),
    head,
    tail,
    blank,
    total: number,
    byColumns,
    broken,
  };
}

function widths(byColumns: Measure["byColumns"]) {
  let columns = 0;
  let fitting = 0;
  let records = 0;
  for (const [width, { count }] of byColumns) {
    records += count;
    if (count > fitting || (count === fitting && width > columns)) {
      columns = width;
      fitting = count;
    }
  }
  const all = [...byColumns.keys()];
  return { columns, fitting, records, least: Math.min(...all, columns), most: Math.max(...all, 0) };
}

/**
 * The separator under which most records agree on a number of columns (at least two). With an equal share the one
 * that gives more columns; a file of one column is read with a comma.
 */
export function chooseSeparator(measures: readonly Measure[]): Measure | null {
  const whole = measures.filter((each) => !each.broken);
  const from = whole.length > 0 ? whole : measures;
  const split = from.filter((each) => each.columns >= 2);
  const share = (each: Measure) => (each.records === 0 ? 0 : each.fitting / each.records);
  const best = split.sort((a, b) => share(b) - share(a) || b.columns - a.columns)[0];
  return best ?? from[0] ?? null;
}
