import type { Day } from "../shared/day";
import type { ImportRow } from "./cells";
import type { ImportMapping } from "./mapping";
import { plainName } from "./names";
import type { NoteCode, RowNote, RowProblem } from "./problems";
import { type ReadRow, readRow } from "./read-row";
import type { DealValues, ImportValues, PersonValues, Reference } from "./row-values";

/** A record that is there already. `fingerprint` is the one its last import left, null when it was made by hand. */
export type Existing = {
  readonly id: string;
  readonly externalId: string | null;
  readonly fingerprint: string | null;
};

type ReferenceField = ReadRow["references"][number]["field"];

/** What planning must look up; the caller loads it for a chunk of rows with `identities` and `references` of `readRow`. */
export type Lookups = {
  readonly existing: (identity: string) => Existing | undefined;
  /** The row of this file that had this identity before and was not rejected. */
  readonly seen: (identity: string) => number | undefined;
  /** By `normalName` of the name. */
  readonly reference: (
    field: ReferenceField,
    name: string,
  ) => { readonly id: string; readonly name: string } | undefined;
  /** A proposal for a name that is not known (`nearMatches`), to be shown and never applied. */
  readonly near?: (field: string, name: string) => string | undefined;
  readonly today: Day | null;
};

export type PlannedRow = {
  readonly number: number;
  readonly action: "create" | "update" | "same" | "reject";
  /** The record to update, or that is the same already. */
  readonly id: string | null;
  readonly values: ImportValues;
  readonly problems: readonly RowProblem[];
  readonly notes: readonly RowNote[];
  readonly identities: readonly string[];
  readonly fingerprint: string;
};

/**
 * What applying this row would do: create, update, nothing ("same") or reject with every reason. Pure: the same row,
 * mapping and lookups give the same plan, in the dry run and when applied. References that are not known are kept by
 * name with a note; an unknown owner becomes a placeholder.
 */
export const planRow = (mapping: ImportMapping, row: ImportRow, lookups: Lookups): PlannedRow =>
  planRead(readRow(mapping, row, lookups.today), lookups);

/** `planRow` for a row that was read already. */
export function planRead(read: ReadRow, lookups: Lookups): PlannedRow {
  const { number, identities, fingerprint } = read;
  const notes = [...read.notes];
  const values = resolve(read.values, lookups, notes);
  const planned = { number, values, identities, fingerprint, notes };
  const repeated = repeatedRow(read, lookups);
  const problems = repeated ? [...read.problems, repeated] : read.problems;
  if (problems.length > 0) return { ...planned, action: "reject", id: null, problems };
  const existing = findExisting(read, lookups);
  if (!existing) return { ...planned, action: "create", id: null, problems };
  return {
    ...planned,
    action: existing.fingerprint === fingerprint ? "same" : "update",
    id: existing.id,
    problems,
  };
}

function repeatedRow({ identities, values }: ReadRow, { seen }: Lookups): RowProblem | null {
  const [first] = identities;
  const row = first === undefined ? undefined : seen(first);
  if (row === undefined) return null;
  return { column: null, code: values.externalId ? "duplicate-id" : "duplicate-row", params: { row } };
}

/** A name alone does not make two records with different ids one. */
function findExisting({ identities, values }: ReadRow, { existing }: Lookups): Existing | null {
  for (const identity of identities) {
    const found = existing(identity);
    if (!found) continue;
    if (
      identity.startsWith("id:") ||
      !found.externalId ||
      !values.externalId ||
      found.externalId === values.externalId
    )
      return found;
  }
  return null;
}

const NEW: Readonly<Record<ReferenceField, NoteCode>> = {
  company: "company-new",
  product: "product-new",
  owner: "owner-placeholder",
  manager: "manager-new",
};

function resolve(values: ImportValues, lookups: Lookups, notes: RowNote[]): ImportValues {
  const find = (field: ReferenceField, reference: Reference | null): Reference | null => {
    if (!reference || reference.id !== null) return reference;
    const { name } = reference;
    const found = lookups.reference(field, name);
    if (found) {
      if (plainName(found.name) !== plainName(name))
        notes.push({
          column: null,
          code: "matched-by-name",
          params: { field, value: name, match: found.name },
        });
      return { name: found.name, id: found.id };
    }
    notes.push({ column: null, code: NEW[field], params: { field, value: name } });
    propose(field, name);
    return reference;
  };
  const propose = (field: string, name: string | null) => {
    const match = name === null ? undefined : lookups.near?.(field, name);
    if (name !== null && match)
      notes.push({ column: null, code: "near-match", params: { field, value: name, match } });
  };
  if (values.kind === "deals") {
    const found: Pick<DealValues, "company" | "owner" | "product"> = {
      company: find("company", values.company),
      owner: find("owner", values.owner),
      product: find("product", values.product),
    };
    return { ...values, ...found };
  }
  if (values.kind === "people")
    return { ...values, manager: find("manager", values.manager) } satisfies PersonValues;
  if (values.kind === "companies") {
    propose("sector", values.sector);
    propose("country", values.country);
    propose("parent", values.parent);
  }
  return values;
}
