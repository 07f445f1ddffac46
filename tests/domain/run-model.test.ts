import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decideEvidence, decideWithdraw } from "@/lib/domain/run/decide-criterion";
import { decideExplain, decideExplainMove } from "@/lib/domain/run/decide-explain";
import { decideCompleteStep, decideUndoStep, decideWaiveStep } from "@/lib/domain/run/decide-step";
import { decideSwitch } from "@/lib/domain/run/decide-switch";
import { decideClose, decideMove, decideReopen, refuseExit } from "@/lib/domain/run/decide-turn";
import { decideUndoMove } from "@/lib/domain/run/decide-undo-move";
import { CLOSE_REASONS, type Deviation, type DeviationRef, OUTCOMES } from "@/lib/domain/run/events";
import { project } from "@/lib/domain/run/project";
import type { RunState } from "@/lib/domain/run/state";
import { eventsAt } from "@/lib/domain/run/trace";
import { addDays } from "@/lib/domain/shared/day";
import { isRefusal } from "@/lib/domain/shared/result";
import { on } from "./run-fixtures";
import {
  begin,
  CRITERIA,
  command,
  dayRefused,
  last,
  ORDERS,
  type Paper,
  START,
  STEPS,
  TODAY,
  turning,
  unproven,
  VERSIONS,
  type VersionId,
  why,
} from "./run-paper";

/**
 * Whole histories of a deal against a small oracle that knows only what a person would note on paper: where it is, what was
 * done, what was proven, and the last day anything turned. KOERS_HISTORIES asks for more than the suite does.
 */
const HISTORIES = Number(process.env.KOERS_HISTORIES ?? 500);

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
      turning(paper, "move");
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
        turning(paper, "close");
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
      turning(paper, "reopen");
      paper.road.push({ stage: to, exit: null, why: null });
      Object.assign(paper, { at: to, outcome: null, closedOn: null, closedFor: null, turned: when });
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
        paper.turns = [];
        last(paper).exit = "version";
        paper.road.push({ stage: stageTo, exit: null, why: null });
        Object.assign(paper, { at: stageTo, version: to, turned: when });
        return null;
      },
      (state) => decideSwitch(state, { id: to, compiled: VERSIONS[to] }, map, on(when), TODAY),
      when,
    );
  });

const slips = fc
  .record({ wrong: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, fc.constantFrom(-1, 1)), when: day })
  .map(({ wrong, when }) => {
    // Which event it means is only known once the deal is there: the last turn, or one beside it.
    let undo = 0;
    return command(
      `undo the last turn${wrong ? `, ${wrong} beside it` : ""}`,
      (paper) => {
        const turn = paper.turns.at(-1);
        if (!turn || turn.seq !== undo) return "move-not-last";
        paper.turns.pop();
        if (turn.kind !== "close") paper.road.pop();
        if (turn.kind !== "reopen") Object.assign(last(paper), { exit: null, why: null });
        Object.assign(paper, turn.before);
        return null;
      },
      (state) => {
        undo = (state.turn?.seq ?? 1) + wrong;
        return decideUndoMove(state, { undo });
      },
      when,
    );
  });

const afterthoughts = fc
  .record({
    deviation: reason,
    closeReason: fc.option(fc.constantFrom(...CLOSE_REASONS), { nil: null }),
    wrong: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, fc.constant(1)),
    when: day,
  })
  .map(({ deviation, closeReason, wrong, when }) => {
    let move = 0;
    return command(
      `say of the last turn${wrong ? " but one" : ""}: ${why(deviation)}, ${closeReason}`,
      (paper) => {
        const turn = paper.turns.at(-1);
        if (!turn || turn.seq !== move || turn.kind === "reopen") return "deviation-gone";
        const left = paper.road.at(-2);
        if (turn.kind === "close") paper.closedFor = paper.outcome === "won" ? null : closeReason;
        else if (left?.exit === "skip" || left?.exit === "back") left.why = why(deviation);
        return null;
      },
      (state) => {
        move = (state.turn?.seq ?? 1) - wrong;
        return decideExplainMove(state, { move, deviation, closeReason });
      },
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
  slips,
  slips,
  afterthoughts,
  switches,
  completions,
  waivers,
  undoings,
  proofs,
  withdrawals,
  explanations,
];

/** A state apart from the numbers of the events that led to it. */
function unnumbered({ seq: _seq, turn: _turn, steps, criteria, ...state }: RunState) {
  const plain = <T extends { seq: number }>(records: Readonly<Record<string, T>>) =>
    Object.entries(records).map(([key, { seq: _, ...rest }]) => [key, rest]);
  return { ...state, steps: plain(steps), criteria: plain(criteria) };
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
          // And it is the same log without what was undone, and without the undoing.
          const told = eventsAt({ events: real.log }, "2027-12-31");
          expect(told.some(({ type }) => type === "run.move-undone")).toBe(false);
          expect(unnumbered(project(told, ORDERS))).toEqual(unnumbered(real.state));
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
