/** A cell of the file: the row number a spreadsheet shows, and what stands there. */
export type Cell = { readonly row: number; readonly value: string };

/** A value with what each reading makes of it. */
export type ReadingSample<R extends string> = Cell & {
  readonly readings: readonly Meaning<R>[];
};

/** What a whole column says about how its values are written. */
export type Verdict<R extends string> =
  | {
      readonly kind: "settled";
      readonly reading: R;
      /** Values that read so. */
      readonly fits: number;
      /** Values that read in no other way, or differently in every other way that was left. */
      readonly decisive: number;
      readonly empty: number;
      readonly samples: readonly ReadingSample<R>[];
    }
  | {
      /** Every value fits several readings and they do not mean the same: a question, never a guess. */
      readonly kind: "ambiguous";
      readonly readings: readonly R[];
      readonly fits: number;
      readonly empty: number;
      readonly samples: readonly ReadingSample<R>[];
    }
  | {
      /** No reading fits every value. `best` are the readings that fit most: none, one, or several that mean different things. */
      readonly kind: "none";
      readonly best: readonly R[];
      readonly fits: number;
      readonly empty: number;
      readonly offending: readonly Cell[];
      readonly offendingCount: number;
      readonly samples: readonly ReadingSample<R>[];
    }
  | { readonly kind: "empty"; readonly empty: number };

export type Judge<R extends string> = {
  readonly add: (value: string, row: number) => Judge<R>;
  readonly verdict: () => Verdict<R>;
};

type Meaning<R extends string> = { readonly reading: R; readonly means: string };

const SAMPLES = 5;
/** Different values remembered with their meanings. */
const KNOWN = 2000;
const OFFENDING = 20;

/**
 * Judges a column one value at a time in constant memory. `means` gives what a value means in a reading, in a form
 * that can be compared, or null when it cannot be read so; `readings` stand in order of preference for the case that
 * several fit and agree on every value.
 */
export function createJudge<R extends string>(
  readings: readonly R[],
  means: (value: string, reading: R) => string | null,
  isEmpty: (value: string) => boolean,
): Judge<R> {
  const fits = new Map<R, number>(readings.map((reading) => [reading, 0]));
  const against = new Map<R, Cell[]>(readings.map((reading) => [reading, []]));
  const only = new Map<R, number>();
  const differs = new Set<string>();
  const telling: ReadingSample<R>[] = [];
  const plain: ReadingSample<R>[] = [];
  let empty = 0;
  let total = 0;

  // Days, stages and amounts repeat; reading each writing once is most of the work saved.
  const known = new Map<string, readonly Meaning<R>[]>();
  function readAll(value: string): readonly Meaning<R>[] {
    const kept = known.get(value);
    if (kept) return kept;
    const found = readings.flatMap((reading) => {
      const meaning = means(value, reading);
      return meaning === null ? [] : [{ reading, means: meaning }];
    });
    if (known.size < KNOWN) known.set(value, found);
    return found;
  }

  function keepOffending(found: readonly Meaning<R>[], cell: Cell): void {
    for (const [reading, cells] of against)
      if (cells.length < OFFENDING && !found.some((each) => each.reading === reading)) cells.push(cell);
  }

  function add(value: string, row: number): Judge<R> {
    if (isEmpty(value)) {
      empty++;
      return judge;
    }
    total++;
    const found = readAll(value);
    for (const { reading } of found) fits.set(reading, (fits.get(reading) ?? 0) + 1);
    if (found.length < readings.length) keepOffending(found, { row, value });
    // Readings that fit different values are no two names of one reading either.
    for (const a of found)
      for (const b of readings)
        if (!found.some(({ reading }) => reading === b))
          differs.add(`${a.reading}|${b}`).add(`${b}|${a.reading}`);
    const first = found[0];
    if (first && found.every((each) => each.means === first.means)) {
      if (found.length === 1) only.set(first.reading, (only.get(first.reading) ?? 0) + 1);
      const list = found.length === 1 && readings.length > 1 ? telling : plain;
      if (list.length < SAMPLES) list.push({ row, value, readings: found });
    } else if (first) {
      for (const a of found)
        for (const b of found) if (a.means !== b.means) differs.add(`${a.reading}|${b.reading}`);
      if (telling.length < SAMPLES) telling.push({ row, value, readings: found });
    }
    return judge;
  }

  function verdict(): Verdict<R> {
    if (total === 0) return { kind: "empty", empty };
    const samples = [...telling, ...plain].slice(0, SAMPLES);
    const left = readings.filter((reading) => fits.get(reading) === total);
    const [preferred] = left;
    if (preferred !== undefined) {
      if (!agree(left)) return { kind: "ambiguous", readings: left, fits: total, empty, samples };
      return {
        kind: "settled",
        reading: preferred,
        fits: total,
        decisive: only.get(preferred) ?? 0,
        empty,
        samples,
      };
    }
    const most = Math.max(...fits.values());
    const fitting = most === 0 ? [] : readings.filter((reading) => fits.get(reading) === most);
    const best = agree(fitting) ? fitting.slice(0, 1) : fitting;
    const offending = best[0] === undefined ? [...against.values()][0] : against.get(best[0]);
    return {
      kind: "none",
      best,
      fits: most,
      empty,
      offending: offending ?? [],
      offendingCount: total - most,
      samples,
    };
  }

  const agree = (some: readonly R[]) => !some.some((a) => some.some((b) => differs.has(`${a}|${b}`)));

  const judge: Judge<R> = { add, verdict };
  return judge;
}
