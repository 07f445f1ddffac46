import type { Day } from "../shared/day";
import { type Cells, type ImportRow, readCells } from "./cells";
import { fingerprint } from "./fingerprint";
import type { ImportMapping } from "./mapping";
import { normalName, plainName } from "./names";
import type { RowNote, RowProblem } from "./problems";
import { readDeal } from "./read-deal";
import type { ImportValues } from "./row-values";

/** A row as far as it can be judged without looking anything up. */
export type ReadRow = {
  readonly number: number;
  readonly values: ImportValues;
  /** What it may be known by, most certain first: `id:…`, `email:…`, `name:…`, or `row:…` for its whole content. */
  readonly identities: readonly string[];
  /** Equal when nothing that we keep of the row differs: tells "same" from "update". */
  readonly fingerprint: string;
  /** Names to look up before planning. */
  readonly references: readonly {
    readonly field: "company" | "owner" | "product" | "manager";
    readonly name: string;
  }[];
  readonly problems: readonly RowProblem[];
  readonly notes: readonly RowNote[];
};

/** Reads one row by the mapping, pure and without throwing. `today` (optional) refuses days that are yet to come. */
export function readRow(mapping: ImportMapping, row: ImportRow, today: Day | null = null): ReadRow {
  const cells = readCells(mapping, row);
  const values = read(cells, mapping, today);
  return {
    number: row.number,
    values,
    identities: identitiesOf(values, cells, mapping),
    fingerprint: fingerprint(values),
    references: referencesOf(values),
    problems: cells.problems,
    notes: cells.notes,
  };
}

function read(cells: Cells, mapping: ImportMapping, today: Day | null): ImportValues {
  if (mapping.kind === "deals") return readDeal(cells, mapping, today);
  const externalId = cells.text("externalId");
  const name = cells.text("name") ?? "";
  if (normalName(name) === "" && cells.problems.length === 0)
    cells.problem("missing", cells.column("name"), { field: "name" });
  const { attributes } = cells;
  switch (mapping.kind) {
    case "companies":
      return {
        kind: "companies",
        externalId,
        name,
        sector: cells.text("sector"),
        country: cells.text("country"),
        employees: cells.integer("employees"),
        yearEstablished: cells.integer("yearEstablished"),
        revenue: cells.number("revenue"),
        parent: cells.text("parent"),
        attributes,
      };
    case "people": {
      const manager = cells.text("manager");
      const email = readEmail(cells);
      return {
        kind: "people",
        externalId,
        name,
        email,
        // Where a list has regions and no teams, the people of a region are the team that deals are read by.
        team: cells.text("team") ?? cells.text("region"),
        manager: manager ? { name: manager, id: null } : null,
        region: cells.text("region"),
        attributes,
      };
    }
    case "products":
      return {
        kind: "products",
        externalId,
        name,
        series: cells.text("series"),
        price: cells.money("price"),
        attributes,
      };
  }
}

function readEmail(cells: Cells): string | null {
  const email = cells.text("email")?.toLowerCase() ?? null;
  if (email !== null && !/^[^\s@,;]+@[^\s@,;]+\.[^\s@,;.]+$/.test(email))
    cells.problem("not-an-email", cells.column("email"), { value: email });
  return email;
}

function identitiesOf(values: ImportValues, cells: Cells, { sameAs }: ImportMapping): string[] {
  const byId = values.externalId ? [`id:${values.externalId}`] : [];
  if (values.kind === "deals") {
    if (byId.length > 0) return byId;
    return [`row:${fingerprint([...cells.canonical].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))}`];
  }
  const byEmail = values.kind === "people" && values.email ? [`email:${values.email}`] : [];
  const known = sameAs?.[plainName(values.name)];
  const byKnownName = known === undefined ? [] : [`name:${normalName(known)}`];
  return [...byId, ...byEmail, `name:${normalName(values.name)}`, ...byKnownName];
}

function referencesOf(values: ImportValues): ReadRow["references"] {
  const some = (field: ReadRow["references"][number]["field"], reference: { name: string } | null) =>
    reference ? [{ field, name: reference.name }] : [];
  if (values.kind === "people") return some("manager", values.manager);
  if (values.kind !== "deals") return [];
  return [
    ...some("company", values.company),
    ...some("owner", values.owner),
    ...some("product", values.product),
  ];
}
