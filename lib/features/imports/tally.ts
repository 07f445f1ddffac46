import { isEmptyCell } from "@/lib/domain/import/empties";
import { normalName, plainName } from "@/lib/domain/import/names";
import { createRowIndex } from "@/lib/domain/import/row-index";
import type { ImportValues } from "@/lib/domain/import/row-values";
import type { Judged, Session } from "./session";
import {
  type CheckCounts,
  type CurrencySum,
  MOST_NOTE_VALUES,
  type NoteGroup,
  type RejectGroup,
  type Tally,
} from "./view";

const MOST_GROUPS = 200;
const RESULT = { create: "created", update: "updated", same: "same", reject: "rejected" } as const;

export const NO_ROWS: Tally = { rows: 0, created: 0, updated: 0, same: 0, rejected: 0 };

/** The tally with a chunk added. */
export function addTally(tally: Tally, judged: readonly Judged[]): Tally {
  const added = { ...tally, rows: tally.rows + judged.length };
  for (const { plan } of judged) added[RESULT[plan.action]]++;
  return added;
}

const amountOf = (values: ImportValues) =>
  values.kind === "deals" ? values.amount : values.kind === "products" ? values.price : null;

/** Adds up a dry run, a chunk at a time: `add(judged)`, then `counts()`. */
export function createTally({ plan: { mapping }, seen }: Session) {
  let tally: Tally = NO_ROWS;
  let unreadableAmounts = 0;
  let moreGroups = false;
  const sums = new Map<string, { -readonly [K in keyof CurrencySum]: CurrencySum[K] }>();
  const groups = new Map<string, { -readonly [K in keyof RejectGroup]: RejectGroup[K] }>();
  const notes = new Map<
    string,
    { code: NoteGroup["code"]; field: string; count: number; values: string[] }
  >();
  const names = createRowIndex();
  const managers = new Set<string>();
  const made = { companies: 0, products: 0, people: 0 };
  const money = mapping.columns.find(
    ({ target }) => target.kind === "field" && (target.field === "amount" || target.field === "price"),
  );

  function addSum({ row, plan }: Judged): void {
    const amount = amountOf(plan.values);
    if (!amount) {
      if (money && !isEmptyCell(row.values[money.index] ?? "")) unreadableAmounts++;
      return;
    }
    const { currency, minor } = amount;
    const sum = sums.get(currency) ?? { currency, file: 0, created: 0, updated: 0, same: 0, rejected: 0 };
    sum.file += minor;
    sum[RESULT[plan.action]] += minor;
    sums.set(currency, sum);
  }

  function addGroup({ row, plan }: Judged): void {
    // A row is counted once, under the first thing that is wrong with it.
    const [problem] = plan.problems;
    if (!problem) return;
    const { code, column, params } = problem;
    const value = String(params.value ?? (column === null ? "" : (row.values[column] ?? ""))).slice(0, 120);
    const key = `${code}|${column}|${code === "duplicate-row" || code === "duplicate-id" ? "" : value}`;
    const known = groups.get(key);
    if (known) known.count++;
    else if (groups.size < MOST_GROUPS)
      groups.set(key, { code, column, value, params, firstRow: row.number, count: 1 });
    else moreGroups = true;
  }

  function addNotes({ plan }: Judged): void {
    for (const { code, params } of plan.notes) {
      const field = String(params.field ?? "");
      const value = params.value === undefined ? null : String(params.value);
      const group = notes.get(`${code}|${field}`) ?? { code, field, count: 0, values: [] };
      group.count++;
      if (value !== null && group.values.length < MOST_NOTE_VALUES && !group.values.includes(value))
        group.values.push(value);
      notes.set(`${code}|${field}`, group);
    }
  }

  function addNew(list: keyof typeof made, reference: { name: string; id: string | null } | null): void {
    if (!reference || reference.id !== null) return;
    const key = `${list}:${normalName(reference.name) || plainName(reference.name)}`;
    if (names.get(key) !== undefined) return;
    names.set(key, 1);
    made[list]++;
  }

  function addMade({ plan: { values, action } }: Judged): void {
    if (action === "reject" || action === "same") return;
    if (values.kind === "people" && values.manager?.id === null)
      managers.add(normalName(values.manager.name));
    if (values.kind !== "deals") return;
    addNew("companies", values.company);
    addNew("products", values.product);
    addNew("people", values.owner);
  }

  return {
    add: (judged: readonly Judged[]) => {
      tally = addTally(tally, judged);
      for (const each of judged) {
        addSum(each);
        if (each.plan.action === "reject") addGroup(each);
        else addNotes(each);
        addMade(each);
      }
    },
    counts: (): CheckCounts => ({
      ...tally,
      sums: [...sums.values()].sort((a, b) => b.file - a.file),
      unreadableAmounts,
      groups: [...groups.values()].sort((a, b) => a.firstRow - b.firstRow),
      moreGroups,
      notes: [...notes.values()],
      // A manager who has a row of his own in the file is no name of another list.
      made: {
        ...made,
        people: made.people + [...managers].filter((name) => seen.get(`name:${name}`) === undefined).length,
      },
    }),
  };
}
