import type { ExitCriterion, ProcessDocument, Stage, Step } from "./types";

export type StageSpot = { readonly stage: Stage; readonly index: number };
export type StepSpot = { readonly stage: Stage; readonly step: Step; readonly index: number };
export type CriterionSpot = {
  readonly stage: Stage;
  readonly criterion: ExitCriterion;
  readonly index: number;
};

/** The stage with this key and its position, or null. */
export function findStage(doc: ProcessDocument, stageKey: string): StageSpot | null {
  const index = doc.stages.findIndex((stage) => stage.key === stageKey);
  const stage = doc.stages[index];
  return stage ? { stage, index } : null;
}

/** The step with this key, its stage and its position there, or null. */
export function findStep(doc: ProcessDocument, stepKey: string): StepSpot | null {
  for (const stage of doc.stages) {
    const index = stage.steps.findIndex((step) => step.key === stepKey);
    const step = stage.steps[index];
    if (step) return { stage, step, index };
  }
  return null;
}

/** The exit criterion with this key, its stage and its position there, or null. */
export function findCriterion(doc: ProcessDocument, criterionKey: string): CriterionSpot | null {
  for (const stage of doc.stages) {
    const index = stage.criteria.findIndex((criterion) => criterion.key === criterionKey);
    const criterion = stage.criteria[index];
    if (criterion) return { stage, criterion, index };
  }
  return null;
}

/** All steps in the order of the document. */
export const allSteps = (doc: ProcessDocument): Step[] => doc.stages.flatMap((stage) => stage.steps);

/** All exit criteria in the order of the document. */
export const allCriteria = (doc: ProcessDocument): ExitCriterion[] =>
  doc.stages.flatMap((stage) => stage.criteria);

/** The step a step's window counts from, or null when it counts from something else. */
export const anchorStep = (step: Pick<Step, "window">): string | null =>
  step.window?.anchor.kind === "step" ? step.window.anchor.stepKey : null;

/** Steps outside `stepKeys` whose window counts from one of them. */
export const countedFrom = (doc: ProcessDocument, stepKeys: ReadonlySet<string>): Step[] =>
  allSteps(doc).filter((step) => !stepKeys.has(step.key) && stepKeys.has(anchorStep(step) ?? ""));
