import { describe, expect, it } from "vitest";
import { countEstimate } from "@/lib/domain/statistics/estimate";
import {
  medianEstimate,
  quantileEstimate,
  shareEstimate,
  spreadEstimates,
} from "@/lib/domain/statistics/estimates";
import { tally } from "@/lib/domain/statistics/tally";

const context = { definition: "test", asOf: "2026-11-25", drill: { outcome: ["won", "lost"] } };
const days = (n: number) => tally(Array.from({ length: n }, (_, index) => index + 1));

describe("estimates", () => {
  it.each([
    [0, 0, "insufficient", null, 5],
    [3, 4, "insufficient", null, 1],
    [3, 5, "thin", 0.6, null],
    [6, 19, "thin", 6 / 19, null],
    [6, 20, "ok", 0.3, null],
  ] as const)("share %d of %d is %s", (k, n, status, value, need) => {
    const found = shareEstimate(k, n, context);
    expect(found).toMatchObject({
      status,
      value,
      need,
      k,
      n,
      unit: "share",
      method: "wilson",
      drill: context.drill,
    });
    expect(found.lo === null).toBe(status === "insufficient");
  });

  it.each([
    [7, 0.5, "insufficient"],
    [8, 0.5, "thin"],
    [19, 0.25, "thin"],
    [20, 0.75, "ok"],
    [19, 0.8, "insufficient"],
    [20, 0.9, "ok"],
  ] as const)("of %d values quantile %d is %s", (n, p, status) => {
    const found = quantileEstimate(days(n), p, context);
    expect(found.status).toBe(status);
    expect(found.value === null).toBe(status === "insufficient");
  });

  it("a median has its interval and a spread rests on the same cases", () => {
    expect(medianEstimate(days(20), context)).toMatchObject({
      value: 10.5,
      lo: 6,
      hi: 15,
      n: 20,
      unit: "days",
    });
    const spread = spreadEstimates(days(20), context);
    expect([spread.q1.value, spread.q3.value, spread.mean.value]).toEqual([5.75, 15.25, 10.5]);
    expect(Object.values(spread).every(({ n }) => n === 20)).toBe(true);
  });

  it("a count is exact, and exclusions of nothing are not listed", () => {
    const exclusions = [
      { reason: "unknown-start", n: 2 },
      { reason: "other", n: 0 },
    ];
    expect(countEstimate(0, { ...context, exclusions })).toMatchObject({
      value: 0,
      status: "ok",
      exclusions: [{ reason: "unknown-start", n: 2 }],
    });
  });
});
