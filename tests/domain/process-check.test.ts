import { describe, expect, it } from "vitest";
import { emptyDocument, NO_TIMING, newCriterion, newStage } from "@/lib/domain/process/blank";
import { checkDocument } from "@/lib/domain/process/check";
import type { Edit } from "@/lib/domain/process/edits";
import { type Known, PROBLEMS } from "@/lib/domain/process/problems";
import type { ProcessDocument, Stage, Step, Window } from "@/lib/domain/process/types";
import { afterStep, mustApply, sampleDocument, sampleStage, sampleStep } from "./process-support";

const known: Known = {
  roleIds: ["role-1"],
  departmentIds: ["dept-1"],
  locales: ["en", "nl"],
  timing: NO_TIMING,
  productIds: ["product-1"],
  // Too few won stays in b to hold its plan against.
  won: { a: { n: 8, median: 10 }, b: { n: 7, median: 99 } },
};

const withStage = (change: Partial<Stage>): ProcessDocument => ({
  ...sampleDocument(),
  stages: [{ ...sampleStage("a"), ...change }, sampleStage("b")],
});
const withStep = (change: Partial<Step>): ProcessDocument =>
  withStage({ steps: [{ ...sampleStep("a1"), ...change }, sampleStep("a2")] });
const withWindow = (change: Partial<Window>): ProcessDocument =>
  withStep({
    window: { anchor: { kind: "stage-entry" }, unit: "working-days", earliest: null, latest: 3, ...change },
  });
const renamed = (): ProcessDocument =>
  [
    { type: "stage.set", stageKey: "a", set: { name: { en: "Other" } } },
    { type: "step.set", stepKey: "a1", set: { howTo: { nl: "Anders." } } },
    { type: "criterion.set", criterionKey: "ac", set: { text: { en: "Signed" } } },
  ].reduce((doc, edit) => mustApply(doc, edit as Edit), sampleDocument());
const inStage = { stageKey: "a" };
const inStep = { stageKey: "a", stepKey: "a1" };

const cases: [string, ProcessDocument, { code: keyof typeof PROBLEMS; place: object; params?: object }[]][] =
  [
    ["a complete process", sampleDocument(), []],
    ["no stage", emptyDocument, [{ code: "no-stage", place: {} }]],
    [
      "stage without name",
      withStage({ name: { en: "  " } }),
      [{ code: "stage-no-name", place: { ...inStage, field: "name" } }],
    ],
    ["stage without steps", withStage({ steps: [] }), [{ code: "stage-no-steps", place: inStage }]],
    [
      "step without name",
      withStep({ name: {} }),
      [{ code: "step-no-name", place: { ...inStep, field: "name" } }],
    ],
    [
      "step without owner",
      withStep({ owner: null }),
      [{ code: "step-no-owner", place: { ...inStep, field: "owner" } }],
    ],
    ["known role", withStep({ owner: { kind: "role", id: "role-1" } }), []],
    [
      "unknown role",
      withStep({ owner: { kind: "role", id: "dept-1" } }),
      [{ code: "owner-unknown", place: { ...inStep, field: "owner" } }],
    ],
    [
      "unknown department",
      withStep({ owner: { kind: "department", id: "x" } }),
      [{ code: "owner-unknown", place: { ...inStep, field: "owner" } }],
    ],
    [
      "key step without window",
      withStep({ window: null }),
      [{ code: "key-step-no-timing", place: { ...inStep, field: "window" } }],
    ],
    [
      "key step with a window open on both sides",
      withWindow({ latest: null }),
      [{ code: "key-step-no-timing", place: { ...inStep, field: "window" } }],
    ],
    ["key step due at once", withWindow({ latest: 0 }), []],
    ["normal step without window", withStep({ window: null, importance: "normal" }), []],
    [
      "earliest after latest",
      withWindow({ earliest: 4 }),
      [
        {
          code: "window-impossible",
          place: { ...inStep, field: "window" },
          params: { earliest: 4, latest: 3 },
        },
      ],
    ],
    ["earliest at latest", withWindow({ earliest: 3 }), []],
    [
      "due before the stage began",
      withWindow({ latest: -1 }),
      [{ code: "window-before-start", place: { ...inStep, field: "window" } }],
    ],
    [
      "due before the close",
      withWindow({ anchor: { kind: "expected-close" }, earliest: -5, latest: -1 }),
      [],
    ],
    [
      "anchor missing",
      withStep({ window: afterStep("x", 1) }),
      [{ code: "anchor-missing", place: { ...inStep, field: "window.anchor" } }],
    ],
    [
      "anchor on itself",
      withStep({ window: afterStep("a1", 1) }),
      [{ code: "anchor-circular", place: { ...inStep, field: "window.anchor" }, params: { count: 1 } }],
    ],
    [
      "anchor in a later stage",
      withStep({ window: afterStep("b1", 1) }),
      [{ code: "anchor-in-later-stage", place: { ...inStep, field: "window.anchor" } }],
    ],
    ["before a step of a later stage", withStep({ window: { ...afterStep("b1", -1), earliest: -5 } }), []],
    [
      "no exit",
      withStage({ criteria: [] }),
      [{ code: "stage-no-exit", place: { ...inStage, field: "criteria" } }],
    ],
    [
      "a step that works towards nothing",
      withStep({ serves: ["gone"] }),
      [{ code: "step-serves-nothing", place: { ...inStep, field: "serves" } }],
    ],
    [
      "a step counting from one that not every deal has",
      withStage({
        steps: [
          { ...sampleStep("a1"), conditions: [{ kind: "segment", anyOf: ["Retail"] }] },
          { ...sampleStep("a2"), window: afterStep("a1", 2) },
        ],
      }),
      [{ code: "anchor-conditional", place: { stageKey: "a", stepKey: "a2", field: "window.anchor" } }],
    ],
    [
      "a condition on a product that is gone",
      withStep({ conditions: [{ kind: "product", anyOf: ["product-1", "gone"] }] }),
      [{ code: "product-unknown", place: { ...inStep, field: "conditions" }, params: { count: 1 } }],
    ],
    [
      "a plan that won deals did not keep",
      withStage({ plannedDays: 20 }),
      [
        {
          code: "planned-far-from-won",
          place: { ...inStage, field: "plannedDays" },
          params: { planned: 20, median: 10, n: 8 },
        },
      ],
    ],
    ["a plan that won deals kept within half", withStage({ plannedDays: 15 }), []],
    [
      "only the seller's word",
      withStage({ criteria: [{ ...newCriterion("ac", { en: "Ok", nl: "Ok" }), evidence: "seller-word" }] }),
      [{ code: "exit-seller-word", place: { ...inStage, field: "criteria" } }],
    ],
    [
      "criterion without text",
      withStage({ criteria: [newCriterion("ac")] }),
      [{ code: "criterion-no-text", place: { ...inStage, criterionKey: "ac", field: "text" } }],
    ],
    [
      "nothing the buyer gains",
      withStep({ buyerGains: {} }),
      [{ code: "no-buyer-gain", place: { ...inStep, field: "buyerGains" } }],
    ],
    ["nothing gained on a normal step", withStep({ buyerGains: {}, importance: "normal" }), []],
    ["seven steps", withStage({ steps: Array.from({ length: 7 }, (_, at) => sampleStep(`a${at}`)) }), []],
    [
      "eight steps",
      withStage({ steps: Array.from({ length: 8 }, (_, at) => sampleStep(`a${at}`)) }),
      [{ code: "many-steps", place: inStage, params: { count: 8, most: 7 } }],
    ],
    [
      "window of 14 calendar days in a stage of 10",
      withWindow({ latest: 10 }),
      [
        {
          code: "window-beyond-stage",
          place: { ...inStep, field: "window" },
          params: { days: 14, planned: 10 },
        },
      ],
    ],
    ["window as long as the stage", withWindow({ latest: 10, unit: "calendar-days" }), []],
    ["window of 48 working hours in a stage of 10 days", withWindow({ latest: 48, unit: "hours" }), []],
    [
      "window of 80 working hours, which are two weeks",
      withWindow({ latest: 80, unit: "hours" }),
      [
        {
          code: "window-beyond-stage",
          place: { ...inStep, field: "window" },
          params: { days: 14, planned: 10 },
        },
      ],
    ],
    [
      "no planned days",
      withStage({ plannedDays: null }),
      [{ code: "planned-days-missing", place: { ...inStage, field: "plannedDays" } }],
    ],
    [
      "a name twice in a stage",
      withStep({ name: { en: "step A2 ", nl: "x" } }),
      [{ code: "step-name-repeated", place: { stageKey: "a", stepKey: "a2", field: "name" } }],
    ],
    [
      "two stages of one name",
      {
        ...emptyDocument,
        stages: [sampleStage("a"), { ...sampleStage("b"), name: { en: " STAGE A", nl: "Fase b" } }],
      },
      [{ code: "stage-name-repeated", place: { stageKey: "b", field: "name" } }],
    ],
    [
      "stages without a name are not of one name",
      { ...emptyDocument, stages: ["a", "b"].map((key) => ({ ...sampleStage(key), name: {} })) },
      [
        { code: "stage-no-name", place: { stageKey: "a", field: "name" } },
        { code: "stage-no-name", place: { stageKey: "b", field: "name" } },
      ],
    ],
    ["the same name in another stage", withStep({ name: { en: "Step b1", nl: "Stap b1" } }), []],
    [
      "how-to not translated",
      withStep({ howTo: { en: "Ask." } }),
      [{ code: "translation-missing", place: { ...inStep, field: "howTo.nl" }, params: { locale: "nl" } }],
    ],
    ["how-to not written at all", withStep({ howTo: {} }), []],
    [
      "stage not translated",
      withStage({ name: { nl: "Fase" } }),
      [{ code: "translation-missing", place: { ...inStage, field: "name.en" } }],
    ],
    [
      "criterion not translated",
      withStage({ criteria: [newCriterion("ac", { en: "Ok" })] }),
      [{ code: "translation-missing", place: { ...inStage, criterionKey: "ac", field: "text.nl" } }],
    ],
    [
      "texts changed in one language",
      renamed(),
      [
        { code: "translation-behind", place: { ...inStage, field: "name.nl" }, params: { locale: "nl" } },
        { code: "translation-behind", place: { ...inStep, field: "howTo.en" }, params: { locale: "en" } },
        { code: "translation-behind", place: { ...inStage, criterionKey: "ac", field: "text.nl" } },
      ],
    ],
  ];

describe("the check", () => {
  it.each(cases)("%s", (_, doc, expected) => {
    const found = checkDocument(doc, known);
    expect(found).toMatchObject(expected);
    expect(found).toHaveLength(expected.length);
    for (const problem of found) expect(problem.severity).toBe(PROBLEMS[problem.code]);
  });

  it("has a case for each thing it can say", () => {
    const seen = new Set(cases.flatMap(([, , expected]) => expected.map(({ code }) => code)));
    expect([...seen].sort()).toEqual(Object.keys(PROBLEMS).sort());
  });

  it("names each step of a circle, and not the step that only leads into it", () => {
    const steps = [
      { ...sampleStep("in"), window: afterStep("x", 1) },
      { ...sampleStep("x"), window: afterStep("y", 1) },
      { ...sampleStep("y"), window: afterStep("z", 1) },
      { ...sampleStep("z"), window: afterStep("x", 1) },
    ];
    const found = checkDocument(withStage({ steps }), known).filter(({ severity }) => severity === "error");
    expect(found.map(({ code, params, place }) => [code, params.count, place.stepKey])).toEqual([
      ["anchor-circular", 3, "x"],
      ["anchor-circular", 3, "y"],
      ["anchor-circular", 3, "z"],
    ]);
  });

  it("asks only for the languages that the organisation has", () => {
    const doc: ProcessDocument = withStep({ howTo: { en: "Ask." } });
    expect(checkDocument(doc, { ...known, locales: ["en"] })).toEqual([]);
    expect(checkDocument(renamed(), { ...known, locales: ["nl"] })).toEqual([]);
  });

  it("keeps the order of the document", () => {
    const doc: ProcessDocument = { ...emptyDocument, stages: [newStage("a"), newStage("b")] };
    expect(
      checkDocument(doc, known)
        .map(({ place }) => place.stageKey)
        .join(""),
    ).toBe("aaaabbbb");
  });
});
