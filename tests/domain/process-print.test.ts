import { describe, expect, it } from "vitest";
import { fitOf, type PrintStage } from "@/components/processes/print/fit";
import { initialsOf } from "@/components/processes/print/initials";

const stages = (
  count: number,
  steps: number,
  name = "Speak with the one who holds the budget",
): PrintStage[] =>
  Array.from({ length: count }, (_, at) => ({
    name: `Stage ${at}`,
    steps: Array.from({ length: steps }, () => ({ name, facts: "BD within 5 working days" })),
    criteria: ["The buyer confirmed it in writing (a document)"],
  }));

describe("the size of the text on paper", () => {
  it("six stages of eight steps stand on A4 and can be read", () => {
    const fit = fitOf(stages(6, 8));
    expect(fit).toMatchObject({ sheet: "a4", fits: true });
    expect(fit.points).toBeGreaterThanOrEqual(7.5);
  });
  it("a small process is written large", () => {
    expect(fitOf(stages(4, 3))).toEqual({ sheet: "a4", points: 10.5, fits: true });
  });
  it("what A4 cannot hold goes on A3", () => {
    expect(fitOf(stages(8, 14))).toMatchObject({ sheet: "a3", fits: true });
    expect(fitOf(stages(8, 14), "a4")).toMatchObject({ sheet: "a4", points: 7.5, fits: false });
  });
  it("what is known of the buyer takes its room", () => {
    const plain = stages(6, 8);
    const known = plain.map((stage) => ({
      ...stage,
      entries: ["Objections: too dear; we have a supplier; not now"],
    }));
    expect(fitOf(known, "a4").points).toBeLessThan(fitOf(plain, "a4").points);
  });
  it("what no sheet can hold says so", () => {
    expect(fitOf(stages(20, 40))).toEqual({ sheet: "a3", points: 7.5, fits: false });
  });
  it("never gets larger with more on it", () => {
    const sizes = [2, 4, 6, 8, 10, 12].map((steps) => fitOf(stages(6, steps), "a3").points);
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
  });
});

it("each owner has a mark of its own", () => {
  const marks = initialsOf([
    "Business developer",
    "Board decision",
    "Legal",
    "Legal desk",
    "Lead",
    "",
    "Legal",
  ]);
  expect(marks.size).toBe(6);
  expect(new Set(marks.values()).size).toBe(6);
  expect(marks.get("Business developer")).toBe("BD");
  expect(marks.get("Board decision")).not.toBe("BD");
});
