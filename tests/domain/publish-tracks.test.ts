import { describe, expect, it } from "vitest";
import { changedThings } from "@/components/processes/changed-things";
import { tracksOf } from "@/components/processes/publish/tracks";
import { diff } from "@/lib/domain/process/diff";
import type { Edit } from "@/lib/domain/process/edits";
import { mustApply, sampleDocument, sampleStep } from "./process-support";

const EDITS: readonly Edit[] = [
  { type: "step.add", stageKey: "a", index: 1, step: sampleStep("n") },
  { type: "step.set", stepKey: "a2", set: { name: { en: "Later" } } },
  { type: "criterion.set", criterionKey: "ac", set: { text: { en: "Signed" } } },
  { type: "step.remove", stepKey: "b2" },
  { type: "criterion.set", criterionKey: "bc", set: { text: { en: "Paid" } } },
];

function drawn(edits: readonly Edit[]) {
  const before = sampleDocument();
  const after = edits.reduce(mustApply, before);
  return tracksOf(before, after, changedThings(diff(before, after)));
}
const xOf = (marks: ReturnType<typeof tracksOf>["before"], key: string) =>
  marks.find((mark) => mark.key === key)?.x;

describe("the two tracks", () => {
  it("number the changes from left to right, each in a place of its own", () => {
    const { before, after, slots } = drawn(EDITS);
    const numbered = [...before, ...after]
      .filter(({ thing }) => thing)
      .toSorted((one, other) => one.x - other.x);
    expect(numbered.map(({ thing }) => thing?.number)).toEqual([1, 2, 3, 4, 5]);
    const places = [...new Set([...before, ...after].map(({ x }) => x))].toSorted(
      (one, other) => one - other,
    );
    const gaps = places.slice(1).map((x, at) => x - (places[at] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThan(0.95 / slots);
  });

  it("leave what stays put straight below itself", () => {
    const { before, after } = drawn(EDITS);
    for (const key of ["a", "a1", "a2", "b", "b1", "end"])
      expect(xOf(after, key), key).toBe(xOf(before, key));
  });

  it("draw a step that moved where it was and where it is", () => {
    const { before, after, links } = drawn([{ type: "step.move", stepKey: "a1", toStageKey: "a", index: 1 }]);
    const moved = links.find(({ key }) => key.startsWith("step."));
    expect(moved).toBeDefined();
    expect(moved?.from).toBe(xOf(before, moved?.key.slice(5) ?? ""));
    expect(moved?.to).toBe(xOf(after, moved?.key.slice(5) ?? ""));
    expect(moved?.from).not.toBe(moved?.to);
  });
});
