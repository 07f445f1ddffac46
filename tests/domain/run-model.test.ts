import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newCriterion } from "@/lib/domain/process/blank";
import { decideEvidence, decideWithdraw } from "@/lib/domain/run/decide-criterion";
import { decideExplain } from "@/lib/domain/run/decide-explain";
import { decideCompleteStep, decideUndoStep, decideWaiveStep } from "@/lib/domain/run/decide-step";
import { decideSwitch } from "@/lib/domain/run/decide-switch";
import { decideClose, decideMove, decideReopen, orderOf, refuseExit } from "@/lib/domain/run/decide-turn";
import {
  type Deviation,
  type DeviationRef,
  OUTCOMES,
  type Outcome,
  type RunEvent,
  type RunEventBody,
} from "@/lib/domain/run/events";
import { apply, project } from "@/lib/domain/run/project";
import type { RunState } from "@/lib/domain/run/state";
import { addDays } from "@/lib/domain/shared/day";
import { isRefusal, type Refusal } from "@/lib/domain/shared/result";
import { on, stage, step, version } from "./run-fixtures";

/**
 * Whole histories of a deal against a small oracle that knows only what a person would note on paper: where it is, what was
 * done, what was proven, and the last day anything turned. KOERS_HISTORIES asks for more than the suite does.
 */
const HISTORIES = Number(process.env.KOERS_HISTORIES ?? 500);

const START = "2026-10-01";
const TODAY = "2026-12-31";
const asked = (key: string) => ({ ...newCriterion(key), requirement: "reason" as const });
const VERSIONS = {
  v1: version(
    stage("a", [step("s1"), step("s2")], { criteria: [asked("c1")] }),
    stage("b", [step("s3")], { criteria: [newCriterion("c2")] }),
    stage("c", [step("s4")], { criteria: [asked("c3")] }),
    stage("d"),
  ),
  v2: version(
    stage("a", [step("s1")], { criteria: [asked("c1")] }),
    stage("c", [step("s4"), step("s5")], { criteria: [asked("c3")] }),
    stage("e"),
  ),
};
type VersionId = keyof typeof VERSIONS;
const ORDERS = { v1: orderOf(VERSIONS.v1), v2: orderOf(VERSIONS.v2) };
const ASKED: Record<string, string> = { c1: "a", c3: "c" };
const STEPS: Record<VersionId, readonly string[]> = {
  v1: ["s1", "s2", "s3", "s4"],
  v2: ["s1", "s4", "s5"],
};
const CRITERIA: Record<VersionId, readonly string[]> = { v1: ["c1", "c2", "c3"], v2: ["c1", "c3"] };

type Paper = {
  version: VersionId;
  at: string;
  outcome: Outcome | null;
  turned: string;
  closedOn: string | null;
  steps: Map<string, { status: "done" | "waived"; why: string | null }>;
  proven: Set<string>;
  /** Every stage that was entered, in order, with how it was left and what was said of it. */
  road: { stage: string; exit: string | null; why: string | null }[];
  events: number;
};
type Real = { state: RunState; log: RunEvent[] };

const why = (deviation: Deviation | null) => deviation?.reason ?? null;
const last = (paper: Paper) => {
  const visit = paper.road.at(-1);
  if (!visit) throw new Error("a deal has been somewhere");
  return visit;
};

/** What may go wrong with a day, in the order in which a person is told. */
function dayRefused(paper: Paper, day: string, turn: boolean): string | null {
  if (day > TODAY) return "occurred-in-future";
  if (day < START) return "occurred-before-start";
  return turn && day < paper.turned ? "occurred-before-last-move" : null;
}

/** Criteria that ask for a reason between the furthest stage the deal has been in and the one it goes to. */
function unproven(paper: Paper, to: string | null): string[] {
  const order = ORDERS[paper.version];
  const places = paper.road.map(({ stage: key }) => order.indexOf(key));
  const furthest = Math.max(0, ...places, order.indexOf(paper.at));
  const end = to === null ? order.length : Math.max(0, order.indexOf(to));
  return Object.entries(ASKED).flatMap(([key, stageKey]) => {
    const place = order.indexOf(stageKey);
    return place >= furthest && place < end && !paper.proven.has(key) ? [key] : [];
  });
}

/** Sends a decision to the log, or nothing when it is refused; gives the refusal's code. */
function record(real: Real, decided: RunEventBody[] | Refusal, day: string): string | null {
  if (isRefusal(decided)) return decided.code;
  for (const body of decided) {
    const seq = real.log.length + 1;
    const event: RunEvent = {
      ...body,
      seq,
      occurred: on(day),
      recordedAt: `${TODAY}T12:00:00.000Z`,
      actorId: null,
    };
    real.log.push(event);
    real.state = apply(real.state, event, ORDERS);
  }
  return null;
}

type Command = fc.Command<Paper, Real>;

/** A command that looks ahead on paper, does it, and compares. `expected` gives a refusal, or does it on paper and gives null. */
function command(
  name: string,
  expected: (paper: Paper) => string | null,
  decide: (state: RunState, versionId: VersionId) => RunEventBody[] | Refusal,
  day: string,
): Command {
  return {
    check: () => true,
    toString: () => name,
    run: (paper, real) => {
      const decided = decide(real.state, paper.version);
      const before = real.log.length;
      const wanted = expected(paper);
      expect(record(real, decided, day)).toBe(wanted);
      if (wanted !== null) expect(real.log.length).toBe(before);
      paper.events = real.log.length;
      agree(paper, real);
    },
  };
}

function agree(paper: Paper, { state, log }: Real): void {
  expect({
    version: state.versionId,
    at: state.stageKey,
    outcome: state.outcome,
    status: state.status,
    closedOn: state.closedOn,
    steps: Object.fromEntries(
      Object.values(state.steps).map((one) => [one.stepKey, { status: one.status, why: why(one.deviation) }]),
    ),
    proven: Object.keys(state.criteria).sort(),
    road: state.visits.map(({ stageKey, exit, deviation }) => ({
      stage: stageKey,
      exit,
      why: why(deviation),
    })),
  }).toEqual({
    version: paper.version,
    at: paper.at,
    outcome: paper.outcome,
    status: paper.outcome ? "closed" : "open",
    closedOn: paper.closedOn,
    steps: Object.fromEntries(paper.steps),
    proven: [...paper.proven].sort(),
    road: paper.road,
  });
  // No gap in the sequence, visits follow each other, and only the last may still last.
  expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1));
  state.visits.forEach((visit, index) => {
    expect(visit.ordinal).toBe(index + 1);
    const next = state.visits[index + 1];
    if (next) expect((visit.left?.day ?? "") <= (next.entered?.day ?? "")).toBe(true);
    if (visit.left === null) expect(index).toBe(state.visits.length - 1);
  });
}

const day = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: 0, max: 91 }).map((n) => addDays(START, n)) },
  { weight: 1, arbitrary: fc.constantFrom("2026-09-30", "2027-01-01") },
);
const reason = fc.option(
  fc.constantFrom<Deviation>({ reason: "buyer-asked", note: null }, { reason: "process-wrong", note: "so" }),
  { nil: null },
);
const stageKey = fc.constantFrom("a", "b", "c", "d", "e", "nowhere");
const stepKey = fc.constantFrom("s1", "s2", "s3", "s4", "s5", "nothing");
const criterionKey = fc.constantFrom("c1", "c2", "c3", "nothing");

const moves = fc.record({ to: stageKey, deviation: reason, when: day }).map(({ to, deviation, when }) =>
  command(
    `move to ${to} on ${when}, ${why(deviation)}`,
    (paper) => {
      const order = ORDERS[paper.version];
      const missing = unproven(paper, to);
      if (paper.outcome) return "run-closed";
      if (!order.includes(to)) return "stage-unknown";
      if (paper.at === to) return "stage-same";
      const refused = dayRefused(paper, when, true);
      if (refused) return refused;
      if (missing.length > 0 && !deviation) return "exit-needs-reason";
      const step = order.indexOf(to) - order.indexOf(paper.at);
      const exit = step < 0 ? "back" : step > 1 ? "skip" : "forward";
      const said = exit === "forward" && missing.length === 0 ? null : why(deviation);
      Object.assign(last(paper), { exit, why: said });
      paper.road.push({ stage: to, exit: null, why: null });
      paper.at = to;
      paper.turned = when;
      return null;
    },
    (state, versionId) => {
      const input = { to, deviation, occurred: on(when) };
      const decided = decideMove(state, VERSIONS[versionId], input, TODAY);
      if (isRefusal(decided)) return decided;
      return refuseExit(state, VERSIONS[versionId], input) ?? decided;
    },
    when,
  ),
);

const closes = fc
  .record({ outcome: fc.constantFrom(...OUTCOMES), deviation: reason, when: day })
  .map(({ outcome, deviation, when }) =>
    command(
      `close as ${outcome} on ${when}, ${why(deviation)}`,
      (paper) => {
        if (paper.outcome) return "run-closed";
        const refused = dayRefused(paper, when, true);
        if (refused) return refused;
        if (outcome === "won" && unproven(paper, null).length > 0 && !deviation) return "exit-needs-reason";
        last(paper).exit = outcome;
        Object.assign(paper, { outcome, closedOn: when, turned: when });
        return null;
      },
      (state, versionId) => {
        const input = { outcome, reason: null, note: null, amount: null, deviation, occurred: on(when) };
        const decided = decideClose(state, VERSIONS[versionId], input, TODAY);
        if (isRefusal(decided) || outcome !== "won") return decided;
        return refuseExit(state, VERSIONS[versionId], { to: null, deviation }) ?? decided;
      },
      when,
    ),
  );

const reopens = fc.record({ to: stageKey, when: day }).map(({ to, when }) =>
  command(
    `reopen in ${to} on ${when}`,
    (paper) => {
      if (!paper.outcome) return "run-open";
      if (!ORDERS[paper.version].includes(to)) return "stage-unknown";
      const refused = when > TODAY ? "occurred-in-future" : dayRefused(paper, when, true);
      if (refused) return refused;
      paper.road.push({ stage: to, exit: null, why: null });
      Object.assign(paper, { at: to, outcome: null, closedOn: null, turned: when });
      return null;
    },
    (state, versionId) =>
      decideReopen(state, VERSIONS[versionId], { stageKey: to, occurred: on(when) }, TODAY),
    when,
  ),
);

const switches = fc
  .record({ to: fc.constantFrom<VersionId>("v1", "v2"), mapped: fc.boolean(), when: day })
  .map(({ to, mapped, when }) => {
    const map: Record<string, string> = mapped ? { b: "c", d: "e", e: "d" } : {};
    return command(
      `switch to ${to}, ${mapped ? "mapped" : "by key"}, on ${when}`,
      (paper) => {
        if (paper.outcome) return "run-closed";
        if (paper.version === to) return "version-same";
        const stageTo = map[paper.at] ?? paper.at;
        if (!ORDERS[to].includes(stageTo)) return "stage-unmapped";
        const refused = dayRefused(paper, when, true);
        if (refused) return refused;
        last(paper).exit = "version";
        paper.road.push({ stage: stageTo, exit: null, why: null });
        Object.assign(paper, { at: stageTo, version: to, turned: when });
        return null;
      },
      (state) => decideSwitch(state, { id: to, compiled: VERSIONS[to] }, map, on(when), TODAY),
      when,
    );
  });

/** Steps are written down about any stage, also after closing for what happened before it. */
function stepRefused(paper: Paper, key: string, when: string): string | null {
  if (!STEPS[paper.version].includes(key)) return "step-unknown";
  const refused = dayRefused(paper, when, false);
  return refused ?? (paper.closedOn !== null && when > paper.closedOn ? "run-closed" : null);
}

const completions = fc.record({ key: stepKey, when: day }).map(({ key, when }) =>
  command(
    `do ${key} on ${when}`,
    (paper) => {
      const refused = stepRefused(paper, key, when);
      if (refused) return refused;
      paper.steps.set(key, { status: "done", why: null });
      return null;
    },
    (state, versionId) =>
      decideCompleteStep(
        state,
        VERSIONS[versionId],
        { stepKey: key, activityId: null, occurred: on(when) },
        TODAY,
      ),
    when,
  ),
);

const waivers = fc.record({ key: stepKey, deviation: reason, when: day }).map(({ key, deviation, when }) =>
  command(
    `leave ${key} out on ${when}, ${why(deviation)}`,
    (paper) => {
      const refused = stepRefused(paper, key, when);
      if (refused) return refused;
      const status = paper.steps.get(key)?.status;
      if (status === "done") return "step-done";
      if (status === undefined) paper.steps.set(key, { status: "waived", why: why(deviation) });
      return null;
    },
    (state, versionId) =>
      decideWaiveStep(state, VERSIONS[versionId], { stepKey: key, deviation, occurred: on(when) }, TODAY),
    when,
  ),
);

const undoings = fc.record({ key: stepKey, when: day }).map(({ key, when }) =>
  command(
    `undo ${key}`,
    (paper) => (paper.steps.delete(key) ? null : "step-not-recorded"),
    (state) => decideUndoStep(state, { stepKey: key }),
    when,
  ),
);

const proofs = fc.record({ key: criterionKey, when: day }).map(({ key, when }) =>
  command(
    `prove ${key} on ${when}`,
    (paper) => {
      if (!CRITERIA[paper.version].includes(key)) return "criterion-unknown";
      const refused = dayRefused(paper, when, false);
      if (!refused) paper.proven.add(key);
      return refused;
    },
    (state, versionId) =>
      decideEvidence(
        state,
        VERSIONS[versionId],
        { criterionKey: key, kind: "buyer-confirmed", note: null, occurred: on(when) },
        TODAY,
      ),
    when,
  ),
);

const withdrawals = fc.record({ key: criterionKey, when: day }).map(({ key, when }) =>
  command(
    `take the proof of ${key} back`,
    (paper) => (paper.proven.delete(key) ? null : "criterion-not-recorded"),
    (state) => decideWithdraw(state, { criterionKey: key }),
    when,
  ),
);

const about = fc.oneof(
  fc.integer({ min: 1, max: 6 }).map((ordinal): DeviationRef => ({ kind: "visit", ordinal })),
  stepKey.map((key): DeviationRef => ({ kind: "step", stepKey: key })),
);
const explanations = fc.record({ ref: about, deviation: reason, when: day }).map(({ ref, deviation, when }) =>
  command(
    `say why of ${JSON.stringify(ref)}: ${why(deviation)}`,
    (paper) => {
      if (ref.kind === "step") {
        const step = paper.steps.get(ref.stepKey);
        if (step?.status !== "waived") return "deviation-gone";
        step.why = why(deviation);
        return null;
      }
      const visit = paper.road[ref.ordinal - 1];
      if (visit?.exit !== "skip" && visit?.exit !== "back") return "deviation-gone";
      visit.why = why(deviation);
      return null;
    },
    (state) => decideExplain(state, { about: ref, deviation }),
    when,
  ),
);

const COMMANDS = [
  moves,
  moves,
  closes,
  reopens,
  switches,
  completions,
  waivers,
  undoings,
  proofs,
  withdrawals,
  explanations,
];

function begin(): { model: Paper; real: Real } {
  const opened: RunEvent = {
    type: "run.opened",
    versionId: "v1",
    stageKey: "a",
    startKnown: true,
    seq: 1,
    occurred: on(START),
    recordedAt: `${TODAY}T12:00:00.000Z`,
    actorId: null,
  };
  return {
    model: {
      version: "v1",
      at: "a",
      outcome: null,
      turned: START,
      closedOn: null,
      steps: new Map(),
      proven: new Set(),
      road: [{ stage: "a", exit: null, why: null }],
      events: 1,
    },
    real: { state: project([opened], ORDERS), log: [opened] },
  };
}

describe("a deal's history", () => {
  it(
    `agrees with what was noted on paper, in ${HISTORIES} histories`,
    () => {
      fc.assert(
        fc.property(fc.commands(COMMANDS, { maxCommands: 40 }), (commands) => {
          const { model, real } = begin();
          fc.modelRun(() => ({ model, real }), commands);
          // Projected anew, the log says what it said step by step.
          expect(project(real.log, ORDERS)).toEqual(real.state);
        }),
        { numRuns: HISTORIES },
      );
    },
    20_000 + HISTORIES * 20,
  );

  it("would be seen to disagree: a log that forgets one move", () => {
    const { model, real } = begin();
    const forgetful = command(
      "move",
      (paper) => {
        paper.at = "b";
        return null;
      },
      () => [],
      START,
    );
    expect(() => forgetful.run(model, real)).toThrow();
  });
});
