import { describe, expect, it } from "vitest";
import { dueSteps } from "@/lib/domain/guidance/due-steps";
import { nextBestStep } from "@/lib/domain/guidance/next-best-step";
import type { Step } from "@/lib/domain/process/types";
import { orderOf } from "@/lib/domain/run/decide-turn";
import type { RunEventBody } from "@/lib/domain/run/events";
import { project } from "@/lib/domain/run/project";
import type { Calendar } from "@/lib/domain/timing/calendar";
import { closed, done, log, moved, opened, stage, step, version, waived } from "./run-fixtures";

const calendar: Calendar = {
  timeZone: "Europe/Amsterdam",
  workingDays: [1, 2, 3, 4, 5],
  workingHours: { from: "09:00", to: "17:00" },
  holidays: new Set(),
};
const within = (earliest: number | null, latest: number | null): Partial<Step> => ({
  window: { anchor: { kind: "stage-entry" }, unit: "working-days", earliest, latest },
});
const process = version(
  stage("a", [step("a-key", { importance: "key" }), step("a-plain")]),
  stage("b", [
    step("plain"),
    step("by-friday", { ...within(0, 4), owner: { kind: "role", id: "presales" } }),
    step("key-by-wednesday", { ...within(0, 2), importance: "key" }),
    step("not-before-friday", within(4, 4)),
  ]),
  stage("c", [step("c1")]),
);

// Monday 23 November 2026: the run comes into b. Each entry of `bodies` happens that day.
const run = (...bodies: RunEventBody[]) =>
  project(
    log(
      ["2026-11-20", opened("a")],
      ["2026-11-20", done("a-key")],
      ["2026-11-23", moved("a", "b")],
      ...bodies.map((body): [string, RunEventBody] => ["2026-11-23", body]),
    ),
    { v1: orderOf(process) },
  );
const monday = "2026-11-23T12:00:00Z";
const thursday = "2026-11-26T12:00:00Z";

describe("steps that are up", () => {
  it("are those of this stage, most urgent first, with their window and owner", () => {
    expect(dueSteps(process, run(), calendar, monday)).toMatchObject([
      { stepKey: "key-by-wednesday", timing: "due-soon", until: { day: "2026-11-25" }, mayStart: true },
      {
        stepKey: "by-friday",
        timing: "not-due",
        until: { day: "2026-11-27" },
        owner: { kind: "role", id: "presales" },
      },
      { stepKey: "not-before-friday", from: { day: "2026-11-27" }, mayStart: false },
      { stepKey: "plain", timing: "not-due", from: null, until: null, mayStart: true, earlier: false },
    ]);
  });

  it("leave out what was done or waived, and everything of a closed run", () => {
    const keys = (...bodies: RunEventBody[]) =>
      dueSteps(process, run(...bodies), calendar, monday).map(({ stepKey }) => stepKey);
    expect(keys(done("plain"), waived("by-friday"))).toEqual(["key-by-wednesday", "not-before-friday"]);
    expect(keys(closed("won"))).toEqual([]);
  });

  it("keep a key step of an earlier stage, but not a plain one", () => {
    const passedOver = run({ type: "step.undone", stepKey: "a-key" });
    expect(dueSteps(process, passedOver, calendar, monday)[0]).toMatchObject({
      stepKey: "a-key",
      timing: "skipped",
      earlier: true,
    });
    expect(dueSteps(process, passedOver, calendar, monday).map(({ stepKey }) => stepKey)).not.toContain(
      "a-plain",
    );
  });
});

describe("the next best step", () => {
  const all = ["plain", "by-friday", "key-by-wednesday", "not-before-friday"].map(done);
  it.each([
    ["an overdue key step before all", run(), thursday, { stepKey: "key-by-wednesday", rule: "overdue-key" }],
    [
      "a key step that was passed over before all",
      run({ type: "step.undone", stepKey: "a-key" }),
      monday,
      { stepKey: "a-key", rule: "overdue-key" },
    ],
    ["the one due soonest", run(), monday, { stepKey: "key-by-wednesday", rule: "due-soonest" }],
    ["the next due", run(done("key-by-wednesday")), thursday, { stepKey: "by-friday", rule: "due-soonest" }],
    [
      "the next in order, when nothing that may start has a date",
      run(done("key-by-wednesday"), done("by-friday")),
      monday,
      { stepKey: "plain", rule: "next-in-order" },
    ],
    [
      "one that may not start yet, when there is no other",
      run(done("key-by-wednesday"), done("by-friday"), done("plain")),
      monday,
      { stepKey: "not-before-friday", rule: "next-in-order" },
    ],
    ["nothing, when the stage is done", run(...all), monday, null],
  ])("is %s", (_name, state, now, expected) => {
    expect(nextBestStep(process, state, calendar, now)).toEqual(expected);
  });
});
