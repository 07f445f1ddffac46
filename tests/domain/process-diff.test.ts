import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newCriterion, newStage } from "@/lib/domain/process/blank";
import { diff } from "@/lib/domain/process/diff";
import { applyEdit } from "@/lib/domain/process/edit";
import type { Edit } from "@/lib/domain/process/edits";
import { longestIncreasing } from "@/lib/domain/process/lists";
import { allCriteria, allSteps } from "@/lib/domain/process/locate";
import { isRefusal } from "@/lib/domain/shared/result";
import {
  afterStep,
  editOf,
  mustApply,
  type Recipe,
  recipe,
  sampleDocument,
  sampleStep,
} from "./process-support";

const recipes = fc.array(recipe, { maxLength: 40, size: "max" });

function edited(list: readonly Recipe[], only: (edit: Edit) => boolean = () => true) {
  let doc = sampleDocument();
  list.forEach((one, at) => {
    const edit = editOf(doc, one, `n${at}`);
    const next = applyEdit(doc, edit);
    if (only(edit) && !isRefusal(next)) doc = next;
  });
  return doc;
}

const cases: [string, Edit, object[]][] = [
  [
    "a step added",
    { type: "step.add", stageKey: "a", index: 0, step: sampleStep("n") },
    [{ what: "step", change: "added", key: "n", stageKey: "a", before: null }],
  ],
  [
    "a step removed",
    { type: "step.remove", stepKey: "a2" },
    [{ what: "step", change: "removed", key: "a2", stageKey: "a", after: null }],
  ],
  [
    "a step moved in its stage",
    { type: "step.move", stepKey: "a1", toStageKey: "a", index: 1 },
    [{ what: "step", change: "moved", stageKey: "a" }],
  ],
  [
    "a step moved to another stage",
    { type: "step.move", stepKey: "a1", toStageKey: "b", index: 0 },
    [{ what: "step", change: "moved", key: "a1", stageKey: "b" }],
  ],
  [
    "a step retimed",
    { type: "step.set", stepKey: "a2", set: { window: afterStep("a1", 9) } },
    [{ what: "step", change: "retimed", key: "a2" }],
  ],
  [
    "a step re-owned",
    { type: "step.set", stepKey: "a2", set: { owner: { kind: "role", id: "r" } } },
    [{ what: "step", change: "re-owned", key: "a2" }],
  ],
  [
    "a step renamed",
    { type: "step.set", stepKey: "a2", set: { name: { nl: "Anders" } } },
    [{ what: "step", change: "renamed", key: "a2" }],
  ],
  [
    "other fields of a step",
    { type: "step.set", stepKey: "a2", set: { channel: "visit", howTo: { en: "New" } } },
    [{ what: "step", change: "changed", fields: ["channel", "howTo"] }],
  ],
  [
    "a stage with its content",
    { type: "stage.remove", stageKey: "b" },
    [
      { what: "stage", change: "removed", key: "b" },
      { what: "step", key: "b1" },
      { what: "step", key: "b2" },
      { what: "criterion", key: "bc" },
    ],
  ],
  [
    "an empty stage added",
    { type: "stage.add", stage: newStage("n"), index: 1 },
    [{ what: "stage", change: "added", key: "n", stageKey: "n" }],
  ],
  [
    "a stage retimed",
    { type: "stage.set", stageKey: "a", set: { plannedDays: 3 } },
    [{ what: "stage", change: "retimed", key: "a" }],
  ],
  [
    "the buyer's step",
    { type: "stage.set", stageKey: "a", set: { buyerStep: { en: "Buys" } } },
    [{ what: "stage", change: "changed", fields: ["buyerStep"] }],
  ],
  ["stages swapped", { type: "stage.move", stageKey: "b", index: 0 }, [{ what: "stage", change: "moved" }]],
  [
    "a criterion added",
    { type: "criterion.add", stageKey: "b", index: 0, criterion: newCriterion("n") },
    [{ what: "criterion", change: "added", key: "n", stageKey: "b" }],
  ],
  [
    "a criterion reworded",
    { type: "criterion.set", criterionKey: "ac", set: { text: { en: "Signed" } } },
    [{ what: "criterion", change: "renamed", key: "ac" }],
  ],
  [
    "a criterion's evidence",
    { type: "criterion.set", criterionKey: "ac", set: { evidence: "document" } },
    [{ what: "criterion", change: "changed", fields: ["evidence"] }],
  ],
  [
    "a criterion moved",
    { type: "criterion.move", criterionKey: "ac", toStageKey: "b", index: 1 },
    [{ what: "criterion", change: "moved", stageKey: "b" }],
  ],
];

describe("the difference", () => {
  it.each(cases)("%s", (_, edit, expected) => {
    const before = sampleDocument();
    const found = diff(before, mustApply(before, edit));
    expect(found).toMatchObject(expected);
    expect(found).toHaveLength(expected.length);
  });

  it("names several changes of one step, before and after", () => {
    const before = sampleDocument();
    const after = mustApply(
      mustApply(before, { type: "step.move", stepKey: "a2", toStageKey: "b", index: 2 }),
      { type: "step.set", stepKey: "a2", set: { window: null, name: { en: "Later" } } },
    );
    const found = diff(before, after);
    expect(found.map(({ change }) => change)).toEqual(["moved", "retimed", "renamed"]);
    expect(found[0]?.before).toBe(before.stages[0]?.steps[1]);
    expect(found[0]?.after).toBe(after.stages[1]?.steps[2]);
  });

  it("goes along the route: a stage, its steps, its criteria, what is gone behind what it followed", () => {
    const before = sampleDocument();
    const edits: Edit[] = [
      { type: "stage.set", stageKey: "b", set: { plannedDays: 99 } },
      { type: "step.remove", stepKey: "a2" },
      { type: "step.set", stepKey: "a1", set: { name: { en: "Later" } } },
      { type: "step.set", stepKey: "b2", set: { name: { en: "Last" } } },
      { type: "criterion.set", criterionKey: "ac", set: { text: { en: "Signed" } } },
      { type: "criterion.set", criterionKey: "bc", set: { text: { en: "Paid" } } },
      { type: "step.add", stageKey: "b", index: 0, step: sampleStep("n") },
    ];
    const after = edits.reduce(mustApply, before);
    expect(diff(before, after).map(({ key }) => key)).toEqual(["a1", "a2", "ac", "b", "n", "b2", "bc"]);
  });

  it("does not see the order of stored fields, nor an empty translation", () => {
    const before = sampleDocument();
    const reordered = JSON.parse(JSON.stringify(before), (_, value) =>
      value && typeof value === "object" && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).reverse())
        : value,
    );
    expect(diff(before, reordered)).toEqual([]);
    const blank = mustApply(before, { type: "step.set", stepKey: "a1", set: { howTo: { nl: "" } } });
    const stages = blank.stages.map((stage) => ({
      ...stage,
      steps: stage.steps.map((step) => ({ ...step, howTo: { nl: "", ...step.howTo } })),
    }));
    expect(diff(blank, { ...blank, stages })).toEqual([]);
  });

  it("is empty from a document to itself", () => {
    fc.assert(
      fc.property(recipes, (list) => {
        expect(diff(edited(list), edited(list))).toEqual([]);
      }),
    );
  });

  it("of renames is only renames", () => {
    let seen = 0;
    const renames = (edit: Edit) => "set" in edit && Object.keys(edit.set).join() === "name";
    fc.assert(
      fc.property(recipes, (list) => {
        const found = diff(sampleDocument(), edited(list, renames));
        seen += found.length;
        expect(found.filter(({ change }) => change !== "renamed")).toEqual([]);
      }),
    );
    expect(seen).toBeGreaterThan(0);
  });

  it("adds up: what was there, less removed, plus added, is what is there", () => {
    fc.assert(
      fc.property(recipes, (list) => {
        const before = sampleDocument();
        const after = edited(list);
        const found = diff(before, after);
        const net = (what: string) =>
          found.filter((one) => one.what === what && one.change === "added").length -
          found.filter((one) => one.what === what && one.change === "removed").length;
        expect(before.stages.length + net("stage")).toBe(after.stages.length);
        expect(allSteps(before).length + net("step")).toBe(allSteps(after).length);
        expect(allCriteria(before).length + net("criterion")).toBe(allCriteria(after).length);
      }),
    );
  });
});

describe("what has moved", () => {
  it("is one thing when one thing was dragged", () => {
    const list = fc
      .uniqueArray(fc.nat(1_000), { minLength: 2, maxLength: 30 })
      .map((all) => all.sort((a, b) => a - b));
    fc.assert(
      fc.property(list, fc.nat(), fc.nat(), (values, from, to) => {
        const taken = values[from % values.length] ?? 0;
        const rest = values.filter((value) => value !== taken);
        rest.splice(to % values.length, 0, taken);
        expect(values.length - longestIncreasing(rest).size).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("leaves an increasing run of the greatest length", () => {
    expect([...longestIncreasing([3, 1, 2, 5, 4])].sort()).toEqual([1, 2, 4]);
    expect(longestIncreasing([])).toEqual(new Set());
    expect(longestIncreasing([3, 2, 1]).size).toBe(1);
  });
});
