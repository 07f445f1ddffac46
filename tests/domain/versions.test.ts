import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { casesNeeded, changeOf, smallestChange } from "@/lib/domain/statistics/difference";
import { newcombe, wilson } from "@/lib/domain/statistics/proportion";
import { tally } from "@/lib/domain/statistics/tally";
import { differences, smallestSeen } from "@/lib/domain/versions/compare";
import { judge } from "@/lib/domain/versions/evidence";
import { versionFigures } from "@/lib/domain/versions/figures";
import type { Hypothesis } from "@/lib/domain/versions/hypothesis";
import { type VersionFact, type VersionRow, versionRows } from "@/lib/domain/versions/rows";
import type { Sample } from "@/lib/domain/versions/sample";

const share = (k: number, n: number): Sample => ({ kind: "share", k, n });
const days = (values: readonly number[]): Sample => ({ kind: "days", days: tally(values) });
const bounded = (k: number, n: number) => ({ value: k / n, ...wilson(k, n) });
const times = (count: number, of: (index: number) => number) =>
  Array.from({ length: count }, (_, index) => of(index));
const RATE: Hypothesis = { metric: "win-rate", direction: "up", size: 10 };

describe("the change between two figures", () => {
  it("of two shares is Newcombe's", () => {
    fc.assert(
      fc.property(fc.nat(40), fc.nat(40), fc.nat(40), fc.nat(40), (k1, more1, k2, more2) => {
        const [n1, n2] = [k1 + more1 + 1, k2 + more2 + 1];
        const wanted = newcombe(k1, n1, k2, n2);
        const found = changeOf(bounded(k1, n1), bounded(k2, n2));
        expect(found?.lo).toBeCloseTo(wanted?.lo ?? Number.NaN, 12);
        expect(found?.hi).toBeCloseTo(wanted?.hi ?? Number.NaN, 12);
      }),
    );
  });

  it("is the published one for 56 of 70 against 48 of 80 (Newcombe 1998, method 10)", () => {
    const found = changeOf(bounded(56, 70), bounded(48, 80));
    expect(found?.value).toBeCloseTo(0.2, 10);
    expect(found?.lo).toBeCloseTo(0.0524, 4);
    expect(found?.hi).toBeCloseTo(0.3339, 4);
  });

  it("is nothing while a bound is missing", () => {
    expect(changeOf({ value: 5, lo: null, hi: 9 }, { value: 4, lo: 3, hi: 5 })).toBeNull();
  });
});

describe("how many cases are needed", () => {
  it("is the textbook number when both sides have it: 20 against 30 % takes 291 each, unpooled", () => {
    const n = casesNeeded(0.1, { variance: 0.16, n: 291 }, 0.21);
    expect(n).toBeGreaterThanOrEqual(289);
    expect(n).toBeLessThanOrEqual(291);
  });

  it("is no number at all below the smallest change that can be seen", () => {
    const floor = smallestChange(0.1875, 96);
    expect(floor).toBeCloseTo(0.1238, 3);
    expect(casesNeeded(floor * 0.99, { variance: 0.1875, n: 96 }, 0.2)).toBeNull();
    expect(casesNeeded(floor * 1.01, { variance: 0.1875, n: 96 }, 0.2)).toBeGreaterThan(1000);
  });
});

describe("a promise", () => {
  it("cannot be told of before there are ten on either side, and says how many are missing", () => {
    expect(judge(RATE, share(4, 4), share(3, 17))).toMatchObject({ verdict: "too-few", need: { before: 0 } });
    expect(judge(RATE, share(30, 60), share(2, 7))).toMatchObject({
      verdict: "too-few",
      need: { before: 3 },
    });
  });

  it("that can never be seen says so, with the smallest change that can", () => {
    const evidence = judge(RATE, share(22, 71), share(24, 96));
    expect(evidence).toMatchObject({ verdict: "too-few", n: { now: 71, before: 96 } });
    expect(evidence.smallest).toBeCloseTo(0.1238, 3);
    expect(evidence.change?.lo).toBeLessThan(0);
  });

  it("holds at its planned number when the interval leaves out none", () => {
    const big = judge(RATE, share(360, 1000), share(250, 1000));
    expect(big).toMatchObject({ verdict: "held", need: { now: 0, before: 0 }, smallest: null });
  });

  it("does not hold when the promised size is ruled out, even when a little came true", () => {
    expect(judge(RATE, share(2600, 10_000), share(2400, 10_000)).verdict).toBe("not-held");
    expect(judge(RATE, share(200, 1000), share(300, 1000)).verdict).toBe("not-held");
  });

  it("needs a clearer result before its planned number than from there on", () => {
    const early = judge(RATE, share(53, 130), share(120, 400));
    const planned = early.n.now + early.need.now;
    expect(early.change?.lo).toBeGreaterThan(0);
    expect(early).toMatchObject({ verdict: "too-few" });
    expect(early.need.now).toBeGreaterThan(0);
    const late = judge(RATE, share(Math.round(planned * 0.4), planned), share(120, 400));
    expect(late).toMatchObject({ verdict: "held" });
  });

  it("of fewer days is judged by the medians, in days", () => {
    const slow = days(times(80, (index) => 40 + (index % 30)));
    const fast = days(times(80, (index) => 20 + (index % 30)));
    const down: Hypothesis = { metric: "cycle-days", direction: "down", size: 10 };
    expect(judge(down, fast, slow)).toMatchObject({ verdict: "held", change: { value: -20 } });
    expect(judge(down, slow, fast)).toMatchObject({ verdict: "not-held", change: { value: 20 } });
    expect(judge(down, days(times(7, () => 20)), slow)).toMatchObject({ verdict: "too-few" });
  });

  it("about amounts is judged as a ratio", () => {
    const amounts = (from: number): Sample => ({
      kind: "amounts",
      amounts: tally(times(200, (index) => from * (1 + (index % 20) / 20))),
    });
    const up: Hypothesis = { metric: "deal-value", direction: "up", size: 40 };
    const { verdict, change } = judge(up, amounts(150_000), amounts(100_000));
    expect(verdict).toBe("held");
    expect(change?.value).toBeCloseTo(0.5, 6);
  });

  it("turned round gives the mirrored verdict", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 300 }), (k1, k2) => {
        const up = judge({ ...RATE, size: null }, share(k1, 300), share(k2, 300)).verdict;
        const down = judge(
          { ...RATE, direction: "down", size: null },
          share(k1, 300),
          share(k2, 300),
        ).verdict;
        const mirror = { held: "not-held", "not-held": "held", "too-few": "too-few" } as const;
        expect(down).toBe(mirror[up]);
      }),
    );
  });
});

describe("two versions side by side", () => {
  it("call a difference clear only when it is, allowing for how much is compared", () => {
    const pair = { now: share(43, 100), before: share(29, 100) };
    const same = { now: share(30, 100), before: share(30, 100) };
    const [alone] = differences([pair]);
    expect(alone).toMatchObject({ clear: true });
    const [among] = differences([pair, ...times(9, () => 0).map(() => same)]);
    expect(among).toMatchObject({ clear: false, change: alone?.change });
  });

  it("do not count what has too few cases as compared", () => {
    const pair = { now: share(43, 100), before: share(29, 100) };
    const few = { now: share(1, 3), before: share(1, 2) };
    const [first, second] = differences([pair, few]);
    expect(first?.clear).toBe(true);
    expect(second).toMatchObject({ change: null, clear: false, need: { now: 7, before: 8 } });
    expect(smallestSeen(share(0, 0))).toBeNull();
  });
});

describe("the deals of a version", () => {
  const fact = (more: Partial<VersionFact>): VersionFact => ({
    id: "d",
    ownerId: null,
    teamId: null,
    productId: null,
    segment: null,
    currency: "EUR",
    amountMinor: null,
    stageKey: "a",
    enteredStageOn: null,
    openedOn: "2026-01-01",
    closedOn: null,
    outcome: null,
    versionId: "v2",
    startedOn: "v2",
    ...more,
  });
  const context = { processId: "p", versionId: "v2", asOf: "2026-06-30" };

  it.each<[string, Partial<VersionFact>, readonly Partial<VersionRow>[]]>([
    ["open", {}, [{ outcome: null, cameOver: false, days: null }]],
    ["open from another version", { startedOn: "v1" }, [{ outcome: null, cameOver: true }]],
    ["not opened yet", { openedOn: "2026-07-01" }, []],
    ["won", { closedOn: "2026-01-11", outcome: "won" }, [{ outcome: "won", days: 10 }]],
    [
      "won, start unknown",
      { openedOn: null, closedOn: "2026-02-01", outcome: "won" },
      [{ outcome: "won", days: null }],
    ],
    ["lost", { closedOn: "2026-02-01", outcome: "lost" }, [{ outcome: "lost", days: null }]],
    ["closed later", { closedOn: "2026-07-01", outcome: "won" }, [{ outcome: null }]],
  ])("%s", (_, more, wanted) => {
    expect(versionRows([fact(more)], context.asOf)).toMatchObject(wanted);
  });

  it("are a count while few and a share with its interval when there are more", () => {
    const row = { versionId: "v2", cameOver: false, days: null } as const;
    const of = (...rows: Parameters<typeof versionFigures>[0]["rows"]) =>
      versionFigures({ rows, wentOn: 2 }, context);
    const few = of({ ...row, outcome: "won", deals: 3 }, { ...row, outcome: "lost", deals: 1 });
    expect(few.winRate).toMatchObject({ value: null, k: 3, n: 4, status: "insufficient" });
    const many = of(
      { ...row, outcome: "won", deals: 22, days: 71 },
      { ...row, outcome: "lost", deals: 49 },
      { ...row, outcome: "disqualified", deals: 5 },
      { ...row, outcome: null, deals: 8, cameOver: true },
    );
    expect(many.winRate).toMatchObject({
      k: 22,
      n: 71,
      status: "ok",
      exclusions: [{ reason: "disqualified", n: 5 }],
    });
    expect(many).toMatchObject({
      open: { n: 8 },
      closed: { n: 76 },
      cameOver: { n: 8 },
      wentOn: { n: 2 },
      cycle: { value: 71, n: 22 },
    });
  });
});
