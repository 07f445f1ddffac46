import { describe, expect, it } from "vitest";
import type { CompiledVersion } from "@/lib/domain/process/compile";
import type { Importance, Window } from "@/lib/domain/process/types";
import { orderOf } from "@/lib/domain/run/decide-turn";
import type { RunEvent } from "@/lib/domain/run/events";
import { project } from "@/lib/domain/run/project";
import type { Calendar } from "@/lib/domain/timing/calendar";
import { TIMING_CLASSES, timeSteps } from "@/lib/domain/timing/classify";
import { closed, done, log, moved, on, opened, stage, step, version, waived } from "./run-fixtures";

const calendar: Calendar = {
  timeZone: "Europe/Amsterdam",
  workingDays: [1, 2, 3, 4, 5],
  workingHours: { from: "09:00", to: "17:00" },
  holidays: new Set(["2026-12-25", "2027-01-01", "2027-03-29"]),
};
const belgian = { ...calendar, timeZone: "Europe/Brussels", holidays: new Set(["2026-11-11"]) };

const within = (earliest: number | null, latest: number | null, unit: Window["unit"] = "working-days") => ({
  window: { anchor: { kind: "stage-entry" } as const, unit, earliest, latest },
  importance: "normal" as Importance,
});
const abc = version(
  stage("a", [step("a1")]),
  stage("b", [step("b1", within(1, 3)), step("free")]),
  stage("c", [step("c1", within(0, 1)), step("open-ended", within(1, null))]),
);

const timingOf = (
  process: CompiledVersion,
  events: RunEvent[],
  stepKey: string,
  now = "2026-11-25T12:00:00Z",
  where = calendar,
) => {
  const state = project(events, { v1: orderOf(process) });
  return timeSteps(process, state, where, now).find((each) => each.step.key === stepKey)?.timing;
};

// Thursday 26 November 2026; b1 may be done from Friday 27 November until Tuesday 1 December.
const inB = log(["2026-11-23", opened("a")], ["2026-11-26", moved("a", "b")]);
const more = (...entries: Parameters<typeof log>) => [
  ...inB,
  ...log(...entries).map((event) => ({ ...event, seq: event.seq + 2 })),
];

describe("timing classes", () => {
  it.each([
    ["in its window, over a weekend", more(["2026-12-01", done("b1")]), "b1", "on-time"],
    ["on the day its window opens", more(["2026-11-27", done("b1")]), "b1", "on-time"],
    ["without a window, in its stage", more(["2026-11-28", done("free")]), "free", "on-time"],
    ["on the day of the move, without a moment", more(["2026-11-26", done("free")]), "free", "on-time"],
    ["before its window", more([on("2026-11-26", "2026-11-26T15:00:00Z"), done("b1")]), "b1", "early"],
    ["before its stage", more(["2026-11-27", done("c1")]), "c1", "early"],
    ["after its window", more(["2026-12-02", done("b1")]), "b1", "late"],
    ["after its stage", more(["2026-11-27", done("a1")]), "a1", "wrong-stage"],
    ["never, and its stage is behind", inB, "a1", "skipped"],
    [
      "never, and its stage was jumped over",
      log(["2026-11-23", opened("a")], ["2026-11-24", moved("a", "c")]),
      "b1",
      "skipped",
    ],
    ["waived", more(["2026-11-27", waived("b1")]), "b1", "waived"],
    ["in a stage that was not reached", inB, "c1", "not-due"],
    ["open without a window", inB, "free", "not-due"],
    ["won without it", more(["2026-11-27", closed("won")]), "b1", "skipped"],
    ["lost before it was due", more(["2026-12-01", closed("lost")]), "b1", "not-due"],
    ["lost after it was due", more(["2026-12-02", closed("lost")]), "b1", "skipped"],
    ["lost before its stage", more(["2026-12-02", closed("lost")]), "c1", "not-due"],
  ])("done %s", (_name, events, stepKey, expected) => {
    expect(timingOf(abc, events, stepKey, "2026-12-20T12:00:00Z")).toBe(expected);
  });

  it.each([
    ["three working days ahead", "2026-11-26T12:00:00Z", "not-due"],
    ["two working days ahead", "2026-11-27T12:00:00Z", "due-soon"],
    ["in the weekend before", "2026-11-28T12:00:00Z", "due-soon"],
    ["on its last day, just before midnight in Amsterdam", "2026-12-01T22:59:00Z", "due-soon"],
    ["after midnight in Amsterdam, before midnight UTC", "2026-12-01T23:00:00Z", "overdue"],
  ])("not done, %s", (_name, now, expected) => expect(timingOf(abc, inB, "b1", now)).toBe(expected));

  it("a window without an end never becomes overdue", () => {
    const inC = more(["2026-11-27", moved("b", "c")]);
    expect(timingOf(abc, inC, "open-ended", "2027-11-27T12:00:00Z")).toBe("not-due");
  });

  it("skips the holidays of its own country", () => {
    const events = log(["2026-11-10", opened("c")], ["2026-11-12", done("c1")]);
    expect(timingOf(abc, events, "c1", undefined, belgian)).toBe("on-time");
    expect(timingOf(abc, events, "c1", undefined, calendar)).toBe("late");
    const christmas = log(["2026-12-24", opened("c")], ["2026-12-28", done("c1")]);
    expect(timingOf(abc, christmas, "c1", "2027-01-10T00:00:00Z")).toBe("on-time");
  });

  it.each([
    // Two working hours from Friday 16:00 end on Monday 10:00 local, whatever the clock did in between.
    ["summer time ends", "2026-10-23T14:00:00Z", "2026-10-26T09:00:00Z", "2026-10-26T09:00:01Z"],
    ["summer time and Easter", "2027-03-26T15:00:00Z", "2027-03-30T08:00:00Z", "2027-03-30T08:00:01Z"],
  ])("counts hours when %s", (_name, entered, lastMoment, tooLate) => {
    const hours = version(stage("a", [step("call", within(0, 2, "hours"))]));
    const at = (moment: string) =>
      timingOf(
        hours,
        log(
          [on(entered.slice(0, 10), entered), opened("a")],
          [on(moment.slice(0, 10), moment), done("call")],
        ),
        "call",
      );
    expect([at(lastMoment), at(tooLate)]).toEqual(["on-time", "late"]);
  });

  it("judges a step that was done on a second visit by that visit", () => {
    const loop = log(
      ["2026-11-02", opened("a")],
      ["2026-11-03", moved("a", "b")],
      ["2026-11-12", moved("b", "a")],
      ["2026-11-23", moved("a", "b")],
      ["2026-11-25", done("b1")],
    );
    expect(timingOf(abc, loop, "b1")).toBe("on-time");
  });

  it("counts from another step and from the expected close", () => {
    const chained = version(
      stage("a", [
        step("demo"),
        step("follow-up", {
          window: {
            anchor: { kind: "step", stepKey: "demo" },
            unit: "calendar-days",
            earliest: 1,
            latest: 2,
          },
        }),
        step("contract", {
          window: { anchor: { kind: "expected-close" }, unit: "calendar-days", earliest: -10, latest: -5 },
        }),
      ]),
    );
    const base = log(
      ["2026-11-02", opened("a")],
      ["2026-11-02", { type: "field.changed", field: "expectedClose", from: null, to: "2026-11-28" }],
      ["2026-11-20", done("demo")],
    );
    expect(timingOf(chained, base.slice(0, 2), "follow-up")).toBe("not-due");
    expect(timingOf(chained, base, "follow-up")).toBe("overdue");
    expect(timingOf(chained, base, "contract", "2026-11-22T12:00:00Z")).toBe("due-soon");
    expect(timingOf(chained, base, "contract", "2026-11-24T12:00:00Z")).toBe("overdue");
  });

  it("names nine classes", () => expect(new Set(TIMING_CLASSES).size).toBe(9));
});
