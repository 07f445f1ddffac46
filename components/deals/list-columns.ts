import {
  COLUMNS,
  type Column,
  DEFAULT_SORT,
  type Sort,
  type SortKey,
  sortOf,
} from "@/lib/features/deals/input";
import type { BoardShell } from "@/lib/features/deals/view";
import type { DealsFilter } from "./filter";

const OPEN_ONLY: ReadonlySet<Column> = new Set(["entered", "nextStep", "due"]);
const ON_DEMAND: ReadonlySet<Column> = new Set(["close", "opened", "changed"]);

/** The columns that stand in the list: those chosen, or else what says something under its filter. */
export function columnsOf(filter: DealsFilter, shell: BoardShell): readonly Column[] {
  if (filter.columns) return filter.columns;
  return COLUMNS.filter((column) => {
    if (ON_DEMAND.has(column)) return false;
    if (OPEN_ONLY.has(column)) return filter.status !== "closed";
    if (column === "outcome") return filter.status !== "open";
    if (column === "process") return shell.processes.length > 1 && !filter.process;
    return true;
  });
}

/** What a column is ordered by; columns that are missing here have no order. */
const KEY: Readonly<Partial<Record<Column | "deal", SortKey>>> = {
  deal: "deal",
  amount: "amount",
  stage: "stage",
  entered: "entered",
  due: "due",
  close: "close",
  owner: "owner",
  opened: "opened",
  changed: "changed",
};
/** Of these the largest or latest comes first when one orders by them. */
const DOWN_FIRST: ReadonlySet<SortKey> = new Set(["amount", "changed", "opened"]);

type Head = { readonly next: Sort; readonly sorted: "ascending" | "descending" | undefined };

/** Where pressing a column's head leads, and how the list is ordered by it now; null where there is no order. */
export function headOf(column: string, sort: Sort = DEFAULT_SORT): Head | null {
  const key = KEY[column as Column];
  if (!key) return null;
  const now = sortOf(sort);
  if (now.key !== key) return { next: DOWN_FIRST.has(key) ? `-${key}` : key, sorted: undefined };
  // Who entered a stage first has been there for the most days.
  const falls = now.descending !== (key === "entered");
  return { next: now.descending ? key : `-${key}`, sorted: falls ? "descending" : "ascending" };
}
