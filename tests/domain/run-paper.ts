import type fc from "fast-check";
import { expect } from "vitest";
import { newCriterion } from "@/lib/domain/process/blank";
import { orderOf } from "@/lib/domain/run/decide-turn";
import type { Deviation, Outcome, RunEvent, RunEventBody } from "@/lib/domain/run/events";
import { apply, project } from "@/lib/domain/run/project";
import type { RunState } from "@/lib/domain/run/state";
import { isRefusal, type Refusal } from "@/lib/domain/shared/result";
import { on, stage, step, version } from "./run-fixtures";

export const START = "2026-10-01";
export const TODAY = "2026-12-31";
const asked = (key: string) => ({ ...newCriterion(key), requirement: "reason" as const });
export const VERSIONS = {
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
export type VersionId = keyof typeof VERSIONS;
export const ORDERS = { v1: orderOf(VERSIONS.v1), v2: orderOf(VERSIONS.v2) };
const ASKED: Record<string, string> = { c1: "a", c3: "c" };
export const STEPS: Record<VersionId, readonly string[]> = {
  v1: ["s1", "s2", "s3", "s4"],
  v2: ["s1", "s4", "s5"],
};
export const CRITERIA: Record<VersionId, readonly string[]> = { v1: ["c1", "c2", "c3"], v2: ["c1", "c3"] };

/**
 * A small oracle of a deal: what a person would note on paper about where it is, what was done, what was proven, and the last
 * day anything turned.
 */
export type Paper = {
  version: VersionId;
  at: string;
  outcome: Outcome | null;
  turned: string;
  closedOn: string | null;
  /** The reason given for not winning it. */
  closedFor: string | null;
  steps: Map<string, { status: "done" | "waived"; why: string | null }>;
  proven: Set<string>;
  /** Every stage that was entered, in order, with how it was left and what was said of it. */
  road: { stage: string; exit: string | null; why: string | null }[];
  events: number;
  /** The moves, closes and reopenings that can still be undone, the last one last. */
  turns: {
    seq: number;
    before: Pick<Paper, "at" | "outcome" | "turned" | "closedOn" | "closedFor">;
    kind: "move" | "close" | "reopen";
  }[];
};
export type Real = { state: RunState; log: RunEvent[] };

export const why = (deviation: Deviation | null) => deviation?.reason ?? null;
export const last = (paper: Paper) => {
  const visit = paper.road.at(-1);
  if (!visit) throw new Error("a deal has been somewhere");
  return visit;
};

/** Notes that something turns with the event that comes now; `before` is read off the paper as it stands. */
export function turning(paper: Paper, kind: Paper["turns"][number]["kind"]): void {
  const { at, outcome, turned, closedOn, closedFor } = paper;
  paper.turns.push({ seq: paper.events + 1, before: { at, outcome, turned, closedOn, closedFor }, kind });
}

/** What may go wrong with a day, in the order in which a person is told. */
export function dayRefused(paper: Paper, day: string, turn: boolean): string | null {
  if (day > TODAY) return "occurred-in-future";
  if (day < START) return "occurred-before-start";
  return turn && day < paper.turned ? "occurred-before-last-move" : null;
}

/** Criteria that ask for a reason between the furthest stage the deal has been in and the one it goes to. */
export function unproven(paper: Paper, to: string | null): string[] {
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

export type Command = fc.Command<Paper, Real>;

/** A command that looks ahead on paper, does it, and compares. `expected` gives a refusal, or does it on paper and gives null. */
export function command(
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
    closedFor: state.closeReason,
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
    closedFor: paper.closedFor,
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

/** A deal on the day it was opened, on paper and in the log. */
export function begin(): { model: Paper; real: Real } {
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
      closedFor: null,
      steps: new Map(),
      proven: new Set(),
      road: [{ stage: "a", exit: null, why: null }],
      events: 1,
      turns: [],
    },
    real: { state: project([opened], ORDERS), log: [opened] },
  };
}
