import { describe, expect, it } from "vitest";
import { createColumnsProfile } from "../../lib/domain/import/columns";
import type { ImportKind } from "../../lib/domain/import/field";
import { headerForms, headerWords } from "../../lib/domain/import/headers";
import { kindOf } from "../../lib/domain/import/kinds";
import { likelierKind } from "../../lib/domain/import/likelier-kind";
import { closeReasonIn, outcomeIn, saysOpen } from "../../lib/domain/import/outcomes";
import { asFoundStages, suggestOutcomeMapping, suggestStageMapping } from "../../lib/domain/import/stages";
import { suggestMapping } from "../../lib/domain/import/suggest-mapping";

const profiled = (headers: string[], rows: string[][]) => {
  const made = createColumnsProfile(headers);
  rows.forEach((values, index) => {
    made.add(values, index + 2);
  });
  return made.profiles();
};

/** Header to field, "@name" for an attribute, "-" for ignored, ">stage" for a stage's day. */
const targets = (kind: ImportKind, headers: string[], rows: string[][]) =>
  Object.fromEntries(
    suggestMapping(kind, profiled(headers, rows)).columns.map(({ header, target }) => [
      header,
      target.kind === "field"
        ? target.field
        : target.kind === "stage-date"
          ? `>${target.stage}`
          : target.kind === "attribute"
            ? `@${target.name}`
            : "-",
    ]),
  );

describe("headers", () => {
  it.each([
    ["Deal - Stage (pipeline)", "deal stage"],
    ["StageName", "stage name"],
    ["close_date", "close date"],
    ["Person - Name*", "person name"],
    ["  Verwachte  Sluitdatum ", "verwachte sluitdatum"],
    ["Crée le", "cree le"],
  ])("%s", (header, words) => {
    expect(headerWords(header)).toBe(words);
  });

  it("tries the remark and the bare field too", () => {
    expect(headerForms("Deal - Stage (pipeline)", ["deal"])).toEqual([
      "deal stage pipeline",
      "deal stage",
      "stage",
    ]);
  });

  it("no two fields of a kind share a header, so that none is a coin toss", () => {
    for (const kind of ["companies", "people", "products", "deals"] as const) {
      const seen = new Map<string, string>();
      for (const field of kindOf(kind).fields)
        for (const name of [...field.names, ...Object.values(field.systems ?? {}).flat()]) {
          expect(seen.get(name) ?? field.key, `${kind}: ${name}`).toBe(field.key);
          expect(headerWords(name)).toBe(name);
          seen.set(name, field.key);
        }
    }
  });
});

describe("mapping of other systems' exports", () => {
  it("Pipedrive", () => {
    expect(
      targets(
        "deals",
        [
          "Deal - Title",
          "Deal - Value",
          "Deal - Currency of value",
          "Organization",
          "Contact person",
          "Deal - Owner",
          "Deal - Stage (pipeline)",
          "Deal - Expected close date",
          "Deal - Creation date",
          "Deal - Lost reason",
          "Deal - Lost time",
          "Deal - Won time",
          "Deal - Status",
          "Deal - Pipedrive System ID",
          "Deal - Label",
        ],
        [
          [
            "A",
            "1200.50",
            "EUR",
            "Acme",
            "Ada",
            "Bob",
            "Demo",
            "2025-05-01",
            "2025-01-01 10:00:00",
            "",
            "",
            "2025-02-01",
            "Won",
            "1",
            "",
          ],
          [
            "B",
            "1",
            "EUR",
            "Bolt",
            "Ada",
            "Bob",
            "Offer",
            "2025-05-01",
            "2025-01-31 10:00:00",
            "Price",
            "2025-02-21",
            "",
            "Lost",
            "2",
            "",
          ],
        ],
      ),
    ).toEqual({
      "Deal - Title": "title",
      "Deal - Value": "amount",
      "Deal - Currency of value": "currency",
      Organization: "company",
      "Contact person": "@Contact person",
      "Deal - Owner": "owner",
      "Deal - Stage (pipeline)": "stage",
      "Deal - Expected close date": "expectedClose",
      "Deal - Creation date": "openedOn",
      "Deal - Lost reason": "closeReason",
      "Deal - Lost time": "closedOn",
      "Deal - Won time": "closedOn",
      "Deal - Status": "outcome",
      "Deal - Pipedrive System ID": "externalId",
      "Deal - Label": "-",
    });
  });

  it("HubSpot", () => {
    expect(
      targets(
        "deals",
        [
          "Record ID",
          "Deal Name",
          "Deal Stage",
          "Close Date",
          "Deal owner",
          "Amount",
          "Pipeline",
          "Create Date",
          "Associated Company (Primary)",
          "Associated Company IDs",
        ],
        [
          [
            "1",
            "A",
            "Closed Won",
            "2024-08-27 14:03",
            "Ada",
            "100",
            "Sales",
            "2024-07-27 14:03",
            "Acme",
            "77",
          ],
        ],
      ),
    ).toMatchObject({
      "Record ID": "externalId",
      "Deal Name": "title",
      "Deal Stage": "stage",
      "Close Date": "closedOn",
      "Deal owner": "owner",
      Amount: "amount",
      "Create Date": "openedOn",
      "Associated Company (Primary)": "company",
      "Associated Company IDs": "@Associated Company IDs",
    });
  });

  it("Salesforce report and API names", () => {
    const row = ["Ada", "Acme", "Big one", "Proposal", "100", "12/31/2025", "1/31/2025", "x"];
    expect(
      targets(
        "deals",
        [
          "Opportunity Owner",
          "Account Name",
          "Opportunity Name",
          "Stage",
          "Amount",
          "Close Date",
          "Created Date",
          "Owner Role",
        ],
        [row],
      ),
    ).toMatchObject({
      "Opportunity Owner": "owner",
      "Account Name": "company",
      "Opportunity Name": "title",
      Stage: "stage",
      Amount: "amount",
      "Close Date": "closedOn",
      "Created Date": "openedOn",
    });
    expect(
      targets(
        "deals",
        ["Id", "Name", "StageName", "CloseDate", "CreatedDate", "CurrencyIsoCode"],
        [["1", "A", "Won", "2025-01-31", "2025-01-01", "EUR"]],
      ),
    ).toEqual({
      Id: "externalId",
      Name: "title",
      StageName: "stage",
      CloseDate: "closedOn",
      CreatedDate: "openedOn",
      CurrencyIsoCode: "currency",
    });
  });

  it("Zoho", () => {
    expect(
      targets(
        "deals",
        ["Potential Name", "Potential Owner", "Created Time", "Closing Date", "Amount", "Stage"],
        [["A", "Ada", "15 Apr, 2021 00:02:00", "16 Apr, 2021 00:02:00", "$22,700.00", "Won"]],
      ),
    ).toEqual({
      "Potential Name": "title",
      "Potential Owner": "owner",
      "Created Time": "openedOn",
      "Closing Date": "closedOn",
      Amount: "amount",
      Stage: "stage",
    });
  });

  it("Teamleader and a Dutch spreadsheet", () => {
    expect(
      targets(
        "deals",
        ["Naam van de klant", "Titel", "Verantwoordelijke", "Fase"],
        [["Acme", "A", "Ada", "Offerte"]],
      ),
    ).toEqual({ "Naam van de klant": "company", Titel: "title", Verantwoordelijke: "owner", Fase: "stage" });
    expect(
      targets(
        "deals",
        [
          "Dealnaam",
          "Bedrijf",
          "Bedrag",
          "Fase",
          "Aangemaakt op",
          "Gesloten op",
          "Eigenaar",
          "Reden verlies",
          "Kans %",
          "Notitie intern",
        ],
        [
          [
            "Koelcel",
            "Brabo",
            "12.500,00",
            "Gewonnen",
            "03-04-2025",
            "18-06-2025",
            "e.dewit",
            "Te duur",
            "60",
            "",
          ],
        ],
      ),
    ).toEqual({
      Dealnaam: "title",
      Bedrijf: "company",
      Bedrag: "amount",
      Fase: "stage",
      "Aangemaakt op": "openedOn",
      "Gesloten op": "closedOn",
      Eigenaar: "owner",
      "Reden verlies": "closeReason",
      "Kans %": "@Kans %",
      "Notitie intern": "-",
    });
  });

  it("the day of a stage is found by the stage's name in the header", () => {
    const headers = [
      "opportunity_id",
      "sales_agent",
      "product",
      "account",
      "deal_stage",
      "engage_date",
      "close_date",
      "close_value",
    ];
    const rows = [
      ["1", "Ada", "GTX", "Acme", "Won", "2016-10-20", "2017-03-01", "1054"],
      ["2", "Ada", "GTX", "", "Engaging", "2016-10-25", "", ""],
      ["3", "Ada", "GTX", "", "Prospecting", "", "", ""],
    ];
    expect(targets("deals", headers, rows)).toEqual({
      opportunity_id: "externalId",
      sales_agent: "owner",
      product: "product",
      account: "company",
      deal_stage: "stage",
      engage_date: ">Engaging",
      close_date: "closedOn",
      close_value: "amount",
    });
  });

  it("companies, people and products", () => {
    expect(
      targets(
        "companies",
        ["account", "sector", "year_established", "revenue", "employees", "office_location", "subsidiary_of"],
        [["Acme", "retail", "1996", "1100.04", "2822", "Kenya", "Bluth"]],
      ),
    ).toEqual({
      account: "name",
      sector: "sector",
      year_established: "yearEstablished",
      revenue: "revenue",
      employees: "employees",
      office_location: "country",
      subsidiary_of: "parent",
    });
    expect(
      targets("people", ["sales_agent", "manager", "regional_office"], [["Ada", "Bob", "East"]]),
    ).toEqual({ sales_agent: "name", manager: "manager", regional_office: "region" });
    expect(targets("people", ["Medewerker", "Contact"], [["Ada", "ada@acme.be"]])).toEqual({
      Medewerker: "name",
      Contact: "email",
    });
    expect(targets("products", ["product", "series", "sales_price"], [["GTX", "G", "550"]])).toEqual({
      product: "name",
      series: "series",
      sales_price: "price",
    });
  });

  it.each([
    ["one of three", ["31-02-2026", "14-03-2026", "15-03-2026"], "expectedClose", "d-m-y"],
    ["one of two", ["2026-02-30", "2026-03-14"], "expectedClose", "y-m-d"],
    ["two of three", ["31 feb 2026", "30 feb 2026", "14 mrt 2026"], "expectedClose", "d-month-y"],
    ["no day in the other cells", ["14-03-2026", "soon", "later"], "@Expected close", null],
    ["no day at all", ["31-02-2026"], "@Expected close", null],
    ["numbers with dots", ["14-03-2026", "99.99.2026", "88.77.2026"], "@Expected close", null],
  ] as const)("a column of days stays one with days that do not exist: %s", (_, cells, target, dates) => {
    const rows = cells.map((cell) => [cell, "A"]);
    const headers = ["Expected close", "Title"];
    expect(targets("deals", headers, rows)["Expected close"]).toBe(target);
    expect(suggestMapping("deals", profiled(headers, rows)).columns[0]).toMatchObject({
      dates,
      question: null,
    });
  });

  it("days that do not exist say nothing of how the others are meant: that stays a question", () => {
    const rows = [["31-02-2026"], ["03-04-2026"], ["05-06-2026"]];
    const { columns } = suggestMapping("deals", profiled(["Expected close"], rows));
    expect(columns[0]).toMatchObject({ target: { field: "expectedClose" }, dates: null, question: "dates" });
  });

  it("values overrule a header, and what is missing is said", () => {
    const { columns, missing } = suggestMapping(
      "deals",
      profiled(
        ["Bedrag", "Titel"],
        [
          ["hoog", "A"],
          ["laag", "B"],
        ],
      ),
    );
    expect(columns[0]).toMatchObject({
      target: { kind: "attribute", name: "Bedrag" },
      reason: { code: "values-contradict", field: "amount" },
    });
    expect(missing).toEqual([["stage", "outcome"]]);
  });

  it("an ambiguous reading is a question, a settled one is filled in", () => {
    const at = (rows: string[][]) =>
      suggestMapping("deals", profiled(["Gesloten op", "Bedrag"], rows)).columns;
    expect(at([["03-04-2025", "1.234"]])).toMatchObject([
      { dates: null, question: "dates" },
      { numbers: null, question: "numbers" },
    ]);
    expect(at([["13-04-2025", "1.234,5"]])).toMatchObject([
      { dates: "d-m-y", question: null },
      { numbers: "comma", question: null },
    ]);
    expect(
      at([["13-04-2025", "12"], ...Array.from({ length: 9 }, () => ["13-04-2025", "13"]), ["later", "p.m."]]),
    ).toMatchObject([{ dates: "d-m-y" }, { numbers: "plain" }]);
  });
});

describe("stages and outcomes", () => {
  it.each([
    ["Won", "won"],
    ["Closed Won", "won"],
    ["closedwon", "won"],
    ["Gewonnen", "won"],
    ["Lost", "lost"],
    ["loose", "lost"],
    ["Verloren", "lost"],
    ["Closed Lost", "lost"],
    ["Geen besluit", "no-decision"],
    ["No decision", "no-decision"],
    ["Disqualified", "disqualified"],
    ["Niet gekwalificeerd", "disqualified"],
    ["Engaging", null],
    ["Wonderland", null],
    ["Contract Sent", null],
    ["Winning plan", null],
  ])("%s is %s", (value, outcome) => {
    expect(outcomeIn(value)).toBe(outcome);
  });

  it.each([
    ["Te duur", "price"],
    ["Geen budget", "no-budget"],
    ["Concurrent gekozen", "competitor"],
    ["Uitgesteld", "timing"],
    ["No response", "no-contact"],
    ["Geen behoefte", "no-need"],
    ["Missing feature", "product-fit"],
    ["Zomaar", "other"],
  ])("reason %s is %s", (value, reason) => {
    expect(closeReasonIn(value)).toBe(reason);
  });

  const counted = (...values: string[]) => values.map((value) => ({ value, count: 1 }));

  it("finds stages of a version in either language, near names, and leaves the rest a question", () => {
    const choices = [
      { key: "s1", name: { en: "Proposal sent", nl: "Offerte uit" } },
      { key: "s2", name: { en: "Negotiation" } },
      { key: "s3", name: { en: "Won back" } },
    ];
    expect(
      suggestStageMapping(
        counted("offerte uit", "Negotation", "Won", "Won back", "Open", "Intake"),
        choices,
      ).map(({ target, reason }) => [target, reason]),
    ).toEqual([
      [{ kind: "stage", stageKey: "s1" }, "same-name"],
      [{ kind: "stage", stageKey: "s2" }, "similar-name"],
      [{ kind: "outcome", outcome: "won" }, "outcome-word"],
      [{ kind: "stage", stageKey: "s3" }, "same-name"],
      [{ kind: "open" }, "open-word"],
      [null, "unknown"],
    ]);
  });

  it("makes as-found stages in a sensible order with stable keys", () => {
    expect(asFoundStages(["Won", "Engaging", "Lost", "Prospecting", "Engaging"])).toEqual([
      { key: "prospecting", name: "Prospecting" },
      { key: "engaging", name: "Engaging" },
    ]);
    expect(suggestStageMapping(counted("Won", "Engaging"), null)).toMatchObject([
      { target: { kind: "outcome" } },
      { target: { kind: "stage", stageKey: "engaging" }, reason: "as-found" },
    ]);
  });

  it("reads a status column", () => {
    expect(
      suggestOutcomeMapping(counted("Open", "Won", "??")).map(({ target }) => target?.kind ?? null),
    ).toEqual(["open", "outcome", null]);
    expect(saysOpen("Lopend")).toBe(true);
  });
});

describe("a file given as another kind of list", () => {
  const ACCOUNTS = ["account", "sector", "year_established", "revenue", "employees", "office_location"];
  const PIPELINE = ["opportunity_id", "sales_agent", "product", "account", "deal_stage", "close_value"];
  it.each([
    [
      "companies as deals",
      "deals",
      ACCOUNTS,
      ["Acme", "medical", "1999", "251", "495", "Kenya"],
      "companies",
    ],
    [
      "companies as people",
      "people",
      ACCOUNTS,
      ["Acme", "medical", "1999", "251", "495", "Kenya"],
      "companies",
    ],
    ["companies as such", "companies", ACCOUNTS, ["Acme", "medical", "1999", "251", "495", "Kenya"], null],
    [
      "deals as companies",
      "companies",
      PIPELINE,
      ["1C1I7A6R", "Moses", "GTX", "Acme", "Won", "1054"],
      "deals",
    ],
    ["deals as such", "deals", PIPELINE, ["1C1I7A6R", "Moses", "GTX", "Acme", "Won", "1054"], null],
    ["products as deals", "deals", ["product", "series", "sales_price"], ["GTX", "G", "550"], "products"],
    ["a team as deals", "deals", ["sales_agent", "manager", "regional_office"], ["A", "B", "East"], "people"],
    ["what fits nowhere", "deals", ["foo", "bar", "baz"], ["1", "2", "3"], null],
    ["too little to tell", "deals", ["name", "email"], ["A", "a@b.example"], null],
  ] as const)("%s", (_, kind, headers, row, expected) => {
    expect(likelierKind(kind, profiled([...headers], [[...row]]))).toBe(expected);
  });
});
