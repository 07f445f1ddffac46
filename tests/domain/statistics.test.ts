import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aalenJohansen, incidenceAt } from "@/lib/domain/statistics/aalen-johansen";
import { kaplanMeier, survivalQuantile } from "@/lib/domain/statistics/kaplan-meier";
import { normalCdf, normalQuantile } from "@/lib/domain/statistics/normal";
import { newcombe, wilson } from "@/lib/domain/statistics/proportion";
import { quantile, quantileInterval, quantileRanks } from "@/lib/domain/statistics/quantile";
import type { Observation } from "@/lib/domain/statistics/risk-set";
import { meanOf, mergeTallies, sizeOf, tally } from "@/lib/domain/statistics/tally";
import golden from "../fixtures/statistics-golden.json";

const ended = (times: readonly number[], events: readonly number[]): Observation[] =>
  times.map((time, index) => ({ time, cause: events[index] === 1 ? "ended" : null }));
const maintained = ended(golden.km_aml.maintained.t, golden.km_aml.maintained.e);
const nonmaintained = ended(golden.km_aml.nonmaintained.t, golden.km_aml.nonmaintained.e);

describe("normal distribution", () => {
  it.each([
    [0.975, 1.959963984540054],
    [0.5, 0],
    [0.9, 1.2815515655446004],
    [0.025, -1.959963984540054],
    [1e-10, -6.361340902404056],
  ])("quantile of %d is %d", (p, z) => expect(normalQuantile(p)).toBeCloseTo(z, 10));

  it("is undone by its distribution function", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }), (p) => {
        expect(Math.abs(normalCdf(normalQuantile(p)) - p)).toBeLessThan(1e-12);
      }),
    );
  });
});

describe("shares", () => {
  it.each(golden.wilson95.rows)(
    "Wilson of %d in %d as R and Newcombe 1998",
    (k = 0, n = 0, lo = 0, hi = 0) => {
      expect(Math.abs(wilson(k, n).lo - lo)).toBeLessThan(1e-8);
      expect(Math.abs(wilson(k, n).hi - hi)).toBeLessThan(1e-8);
    },
  );

  it.each([
    [18, 90, 13.0, 29.4],
    [30, 100, 21.9, 39.6],
    [3, 10, 10.8, 60.3],
  ])("Wilson of %d in %d in percents", (k, n, lo, hi) => {
    expect(wilson(k, n).lo * 100).toBeCloseTo(lo, 1);
    expect(wilson(k, n).hi * 100).toBeCloseTo(hi, 1);
  });

  it("Newcombe as published", () => {
    const { d, lo, hi } = golden.newcombe_diff;
    const found = newcombe(56, 70, 48, 80);
    expect(found?.value).toBeCloseTo(d, 10);
    expect(found?.lo).toBeCloseTo(lo, 8);
    expect(found?.hi).toBeCloseTo(hi, 8);
  });

  it.each([
    [30, 100, 18, 90, 10.0, -2.4, 21.8],
    [36, 100, 20, 100, 16.0, 3.5, 27.8],
  ])("version %d/%d against %d/%d", (k1, n1, k2, n2, value, lo, hi) => {
    const found = newcombe(k1, n1, k2, n2);
    expect(
      [found?.value, found?.lo, found?.hi].map((share) => Number(((share ?? NaN) * 100).toFixed(1))),
    ).toEqual([value, lo, hi]);
  });

  it("knows nothing of empty groups", () => {
    expect(wilson(0, 0)).toEqual({ lo: 0, hi: 1 });
    expect(newcombe(0, 0, 1, 2)).toBeNull();
  });

  const group = fc.nat(400).chain((n) => fc.tuple(fc.nat(n), fc.constant(n)));
  it("Wilson holds the share and stays inside 0 to 1", () => {
    fc.assert(
      fc.property(group, ([k, n]) => {
        const { lo, hi } = wilson(k, n);
        expect(lo).toBeGreaterThanOrEqual(0);
        expect(hi).toBeLessThanOrEqual(1);
        if (n > 0) expect(lo <= k / n && k / n <= hi).toBe(true);
      }),
    );
  });
  it("Newcombe turns its sign with its groups", () => {
    fc.assert(
      fc.property(group, group, ([k1, n1], [k2, n2]) => {
        const [there, back] = [newcombe(k1, n1, k2, n2), newcombe(k2, n2, k1, n1)];
        if (!there || !back) return;
        expect(back.value).toBeCloseTo(-there.value, 12);
        expect(back.lo).toBeCloseTo(-there.hi, 12);
        expect(back.hi).toBeCloseTo(-there.lo, 12);
      }),
    );
  });
});

describe("quantiles", () => {
  const { data, p, v } = golden.quantile_type7;
  it("type 7 as percentile_cont", () => {
    for (const [index, share] of p.entries()) {
      expect(Math.abs((quantile(tally(data), share) ?? NaN) - (v[index] ?? NaN))).toBeLessThan(1e-8);
    }
  });
  it("nothing has no quantile", () => expect(quantile([], 0.5)).toBeNull());

  // Published tables of the 95 % interval of a median: ranks 1 and 6, 2 and 9, 6 and 15, 40 and 61.
  it.each([
    [5, null, null],
    [6, 1, 6],
    [10, 2, 9],
    [20, 6, 15],
    [100, 40, 61],
  ])("ranks that hold the median of %d values", (n, lo, hi) =>
    expect(quantileRanks(n, 0.5)).toEqual({ lo, hi }),
  );

  it("covers what it says, exactly, for any n and p", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.constantFrom(0.25, 0.5, 0.8, 0.9), (n, share) => {
        const { lo, hi } = quantileRanks(n, share);
        const atMost = (k: number) => {
          let [sum, term] = [0, (1 - share) ** n];
          for (let i = 0; i <= k; i += 1) {
            sum += term;
            term *= ((n - i) / (i + 1)) * (share / (1 - share));
          }
          return sum;
        };
        if (lo !== null) expect(atMost(lo - 1)).toBeLessThanOrEqual(0.025 + 1e-12);
        expect(atMost(lo ?? 0)).toBeGreaterThan(0.025 - 1e-12);
        if (hi !== null) expect(1 - atMost(hi - 1)).toBeLessThanOrEqual(0.025 + 1e-12);
        expect(1 - atMost((hi ?? n + 1) - 2)).toBeGreaterThan(0.025 - 1e-12);
      }),
    );
  });

  it("does not underflow with thousands", () => {
    const { lo, hi } = quantileRanks(4238, 0.5);
    expect((lo ?? 0) + (hi ?? 0)).toBe(4239);
    expect(Math.abs((lo ?? 0) - (2119.5 - 0.98 * Math.sqrt(4238)))).toBeLessThan(1.5);
  });

  it("does not mind the order, nor how the values were grouped", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { maxLength: 40 }), fc.nat(40), (values, cut) => {
        const split = mergeTallies([tally(values.slice(cut)), tally(values.slice(0, cut))]);
        expect(split).toEqual(tally([...values].reverse()));
        expect(sizeOf(split)).toBe(values.length);
        if (values.length > 0)
          expect(meanOf(split)).toBeCloseTo(values.reduce((a, b) => a + b) / values.length, 9);
        const { lo, hi } = quantileInterval(split, 0.5);
        const median = quantile(split, 0.5);
        if (lo !== null && hi !== null && median !== null) expect(lo <= median && median <= hi).toBe(true);
      }),
    );
  });
});

describe("Kaplan-Meier", () => {
  it("gives R's curve of the aml table", () => {
    const { time, n_risk, surv, se, loglog_lo, loglog_hi } = golden.km_aml.maintained_expected;
    const curve = kaplanMeier(maintained);
    expect(curve.map((point) => point.time)).toEqual(time);
    expect(curve.map((point) => point.atRisk)).toEqual(n_risk);
    // The table was printed with six or seven digits.
    for (const [index, point] of curve.entries()) {
      expect(point.survival).toBeCloseTo(surv[index] ?? NaN, 6);
      expect(point.se).toBeCloseTo(se[index] ?? NaN, 6);
      expect(point.lo).toBeCloseTo(loglog_lo[index] ?? NaN, 6);
      expect(point.hi).toBeCloseTo(loglog_hi[index] ?? NaN, 6);
    }
  });

  it("gives the published medians", () => {
    const { median, sixmp, placebo } = golden.gehan;
    const [mLo, mHi] = golden.km_aml.median.loglog_ci.maintained;
    const [nLo, nHi] = golden.km_aml.median.loglog_ci.nonmaintained;
    expect(survivalQuantile(maintained)).toEqual({
      value: golden.km_aml.median.maintained,
      lo: mLo,
      hi: mHi,
    });
    expect(survivalQuantile(nonmaintained)).toEqual({
      value: golden.km_aml.median.nonmaintained,
      lo: nLo,
      hi: nHi,
    });
    expect(survivalQuantile(ended(sixmp.t, sixmp.e)).value).toBe(median.sixmp);
    expect(
      survivalQuantile(
        ended(
          placebo,
          placebo.map(() => 1),
        ),
      ).value,
    ).toBe(median.placebo);
  });

  it("takes the middle between two ends when exactly half is left, as R and an ordinary median do", () => {
    expect(survivalQuantile(ended([1, 2, 3, 4], [1, 1, 1, 1])).value).toBe(2.5);
  });

  it("holds whoever was there from the start at risk at time zero", () => {
    expect(kaplanMeier(ended([0, 4], [1, 1])).map(({ atRisk, survival }) => [atRisk, survival])).toEqual([
      [2, 0.5],
      [1, 0],
    ]);
  });

  it("counts a late arrival only after it arrived", () => {
    const late: Observation[] = [
      { time: 2, cause: "ended" },
      { time: 5, cause: "ended", entry: 3 },
      { time: 6, cause: null },
    ];
    expect(kaplanMeier(late).map(({ atRisk, survival }) => [atRisk, survival])).toEqual([
      [2, 0.5],
      [2, 0.25],
    ]);
  });
});

const observation = fc.record({
  time: fc.integer({ min: 1, max: 30 }),
  cause: fc.constantFrom("won", "lost", "no-decision", null),
});
const observations = fc.array(observation, { minLength: 1, maxLength: 40 });

describe("Aalen-Johansen", () => {
  const { t, cause, won, lost, open_at_12 } = golden.cif_small;
  const named = [null, "won", "lost"] as const;
  const small = aalenJohansen(t.map((time, index) => ({ time, cause: named[cause[index] ?? 0] ?? null })));

  it("gives cmprsk's curves", () => {
    for (const [time, share] of Object.entries(won)) {
      expect(incidenceAt(small, "won", Number(time))).toBeCloseTo(share, 8);
    }
    for (const [time, share] of Object.entries(lost)) {
      expect(incidenceAt(small, "lost", Number(time))).toBeCloseTo(share, 8);
    }
    expect(small.at(-1)?.survival).toBeCloseTo(open_at_12, 8);
  });

  it("gives the worked example of open, won and lost deals", () => {
    const text = "10W 15L 20- 30W 30L 45- 60L 60W 90- 100L";
    const deals = text.split(" ").map((each) => {
      const ending = { W: "won", L: "lost" }[each.slice(-1)] ?? null;
      return { time: Number.parseInt(each, 10), cause: ending };
    });
    const curve = aalenJohansen(deals);
    expect([10, 30, 60, 200].map((day) => Number(incidenceAt(curve, "won", day).toFixed(4)))).toEqual([
      0.1, 0.2143, 0.3571, 0.3571,
    ]);
    expect(incidenceAt(curve, "lost", 100)).toBeCloseTo(0.6429, 4);
  });

  it("adds up to 1, and with one cause it is Kaplan-Meier turned over", () => {
    fc.assert(
      fc.property(observations, (deals) => {
        for (const { survival, incidence } of aalenJohansen(deals)) {
          expect(survival + [...incidence.values()].reduce((a, b) => a + b, 0)).toBeCloseTo(1, 10);
        }
        const one = deals.map(({ time, cause }) => ({ time, cause: cause && "ended" }));
        const km = kaplanMeier(one);
        for (const [index, point] of aalenJohansen(one).entries()) {
          expect(point.incidence.get("ended")).toBeCloseTo(1 - (km[index]?.survival ?? NaN), 10);
        }
      }),
    );
  });

  it("is the plain share when nothing is open, and the curves only fall or only rise", () => {
    fc.assert(
      fc.property(observations, (deals) => {
        const closed = deals.map(({ time, cause }) => ({ time, cause: cause ?? "lost" }));
        const share = closed.filter(({ cause }) => cause === "won").length / closed.length;
        expect(incidenceAt(aalenJohansen(closed), "won", 30)).toBeCloseTo(share, 10);
        const heights = kaplanMeier(deals).map(({ survival }) => survival);
        expect(heights).toEqual([...heights].sort((a, b) => b - a));
      }),
    );
  });

  it("does not mind the order of the deals", () => {
    const pair = observations.chain((deals) =>
      fc.tuple(
        fc.constant(deals),
        fc.shuffledSubarray(deals, { minLength: deals.length, maxLength: deals.length }),
      ),
    );
    fc.assert(
      fc.property(pair, ([deals, shuffled]) => {
        const plain = (curve: ReturnType<typeof aalenJohansen>) =>
          curve.map(({ time, incidence }) => [time, incidence.get("won") ?? 0]);
        const [a, b] = [plain(aalenJohansen(deals)), plain(aalenJohansen(shuffled))];
        expect(a.length).toBe(b.length);
        for (const [index, [time = 0, share = 0]] of a.entries()) {
          expect(b[index]?.[0]).toBe(time);
          expect(b[index]?.[1]).toBeCloseTo(share, 12);
        }
        expect(survivalQuantile(deals)).toEqual(survivalQuantile(shuffled));
      }),
    );
  });
});
