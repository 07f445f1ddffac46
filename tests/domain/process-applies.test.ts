import { describe, expect, it } from "vitest";
import { judge } from "@/lib/domain/conformance/replay";
import { dueSteps } from "@/lib/domain/guidance/due-steps";
import { nextBestStep } from "@/lib/domain/guidance/next-best-step";
import { feedbackOf } from "@/lib/domain/maturity/feedback";
import { applies } from "@/lib/domain/process/applies";
import type { Condition, Window } from "@/lib/domain/process/types";
import { project } from "@/lib/domain/run/project";
import type { RunState } from "@/lib/domain/run/state";
import type { Calendar } from "@/lib/domain/timing/calendar";
import { done, log, stage, step, version, waived } from "./run-fixtures";

const CALENDAR: Calendar = {
  timeZone: "Europe/Amsterdam",
  workingDays: [1, 2, 3, 4, 5],
  workingHours: { from: "09:00", to: "17:00" },
  holidays: new Set(),
};
const amount = (from: number | null, below: number | null): Condition => ({
  kind: "amount",
  currency: "EUR",
  from,
  below,
});
const euros = (units: number) => ({ amount: { minor: units * 100, currency: "EUR" } });

describe("a step applies", () => {
  const cases: [string, Condition[], RunState["fields"], string][] = [
    ["without conditions", [], {}, "yes"],
    ["from 10,000, at 10,000", [amount(10_000, null)], euros(10_000), "yes"],
    ["from 10,000, just below", [amount(10_000, null)], euros(9_999.99), "no"],
    ["below 10,000, at 10,000", [amount(null, 10_000)], euros(10_000), "no"],
    ["between", [amount(5, 10)], euros(7), "yes"],
    ["an amount that nobody knows", [amount(5, 10)], {}, "unknown"],
    [
      "an amount in another currency",
      [amount(5, 10)],
      { amount: { minor: 700, currency: "USD" } },
      "unknown",
    ],
    ["a condition that asks for nothing", [amount(null, null)], {}, "yes"],
    [
      "its segment, whatever the case",
      [{ kind: "segment", anyOf: ["Retail"] }],
      { segment: " retail " },
      "yes",
    ],
    ["another segment", [{ kind: "segment", anyOf: ["Retail"] }], { segment: "Care" }, "no"],
    ["no segment", [{ kind: "segment", anyOf: ["Retail"] }], { segment: null }, "unknown"],
    ["its product", [{ kind: "product", anyOf: ["p1", "p2"] }], { product: "p2" }, "yes"],
    [
      "all must hold",
      [amount(5, null), { kind: "product", anyOf: ["p1"] }],
      { ...euros(9), product: "p2" },
      "no",
    ],
    ["one fails, whatever is unknown", [amount(5, null), { kind: "segment", anyOf: ["x"] }], euros(1), "no"],
    ["one unknown", [amount(5, null), { kind: "segment", anyOf: ["x"] }], euros(9), "unknown"],
  ];
  it.each(cases)("%s", (_, conditions, fields, expected) => {
    expect(applies({ conditions }, fields)).toBe(expected);
  });
});

describe("a step that is only for large deals", () => {
  const window = {
    anchor: { kind: "stage-entry" },
    unit: "calendar-days",
    earliest: null,
    latest: 2,
  } as const;
  const map = version(
    stage("a", [step("always", { window }), step("large", { window, conditions: [amount(1_000, null)] })]),
  );
  const stateOf = (fields: RunState["fields"], more: Parameters<typeof log> = []) =>
    project(
      log(
        ["2026-03-02", { type: "run.opened", versionId: "v", stageKey: "a", startKnown: true, fields }],
        ...more,
      ),
      { v: ["a"] },
    );
  const NOW = "2026-03-20T12:00:00.000Z";
  const guided = (state: RunState) => dueSteps(map, state, CALENDAR, NOW).map(({ stepKey }) => stepKey);
  const due = (state: RunState) => judge(map, state, CALENDAR, NOW).counts.due;

  it("is guided and owed on a large deal", () => {
    expect([guided(stateOf(euros(5_000))), due(stateOf(euros(5_000)))]).toEqual([["always", "large"], 2]);
  });
  it("is neither on a small one", () => {
    expect([guided(stateOf(euros(5))), due(stateOf(euros(5)))]).toEqual([["always"], 1]);
  });
  it("is guided but not owed while the amount is unknown", () => {
    expect([guided(stateOf({})), due(stateOf({}))]).toEqual([["always", "large"], 1]);
  });
  it("that was done on a small deal all the same stays in sight and is not owed", () => {
    const state = stateOf(euros(5), [
      ["2026-03-03", { type: "step.completed", stepKey: "large", activityId: null }],
    ]);
    const conformance = judge(map, state, CALENDAR, NOW);
    expect(conformance.steps.map((each) => each.step.key)).toEqual(["always", "large"]);
    expect(conformance.counts.due).toBe(1);
  });
  it("is no deviation when it was waived, and not out of order when it was done, on a small deal", () => {
    const waivedHere = stateOf(euros(5), [["2026-03-03", waived("large")]]);
    expect(judge(map, waivedHere, CALENDAR, NOW).counts.waived).toBe(0);
    const after: Window = {
      anchor: { kind: "step", stepKey: "always" },
      unit: "calendar-days",
      earliest: 0,
      latest: 9,
    };
    const ordered = version(
      stage("a", [step("always"), step("large", { window: after, conditions: [amount(1_000, null)] })]),
    );
    const wrongWay: Parameters<typeof log> = [
      ["2026-03-03", done("large")],
      ["2026-03-04", done("always")],
    ];
    expect(judge(ordered, stateOf(euros(5_000), wrongWay), CALENDAR, NOW).outOfPlace).toEqual(["large"]);
    expect(judge(ordered, stateOf(euros(5), wrongWay), CALENDAR, NOW).outOfPlace).toEqual([]);
  });
  it("asks for no answer while nobody knows whether it was overdue at all", () => {
    const answers = (fields: RunState["fields"]) =>
      feedbackOf(judge(map, stateOf(fields), CALENDAR, NOW), null, CALENDAR, "2026-03-20").n;
    expect([answers(euros(5_000)), answers({}), answers(euros(5))]).toEqual([2, 1, 1]);
  });
});

describe("a key step of which nobody knows whether it is meant for the run", () => {
  const window = {
    anchor: { kind: "stage-entry" },
    unit: "calendar-days",
    earliest: null,
    latest: 2,
  } as const;
  const large = { window, importance: "key", conditions: [amount(1_000, null)] } as const;
  const map = version(stage("a", [step("large", large)]), stage("b", [step("plain")]));
  const at = (stageKey: string, fields: RunState["fields"]) =>
    project(log(["2026-03-02", { type: "run.opened", versionId: "v", stageKey, startKnown: true, fields }]), {
      v: ["a", "b"],
    });
  const NOW = "2026-03-20T12:00:00.000Z";

  it("is shown in its stage as not owed, and never chosen because it is overdue", () => {
    expect(dueSteps(map, at("a", {}), CALENDAR, NOW)).toMatchObject([{ stepKey: "large", owed: false }]);
    expect(nextBestStep(map, at("a", {}), CALENDAR, NOW)?.rule).toBe("due-soonest");
    expect(nextBestStep(map, at("a", euros(5_000)), CALENDAR, NOW)?.rule).toBe("overdue-key");
  });
  it("is not brought up again once its stage is behind", () => {
    const keys = (fields: RunState["fields"]) =>
      dueSteps(map, at("b", fields), CALENDAR, NOW).map(({ stepKey }) => stepKey);
    expect(keys({})).toEqual(["plain"]);
    expect(keys(euros(5_000))).toEqual(["large", "plain"]);
  });
});
