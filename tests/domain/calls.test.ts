import { describe, expect, it } from "vitest";
import {
  decideCallAgain,
  decideCallStep,
  decideCancel,
  decideDebrief,
  decidePlan,
  decideReplan,
  heldMoment,
} from "@/lib/domain/calls/decide";
import { callStanding } from "@/lib/domain/calls/standing";
import { callEntryIds, groundOf, suggestEntries, suggestPlan } from "@/lib/domain/calls/suggest";
import type { CallDebrief, CallPlan } from "@/lib/domain/calls/types";
import { byId } from "@/lib/domain/registers/merge";
import type { RunEvent, RunEventBody } from "@/lib/domain/run/events";
import { project } from "@/lib/domain/run/project";
import { isRefusal, type Refusal } from "@/lib/domain/shared/result";
import { stage, step, version } from "./run-fixtures";

const TALK = version(
  stage("prepare", [step("goal")]),
  stage("hold", [step("ask")]),
  stage("learn", [step("score")]),
);
const ORDERS = { v1: ["prepare", "hold", "learn"] };
const PLAN: CallPlan = {
  at: "2026-11-25T10:00:00.000Z",
  minutes: 30,
  channel: "call",
  stepKey: null,
  goal: "Know who decides",
  questions: ["Who else?"],
  objections: [],
  messages: [],
  people: [],
};
const SAID: CallDebrief = { result: "yes", learned: "Kim", heard: [], stepDone: false };
const OPENED = "2026-11-24T09:00:00.000Z";

/** The state after bodies that happened a minute apart, from the opening on or from `since`. */
function stateOf(...bodies: readonly RunEventBody[]) {
  const events = bodies.map((body, index): RunEvent => {
    const at = new Date(Date.parse(OPENED) + index * 60_000).toISOString();
    return { ...body, seq: index + 1, occurred: { day: at.slice(0, 10), at }, recordedAt: at, actorId: null };
  });
  return project(events, ORDERS);
}
const open = (stageKey: string | null = "prepare") =>
  decidePlan({ versionId: "v1", stageKey, ownerId: "me", contactId: null }, PLAN);
const types = (decided: readonly RunEventBody[] | Refusal) =>
  isRefusal(decided)
    ? decided.code
    : decided.map((each) => (each.type === "run.moved" ? each.to : each.type));

describe("a call", () => {
  const planned = stateOf(...open());
  const held = stateOf(...open(), { type: "call.debriefed", debrief: SAID });
  const cancelled = stateOf(...open(), { type: "call.cancelled", reason: "no-show", note: null });

  it("begins planned, in the first stage of its process", () => {
    expect(planned).toMatchObject({
      status: "open",
      stageKey: "prepare",
      call: { status: "planned", plan: PLAN, moves: 0 },
      fields: { title: "Know who decides", owner: "me" },
    });
  });

  it.each([
    ["the same plan", planned, PLAN, "me", []],
    ["another plan", planned, { ...PLAN, goal: "Budget" }, "me", ["call.planned"]],
    ["another holder", planned, PLAN, "you", ["field.changed"]],
    ["a held call", held, PLAN, "me", "call-held"],
    ["a cancelled call", cancelled, PLAN, "me", "call-cancelled"],
  ] as const)("is planned anew: %s", (_what, state, plan, owner, expected) => {
    expect(types(decideReplan(state, plan, owner))).toEqual(expected);
  });

  it("counts how often it was moved, and nothing else as moving", () => {
    const moves = [
      { ...PLAN, goal: "Budget" },
      { ...PLAN, at: "2026-11-26T10:00:00.000Z" },
    ].map((plan): RunEventBody => ({ type: "call.planned", plan }));
    expect(stateOf(...open(), ...moves).call?.moves).toBe(1);
  });

  it.each([
    ["from the first stage", planned, ["hold", "learn", "call.debriefed"]],
    ["from a later one", stateOf(...open("hold")), ["learn", "call.debriefed"]],
    ["from the last", stateOf(...open("learn")), ["call.debriefed"]],
    ["without a process", stateOf(...open(null)), ["call.debriefed"]],
    [
      "said again with other words",
      stateOf(...open(), { type: "call.debriefed", debrief: { ...SAID, result: "no" } }),
      ["call.debriefed"],
    ],
    ["said again", held, []],
    ["of a cancelled one", cancelled, "call-cancelled"],
  ] as const)("ends with its debrief: %s", (_what, state, expected) => {
    expect(types(decideDebrief(state, TALK, SAID))).toEqual(expected);
  });

  it("is closed by its debrief and open again when that is taken back, with what was typed", () => {
    expect(held).toMatchObject({ status: "closed", closedOn: "2026-11-24", outcome: null });
    expect(held.visits.map(({ exit }) => exit)).toEqual(["forward"]);
    const again = stateOf(...open(), { type: "call.debriefed", debrief: SAID }, { type: "call.reopened" });
    expect(again).toMatchObject({
      status: "open",
      closedOn: null,
      call: { status: "planned", debrief: SAID },
    });
    expect(again.visits.map(({ exit }) => exit)).toEqual(["forward", null]);
    expect(types(decideCallAgain(held))).toEqual(["call.reopened"]);
    expect(types(decideCallAgain(again))).toEqual([]);
  });

  it.each([
    ["a planned one", planned, ["call.cancelled"]],
    ["one that was held", held, "call-held"],
    ["again for the same reason", cancelled, []],
  ] as const)("is cancelled: %s", (_what, state, expected) => {
    expect(types(decideCancel(state, { reason: "no-show", note: " " }))).toEqual(expected);
  });

  it("that was cancelled left its stage by that", () => {
    expect(cancelled.visits.map(({ exit }) => exit)).toEqual(["cancelled"]);
  });

  it.each([
    ["a step", planned, "ask", true, ["step.completed"]],
    ["after the debrief", held, "score", true, ["step.completed"]],
    ["what is not done", planned, "ask", false, []],
    ["a step of nowhere", planned, "nowhere", true, "step-unknown"],
    ["without a process", stateOf(...open(null)), "ask", true, "step-unknown"],
  ] as const)("has its steps ticked: %s", (_what, state, stepKey, done, expected) => {
    expect(types(decideCallStep(state, TALK, { stepKey, done }))).toEqual(expected);
  });

  it.each([
    ["before its moment, now", "2026-11-25T09:00:00.000Z", "2026-11-25T09:00:00.000Z"],
    ["after it, as planned", "2026-11-25T15:00:00.000Z", "2026-11-25T10:00:00.000Z"],
  ])("was held %s", (_what, now, expected) => {
    expect(heldMoment(planned, now, "Europe/Amsterdam").at).toBe(expected);
  });

  it("was not held before it was written down", () => {
    const late = stateOf(
      ...decidePlan(
        { versionId: "v1", stageKey: "prepare", ownerId: "me", contactId: null },
        { ...PLAN, at: "2026-11-20T10:00:00.000Z" },
      ),
    );
    expect(heldMoment(late, "2026-11-25T09:00:00.000Z", "Europe/Amsterdam").at).toBe(OPENED);
  });
});

describe("how a call stands", () => {
  it.each([
    ["planned", "2026-11-25T09:44:59.000Z", "ahead"],
    ["planned", "2026-11-25T09:45:00.000Z", "now"],
    ["planned", "2026-11-25T10:29:59.000Z", "now"],
    ["planned", "2026-11-25T10:30:00.000Z", "ask"],
    ["held", "2026-11-25T08:00:00.000Z", "held"],
    ["cancelled", "2026-11-26T08:00:00.000Z", "cancelled"],
  ] as const)("%s at %s: %s", (status, now, expected) => {
    expect(callStanding({ status, at: PLAN.at, minutes: 30 }, now)).toBe(expected);
  });
});

describe("what a plan begins with", () => {
  const question = (text: string) => ({ kind: "question" as const, text: { en: text } });
  const deal = version(
    stage(
      "first",
      [step("meet", { objective: { en: "Meet" }, resources: [question("Why now?")], entries: ["o1"] })],
      {
        entries: ["m1", "o1"],
      },
    ),
  );
  const talk = version(
    stage("prepare", [
      step("write", { channel: "internal", importance: "key", desiredResult: { en: "A goal" } }),
    ]),
    stage("hold", [
      step("ask", {
        importance: "key",
        desiredResult: { en: "A problem with a price" },
        resources: [question("Why now?"), question("Who else?")],
        entries: ["o2"],
      }),
    ]),
  );
  const all = groundOf(deal, { stageKey: "first", stepKey: "meet" }, talk);

  it.each([
    ["the step goes before the call process", all, "Meet", ["Why now?", "Who else?"]],
    [
      "the talk itself before its preparation",
      groundOf(deal, { stageKey: "first", stepKey: null }, talk),
      "A problem with a price",
      ["Why now?", "Who else?"],
    ],
    [
      "nothing where nobody wrote any",
      groundOf(deal, { stageKey: "first", stepKey: "gone" }, null),
      undefined,
      [],
    ],
  ] as const)("%s", (_what, ground, goal, questions) => {
    const plan = suggestPlan(ground);
    expect(plan.goal?.en).toBe(goal);
    expect(plan.questions.map(({ en }) => en)).toEqual(questions);
  });

  it("names the entries of step, stage and call process once, as what they became part of, archived ones left out", () => {
    expect(callEntryIds(all)).toEqual(["o1", "m1", "o2"]);
    const entry = (id: string, kind: "objection" | "message", more: object = {}) => ({
      id,
      kind,
      name: { en: id },
      archived: false,
      mergedInto: null,
      ...more,
    });
    const entries = byId([
      entry("o1", "objection", { mergedInto: "o3" }),
      entry("o2", "objection", { archived: true }),
      entry("o3", "objection"),
      entry("m1", "message"),
    ]);
    const { objections, messages } = suggestEntries(entries, all);
    expect([objections.map(({ id }) => id), messages.map(({ id }) => id)]).toEqual([["o3"], ["m1"]]);
  });
});
