import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Direction, moveSteps, putSteps, stepsBetween } from "@/components/processes/editor/moves";
import { newStage } from "@/lib/domain/process/blank";
import { applyEdits } from "@/lib/domain/process/edit";
import type { Edit } from "@/lib/domain/process/edits";
import { allSteps } from "@/lib/domain/process/locate";
import { removeSteps } from "@/lib/domain/process/removal";
import type { ProcessDocument } from "@/lib/domain/process/types";
import { isRefusal } from "@/lib/domain/shared/result";
import { afterStep, brokenRules, sampleDocument, sampleStep } from "./process-support";

/** "ab cd" is two stages, of the steps a, b and c, d. */
const drawn = (text: string): ProcessDocument => ({
  ...sampleDocument(),
  stages: text
    .split(" ")
    .map((keys, at) => ({ ...newStage(`s${at}`), steps: [...keys].map((key) => sampleStep(key)) })),
});
const draw = (doc: ProcessDocument) =>
  doc.stages.map(({ steps }) => steps.map(({ key }) => key).join("")).join(" ");

function after(doc: ProcessDocument, edits: readonly Edit[]): ProcessDocument {
  const next = applyEdits(doc, edits);
  if (isRefusal(next)) throw new Error(`refused: ${next.code}`);
  return next;
}

describe("several steps move together", () => {
  const cases: [before: string, keys: string, direction: Direction, after: string][] = [
    ["abcd ef", "b", "up", "bacd ef"],
    ["abcd ef", "bd", "up", "bdac ef"],
    ["abcd ef", "ac", "up", "abcd ef"],
    ["abcd ef", "ab", "down", "cabd ef"],
    ["abcd ef", "bd", "down", "ac bdef"],
    ["abcd ef", "ef", "up", "abcdef "],
    ["abcd ef", "af", "up", "abcd ef"],
    ["abcd ef", "ab", "right", "cd abef"],
    ["abcd ef", "de", "left", "abcd ef"],
    ["abcd ef", "ef", "left", "efabcd "],
    ["abcd ef", "f", "left", "afbcd e"],
    ["abcd ef", "d", "down", "abc def"],
    ["abcd ef", "ef", "right", "abcd ef"],
  ];
  it.each(cases)("%s: %s %s", (before, keys, direction, expected) => {
    const doc = drawn(before);
    expect(draw(after(doc, moveSteps(doc, new Set(keys), direction)))).toBe(expected);
  });
});

it("put before a step that moves along, they stand before the next one that stays", () => {
  const doc = drawn("abcd ef");
  expect(draw(after(doc, putSteps(doc, new Set("be"), "s0", "b")))).toBe("abecd f");
  expect(putSteps(doc, new Set("bc"), "s0", "d")).toEqual([]);
});

it("wherever steps are put they stand together, in their order, and the others keep theirs", () => {
  const pick = fc.subarray([..."abcdefg"], { minLength: 1 });
  fc.assert(
    fc.property(
      pick,
      fc.constantFrom("s0", "s1", "s2"),
      fc.constantFrom(null, ..."abcdefg"),
      (keys, stage, before) => {
        const doc = drawn("abc de fg");
        const put = after(doc, putSteps(doc, new Set(keys), stage, before));
        const rest = (text: string) => [...text].filter((key) => !keys.includes(key)).join("");
        expect(rest(draw(put))).toBe(rest("abc de fg"));
        expect(
          put.stages
            .find(({ key }) => key === stage)
            ?.steps.map(({ key }) => key)
            .join(""),
        ).toContain(keys.join(""));
      },
    ),
  );
});

it("Shift selects all between, in either direction", () => {
  const doc = drawn("abc de");
  expect(stepsBetween(doc, "b", "d")).toEqual(["b", "c", "d"]);
  expect(stepsBetween(doc, "d", "b")).toEqual(["b", "c", "d"]);
  expect(stepsBetween(doc, "gone", "b")).toEqual(["b"]);
});

it("steps that count from each other are removed together, and what counted from them counts from its stage", () => {
  const [first, second] = sampleDocument().stages;
  if (!first || !second) throw new Error("no stages");
  const steps = [
    sampleStep("x"),
    { ...sampleStep("y"), window: afterStep("x", 1) },
    { ...sampleStep("z"), window: afterStep("y", 1) },
  ];
  const doc = { ...sampleDocument(), stages: [{ ...first, steps }, second] };
  const left = after(doc, removeSteps(doc, ["y", "x"]));
  expect(allSteps(left).map(({ key }) => key)).toEqual(["z", "b1", "b2"]);
  expect(allSteps(left)[0]?.window).toMatchObject({ anchor: { kind: "stage-entry" }, latest: 1 });
  expect(brokenRules(left)).toEqual([]);
});
