import { describe, expect, it } from "vitest";
import { judgeWalls } from "./cruise";
import { inTree, PLANTS } from "./planted-tree";
import { WALLS } from "./walls";

// A tool that reads nothing finds nothing wrong: a wall that is silently gone.
const AT_LEAST = 400;

describe("the walls between the folders", () => {
  it("hold", async () => {
    const { modules, breaches } = await judgeWalls(process.cwd());
    expect(breaches).toEqual([]);
    expect(modules).toBeGreaterThan(AT_LEAST);
  });

  it("hold in the tree that breaches are planted in", async () => {
    const { modules, breaches } = await inTree(false, judgeWalls);
    expect(breaches).toEqual([]);
    expect(modules).toBe(15);
  });

  it("report every planted breach by its wall, and nothing else", async () => {
    const { breaches } = await inTree(true, judgeWalls);
    const found = breaches.map(({ rule, from }) => `${from}: ${rule}`).sort();
    const planted = PLANTS.flatMap(([file, , walls]) => walls.map((wall) => `${file}: ${wall}`)).sort();
    expect(found).toEqual(planted);
  });

  it("have each a planted breach", () => {
    const planted = new Set(PLANTS.flatMap(([, , walls]) => walls));
    expect(WALLS.map(({ name }) => name).filter((name) => !planted.has(name ?? ""))).toEqual([]);
  });
});
