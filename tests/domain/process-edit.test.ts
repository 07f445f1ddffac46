import { describe, expect, it } from "vitest";
import { emptyDocument, newCriterion, newStage, newStep } from "@/lib/domain/process/blank";
import { applyEdit, applyEdits } from "@/lib/domain/process/edit";
import { EDIT_REFUSALS, type Edit } from "@/lib/domain/process/edits";
import { joined } from "@/lib/domain/process/joined";
import { LIMITS } from "@/lib/domain/process/limits";
import { rebase } from "@/lib/domain/process/rebase";
import { removeStage, removeStep } from "@/lib/domain/process/removal";
import { withSeen } from "@/lib/domain/process/seen";
import { touches } from "@/lib/domain/process/touches";
import type { ProcessDocument } from "@/lib/domain/process/types";
import { afterStep, mustApply, sampleDocument, sampleStage, sampleStep } from "./process-support";

const stepKeys = (doc: ProcessDocument) => doc.stages.map((stage) => stage.steps.map((step) => step.key));
const stageKeys = (doc: ProcessDocument) => doc.stages.map((stage) => stage.key);
const link = (name: string) => ({ kind: "link", label: {}, url: `https://${name}.example/` }) as const;
const many = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at));

describe("places", () => {
  const cases: [string, Edit, string[][]][] = [
    [
      "down in its stage",
      { type: "step.move", stepKey: "a1", toStageKey: "a", index: 1 },
      [
        ["a2", "a1"],
        ["b1", "b2"],
      ],
    ],
    [
      "to another stage",
      { type: "step.move", stepKey: "a1", toStageKey: "b", index: 1 },
      [["a2"], ["b1", "a1", "b2"]],
    ],
    [
      "beyond the end",
      { type: "step.move", stepKey: "a1", toStageKey: "b", index: 99 },
      [["a2"], ["b1", "b2", "a1"]],
    ],
    [
      "before the start",
      { type: "step.move", stepKey: "b2", toStageKey: "a", index: -1 },
      [["b2", "a1", "a2"], ["b1"]],
    ],
    [
      "a copy follows its original",
      { type: "step.duplicate", stepKey: "a1", newKey: "n" },
      [
        ["a1", "n", "a2"],
        ["b1", "b2"],
      ],
    ],
    [
      "stages swap",
      { type: "stage.move", stageKey: "b", index: 0 },
      [
        ["b1", "b2"],
        ["a1", "a2"],
      ],
    ],
  ];
  it.each(cases)("%s", (_, edit, expected) => {
    expect(stepKeys(mustApply(sampleDocument(), edit))).toEqual(expected);
  });
});

describe("a changed text", () => {
  it("keeps the language that was not typed in, so that two translators do not overwrite each other", () => {
    const doc = mustApply(sampleDocument(), {
      type: "stage.set",
      stageKey: "a",
      set: { name: { nl: "Nieuw" } },
    });
    expect(doc.stages[0]?.name).toEqual({ en: "Stage a", nl: "Nieuw" });
  });

  it("is taken out when emptied", () => {
    const doc = mustApply(sampleDocument(), { type: "step.set", stepKey: "a1", set: { howTo: { nl: "" } } });
    expect(doc.stages[0]?.steps[0]?.howTo).toEqual({ en: "Ask." });
  });

  it("stays as it was typed: script, formulas and line ends are only text", () => {
    const text = "=HYPERLINK(1)\n<script>alert(1)</script>";
    const doc = mustApply(sampleDocument(), {
      type: "step.set",
      stepKey: "a1",
      set: { howTo: { en: text } },
    });
    expect(doc.stages[0]?.steps[0]?.howTo.en).toBe(text);
  });
});

it("an edit leaves all that it does not touch identical, so that only one step renders again", () => {
  const before = sampleDocument();
  const after = mustApply(before, { type: "step.set", stepKey: "a1", set: { importance: "optional" } });
  expect(after.stages[1]).toBe(before.stages[1]);
  expect(after.stages[0]?.steps[1]).toBe(before.stages[0]?.steps[1]);
  expect(after.stages[0]?.criteria).toBe(before.stages[0]?.criteria);
});

describe("a copied stage", () => {
  const copy: Edit = {
    type: "stage.duplicate",
    stageKey: "a",
    newKey: "n",
    steps: { a1: "n1", a2: "n2" },
    criteria: { ac: "nc" },
  };

  it("stands after its original and counts from its own steps", () => {
    const doc = mustApply(sampleDocument(), copy);
    expect(stageKeys(doc)).toEqual(["a", "n", "b"]);
    expect(doc.stages[1]?.steps[1]?.window).toEqual(afterStep("n1", 2));
    expect(doc.stages[1]?.criteria[0]?.key).toBe("nc");
  });

  it("has what the person saw: a step that a colleague added meanwhile stays out", () => {
    const withMore = mustApply(sampleDocument(), {
      type: "step.add",
      stageKey: "a",
      index: 0,
      step: newStep("later"),
    });
    expect(stepKeys(mustApply(withMore, copy))[1]).toEqual(["n1", "n2"]);
  });
});

describe("a step that others count from", () => {
  it("is not removed from under them", () => {
    const edit: Edit = { type: "step.remove", stepKey: "a1" };
    expect(applyEdit(sampleDocument(), edit)).toEqual({
      refused: true,
      code: "step-counted-from",
      params: { count: 1 },
      edit,
    });
  });

  it("is removed after they count from the entry of their stage", () => {
    const doc = sampleDocument();
    const after = applyEdits(doc, removeStep(doc, "a1"));
    expect(after).toMatchObject({
      stages: [{ steps: [{ key: "a2", window: { anchor: { kind: "stage-entry" }, latest: 2 } }] }, {}],
    });
  });

  it("takes with it a window that ended before it", () => {
    const before = mustApply(sampleDocument(), {
      type: "step.set",
      stepKey: "b2",
      set: { window: { ...afterStep("a1", 1), earliest: null, latest: -1 } },
    });
    const after = applyEdits(before, removeStep(before, "a1"));
    expect(after).toMatchObject({ stages: [{}, { steps: [{}, { key: "b2", window: null }] }] });
  });

  it("goes with its stage when only that stage counts from it", () => {
    const doc = sampleDocument();
    expect(removeStage(doc, "a")).toEqual([{ type: "stage.remove", stageKey: "a" }]);
    expect(stageKeys(mustApply(doc, { type: "stage.remove", stageKey: "a" }))).toEqual(["b"]);
  });

  it("frees the steps of other stages first", () => {
    const doc = mustApply(sampleDocument(), {
      type: "step.set",
      stepKey: "b2",
      set: { window: afterStep("a1", 1) },
    });
    expect(applyEdit(doc, { type: "stage.remove", stageKey: "a" })).toMatchObject({
      code: "step-counted-from",
    });
    expect(applyEdits(doc, removeStage(doc, "a"))).toMatchObject({ stages: [{ key: "b" }] });
  });
});

describe("refusals", () => {
  const full = { ...emptyDocument, stages: many(LIMITS.stages, (at) => newStage(`s${at}`)) };
  const fullStage = {
    ...emptyDocument,
    stages: [
      {
        ...sampleStage("a"),
        steps: many(LIMITS.stepsPerStage, (at) => newStep(`f${at}`)),
        criteria: many(LIMITS.criteriaPerStage, (at) => newCriterion(`fc${at}`)),
      },
      sampleStage("b"),
    ],
  };
  const long = (limit: number) => "x".repeat(limit + 1);
  const doc = sampleDocument();
  const cases: [string, ProcessDocument, Edit, object][] = [
    [
      "stage gone",
      doc,
      { type: "stage.set", stageKey: "x", set: { name: { en: "Kept" } } },
      { code: "stage-gone" },
    ],
    [
      "step gone",
      doc,
      { type: "step.set", stepKey: "x", set: { name: { en: "Kept" } } },
      { code: "step-gone" },
    ],
    ["criterion gone", doc, { type: "criterion.remove", criterionKey: "x" }, { code: "criterion-gone" }],
    [
      "target stage gone",
      doc,
      { type: "step.move", stepKey: "a1", toStageKey: "x", index: 0 },
      { code: "stage-gone" },
    ],
    ["stage key taken", doc, { type: "stage.add", stage: newStage("a"), index: 0 }, { code: "key-taken" }],
    ["step key taken", doc, { type: "step.duplicate", stepKey: "a1", newKey: "b1" }, { code: "key-taken" }],
    [
      "step key taken inside a new stage",
      doc,
      { type: "stage.add", stage: { ...sampleStage("a"), key: "n" }, index: 0 },
      { code: "key-taken" },
    ],
    [
      "criterion key taken",
      doc,
      { type: "criterion.add", stageKey: "a", index: 0, criterion: newCriterion("bc") },
      { code: "key-taken" },
    ],
    [
      "21st stage",
      full,
      { type: "stage.add", stage: newStage("n"), index: 0 },
      { code: "too-many-stages", params: { limit: 20 } },
    ],
    [
      "41st step",
      fullStage,
      { type: "step.add", stageKey: "a", index: 0, step: newStep("n") },
      { code: "too-many-steps", params: { limit: 40 } },
    ],
    [
      "41st step by moving",
      fullStage,
      { type: "step.move", stepKey: "b1", toStageKey: "a", index: 0 },
      { code: "too-many-steps" },
    ],
    [
      "41st step by copying",
      fullStage,
      { type: "step.duplicate", stepKey: "f0", newKey: "n" },
      { code: "too-many-steps" },
    ],
    [
      "21st criterion",
      fullStage,
      { type: "criterion.move", criterionKey: "bc", toStageKey: "a", index: 0 },
      { code: "too-many-criteria" },
    ],
    [
      "long name",
      doc,
      { type: "step.set", stepKey: "a1", set: { name: { nl: long(200) } } },
      { code: "text-too-long", field: "name.nl", params: { limit: 200, length: 201 } },
    ],
    [
      "long how-to",
      doc,
      { type: "step.set", stepKey: "a1", set: { howTo: { en: long(10_000) } } },
      { code: "text-too-long", field: "howTo.en" },
    ],
    [
      "long criterion",
      doc,
      { type: "criterion.set", criterionKey: "ac", set: { text: { en: long(500) } } },
      { code: "text-too-long", field: "text.en" },
    ],
    [
      "long new criterion",
      doc,
      { type: "criterion.add", stageKey: "a", index: 0, criterion: newCriterion("n", { nl: long(500) }) },
      { code: "text-too-long", field: "text.nl" },
    ],
    [
      "21st criterion that a step serves",
      doc,
      { type: "step.set", stepKey: "a1", set: { serves: Array.from({ length: 21 }, (_, n) => `c${n}`) } },
      { code: "too-many-items", field: "serves", params: { limit: 20, count: 21 } },
    ],
    [
      "long question",
      doc,
      {
        type: "step.set",
        stepKey: "a1",
        set: { resources: [{ kind: "question", text: { nl: long(1_000) } }] },
      },
      { code: "text-too-long", field: "resources.nl" },
    ],
    [
      "long address",
      doc,
      {
        type: "step.set",
        stepKey: "a1",
        set: { resources: [{ kind: "link", label: {}, url: long(2_000) }] },
      },
      { code: "text-too-long", field: "resources" },
    ],
    [
      "half a unit of money",
      doc,
      {
        type: "step.set",
        stepKey: "a1",
        set: { conditions: [{ kind: "amount", currency: "EUR", from: 0.5, below: null }] },
      },
      { code: "number-out-of-range", field: "conditions" },
    ],
    [
      "far window for all steps",
      doc,
      { type: "timing.set", set: { stepWindow: { unit: "hours", latest: -1 } } },
      { code: "number-out-of-range", field: "stepWindow.latest" },
    ],
    [
      "half a day",
      doc,
      { type: "stage.set", stageKey: "a", set: { plannedDays: 1.5 } },
      { code: "number-out-of-range", field: "plannedDays" },
    ],
    [
      "not a number",
      doc,
      { type: "stage.set", stageKey: "a", set: { plannedDays: Number.NaN } },
      { code: "number-out-of-range" },
    ],
    [
      "far window",
      doc,
      { type: "step.set", stepKey: "a1", set: { window: afterStep("a2", 10_001) } },
      { code: "number-out-of-range", field: "window.latest" },
    ],
    [
      "name changed meanwhile",
      doc,
      { type: "step.set", stepKey: "a1", set: { name: { en: "Mine" } }, was: { name: { en: "Seen" } } },
      { code: "changed-meanwhile", field: "name.en" },
    ],
    [
      "link added meanwhile",
      mustApply(doc, { type: "step.set", stepKey: "a1", set: { resources: [link("theirs")] } }),
      { type: "step.set", stepKey: "a1", set: { resources: [link("mine")] }, was: { resources: [] } },
      { code: "changed-meanwhile", field: "resources" },
    ],
    [
      "plan changed meanwhile",
      doc,
      { type: "stage.set", stageKey: "a", set: { plannedDays: 3 }, was: { plannedDays: null } },
      { code: "changed-meanwhile", field: "plannedDays" },
    ],
    [
      "evidence changed meanwhile",
      doc,
      {
        type: "criterion.set",
        criterionKey: "ac",
        set: { evidence: "document" },
        was: { evidence: "event-held" },
      },
      { code: "changed-meanwhile", field: "evidence" },
    ],
    [
      "timing changed meanwhile",
      doc,
      { type: "timing.set", set: { plannedDays: 3 }, was: { plannedDays: 5 } },
      { code: "changed-meanwhile", field: "plannedDays" },
    ],
    [
      "stage with a step that was not seen",
      doc,
      { type: "stage.remove", stageKey: "a", steps: ["a1"], criteria: ["ac"] },
      { code: "stage-grew", params: { count: 1 } },
    ],
    [
      "stage with a criterion that was not seen",
      doc,
      { type: "stage.remove", stageKey: "a", steps: ["a1", "a2"], criteria: [] },
      { code: "stage-grew", params: { count: 1 } },
    ],
    [
      "step changed since it was seen",
      doc,
      { type: "step.remove", stepKey: "a1", was: { ...sampleStep("a1"), howTo: { en: "Seen." } } },
      { code: "changed-meanwhile", field: "howTo" },
    ],
    [
      "criterion changed since it was seen",
      doc,
      { type: "criterion.remove", criterionKey: "ac", was: { evidence: "document" } },
      { code: "changed-meanwhile", field: "evidence" },
    ],
    [
      "stage with a step that was changed since",
      doc,
      {
        type: "stage.remove",
        stageKey: "a",
        was: { ...sampleStage("a"), steps: [{ ...sampleStep("a1"), name: { en: "Seen" } }] },
      },
      { code: "changed-meanwhile", field: "steps" },
    ],
    [
      "window from a missing step",
      doc,
      { type: "step.set", stepKey: "a1", set: { window: afterStep("x", 1) } },
      { code: "anchor-gone", field: "window.anchor" },
    ],
    [
      "new step from a missing step",
      doc,
      { type: "step.add", stageKey: "a", index: 0, step: { ...sampleStep("n"), window: afterStep("x", 1) } },
      { code: "anchor-gone" },
    ],
  ];
  it.each(cases)("%s", (_, on, edit, expected) => {
    expect(applyEdit(on, edit)).toMatchObject({ refused: true, ...expected, edit });
  });

  it("moving inside a full stage is fine", () => {
    expect(
      stepKeys(
        mustApply(fullStage, { type: "step.move", stepKey: "f0", toStageKey: "a", index: 1 }),
      )[0]?.slice(0, 2),
    ).toEqual(["f1", "f0"]);
  });

  it("exactly at the limit is fine", () => {
    const set = { name: { en: "x".repeat(200) }, howTo: { en: "x".repeat(10_000) } };
    expect(
      mustApply(doc, { type: "step.set", stepKey: "a1", set }).stages[0]?.steps[0]?.name.en,
    ).toHaveLength(200);
  });

  it("a list is all or nothing", () => {
    const edits: Edit[] = [
      { type: "stage.remove", stageKey: "a" },
      { type: "step.remove", stepKey: "a1" },
    ];
    expect(applyEdits(sampleDocument(), edits)).toMatchObject({ code: "step-gone", edit: edits[1] });
  });

  it("covers each code there is", () => {
    const seen = new Set([
      ...cases.map(([, , , expected]) => (expected as { code: string }).code),
      "step-counted-from",
    ]);
    expect([...seen].sort()).toEqual([...EDIT_REFUSALS].sort());
  });
});

it("a stage removed under a colleague's cursor hands back what the colleague typed", () => {
  const theirs = mustApply(sampleDocument(), { type: "stage.remove", stageKey: "a" });
  const mine: Edit[] = [
    { type: "step.set", stepKey: "a1", set: { howTo: { en: "A long text" } } },
    { type: "step.set", stepKey: "b1", set: { name: { en: "Kept" } } },
  ];
  const { document, applied, refused } = rebase(mine, theirs);
  expect(applied).toEqual([mine[1]]);
  expect(refused).toMatchObject([{ code: "step-gone", edit: mine[0] }]);
  expect(document.stages[0]?.steps[0]?.name.en).toBe("Kept");
});

describe("an edit that says what its person saw", () => {
  const name = (en: string, was?: string): Edit => ({
    type: "step.set",
    stepKey: "a1",
    set: { name: { en } },
    ...(was !== undefined && { was: { name: { en: was } } }),
  });

  it("stands where that still stands, where its own value does, and in the other language", () => {
    const doc = mustApply(sampleDocument(), name("Mine", "Step a1"));
    expect(mustApply(doc, name("Mine", "Step a1"))).toEqual(doc);
    const dutch: Edit = { ...name("x"), type: "step.set", stepKey: "a1", set: { name: { nl: "Mijn" } } };
    const other = mustApply(doc, { ...dutch, was: { name: { nl: "Stap a1" } } });
    expect(other.stages[0]?.steps[0]?.name).toEqual({ en: "Mine", nl: "Mijn" });
  });

  it("does not mind the order in which a database gives fields back, nor a text that was not there", () => {
    const { window } = sampleStep("a1");
    const turned = Object.fromEntries(Object.entries(window ?? {}).reverse());
    const edits: Edit[] = [
      { type: "step.set", stepKey: "a1", set: { window: null }, was: { window: turned } },
      { type: "step.set", stepKey: "a1", set: { objective: { en: "New" } }, was: { objective: { en: "" } } },
    ];
    expect(applyEdits(sampleDocument(), edits)).toMatchObject({ formatVersion: 2 });
  });

  it("is given what it saw, and keeps what it brought", () => {
    const doc = sampleDocument();
    expect(withSeen(doc, name("Mine"))).toEqual(name("Mine", "Step a1"));
    expect(withSeen(doc, name("Mine", "Typed over"))).toEqual(name("Mine", "Typed over"));
    expect(withSeen(doc, { type: "stage.remove", stageKey: "a" })).toEqual({
      type: "stage.remove",
      stageKey: "a",
      steps: ["a1", "a2"],
      criteria: ["ac"],
      was: doc.stages[0],
    });
    expect(withSeen(doc, { type: "step.remove", stepKey: "a1" })).toMatchObject({
      was: { name: { en: "Step a1" } },
    });
  });

  it("is one with the next in the same field, and none when it ends where it began", () => {
    const nl: Edit = {
      type: "step.set",
      stepKey: "a1",
      set: { name: { nl: "B" } },
      was: { name: { nl: "A" } },
    };
    expect(joined([name("B", "A"), name("C", "B"), nl])).toEqual([name("C", "A"), nl]);
    expect(joined([name("B", "A"), name("A", "B")])).toEqual([]);
    expect(joined([name("B", "A"), nl, name("C", "B")])).toHaveLength(3);
  });
});

describe("where two people meet", () => {
  const meet = (one: Edit, other: Edit) => {
    const marks = touches(sampleDocument(), other);
    return [...touches(sampleDocument(), one)].some((mark) => marks.has(mark));
  };

  it("is at a step and what it counts from", () => {
    const free: Edit = { type: "step.set", stepKey: "a2", set: { window: null } };
    expect(meet(free, { type: "step.remove", stepKey: "a1" })).toBe(true);
    expect(meet(free, { type: "step.remove", stepKey: "b2" })).toBe(false);
    expect(
      meet({ ...free, set: { window: afterStep("b1", 1) } }, { type: "step.remove", stepKey: "b1" }),
    ).toBe(true);
  });

  it("is not at two steps of one stage, nor at a stage and its step", () => {
    const name = { name: { en: "Other" } };
    const step: Edit = { type: "step.set", stepKey: "a1", set: name };
    expect(meet(step, { type: "step.set", stepKey: "a2", set: name })).toBe(false);
    expect(meet(step, { type: "stage.set", stageKey: "a", set: name })).toBe(false);
    expect(meet(step, { type: "stage.remove", stageKey: "a" })).toBe(true);
  });
});
