import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newCriterion } from "@/lib/domain/process/blank";
import { decideCompleteStep, decideUndoStep, decideWaiveStep } from "@/lib/domain/run/decide-step";
import {
  decideClose,
  decideMove,
  decideReopen,
  needsReason,
  orderOf,
  refuseExit,
} from "@/lib/domain/run/decide-turn";
import { OUTCOMES, type RunEvent, type RunEventBody } from "@/lib/domain/run/events";
import { apply, project } from "@/lib/domain/run/project";
import { openVisit, type RunState } from "@/lib/domain/run/state";
import { eventsAt } from "@/lib/domain/run/trace";
import { addDays } from "@/lib/domain/shared/day";
import { isRefusal, type Refusal } from "@/lib/domain/shared/result";
import { compareOccurred } from "@/lib/domain/timing/order";
import { closed, done, log, moved, on, opened, stage, step, version, waived } from "./run-fixtures";

const abc = version(stage("a", [step("a1")]), stage("b", [step("b1")]), stage("c", [step("c1")]), stage("d"));
const orders = { v1: orderOf(abc), v2: ["x", "b", "y"] };
const today = "2026-11-25";
const codeOf = (result: RunEventBody[] | Refusal) =>
  isRefusal(result) ? result.code : result.map(({ type }) => type);

describe("projection", () => {
  it("turns events into visits with their exits", () => {
    const state = project(
      log(
        ["2026-11-01", opened("a")],
        ["2026-11-03", moved("a", "b")],
        ["2026-11-05", moved("b", "d")],
        ["2026-11-06", moved("d", "c")],
        ["2026-11-09", { type: "run.version-switched", from: "v1", to: "v2", stageKey: "b" }],
        ["2026-11-10", moved("b", "y")],
        ["2026-11-12", closed("lost")],
      ),
      orders,
    );
    expect(
      state.visits.map(({ stageKey, entered, left, exit }) => [stageKey, entered?.day, left?.day, exit]),
    ).toEqual([
      ["a", "2026-11-01", "2026-11-03", "forward"],
      ["b", "2026-11-03", "2026-11-05", "skip"],
      ["d", "2026-11-05", "2026-11-06", "back"],
      ["c", "2026-11-06", "2026-11-09", "version"],
      ["b", "2026-11-09", "2026-11-10", "forward"],
      ["y", "2026-11-10", "2026-11-12", "lost"],
    ]);
    expect(state).toMatchObject({
      status: "closed",
      stageKey: "y",
      versionId: "v2",
      outcome: "lost",
      openedOn: "2026-11-01",
      closedOn: "2026-11-12",
      seq: 7,
    });
  });

  it("gives no durations to a run whose start is unknown", () => {
    const state = project(log(["2026-11-01", opened("a", false)], ["2026-11-03", moved("a", "b")]), orders);
    expect(state.openedOn).toBeNull();
    expect(state.visits.map(({ entered }) => entered?.day ?? null)).toEqual([null, "2026-11-03"]);
  });

  it("keeps a first time done, takes back what is undone, and lets done replace waived", () => {
    const state = project(
      log(
        ["2026-11-01", opened("a")],
        ["2026-11-02", done("a1")],
        ["2026-11-04", done("a1")],
        ["2026-11-04", done("b1")],
        ["2026-11-05", { type: "step.undone", stepKey: "b1" }],
        ["2026-11-05", waived("c1")],
        ["2026-11-06", done("c1")],
      ),
      orders,
    );
    expect(
      Object.values(state.steps).map(({ stepKey, status, occurred }) => [stepKey, status, occurred.day]),
    ).toEqual([
      ["a1", "done", "2026-11-02"],
      ["c1", "done", "2026-11-06"],
    ]);
  });

  it("keeps fields with their history, the closing amount included", () => {
    const amount = { minor: 500, currency: "EUR" };
    const state = project(
      log(
        ["2026-11-01", opened("a")],
        ["2026-11-02", { type: "field.changed", field: "owner", from: null, to: "kim" }],
        ["2026-11-03", { type: "run.closed", outcome: "won", reason: null, note: null, amount }],
      ),
      orders,
    );
    expect(state.fields).toEqual({ owner: "kim", amount });
    expect(state.history.map(({ field, from, to, seq }) => [field, from, to, seq])).toEqual([
      ["owner", null, "kim", 2],
      ["amount", null, amount, 3],
    ]);
  });

  it("reopens into a new visit and keeps criteria, deletion and the latest activity", () => {
    const call = (activityId: string): RunEventBody => ({
      type: "activity.logged",
      activityId,
      kind: "call",
      stepKey: null,
    });
    const state = project(
      log(
        ["2026-11-01", opened("a")],
        ["2026-11-02", { type: "criterion.evidenced", criterionKey: "k", kind: "document", note: null }],
        ["2026-11-02", { type: "criterion.evidenced", criterionKey: "gone", kind: "document", note: null }],
        ["2026-11-02", { type: "criterion.withdrawn", criterionKey: "gone" }],
        ["2026-11-08", call("later")],
        ["2026-11-05", call("earlier, logged afterwards")],
        ["2026-11-09", closed("lost")],
        ["2026-11-12", { type: "run.reopened", stageKey: "b" }],
        ["2026-11-13", { type: "run.deleted" }],
      ),
      orders,
    );
    expect(state).toMatchObject({
      status: "open",
      outcome: null,
      closedOn: null,
      reopenings: 1,
      stageKey: "b",
    });
    expect(state.lastActivity?.day).toBe("2026-11-08");
    expect(Object.keys(state.criteria)).toEqual(["k"]);
    expect(state.deletedAt).not.toBeNull();
    expect(openVisit(state)).toMatchObject({ stageKey: "b", ordinal: 2 });
    expect(
      apply(state, { ...log(["2026-11-14", { type: "run.restored" }])[0], seq: 10 } as RunEvent, orders)
        .deletedAt,
    ).toBeNull();
  });

  it("does not swallow a gap, a second opening or a missing one", () => {
    const [first, second] = log(["2026-11-01", opened("a")], ["2026-11-02", moved("a", "b")]);
    expect(() => project([], orders)).toThrow();
    expect(() => project(second ? [second] : [], orders)).toThrow();
    expect(() => project(first ? [first, { ...first, seq: 3 }] : [], orders)).toThrow();
    expect(() => project(first ? [first, { ...first, seq: 2 }] : [], orders)).toThrow();
  });

  it("shows a run as it was on a day, and as it was known then", () => {
    const events = log(
      ["2026-11-01", opened("a")],
      ["2026-11-03", moved("a", "b")],
      ["2026-11-20", closed("won")],
    );
    const late = events.map((event) =>
      event.seq === 2 ? { ...event, recordedAt: "2026-11-10T08:00:00Z" } : event,
    );
    const stageAt = (asOf: string, knownAt: string | null = null) =>
      project(eventsAt({ events: late }, asOf, knownAt), orders).stageKey;
    expect(stageAt("2026-11-02")).toBe("a");
    expect(stageAt("2026-11-05")).toBe("b");
    expect(stageAt("2026-11-05", "2026-11-05T23:00:00Z")).toBe("a");
    expect(project(eventsAt({ events }, "2026-11-19"), orders).status).toBe("open");
    expect(eventsAt({ events }, "2026-10-31")).toEqual([]);
  });
});

describe("decisions", () => {
  const open = project(log(["2026-11-01", opened("a")], ["2026-11-10", moved("a", "b")]), orders);
  const shut = project(
    log(["2026-11-01", opened("a")], ["2026-11-10", moved("a", "b")], ["2026-11-20", closed("lost")]),
    orders,
  );
  const undated = project(log(["2026-11-10", opened("a", false)]), orders);

  it.each([
    ["forward", open, "c", "2026-11-12", ["run.moved"]],
    ["over a stage", open, "d", "2026-11-12", ["run.moved"]],
    ["back", open, "a", "2026-11-10", ["run.moved"]],
    ["nowhere", open, "b", "2026-11-12", "stage-same"],
    ["to a stage that is not there", open, "z", "2026-11-12", "stage-unknown"],
    ["when closed", shut, "c", "2026-11-22", "run-closed"],
    ["tomorrow", open, "c", "2026-11-26", "occurred-in-future"],
    ["before the run began", open, "c", "2026-10-31", "occurred-before-start"],
    ["before the last move", open, "c", "2026-11-09", "occurred-before-last-move"],
    ["long ago, with an unknown start", undated, "b", "2020-01-01", ["run.moved"]],
  ])("moving %s", (_name, state, to, day, expected) => {
    expect(codeOf(decideMove(state, abc, { to, deviation: null, occurred: on(day) }, today))).toEqual(
      expected,
    );
  });

  it("says what a move is, and keeps a reason only for what needs one", () => {
    expect(["a", "c", "d"].map((to) => needsReason(open, abc, to))).toEqual(["back", "forward", "skip"]);
    const deviation = { reason: "buyer-asked", note: " " } as const;
    const kept = (to: string) => decideMove(open, abc, { to, deviation, occurred: on("2026-11-12") }, today);
    expect(kept("d")).toMatchObject([
      { from: "b", to: "d", deviation: { reason: "buyer-asked", note: null } },
    ]);
    expect(kept("c")).toMatchObject([{ deviation: null }]);
  });

  describe("past criteria that ask for a reason without proof", () => {
    const asks = (key: string, requirement: "advisory" | "reason" = "reason") => ({
      ...newCriterion(key, { en: key }),
      requirement,
    });
    const asking = version(
      stage("a", [step("a1")], { criteria: [asks("a-proof")] }),
      stage("b", [step("b1")], { criteria: [asks("b-proof"), asks("b-nice", "advisory")] }),
      stage("c", [step("c1")]),
    );
    const at = (...events: Parameters<typeof log>) => project(log(...events), { v1: orderOf(asking) });
    const inA = at(["2026-11-01", opened("a")]);
    const proven = at(
      ["2026-11-01", opened("a")],
      ["2026-11-02", { type: "criterion.evidenced", criterionKey: "a-proof", kind: "document", note: null }],
    );
    const back = at(
      ["2026-11-01", opened("a")],
      ["2026-11-02", moved("a", "b")],
      ["2026-11-03", moved("b", "a")],
    );
    const why = { reason: "buyer-asked", note: null } as const;
    const missing = (state: RunState, to: string | null, deviation: typeof why | null = null) =>
      (refuseExit(state, asking, { to, deviation })?.current as { criteria: string[] } | undefined)
        ?.criteria ?? [];

    it.each([
      ["the stage it leaves", inA, "b", ["a-proof"]],
      ["and those it skips", inA, "c", ["a-proof", "b-proof"]],
      ["not what is proven", proven, "b", []],
      ["but the rest of it", proven, "c", ["b-proof"]],
      ["not where it was before, which also takes a move back", back, "b", []],
      ["only what is new to it", back, "c", ["b-proof"]],
      ["all that a win passes", inA, null, ["a-proof", "b-proof"]],
      ["and only that", at(["2026-11-01", opened("c")]), null, []],
      ["nothing on the way back", at(["2026-11-01", opened("c")]), "a", []],
    ])("asks for %s", (_name, state, to, expected) => {
      expect(missing(state, to)).toEqual(expected);
      expect(missing(state, to, why)).toEqual([]);
    });

    it("keeps the reason on a move forward, too", () => {
      const input = { to: "b", deviation: why, occurred: on("2026-11-12") };
      expect(decideMove(inA, asking, input, today)).toMatchObject([{ deviation: why }]);
      expect(decideMove(proven, asking, input, today)).toMatchObject([{ deviation: null }]);
    });

    it("keeps the reason of a win, and of nothing else", () => {
      const close = (state: RunState, outcome: "won" | "lost") =>
        decideClose(
          state,
          asking,
          { outcome, reason: null, note: null, amount: null, deviation: why, occurred: on("2026-11-12") },
          today,
        );
      expect(close(inA, "won")).toMatchObject([{ outcome: "won", reason: null, deviation: why }]);
      for (const plain of [close(inA, "lost"), close(at(["2026-11-01", opened("c")]), "won")])
        expect(plain).toEqual([expect.not.objectContaining({ deviation: expect.anything() })]);
    });
  });

  it.each([
    ["open", open, "2026-11-25", ["run.closed"]],
    ["closed", shut, "2026-11-25", "run-closed"],
    ["open, in the past", open, "2026-11-09", "occurred-before-last-move"],
    ["open, in the future", open, "2026-11-26", "occurred-in-future"],
  ])("closing what is %s", (_name, state, day, expected) => {
    const input = { outcome: "won", reason: "price", note: "", amount: null, occurred: on(day) } as const;
    const result = decideClose(state, abc, input, today);
    expect(codeOf(result)).toEqual(expected);
    if (!isRefusal(result)) expect(result).toMatchObject([{ reason: null, note: null }]);
  });

  it.each([
    [shut, "b", "2026-11-20", ["run.reopened"]],
    [shut, "b", "2026-11-19", "occurred-before-last-move"],
    [shut, "z", "2026-11-20", "stage-unknown"],
    [open, "b", "2026-11-20", "run-open"],
  ])("reopening %#", (state, stageKey, day, expected) => {
    expect(codeOf(decideReopen(state, abc, { stageKey, occurred: on(day) }, today))).toEqual(expected);
  });

  it("completes, waives and undoes steps", () => {
    const complete = (state: RunState, stepKey: string, day = "2026-11-12") =>
      codeOf(decideCompleteStep(state, abc, { stepKey, activityId: null, occurred: on(day) }, today));
    const waive = (state: RunState, stepKey: string) =>
      codeOf(decideWaiveStep(state, abc, { stepKey, deviation: null, occurred: on("2026-11-12") }, today));
    const undo = (state: RunState, stepKey: string) => codeOf(decideUndoStep(state, { stepKey }));
    const recorded = (...bodies: RunEventBody[]) =>
      project(
        log(
          ["2026-11-01", opened("a")],
          ...bodies.map((body): [string, RunEventBody] => ["2026-11-02", body]),
        ),
        orders,
      );
    expect(complete(open, "c1")).toEqual(["step.completed"]);
    expect(complete(open, "z1")).toBe("step-unknown");
    expect(complete(open, "c1", "2026-11-26")).toBe("occurred-in-future");
    expect(complete(shut, "c1", "2026-11-20")).toEqual(["step.completed"]);
    expect(complete(shut, "c1", "2026-11-21")).toBe("run-closed");
    expect(complete(recorded(done("a1")), "a1")).toEqual([]);
    expect(complete(recorded(waived("a1")), "a1")).toEqual(["step.completed"]);
    expect(waive(open, "c1")).toEqual(["step.waived"]);
    expect(waive(recorded(waived("a1")), "a1")).toEqual([]);
    expect(waive(recorded(done("a1")), "a1")).toBe("step-done");
    expect(undo(recorded(done("a1")), "a1")).toEqual(["step.undone"]);
    expect(undo(open, "a1")).toBe("step-not-recorded");
  });
});

describe("any sequence of accepted decisions", () => {
  const stageKey = fc.constantFrom("a", "b", "c", "d", "unknown");
  const stepKey = fc.constantFrom("a1", "b1", "c1", "unknown");
  const command = fc.record({
    kind: fc.constantFrom("move", "move", "close", "reopen", "complete", "waive", "undo"),
    stageKey,
    stepKey,
    outcome: fc.constantFrom(...OUTCOMES),
    /** Mostly onwards, sometimes back in time, sometimes beyond today. */
    shift: fc.integer({ min: -3, max: 6 }),
    hour: fc.option(fc.integer({ min: 0, max: 22 }), { nil: null }),
  });
  type Command = typeof command extends fc.Arbitrary<infer T> ? T : never;

  function decide(state: RunState, each: Command, day: string): RunEventBody[] | Refusal {
    const at = each.hour === null ? null : `${day}T${String(each.hour).padStart(2, "0")}:00:00.000Z`;
    const occurred = on(day, at);
    const { outcome, stepKey: key } = each;
    switch (each.kind) {
      case "move":
        return decideMove(state, abc, { to: each.stageKey, deviation: null, occurred }, today);
      case "close":
        return decideClose(state, abc, { outcome, reason: null, note: null, amount: null, occurred }, today);
      case "reopen":
        return decideReopen(state, abc, { stageKey: each.stageKey, occurred }, today);
      case "complete":
        return decideCompleteStep(state, abc, { stepKey: key, activityId: null, occurred }, today);
      case "waive":
        return decideWaiveStep(state, abc, { stepKey: key, deviation: null, occurred }, today);
      default:
        return decideUndoStep(state, { stepKey: key });
    }
  }

  it("keeps one open visit while open, never overlaps, and replays to the same state", () => {
    let accepted = 0;
    fc.assert(
      fc.property(fc.array(command, { maxLength: 25 }), fc.boolean(), (commands, startKnown) => {
        const events: RunEvent[] = log(["2026-10-01", opened("a", startKnown)]);
        let state = project(events, orders);
        let day = "2026-10-01";
        for (const each of commands) {
          const when = addDays(day, each.shift);
          const result = decide(state, each, when);
          if (isRefusal(result)) continue;
          if (when > day) day = when;
          for (const body of result) {
            const at = each.hour === null ? null : `${when}T${String(each.hour).padStart(2, "0")}:00:00.000Z`;
            const event = {
              ...body,
              seq: state.seq + 1,
              occurred: on(when, at),
              recordedAt: `${today}T12:00:00Z`,
              actorId: null,
            };
            events.push(event);
            state = apply(state, event, orders);
            accepted += 1;
          }
        }
        expect(project(events, orders)).toEqual(state);
        expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
        const stillOpen = state.visits.filter(({ left }) => left === null);
        expect(stillOpen.length).toBe(state.status === "open" ? 1 : 0);
        expect(state.closed === null).toBe(state.outcome === null);
        if (state.status === "open") expect(openVisit(state)?.stageKey).toBe(state.stageKey);
        for (const [index, visit] of state.visits.entries()) {
          expect(visit.ordinal).toBe(index + 1);
          if (visit.entered && visit.left)
            expect(compareOccurred(visit.entered, visit.left)).toBeLessThanOrEqual(0);
          const next = state.visits[index + 1]?.entered;
          if (visit.left && next) expect(compareOccurred(visit.left, next)).toBeLessThanOrEqual(0);
          expect(visit.left === null).toBe(visit.exit === null);
        }
      }),
      { numRuns: 300 },
    );
    expect(accepted).toBeGreaterThan(300);
  });
});
