import { mix53 } from "./fingerprint";

/** Remembers at which row of a file a text stood, without keeping the text: about 40 bytes each, outside the heap. */
export type RowIndex = {
  readonly get: (text: string) => number | undefined;
  /** The first row counts; a second `set` of the same text changes nothing. Rows are numbered from 1. */
  readonly set: (text: string, row: number) => void;
  readonly size: () => number;
};

/** An empty index: open addressing over 106 bits of each text, so that two texts are taken for one practically never. */
export function createRowIndex(): RowIndex {
  let capacity = 1024;
  let size = 0;
  let one = new Float64Array(capacity);
  let two = new Float64Array(capacity);
  let rows = new Uint32Array(capacity);

  function slot(a: number, b: number): number {
    let at = (a % 4_294_967_296) & (capacity - 1);
    while (rows[at] !== 0 && (one[at] !== a || two[at] !== b)) at = (at + 1) & (capacity - 1);
    return at;
  }

  function grow(): void {
    const [a, b, numbers] = [one, two, rows];
    capacity *= 2;
    one = new Float64Array(capacity);
    two = new Float64Array(capacity);
    rows = new Uint32Array(capacity);
    for (const [at, row] of numbers.entries()) if (row !== 0) put(a[at] ?? 0, b[at] ?? 0, row);
  }

  function put(a: number, b: number, row: number): void {
    const at = slot(a, b);
    one[at] = a;
    two[at] = b;
    rows[at] = row;
  }

  const hash = (text: string): [number, number] => [mix53(text, 7), mix53(text, 1_000_003)];
  return {
    get: (text) => rows[slot(...hash(text))] || undefined,
    set: (text, row) => {
      const [a, b] = hash(text);
      if (rows[slot(a, b)] !== 0) return;
      if (size > capacity * 0.6) grow();
      put(a, b, row);
      size++;
    },
    size: () => size,
  };
}
