import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dealEvents } from "../../lib/domain/import/deal-events";
import type { ColumnMapping, ImportMapping } from "../../lib/domain/import/mapping";
import { normalName } from "../../lib/domain/import/names";
import { type Existing, type Lookups, planRow } from "../../lib/domain/import/plan";
import { readRow } from "../../lib/domain/import/read-row";
import type { DealValues } from "../../lib/domain/import/row-values";

const DEAL_FIELDS = [
  "externalId",
  "title",
  "company",
  "owner",
  "product",
  "stage",
  "outcome",
  "amount",
  "currency",
  "openedOn",
  "stageEnteredOn",
  "closedOn",
  "expectedClose",
  "closeReason",
  "segment",
];
const column = (
  header: string,
  index: number,
  target: ColumnMapping["target"] = { kind: "field", field: header },
): ColumnMapping => ({ index, header, target, dates: "y-m-d", numbers: "point" });
const MAPPING: ImportMapping = {
  kind: "deals",
  columns: [
    ...DEAL_FIELDS.map((field, index) => column(field, index)),
    column("engage", DEAL_FIELDS.length, { kind: "stage-date", stage: "Engaging" }),
    column("Note", DEAL_FIELDS.length + 1, { kind: "attribute", name: "Note" }),
  ],
  timeZone: "Europe/Brussels",
  currency: "EUR",
  stages: {
    prospecting: { kind: "stage", stageKey: "s1" },
    engaging: { kind: "stage", stageKey: "s2" },
    proposal: { kind: "stage", stageKey: "s3" },
    won: { kind: "outcome", outcome: "won" },
    lost: { kind: "outcome", outcome: "lost" },
  },
  outcomes: {
    open: { kind: "open" },
    won: { kind: "outcome", outcome: "won" },
    lost: { kind: "outcome", outcome: "lost" },
  },
  stageOrder: ["s1", "s2", "s3"],
};
const ORDER = ["s1", "s2", "s3"];

/** A row from the fields that matter; the others are empty. */
const row = (cells: Record<string, string>, number = 2) => ({
  number,
  values: MAPPING.columns.map(({ header }) => cells[header] ?? ""),
});

const lookups = (more: Partial<Lookups> = {}): Lookups => ({
  existing: () => undefined,
  seen: () => undefined,
  reference: () => undefined,
  today: "2026-01-01",
  ...more,
});
const plan = (cells: Record<string, string>, more?: Partial<Lookups>) =>
  planRow(MAPPING, row(cells), lookups(more));
const codes = (list: readonly { code: string }[]) => list.map(({ code }) => code);

const WON = {
  externalId: "A1",
  company: "Acme",
  owner: "Ada",
  product: "GTX",
  stage: "Won",
  engage: "2016-10-20",
  closedOn: "2017-03-01",
  amount: "1054",
};

describe("rules of a deal", () => {
  it.each<[string, Record<string, string>, string[]]>([
    ["a won deal", WON, []],
    ["a lost deal of value 0", { ...WON, stage: "Lost", amount: "0" }, []],
    ["an open deal with next to nothing", { externalId: "A2", product: "GTX", stage: "Prospecting" }, []],
    ["won without a date", { ...WON, closedOn: "" }, ["closed-without-date"]],
    ["lost without a date", { ...WON, stage: "Lost", closedOn: "n.v.t." }, ["closed-without-date"]],
    ["closed before it was opened", { ...WON, openedOn: "2017-03-02", engage: "" }, ["closed-before-opened"]],
    ["closed before its first dated stage", { ...WON, closedOn: "2016-10-19" }, ["closed-before-opened"]],
    ["closed on the day it was opened", { ...WON, closedOn: "2016-10-20" }, []],
    [
      "a stage after the close",
      { ...WON, openedOn: "2016-10-01", closedOn: "2016-10-10" },
      ["stage-after-closed"],
    ],
    ["a stage before the opening", { ...WON, openedOn: "2016-11-01" }, ["stage-before-opened"]],
    ["closed in the future", { ...WON, closedOn: "2026-01-02" }, ["in-the-future"]],
    [
      "opened in the future",
      { externalId: "A", stage: "Engaging", openedOn: "2027-01-01" },
      ["in-the-future"],
    ],
    ["an unknown stage", { ...WON, stage: "Gone" }, ["stage-unmapped"]],
    ["an unknown status", { ...WON, outcome: "Gone" }, ["outcome-unmapped"]],
    ["stage and status that contradict", { ...WON, outcome: "Lost" }, ["outcome-conflict"]],
    ["won in an open status", { ...WON, outcome: "Open" }, ["outcome-conflict"]],
    ["lost from a stage", { ...WON, stage: "Proposal", outcome: "Lost" }, []],
    ["no stage at all", { externalId: "A" }, ["missing"]],
    ["no name of any kind", { stage: "Engaging" }, ["nothing-to-name-it"]],
    ["no date", { ...WON, closedOn: "morgen" }, ["not-a-date", "closed-without-date"]],
    ["no number", { ...WON, amount: "in overleg" }, ["not-a-number"]],
    ["tenths of a cent", { ...WON, amount: "1.005" }, ["amount-too-precise"]],
    ["no currency", { ...WON, currency: "EURO" }, ["currency-unknown"]],
    ["two currencies", { ...WON, currency: "USD", amount: "€ 5" }, ["currency-conflict"]],
    ["a text without end", { ...WON, title: "x".repeat(501) }, ["text-too-long"]],
    ["a character no database keeps", { ...WON, title: "a\0b" }, ["unreadable-characters"]],
    ["half a character", { ...WON, title: "a\ud800" }, ["unreadable-characters"]],
  ])("%s", (_, cells, expected) => {
    const planned = plan(cells);
    expect(codes(planned.problems)).toEqual(expected);
    expect(planned.action).toBe(expected.length > 0 ? "reject" : "create");
  });

  it("points at the column and gives all reasons at once", () => {
    expect(plan({ ...WON, amount: "veel", stage: "Gone" }).problems).toEqual([
      { column: DEAL_FIELDS.indexOf("stage"), code: "stage-unmapped", params: { value: "Gone" } },
      {
        column: DEAL_FIELDS.indexOf("amount"),
        code: "not-a-number",
        params: { value: "veel", reading: "point" },
      },
    ]);
  });

  it.each<[string, Record<string, string>, string[]]>([
    [
      "open without anything",
      { externalId: "A2", product: "GTX", stage: "Prospecting" },
      ["owner-missing", "open-without-company", "open-without-amount", "open-without-date", "product-new"],
    ],
    ["an unknown owner is a placeholder", WON, ["company-new", "owner-placeholder", "product-new"]],
    [
      "won without amount",
      { ...WON, amount: "" },
      ["won-without-amount", "company-new", "owner-placeholder", "product-new"],
    ],
  ])("notes: %s", (_, cells, expected) => {
    expect(codes(plan({ title: "Pumps", ...cells }).notes)).toEqual(expected);
  });

  it("reads the one close date of an open deal as the expected one", () => {
    const planned = plan({
      externalId: "A",
      stage: "Engaging",
      openedOn: "2025-01-01",
      closedOn: "2026-06-30",
    });
    expect(planned).toMatchObject({
      action: "create",
      values: { closedOn: null, expectedClose: "2026-06-30" },
    });
    expect(codes(planned.notes)).toContain("close-date-of-open-deal");
  });

  it.each([
    ["2026-06-30", "2025-01-01", "2026-06-30", null],
    ["2017-06-30", "2016-10-20", "2017-06-30", null],
    ["2024-12-31", "2025-01-01", null, "close-before-opened"],
    ["2060-12-31", "2025-01-01", null, "close-too-far"],
    ["2060-12-31", "", null, "close-too-far"],
  ])("an expected close of %s, opened %s, is %s", (expectedClose, openedOn, wanted, note) => {
    const planned = plan({ externalId: "A", stage: "Engaging", title: "Pumps", openedOn, expectedClose });
    expect(planned).toMatchObject({ action: "create", values: { expectedClose: wanted } });
    const notes = codes(planned.notes);
    if (note) expect(notes).toContain(note);
    else expect(notes.filter((code) => code.startsWith("close-"))).toEqual([]);
  });

  it("keeps the reason in our words and in theirs, for deals that were not won", () => {
    expect(plan({ ...WON, stage: "Lost", closeReason: "Te duur" }).values).toMatchObject({
      closeReason: "price",
      closeNote: "Te duur",
    });
    expect(plan({ ...WON, closeReason: "Beste prijs" }).values).toMatchObject({
      closeReason: null,
      closeNote: "Beste prijs",
    });
  });

  it("keeps why a deal goes on or was won, and not for one that was not", () => {
    const why = { closeReason: "De koper vroeg erom" };
    expect(plan({ ...WON, ...why }).values).toMatchObject({ turnNote: "De koper vroeg erom" });
    expect(plan({ ...WON, stage: "Engaging", ...why }).values).toMatchObject({
      turnNote: "De koper vroeg erom",
    });
    expect(plan({ ...WON, stage: "Lost", ...why }).values).toMatchObject({ turnNote: null });
  });

  it("takes the currency of the row, the sign or the import", () => {
    const amount = (cells: Record<string, string>) =>
      (plan({ ...WON, ...cells }).values as DealValues).amount;
    expect(amount({ amount: "5" })).toEqual({ minor: 500, currency: "EUR" });
    expect(amount({ amount: "$5" })).toEqual({ minor: 500, currency: "USD" });
    expect(amount({ amount: "5", currency: "jpy" })).toEqual({ minor: 5, currency: "JPY" });
    expect(amount({ amount: "5", currency: "£" })).toEqual({ minor: 500, currency: "GBP" });
  });

  it("makes a title where the file has none", () => {
    expect(plan(WON).values).toMatchObject({ title: "Acme · GTX" });
    expect(plan({ externalId: "A2", product: "GTX", stage: "Prospecting" }).values).toMatchObject({
      title: "GTX · A2",
    });
  });

  it("says what a deal is called whose title is not filled in, and only where the file has titles", () => {
    const { notes, values } = plan(WON);
    expect(values).toMatchObject({ title: "Acme · GTX", titleMade: true });
    expect(notes).toContainEqual({
      column: DEAL_FIELDS.indexOf("title"),
      code: "title-made",
      params: { field: "title", value: "Acme · GTX" },
    });
    const titled = plan({ ...WON, title: "Pumps" });
    expect(titled.values).toMatchObject({ title: "Pumps", titleMade: false });
    expect(codes(titled.notes)).not.toContain("title-made");
    const untitled = { ...MAPPING, columns: MAPPING.columns.filter(({ header }) => header !== "title") };
    expect(codes(planRow(untitled, row(WON), lookups()).notes)).not.toContain("title-made");
    expect(codes(plan({ stage: "Prospecting" }).problems)).toEqual(["nothing-to-name-it"]);
  });

  it("does not read a column whose reading is still a question", () => {
    const open = { ...MAPPING, columns: MAPPING.columns.map((each) => ({ ...each, dates: null })) };
    expect(codes(planRow(open, row(WON), lookups()).problems)).toEqual([
      "reading-open",
      "reading-open",
      "closed-without-date",
    ]);
  });
});

describe("cells that are too many or too few", () => {
  it("rejects filled cells beyond the header, and forgives empty ones", () => {
    const { values } = row(WON);
    expect(codes(planRow(MAPPING, { number: 2, values: [...values, "x"] }, lookups()).problems)).toEqual([
      "too-many-cells",
    ]);
    expect(planRow(MAPPING, { number: 2, values: [...values, "", " "] }, lookups()).action).toBe("create");
  });

  it("reads a short row with a note", () => {
    const planned = planRow(
      MAPPING,
      { number: 2, values: ["A1", "Deal", "Acme", "Ada", "GTX", "Engaging"] },
      lookups(),
    );
    expect(planned.action).toBe("create");
    expect(planned.notes[0]).toEqual({
      column: null,
      code: "row-short",
      params: { expected: MAPPING.columns.length, found: 6 },
    });
  });
});

describe("references", () => {
  const known = lookups({
    reference: (field, name) =>
      field === "company" && normalName(name) === "acme" ? { id: "c1", name: "Acme B.V." } : undefined,
  });

  it("resolves what is known and says when it is written differently", () => {
    const planned = planRow(MAPPING, row(WON), known);
    expect(planned.values).toMatchObject({
      company: { id: "c1", name: "Acme B.V." },
      owner: { id: null, name: "Ada" },
    });
    expect(planned.notes).toContainEqual({
      column: null,
      code: "matched-by-name",
      params: { field: "company", value: "Acme", match: "Acme B.V." },
    });
  });

  it("proposes a near match and changes nothing", () => {
    const planned = plan(
      { ...WON, product: "GTXPro" },
      { near: (field) => (field === "product" ? "GTX Pro" : undefined) },
    );
    expect(planned.values).toMatchObject({ product: { name: "GTXPro", id: null } });
    expect(planned.notes.at(-1)).toEqual({
      column: null,
      code: "near-match",
      params: { field: "product", value: "GTXPro", match: "GTX Pro" },
    });
  });

  it("applies an accepted correction and an owner that was assigned", () => {
    const mapping = { ...MAPPING, aliases: { product: { gtxpro: "GTX Pro" } }, owners: { ada: "m1" } };
    expect(planRow(mapping, row({ ...WON, product: "GTXPro" }), lookups()).values).toMatchObject({
      product: { name: "GTX Pro" },
      owner: { name: "Ada", id: "m1" },
    });
  });
});

/** What a store remembers of the rows that came in. */
function applyAll(rows: readonly ReturnType<typeof row>[], stored: Map<string, Existing>, mapping = MAPPING) {
  const seen = new Map<string, number>();
  return rows.map((each) => {
    const planned = planRow(
      mapping,
      each,
      lookups({ existing: (identity) => stored.get(identity), seen: (identity) => seen.get(identity) }),
    );
    if (planned.action !== "reject")
      for (const identity of planned.identities) {
        seen.set(identity, planned.number);
        stored.set(identity, {
          id: planned.id ?? `d${stored.size}`,
          externalId: planned.values.externalId,
          fingerprint: planned.fingerprint,
        });
      }
    return planned.action;
  });
}

describe("the same file twice", () => {
  const cells = fc.record({
    externalId: fc.constantFrom("", "A1", "A2"),
    title: fc.constantFrom("x", "y"),
    company: fc.constantFrom("", "Acme"),
    stage: fc.constantFrom("Engaging", "Won", "Gone"),
    closedOn: fc.constantFrom("", "2017-03-01"),
    amount: fc.constantFrom("", "5", "x"),
  });

  it("adds nothing, with ids and without", () => {
    fc.assert(
      fc.property(fc.array(cells, { maxLength: 20 }), (all) => {
        const rows = all.map((each, index) => row(each, index + 2));
        const stored = new Map<string, Existing>();
        applyAll(rows, stored);
        const before = stored.size;
        const again = applyAll(rows, stored);
        expect(again.every((action) => action === "same" || action === "reject")).toBe(true);
        expect(stored.size).toBe(before);
      }),
    );
  });

  it("updates what changed when there is an id, and names the row that a repeated one repeats", () => {
    const stored = new Map<string, Existing>();
    expect(applyAll([row(WON)], stored)).toEqual(["create"]);
    expect(applyAll([row({ ...WON, amount: "7" })], stored)).toEqual(["update"]);
    expect(planRow(MAPPING, row(WON, 9), lookups({ seen: () => 4 })).problems).toEqual([
      { column: null, code: "duplicate-id", params: { row: 4 } },
    ]);
    expect(
      planRow(MAPPING, row({ ...WON, externalId: "" }, 9), lookups({ seen: () => 4 })).problems,
    ).toMatchObject([{ code: "duplicate-row", params: { row: 4 } }]);
  });

  it("knows a row without id again though dates and amounts are written differently or stages mapped otherwise", () => {
    const cellsOf = { ...WON, externalId: "" };
    const other: ImportMapping = {
      ...MAPPING,
      columns: MAPPING.columns.map((each) => ({
        ...each,
        dates: "d-m-y" as const,
        numbers: "comma" as const,
      })),
      stages: { ...MAPPING.stages, engaging: { kind: "stage", stageKey: "other" } },
    };
    const first = readRow(MAPPING, row(cellsOf));
    const second = readRow(
      other,
      row({ ...cellsOf, engage: "20-10-2016", closedOn: "01/03/2017", amount: "€ 1.054,00" }),
    );
    expect(second.problems).toEqual([]);
    expect(second.identities).toEqual(first.identities);
    expect(second.fingerprint).not.toBe(first.fingerprint);
  });
});

describe("other kinds", () => {
  const of = (kind: ImportMapping["kind"], fields: string[], values: string[], more?: Partial<Lookups>) =>
    planRow(
      { ...MAPPING, kind, columns: fields.map((field, index) => column(field, index)) },
      { number: 2, values },
      lookups(more),
    );

  it("companies", () => {
    const fields = ["name", "sector", "country", "employees", "yearEstablished", "revenue", "parent"];
    const planned = of(
      "companies",
      fields,
      ["Acme B.V.", "technolgy", "Kenya", "2822", "1996", "1100.04", ""],
      { near: (field) => (field === "sector" ? "technology" : undefined) },
    );
    expect(planned).toMatchObject({
      action: "create",
      identities: ["name:acme"],
      values: {
        name: "Acme B.V.",
        sector: "technolgy",
        employees: 2822,
        yearEstablished: 1996,
        revenue: "1100.04",
        parent: null,
      },
      notes: [{ code: "near-match", params: { field: "sector", value: "technolgy", match: "technology" } }],
    });
    expect(codes(of("companies", fields, ["", "x", "", "2.5"]).problems)).toEqual([
      "missing",
      "not-a-number",
    ]);
  });

  it("a name does not make two companies with different ids one", () => {
    const existing = (identity: string) =>
      identity === "name:acme" ? { id: "c1", externalId: "77", fingerprint: null } : undefined;
    expect(of("companies", ["externalId", "name"], ["78", "Acme"], { existing }).action).toBe("create");
    expect(of("companies", ["name"], ["Acme"], { existing })).toMatchObject({ action: "update", id: "c1" });
  });

  it("people", () => {
    const fields = ["name", "email", "team", "manager", "region"];
    expect(of("people", fields, ["Ada", "ADA@acme.be", "", "Bob", "East"])).toMatchObject({
      action: "create",
      identities: ["email:ada@acme.be", "name:ada"],
      values: { email: "ada@acme.be", manager: { name: "Bob", id: null }, region: "East" },
      notes: [{ code: "manager-new" }],
    });
    expect(codes(of("people", fields, ["Ada", "no address"]).problems)).toEqual(["not-an-email"]);
  });

  it("products", () => {
    expect(of("products", ["name", "series", "price"], ["GTX Pro", "GTX", "4821"])).toMatchObject({
      action: "create",
      values: { series: "GTX", price: { minor: 482100, currency: "EUR" } },
    });
  });
});

describe("events of a deal", () => {
  const events = (cells: Record<string, string>) => {
    const { values, problems } = readRow(MAPPING, row({ externalId: "A", ...cells }));
    expect(problems).toEqual([]);
    return dealEvents(values as DealValues, ORDER);
  };
  const on = (day: string) => ({ day, at: null });

  it("a closed deal whose one dated stage is Engaging", () => {
    expect(events(WON)).toEqual({
      opened: { stageKey: "s2", startKnown: true, entryKnown: true, occurred: on("2016-10-20") },
      moves: [],
      closed: {
        outcome: "won",
        reason: null,
        note: null,
        amount: { minor: 105400, currency: "EUR" },
        occurred: on("2017-03-01"),
      },
    });
  });

  it("an open deal in a dated stage", () => {
    expect(events({ stage: "Engaging", engage: "2016-11-03" })).toMatchObject({
      opened: { stageKey: "s2", startKnown: true, occurred: on("2016-11-03") },
      moves: [],
      closed: null,
    });
  });

  it("no day at all: an unknown start", () => {
    expect(events({ stage: "Prospecting" })).toEqual({
      opened: { stageKey: "s1", startKnown: false, entryKnown: false, occurred: null },
      moves: [],
      closed: null,
    });
  });

  it("an opening day and the first stage", () => {
    expect(events({ stage: "Prospecting", openedOn: "2025-01-01" }).opened).toEqual({
      stageKey: "s1",
      startKnown: true,
      entryKnown: true,
      occurred: on("2025-01-01"),
    });
  });

  it("an opening day and a later stage: in it since an unknown day", () => {
    expect(events({ stage: "Proposal", openedOn: "2025-01-01" }).opened).toEqual({
      stageKey: "s3",
      startKnown: true,
      entryKnown: false,
      occurred: on("2025-01-01"),
    });
  });

  it("an opening day, a dated stage, and now elsewhere", () => {
    expect(events({ stage: "Proposal", openedOn: "2025-01-01", engage: "2025-02-01" })).toMatchObject({
      opened: { stageKey: null, startKnown: true, entryKnown: false },
      moves: [
        { from: null, to: "s2", occurred: on("2025-02-01") },
        { from: "s2", to: "s3", occurred: null },
      ],
    });
  });

  it("the day the present stage was entered", () => {
    expect(events({ stage: "Proposal", stageEnteredOn: "2025-03-01", engage: "2025-02-01" })).toMatchObject({
      opened: { stageKey: "s2", occurred: on("2025-02-01") },
      moves: [{ from: "s2", to: "s3", occurred: on("2025-03-01") }],
    });
  });

  it("dated events never run backwards, and end in the stage of the row", () => {
    const day = fc.integer({ min: 1, max: 28 }).map((date) => `2025-02-${String(date).padStart(2, "0")}`);
    const maybe = fc.option(day, { nil: "" });
    fc.assert(
      fc.property(
        fc.constantFrom("Prospecting", "Engaging", "Proposal"),
        maybe,
        maybe,
        maybe,
        (stage, openedOn, engage, stageEnteredOn) => {
          const read = readRow(MAPPING, row({ externalId: "A", stage, openedOn, engage, stageEnteredOn }));
          if (read.problems.length > 0) return;
          const { opened, moves } = dealEvents(read.values as DealValues, ORDER);
          const days = [opened.occurred, ...moves.map(({ occurred }) => occurred)].flatMap((each) =>
            each ? [each.day] : [],
          );
          expect(days).toEqual([...days].sort());
          expect(moves.at(-1)?.to ?? opened.stageKey).toBe((read.values as DealValues).stageKey);
          let at = opened.stageKey;
          for (const move of moves) {
            expect(move.from).toBe(at);
            expect(move.to).not.toBe(at);
            at = move.to;
          }
        },
      ),
    );
  });
});
