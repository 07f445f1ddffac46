import { describe, expect, it } from "vitest";
import type { StepTiming, TimingClass } from "@/lib/domain/timing/classify";
import { sampleFor } from "@/lib/domain/versions/cases";
import { differences } from "@/lib/domain/versions/compare";
import { dueIn, dueSteps, onTimeEstimate, onTimeSample, stepsOnTime } from "@/lib/domain/versions/on-time";

const WINDOW = { anchor: { kind: "stage-entry" }, unit: "working-days", earliest: null, latest: 2 };
const step = (timing: TimingClass, more: object = {}, owed = true) =>
  ({
    timing,
    owed,
    step: { required: true, importance: "normal", window: WINDOW, ...more },
  }) as unknown as StepTiming;
const deal = (...timings: TimingClass[]) => dueSteps(timings.map((timing) => step(timing)));
const CONTEXT = { definition: "version.on-time", asOf: "2026-11-25", drill: {} } as const;

describe("steps on time", () => {
  it("are the required steps with a moment that were due: not what waits, was waived or is not owed", () => {
    const steps = dueSteps([
      ...(["on-time", "early", "late", "wrong-stage", "skipped", "overdue"] as const).map((one) => step(one)),
      ...(["waived", "not-due", "due-soon"] as const).map((one) => step(one)),
      step("on-time", { window: null }),
      step("on-time", { required: false }),
      step("late", {}, false),
    ]);
    expect(Object.values(steps)).toEqual([1, 1, 1, 1, 1, 1]);
    expect(dueIn(steps)).toBe(6);
  });

  it("of several deals are added up; a deal in which nothing was due is none", () => {
    const told = stepsOnTime([
      deal("on-time", "late"),
      deal("on-time", "on-time", "skipped"),
      deal("not-due"),
    ]);
    expect(told).toMatchObject({ deals: 2, steps: { "on-time": 3, late: 1, skipped: 1, overdue: 0 } });
    expect(onTimeSample(told)).toEqual({ kind: "share", k: (3 / 5) * 2, n: 2 });
    expect(
      sampleFor({ metric: "steps-on-time" }, { rows: [], wentOn: 0, stays: [], amounts: [], timed: told }),
    ).toEqual(onTimeSample(told));
  });

  it("are counts while there are few deals, however many steps they had", () => {
    const four = stepsOnTime(Array.from({ length: 4 }, () => deal("on-time", "on-time", "late", "skipped")));
    expect(onTimeEstimate(four, CONTEXT)).toMatchObject({ value: null, n: 4, status: "insufficient" });
    const none = onTimeEstimate(stepsOnTime([]), CONTEXT);
    expect(none).toMatchObject({ value: null, n: 0, lo: null, hi: null });
  });

  it("are as sure as there are deals, not as there are steps", () => {
    const of = (deals: number, each: number) =>
      onTimeEstimate(
        stepsOnTime(
          Array.from({ length: deals }, () =>
            deal(...Array.from({ length: each }, (_, at): TimingClass => (at % 2 ? "late" : "on-time"))),
          ),
        ),
        CONTEXT,
      );
    expect(of(40, 2).value).toBe(0.5);
    expect(of(40, 20)).toEqual(of(40, 2));
  });

  it("lack whole deals before they can be compared", () => {
    const [few] = differences([
      { now: { kind: "share", k: 0.7, n: 10 }, before: { kind: "share", k: 1.6, n: 12 } },
    ]);
    expect(few?.need).toEqual({ now: 3, before: 0 });
  });
});
