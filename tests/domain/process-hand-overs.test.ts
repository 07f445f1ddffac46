import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptyDocument, newStage } from "@/lib/domain/process/blank";
import { handClock } from "@/lib/domain/process/hand-overs";
import { allSteps } from "@/lib/domain/process/locate";
import { ownerKey } from "@/lib/domain/process/owner-key";
import type { Owner, ProcessDocument, Step, Window, WindowUnit } from "@/lib/domain/process/types";
import { insideSalesTransactional } from "@/lib/domain/templates/inside-sales-transactional";
import { instantiate } from "@/lib/domain/templates/instantiate";
import { isRole } from "@/lib/domain/templates/owners";
import { afterStep, sampleStep } from "./process-support";

const WEEK = { hoursPerDay: 8, daysPerWeek: 5, ownRoleId: "own" };
const SELLER: Owner = { kind: "run-owner" };
const OWN: Owner = { kind: "role", id: "own" };
const DESK: Owner = { kind: "department", id: "desk" };
const FINANCE: Owner = { kind: "department", id: "finance" };

const within = (latest: number | null, unit: WindowUnit = "working-days"): Window => ({
  anchor: { kind: "stage-entry" },
  unit,
  earliest: null,
  latest,
});
const step = (key: string, owner: Owner | null, window: Window | null, more: Partial<Step> = {}): Step => ({
  ...sampleStep(key),
  owner,
  window,
  ...more,
});
const route = (...stages: { days: number | null; steps: Step[] }[]): ProcessDocument => ({
  ...emptyDocument,
  stages: stages.map(({ days, steps }, at) => ({ ...newStage(`s${at}`), plannedDays: days, steps })),
});
const clock = (doc: ProcessDocument) => handClock(doc, WEEK);

describe("hand-overs", () => {
  it("a run that stays in the same hands is never handed over", () => {
    const doc = route({ days: 7, steps: [step("a", SELLER, within(1)), step("b", OWN, within(2))] });
    expect(clock(doc)).toEqual({
      legs: [{ owner: SELLER, from: 0, to: 40, stepKeys: ["a", "b"], sometimes: false }],
      handOvers: [],
      hands: [{ owner: SELLER, hours: 40 }],
      total: 40,
      untimed: 0,
    });
  });

  it("each change of owner is one, also where a stage ends, with the window of whoever receives", () => {
    const received = within(4, "hours");
    const doc = route(
      { days: 7, steps: [step("a", SELLER, within(2)), step("b", FINANCE, within(3))] },
      { days: 7, steps: [step("c", DESK, received), step("d", SELLER, afterStep("c", 1))] },
    );
    const { handOvers, hands, total } = clock(doc);
    expect(handOvers).toEqual([
      {
        from: SELLER,
        to: FINANCE,
        fromStep: "a",
        toStep: "b",
        stageKey: "s0",
        window: within(3),
        at: 16,
        sometimes: false,
      },
      {
        from: FINANCE,
        to: DESK,
        fromStep: "b",
        toStep: "c",
        stageKey: "s1",
        window: received,
        at: 40,
        sometimes: false,
      },
      {
        from: DESK,
        to: SELLER,
        fromStep: "c",
        toStep: "d",
        stageKey: "s1",
        window: afterStep("c", 1),
        at: 44,
        sometimes: false,
      },
    ]);
    // Finance keeps it until its stage is over, the seller until the end of the last.
    expect(hands).toEqual([
      { owner: SELLER, hours: 16 + 36 },
      { owner: FINANCE, hours: 24 },
      { owner: DESK, hours: 4 },
    ]);
    expect(total).toBe(80);
  });

  it("counts from the start, the expected close and calendar days, and lets windows stretch a stage", () => {
    const from = (anchor: Window["anchor"], latest: number, unit: WindowUnit): Window => ({
      anchor,
      unit,
      earliest: null,
      latest,
    });
    const doc = route(
      { days: 7, steps: [step("a", SELLER, from({ kind: "run-start" }, 10, "working-days"))] },
      { days: 7, steps: [step("b", DESK, from({ kind: "stage-entry" }, 7, "calendar-days"))] },
      { days: 7, steps: [step("c", FINANCE, from({ kind: "expected-close" }, -8, "hours"))] },
    );
    // The first stage takes 80 hours instead of 40; the plan closes at 120, eight hours before that is behind already.
    expect(clock(doc).legs.map(({ to }) => to)).toEqual([80, 120, 160]);
  });

  it("a step that some runs skip makes a hand-over that happens sometimes", () => {
    const doc = route({
      days: 7,
      steps: [
        step("a", SELLER, within(1)),
        step("b", FINANCE, within(2), { importance: "optional" }),
        step("c", SELLER, within(3)),
        step("d", DESK, within(4)),
      ],
    });
    expect(clock(doc).handOvers.map(({ toStep, sometimes }) => [toStep, sometimes])).toEqual([
      ["b", true],
      ["c", true],
      ["d", false],
    ]);
  });

  it("a step that nobody owns or that has no moment changes no hands and takes no time", () => {
    const doc = route({ days: null, steps: [step("a", null, within(1)), step("b", DESK, within(null))] });
    expect(clock(doc)).toMatchObject({ handOvers: [], hands: [{ owner: DESK, hours: 8 }], untimed: 1 });
    expect(clock(emptyDocument)).toEqual({ legs: [], handOvers: [], hands: [], total: 0, untimed: 0 });
  });

  it("the transactional template goes through the departments it names", () => {
    const doc = instantiate(
      insideSalesTransactional,
      (symbol) => (isRole(symbol) ? { kind: "role", id: symbol } : { kind: "department", id: symbol }),
      (key) => key,
    );
    const { handOvers, untimed } = handClock(doc, { ...WEEK, ownRoleId: "inside-sales" });
    expect(untimed).toBe(0);
    expect(handOvers.map(({ toStep }) => toStep)).toEqual(
      expect.arrayContaining(["check-stock", "enter-order"]),
    );
  });
});

describe("the clock, for any process", () => {
  const owner = fc.constantFrom<Owner | null>(SELLER, OWN, DESK, FINANCE, { kind: "role", id: "desk" }, null);
  const window = fc.option(
    fc.record({
      anchor: fc.oneof(
        fc.constantFrom<Window["anchor"]>(
          { kind: "stage-entry" },
          { kind: "run-start" },
          { kind: "expected-close" },
        ),
        fc.nat(12).map((at): Window["anchor"] => ({ kind: "step", stepKey: `k${at}` })),
      ),
      unit: fc.constantFrom<WindowUnit>("hours", "working-days", "calendar-days"),
      earliest: fc.constant(null),
      latest: fc.option(fc.integer({ min: -20, max: 60 })),
    }),
  );
  const document = fc
    .array(
      fc.record({
        days: fc.option(fc.nat(30)),
        steps: fc.array(fc.tuple(owner, window), { maxLength: 5 }),
      }),
      { maxLength: 5 },
    )
    .map((stages) => {
      let key = 0;
      return route(
        ...stages.map(({ days, steps }) => ({
          days,
          steps: steps.map(([who, when]) => step(`k${key++}`, who, when)),
        })),
      );
    });

  it("lies without a gap from start to end, never twice in the same hands", () => {
    fc.assert(
      fc.property(document, (doc) => {
        const { legs, handOvers, hands, total } = clock(doc);
        expect(legs.map(({ from }) => from)).toEqual([0, ...legs.map(({ to }) => to)].slice(0, legs.length));
        expect(legs.every(({ from, to }) => from <= to)).toBe(true);
        for (const [at, leg] of legs.entries())
          if (at > 0) expect(ownerKey(leg.owner)).not.toBe(ownerKey(legs[at - 1]?.owner as Owner));
        expect(handOvers).toHaveLength(Math.max(0, legs.length - 1));
        expect(handOvers.map(({ at }) => at)).toEqual(legs.slice(1).map(({ from }) => from));
        expect(hands.reduce((sum, { hours }) => sum + hours, 0)).toBeCloseTo(total, 6);
        expect(new Set(hands.map((one) => ownerKey(one.owner))).size).toBe(hands.length);
        // Every step with an owner is in exactly one leg, in the order of the map.
        expect(legs.flatMap(({ stepKeys }) => stepKeys)).toEqual(
          allSteps(doc).flatMap((one) => (one.owner ? [one.key] : [])),
        );
      }),
    );
  });

  it("takes as long whoever does it, and no shorter than the stages are planned", () => {
    fc.assert(
      fc.property(document, (doc) => {
        const given = (to: Owner): ProcessDocument => ({
          ...doc,
          stages: doc.stages.map((stage) => ({
            ...stage,
            steps: stage.steps.map((one) => ({ ...one, owner: to })),
          })),
        });
        const one = clock(given(DESK));
        expect(one.handOvers).toEqual([]);
        expect(one.total).toBe(clock(given(SELLER)).total);
        if (allSteps(doc).some((found) => found.owner)) expect(clock(doc).total).toBe(one.total);
        const planned = doc.stages.reduce((sum, stage) => sum + (stage.plannedDays ?? 0), 0);
        if (allSteps(doc).length > 0) expect(one.total).toBeGreaterThanOrEqual((planned * 40) / 7 - 1e-6);
      }),
    );
  });
});
