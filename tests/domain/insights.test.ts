import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aggregateFacts, GROUPINGS, type PipelineAsk } from "@/lib/domain/insights/aggregate";
import { type DealFact, quarterOf } from "@/lib/domain/insights/deal-fact";
import { type DealDrill, dealsBehind } from "@/lib/domain/insights/drill";
import {
  type PipelineContext,
  type PipelineFigures,
  pipelineFromAggregate,
  pipelineFromFacts,
} from "@/lib/domain/insights/pipeline";
import { convert } from "@/lib/domain/insights/value";
import { OUTCOMES } from "@/lib/domain/run/events";
import { addDays } from "@/lib/domain/shared/day";
import type { Estimate } from "@/lib/domain/statistics/estimate";

const asOf = "2026-11-25";
const ask = (more: Partial<PipelineAsk> = {}): PipelineAsk => ({
  asOf,
  period: { from: null, until: null },
  scope: {},
  groupBy: null,
  ...more,
});
const context: PipelineContext = { stageKeys: ["a", "b"], rates: { base: "EUR", perUnit: { USD: 0.5 } } };
const fact = (id: string, more: Partial<DealFact> = {}): DealFact => ({
  id,
  ownerId: "kim",
  teamId: "east",
  productId: null,
  segment: null,
  currency: "EUR",
  amountMinor: 1000,
  stageKey: "a",
  enteredStageOn: "2026-11-01",
  openedOn: "2026-10-01",
  closedOn: null,
  outcome: null,
  ...more,
});
const won = (id: string, days: number, more: Partial<DealFact> = {}) =>
  fact(id, { closedOn: addDays("2026-10-01", days), outcome: "won", ...more });

describe("pipeline figures", () => {
  const facts = [
    fact("open-a"),
    fact("open-b", { stageKey: "b", amountMinor: null, ownerId: "lou" }),
    fact("undated", { openedOn: null, stageKey: "a", amountMinor: 500 }),
    fact("today", { openedOn: asOf, stageKey: "b", amountMinor: 30 }),
    fact("tomorrow", { openedOn: "2026-11-26" }),
    fact("closes-tomorrow", { closedOn: "2026-11-26", outcome: "won" }),
    ...Array.from({ length: 9 }, (_, index) => won(`won-${index}`, 10 + index)),
    won("won-undated", 20, { openedOn: null, ownerId: "lou" }),
    fact("lost", { closedOn: "2026-10-20", outcome: "lost" }),
    fact("stayed", { closedOn: "2026-10-20", outcome: "no-decision", ownerId: null }),
    fact("unfit", { closedOn: "2026-10-20", outcome: "disqualified" }),
    fact("closed-today", { closedOn: asOf, outcome: "lost" }),
  ];
  const { total, groups } = pipelineFromFacts(facts, ask({ groupBy: "owner" }), context);

  it("count what is open at the end of the day, unknown starts included", () => {
    expect(total.open.value).toBe(5);
    expect(
      total.stages.map(({ stageKey, open, value }) => [stageKey, open.value, value.total.value]),
    ).toEqual([
      ["a", 3, 2500],
      ["b", 2, 30],
    ]);
    expect(total.openValue.total).toMatchObject({
      value: 2530,
      n: 4,
      exclusions: [{ reason: "no-amount", n: 1 }],
    });
  });

  it("take no decision for a loss and leave disqualified beside the win rate", () => {
    expect(total.winRate).toMatchObject({ k: 10, n: 13, value: 10 / 13, status: "thin", method: "wilson" });
    expect(total.winRate.exclusions).toEqual([{ reason: "disqualified", n: 1 }]);
    expect(OUTCOMES.map((outcome) => total.outcomes[outcome].value)).toEqual([10, 2, 1, 1]);
    expect(total.closed.value).toBe(14);
  });

  it("measure the cycle in whole days of won deals with a known start", () => {
    expect(total.wonCycle.median).toMatchObject({ value: 14, n: 9, status: "thin" });
    expect([total.wonCycle.q1.value, total.wonCycle.q3.value, total.wonCycle.mean.value]).toEqual([
      12, 16, 14,
    ]);
    expect(total.wonCycle.median.exclusions).toEqual([{ reason: "unknown-start", n: 1 }]);
  });

  it("split by owner, largest first, nobody's deals last", () => {
    expect(groups.map(({ key, figures }) => [key, figures.open.n, figures.closed.n])).toEqual([
      ["kim", 4, 12],
      ["lou", 1, 1],
      [null, 0, 1],
    ]);
    expect(groups[1]?.figures.winRate).toMatchObject({
      value: null,
      k: 1,
      n: 1,
      status: "insufficient",
      need: 4,
    });
  });

  it("keep to the closing period and its scope", () => {
    const october = ask({ period: { from: "2026-10-01", until: "2026-10-15" }, scope: { ownerId: ["kim"] } });
    expect(pipelineFromFacts(facts, october, context).total.closed.value).toBe(5);
  });

  it("name quarters and put what is still open in none", () => {
    expect(["2026-01-01", "2026-03-31", "2026-04-01", "2026-12-31"].map(quarterOf)).toEqual([
      "2026-Q1",
      "2026-Q1",
      "2026-Q2",
      "2026-Q4",
    ]);
    const view = pipelineFromFacts(facts, ask({ groupBy: "quarter" }), context);
    expect(view.groups.map(({ key, figures }) => [key, figures.open.n, figures.closed.n])).toEqual([
      ["2026-Q4", 0, 14],
      [null, 5, 0],
    ]);
  });

  it("show a stage that the process does not know", () => {
    const view = pipelineFromFacts(
      [fact("x", { stageKey: "old" }), fact("y", { stageKey: null })],
      ask(),
      context,
    );
    expect(view.total.stages.map(({ stageKey, open }) => [stageKey, open.value])).toEqual([
      ["a", 0],
      ["b", 0],
      ["old", 1],
      [null, 1],
    ]);
  });
});

describe("values", () => {
  const figures = (facts: DealFact[], rates: PipelineContext["rates"] = context.rates) =>
    pipelineFromFacts(facts, ask(), { ...context, rates }).total.openValue;
  const mixed = [
    fact("e"),
    fact("d", { currency: "USD", amountMinor: 301 }),
    fact("j", { currency: "JPY", amountMinor: 7 }),
  ];

  it("are per currency always, and a total only with every rate", () => {
    const found = figures(mixed);
    expect(found.sums).toEqual([
      { currency: "EUR", minor: 1000 },
      { currency: "JPY", minor: 7 },
      { currency: "USD", minor: 301 },
    ]);
    expect(found.missing).toEqual(["JPY"]);
    expect(found.total).toMatchObject({
      value: null,
      status: "insufficient",
      n: 3,
      exclusions: [{ reason: "no-rate", n: 1, what: "JPY" }],
    });
  });

  it("convert between currencies with different minor units, rounding once", () => {
    // USD 3.01 is EUR 1.505; JPY 7 at 0.006 is EUR 0.042, both to the nearest cent.
    const rates = { base: "EUR", perUnit: { USD: 0.5, JPY: 0.006 } };
    expect(figures(mixed, rates).total).toMatchObject({ value: 1000 + 151 + 4, status: "ok" });
    expect(convert({ minor: 100, currency: "EUR" }, { base: "JPY", perUnit: { EUR: 160 } })).toBe(160);
    expect(convert({ minor: 100, currency: "EUR" }, { base: "USD", perUnit: { EUR: 0 } })).toBeNull();
  });

  it("do not need a rate for a currency without amounts", () => {
    expect(figures([fact("e"), fact("j", { currency: "JPY", amountMinor: null })])).toMatchObject({
      missing: [],
      total: { value: 1000, status: "ok", exclusions: [{ reason: "no-amount", n: 1 }] },
    });
  });
});

const day = fc.integer({ min: -200, max: 10 }).map((offset) => addDays(asOf, offset));
const someFact = fc
  .record({
    ownerId: fc.constantFrom("kim", "lou", null),
    teamId: fc.constantFrom("east", null),
    productId: fc.constantFrom("p", "q"),
    segment: fc.constantFrom("s", null),
    currency: fc.constantFrom("EUR", "USD", "JPY"),
    amountMinor: fc.option(fc.nat(10_000), { nil: null }),
    stageKey: fc.constantFrom("a", "b", "old", null),
    enteredStageOn: fc.constant(null),
    openedOn: fc.option(day, { nil: null }),
    closing: fc.option(fc.record({ closedOn: day, outcome: fc.constantFrom(...OUTCOMES) }), { nil: null }),
  })
  .map(({ closing, ...rest }) => ({
    ...rest,
    closedOn: closing?.closedOn ?? null,
    outcome: closing?.outcome ?? null,
  }));
const someFacts = fc
  .array(someFact, { maxLength: 60 })
  .map((facts) => facts.map((each, index): DealFact => ({ id: `d${index}`, ...each })));
const someAsk = fc
  .record({
    groupBy: fc.constantFrom(null, ...GROUPINGS),
    from: fc.option(day, { nil: null }),
    until: fc.option(day, { nil: null }),
    scope: fc.constantFrom(
      {},
      { ownerId: ["kim", null] },
      { segment: [null], teamId: ["east"] },
      { quarter: ["2026-Q3"] },
    ),
  })
  .map(({ groupBy, from, until, scope }) => ask({ groupBy, period: { from, until }, scope }));

/** Every estimate of a set of figures. */
function estimatesOf(figures: PipelineFigures): Estimate[] {
  const { open, closed, winRate, openValue, wonValue, outcomes, wonCycle, stages } = figures;
  return [
    open,
    closed,
    winRate,
    openValue.total,
    wonValue.total,
    ...Object.values(outcomes),
    ...Object.values(wonCycle),
    ...stages.flatMap((stage) => [stage.open, stage.value.total]),
  ];
}

describe("any pipeline", () => {
  it("every number opens exactly its deals", () => {
    fc.assert(
      fc.property(someFacts, someAsk, (facts, question) => {
        const view = pipelineFromFacts(facts, question, context);
        for (const figures of [view.total, ...view.groups.map((group) => group.figures)]) {
          for (const { n, drill } of estimatesOf(figures)) {
            expect(dealsBehind(facts, JSON.parse(JSON.stringify(drill)) as DealDrill).length).toBe(n);
          }
          const behind = new Set(dealsBehind(facts, figures.wonValue.total.drill as DealDrill));
          const minor = facts.reduce(
            (sum, { id, amountMinor }) => sum + (behind.has(id) ? (amountMinor ?? 0) : 0),
            0,
          );
          expect(figures.wonValue.sums.reduce((sum, each) => sum + each.minor, 0)).toBe(minor);
        }
      }),
    );
  });

  it("the groups add up to the total", () => {
    fc.assert(
      fc.property(someFacts, someAsk, (facts, question) => {
        const { total, groups } = pipelineFromFacts(facts, question, context);
        if (question.groupBy === null) return;
        const sum = (read: (figures: PipelineFigures) => number) =>
          groups.reduce((all, { figures }) => all + read(figures), 0);
        for (const read of [
          (figures: PipelineFigures) => figures.open.n,
          (figures: PipelineFigures) => figures.closed.n,
          (figures: PipelineFigures) => figures.winRate.k ?? 0,
          (figures: PipelineFigures) => figures.wonCycle.median.n,
          (figures: PipelineFigures) => figures.openValue.sums.reduce((all, { minor }) => all + minor, 0),
        ]) {
          expect(sum(read)).toBe(read(total));
        }
      }),
    );
  });

  it("does not mind the order of deals or rows, nor in how many rows a database counted them", () => {
    fc.assert(
      fc.property(someFacts, someAsk, fc.nat(60), (facts, question, cut) => {
        const view = pipelineFromFacts(facts, question, context);
        expect(pipelineFromFacts([...facts].reverse(), question, context)).toEqual(view);
        const [a, b] = [
          aggregateFacts(facts.slice(0, cut), question),
          aggregateFacts(facts.slice(cut), question),
        ];
        const rows = {
          open: [...b.open, ...a.open],
          closed: [...b.closed, ...a.closed],
          cycles: [...b.cycles, ...a.cycles],
        };
        expect(pipelineFromAggregate(rows, question, context)).toEqual(view);
      }),
    );
  });
});
