import { describe, expect, it } from "vitest";
import { holidaysOf } from "@/lib/platform/calendar";

describe("the public holidays of a region", () => {
  it.each([
    ["NL", "2021-12-26", true],
    ["NL", "2029-12-25", true],
    ["NL", "2044-04-27", true],
    ["NL", "2026-11-11", false],
    ["BE", "2026-11-11", true],
    ["BE-VLG", "2026-07-21", true],
    ["NL", "2026-07-21", false],
  ])("in %s on %s: %s, whenever it is asked", (region, day, expected) => {
    expect(holidaysOf(region).has(day)).toBe(expected);
  });
});
