import type { CompiledStep, CompiledVersion } from "../process/compile";
import type { StageVisit } from "../run/events";
import { expectedCloseOf, openVisit, type RunState, type StepRecord } from "../run/state";
import { staysOf } from "../run/visits";
import type { Occurred } from "../shared/day";
import type { Anchors } from "./due-window";
import { compareOccurred } from "./order";

/** Where a run stands towards a step's stage: not reached yet, in it, or past it. */
export type Place = "ahead" | "current" | "passed";

/** What the timing of one step of one run depends on. */
export type StepFacts = {
  readonly record: Pick<StepRecord, "status" | "occurred"> | null;
  readonly place: Place;
  /** Of a step that was done: whether that was before its stage, in it, or after it. */
  readonly doneIn: "before" | "own" | "after" | null;
  /** The stage that the run was in when the step was done, where that was not the step's own; null also when it is not known. */
  readonly doneWhile: string | null;
  /** When the run ended, and whether by winning. A lost run owes only what was due before it ended. */
  readonly closed: { readonly occurred: Occurred; readonly won: boolean } | null;
  readonly anchors: Anchors;
};

/** Benefit of the doubt: on the day of a move, a step without a known moment belongs to both stages. */
const during = (visit: StageVisit, occurred: Occurred): boolean =>
  (visit.entered === null || compareOccurred(visit.entered, occurred) <= 0) &&
  (visit.left === null || compareOccurred(occurred, visit.left) <= 0);

function placeOf(step: CompiledStep, version: CompiledVersion, state: RunState): Place {
  const current = openVisit(state)?.stageKey ?? state.stageKey;
  if (current === step.stageKey) return "current";
  const index = current === null ? -1 : (version.stageAt[current] ?? -1);
  return index > step.stageIndex ? "passed" : "ahead";
}

/** Gives the facts of each step of a version from a run's state. Stages of other versions count by their key. */
export function stepFacts(version: CompiledVersion, state: RunState): (step: CompiledStep) => StepFacts {
  const stays = staysOf(state.visits);
  const closed = state.closed && { occurred: state.closed, won: state.outcome === "won" };
  const done = Object.values(state.steps).filter(({ status }) => status === "done");
  const shared = {
    runStart: state.startKnown ? state.opened : null,
    expectedClose: expectedCloseOf(state),
    steps: new Map(done.map(({ stepKey, occurred }) => [stepKey, occurred])),
  };
  return (step) => {
    const own = stays.filter((visit) => visit.stageKey === step.stageKey);
    const record = state.steps[step.key] ?? null;
    const doneAt = record?.status === "done" ? record.occurred : null;
    const held = doneAt && own.findLast((visit) => during(visit, doneAt));
    return {
      record,
      place: placeOf(step, version, state),
      doneIn: doneAt && (held ? "own" : sideOf(step, version, state, doneAt)),
      doneWhile: doneAt && !held ? stageAt(stays, doneAt) : null,
      closed,
      anchors: { ...shared, stageEntry: (held ?? own.at(-1))?.entered ?? null },
    };
  };
}

/** Done outside its own stage: after it once the run had been in that stage or a later one, else before it. */
function sideOf(
  step: CompiledStep,
  version: CompiledVersion,
  state: RunState,
  doneAt: Occurred,
): "before" | "after" {
  const reached = state.visits.some(
    ({ stageKey, entered }) =>
      (version.stageAt[stageKey] ?? -1) >= step.stageIndex &&
      entered !== null &&
      compareOccurred(entered, doneAt) <= 0,
  );
  return reached ? "after" : "before";
}

/** The stage that a run was in at a moment; null before it is known to have been in any. */
const stageAt = (stays: readonly StageVisit[], moment: Occurred): string | null =>
  stays.findLast(({ entered }) => entered !== null && compareOccurred(entered, moment) <= 0)?.stageKey ??
  null;
