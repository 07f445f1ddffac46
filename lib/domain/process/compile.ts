import { NO_TIMING } from "./blank";
import { checkDocument } from "./check";
import { settle } from "./inherit";
import type { Known, Problem } from "./problems";
import { groupsInStage } from "./ranks";
import type { ExitCriterion, ProcessDocument, Stage, Step, TimingDefaults } from "./types";

export type CompiledStep = Step & {
  readonly stageKey: string;
  readonly stageIndex: number;
  /**
   * Weak order over the whole process: a step may not come before one of lower rank; equal ranks are free towards
   * each other. Stage index times RANKS_PER_STAGE plus the group inside the stage.
   */
  readonly rank: number;
  /** False for optional steps: those are guided but never missed. */
  readonly required: boolean;
};

export type CompiledStage = Pick<Stage, "key" | "name" | "buyerStep" | "plannedDays" | "entries"> & {
  readonly index: number;
  readonly stepKeys: readonly string[];
  readonly criteria: readonly ExitCriterion[];
};

/**
 * A version as guidance and conformance read it: plain JSON, kept beside the published rows. Find things with
 * `stageOf`, `stepOf` and `stepsIn`.
 */
export type CompiledVersion = {
  readonly formatVersion: 2;
  readonly stages: readonly CompiledStage[];
  readonly steps: readonly CompiledStep[];
  readonly stageAt: Readonly<Record<string, number>>;
  readonly stepAt: Readonly<Record<string, number>>;
};

export const RANKS_PER_STAGE = 1_000;

/**
 * The compiled form of a document, with what it inherits from the organisation's timing written in. Works on a draft
 * with problems too, so that a draft can be replayed.
 */
export function compile(doc: ProcessDocument, organization: TimingDefaults = NO_TIMING): CompiledVersion {
  const settled = settle(doc, organization);
  const stages = settled.stages.map(compileStage);
  const steps = settled.stages.flatMap(compileSteps);
  return { formatVersion: 2, stages, steps, stageAt: positions(stages), stepAt: positions(steps) };
}

/** The compiled form, or all errors that block publishing (hints do not). */
export function publishable(doc: ProcessDocument, known: Known): CompiledVersion | Problem[] {
  const errors = checkDocument(doc, known).filter((problem) => problem.severity === "error");
  return errors.length > 0 ? errors : compile(doc, known.timing);
}

/** The stage with this key, or null when this version has none. */
export const stageOf = (version: CompiledVersion, stageKey: string): CompiledStage | null =>
  Object.hasOwn(version.stageAt, stageKey) ? (version.stages[version.stageAt[stageKey] ?? -1] ?? null) : null;

/** The step with this key, or null when this version has none. */
export const stepOf = (version: CompiledVersion, stepKey: string): CompiledStep | null =>
  Object.hasOwn(version.stepAt, stepKey) ? (version.steps[version.stepAt[stepKey] ?? -1] ?? null) : null;

/** The steps of a stage in their order; none when this version has no such stage. */
export const stepsIn = (version: CompiledVersion, stageKey: string): CompiledStep[] =>
  version.steps.filter((step) => step.stageKey === stageKey);

function compileStage(stage: Stage, index: number): CompiledStage {
  const { key, name, buyerStep, plannedDays, entries, criteria } = stage;
  return {
    key,
    name,
    buyerStep,
    plannedDays,
    entries,
    index,
    stepKeys: stage.steps.map((step) => step.key),
    criteria,
  };
}

function compileSteps(stage: Stage, stageIndex: number): CompiledStep[] {
  const groups = groupsInStage(stage.steps);
  return stage.steps.map((step) => ({
    ...step,
    stageKey: stage.key,
    stageIndex,
    rank: stageIndex * RANKS_PER_STAGE + (groups.get(step.key) ?? 0),
    required: step.importance !== "optional",
  }));
}

const positions = (list: readonly { readonly key: string }[]): Record<string, number> =>
  Object.fromEntries(list.map((item, index) => [item.key, index]));
