import "server-only";
import type { Tx } from "@/lib/platform/db/tenant";

type Row = Readonly<Record<string, unknown>>;

/**
 * Rows to write, by what they are: whole rows of their tables, in the place of those that have their keys, or for what is
 * `gone` the keys. See `app.write_runs`.
 */
export type RunWrites = {
  readonly runs?: readonly Row[];
  readonly deals?: readonly Row[];
  readonly events?: readonly Row[];
  readonly goneVisits?: readonly Row[];
  readonly visits?: readonly Row[];
  readonly goneSteps?: readonly Row[];
  readonly steps?: readonly Row[];
  readonly goneCriteria?: readonly Row[];
  readonly criteria?: readonly Row[];
  readonly changes?: readonly Row[];
  readonly goneDue?: readonly Row[];
  readonly due?: readonly Row[];
  readonly changedRuns?: readonly Row[];
  readonly changedCalls?: readonly Row[];
  readonly changedDeals?: readonly Row[];
  /** What to add to the roll-ups, in the order in which their rows are to be locked. */
  readonly totals?: readonly Row[];
};

/** Writes it all in one statement and in the order that keys and roll-ups need. What nobody may see is written too. */
export async function writeRuns(tx: Tx, writes: RunWrites): Promise<void> {
  await tx.$queryRaw`select app.write_runs(${writesJson(writes)}::jsonb)::text`;
}

/** The parameter of `app.write_runs`: empty lists left out, columns by the names that the database has for them. */
export function writesJson(writes: RunWrites): string {
  const lists = Object.entries(writes).filter(([, rows]) => rows.length > 0);
  return JSON.stringify(Object.fromEntries(lists.map(([list, rows]) => [list, rows.map(columns)])));
}

const columns = (row: Row): Row =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [columnOf(name), cell(value)]));
// Each name a thousand times a second.
const named = new Map<string, string>();
function columnOf(name: string): string {
  const kept = named.get(name);
  if (kept) return kept;
  const column = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  named.set(name, column);
  return column;
}
const cell = (value: unknown): unknown => (typeof value === "bigint" ? String(value) : value);

/** The rows that are new or differ, and the keys of those that are no longer wanted. */
export function changedRows<R extends Row, K extends keyof R>(
  before: readonly R[],
  after: readonly R[],
  ...keys: readonly K[]
): { readonly gone: readonly Pick<R, K>[]; readonly rows: readonly R[] } {
  const idOf = (row: R) => keys.map((key) => String(row[key])).join(" ");
  const was = new Map(before.map((row) => [idOf(row), JSON.stringify(row)]));
  const is = new Set(after.map(idOf));
  const keyOf = (row: R) => Object.fromEntries(keys.map((key) => [key, row[key]])) as Pick<R, K>;
  return {
    gone: before.filter((row) => !is.has(idOf(row))).map(keyOf),
    rows: after.filter((row) => was.get(idOf(row)) !== JSON.stringify(row)),
  };
}
