import { describe, expect, it } from "vitest";
import { stageHealth } from "@/lib/domain/insights/stage-health";
import { countWonVisits, type WonDeal, wonVisitDays, wonVisitsSince } from "@/lib/domain/insights/won-visits";
import { tally } from "@/lib/domain/statistics/tally";

const days = (n: number) => tally(Array.from({ length: n }, (_, index) => index + 1));

describe("time in stage", () => {
  // 21 won visits of 1 to 21 days: median 11, P80 17, P90 19.
  it.each([
    [11, "fresh"],
    [12, "normal"],
    [17, "normal"],
    [18, "slow"],
    [19, "slow"],
    [20, "stalled"],
    [null, null],
  ])("%s days against 21 won visits is %s", (ageDays, status) => {
    const found = stageHealth({ ageDays, wonVisitDays: days(21), plannedDays: 5 });
    expect(found).toMatchObject({ status, basis: "measured", n: 21 });
    expect(found.thresholds).toEqual({ fresh: 11, slow: 17, stalled: 19 });
    expect(found.sentence).toEqual({ age: ageDays, of10: 9, within: 19 });
  });

  it.each([
    [20, "measured"],
    [19, "thin"],
    [8, "thin"],
    [7, "planned"],
    [0, "planned"],
  ])("rests on %d won visits as %s", (n, basis) => {
    expect(stageHealth({ ageDays: 3, wonVisitDays: days(n), plannedDays: 10 }).basis).toBe(basis);
  });

  it("calls nothing stalled on thin evidence", () => {
    // 11 visits of 1 to 11 days: P80 is 9.
    const found = stageHealth({ ageDays: 400, wonVisitDays: days(11), plannedDays: 5 });
    expect(found).toMatchObject({ status: "slow", thresholds: { slow: 9, stalled: null } });
    expect(found.sentence).toEqual({ age: 400, of10: 8, within: 9 });
  });

  it.each([
    [5, "fresh"],
    [6, "normal"],
    [10, "normal"],
    [11, "slow"],
    [15, "slow"],
    [16, "stalled"],
  ])("%d days against 10 planned is %s", (ageDays, status) => {
    const found = stageHealth({ ageDays, wonVisitDays: [], plannedDays: 10 });
    expect(found).toMatchObject({ status, basis: "planned", sentence: { age: ageDays, planned: 10 } });
  });

  it("gives no status with nothing to go by", () => {
    expect(stageHealth({ ageDays: 9, wonVisitDays: days(7), plannedDays: null })).toMatchObject({
      status: null,
      basis: "none",
      sentence: { age: 9 },
    });
  });
});

describe("won visits", () => {
  const stay = (more: Partial<WonDeal["stays"][number]> = {}) => ({
    stageKey: "a",
    enteredOn: "2026-01-01",
    leftOn: "2026-01-06",
    ...more,
  });
  const deal = (id: string, wonOn: string, ...stays: WonDeal["stays"]): WonDeal => ({ id, wonOn, stays });
  const count = (deals: WonDeal[], last?: number) =>
    Object.fromEntries(wonVisitDays(countWonVisits(deals, wonVisitsSince("2026-11-25"), "2026-11-25", last)));

  it("leave out unknown entries and what was won too long ago", () => {
    const counted = count([
      deal("1", "2026-02-01", stay(), stay({ leftOn: "2026-01-01" }), stay(), stay({ stageKey: "b" })),
      deal("2", "2026-02-01", stay({ enteredOn: null }), stay({ leftOn: null })),
      deal("3", "2024-11-24", stay()),
      deal("4", "2026-11-26", stay()),
    ]);
    expect(counted).toEqual({
      a: [
        [0, 1],
        [5, 2],
      ],
      b: [[5, 1]],
    });
  });

  it("are those of the last won deals, of one day the higher ids, with or without a stay that counts", () => {
    const deals = [
      deal("1", "2026-02-01", stay({ leftOn: "2026-01-02" })),
      deal("3", "2026-02-02", stay({ leftOn: "2026-01-03" })),
      deal("2", "2026-02-02", stay({ leftOn: "2026-01-04" })),
      deal("0", "2026-02-03", stay({ enteredOn: null })),
    ];
    expect(count(deals, 2)).toEqual({ a: [[2, 1]] });
    expect(count(deals, 3)).toEqual({
      a: [
        [2, 1],
        [3, 1],
      ],
    });
  });

  it("are those of 500 deals at most", () => {
    const many = Array.from({ length: 501 }, (_, n) => deal(String(1000 + n), "2026-02-01", stay()));
    expect(count(many)).toEqual({ a: [[5, 500]] });
  });

  it.each([
    ["2026-11-25", "2024-11-25"],
    ["2028-02-29", "2026-02-28"],
  ])("count for %s from %s", (asOf, since) => expect(wonVisitsSince(asOf)).toBe(since));
});
