import type { Edit } from "./edits";
import { anchorStep, countedFrom, findCriterion, findStage, findStep } from "./locate";
import type { ProcessDocument, Stage, Step } from "./types";

/**
 * What an edit reads or changes on `doc`, as `kind:key` marks (`order` is the order of the stages). Two edits
 * without a mark in common give the same document in either order; a mark in common is where two people meet.
 */
export function touches(doc: ProcessDocument, edit: Edit): Set<string> {
  return new Set(marks(doc, edit));
}

function marks(doc: ProcessDocument, edit: Edit): string[] {
  switch (edit.type) {
    case "timing.set":
      return ["timing"];
    case "stage.add":
      return ["order", ...wholeStage(edit.stage)];
    case "stage.set":
      return [`stage:${edit.stageKey}`];
    case "stage.move":
      return ["order", `stage:${edit.stageKey}`];
    case "stage.remove":
      return ["order", ...stageMarks(doc, edit.stageKey), ...waiting(doc, stepsOf(doc, edit.stageKey))];
    case "stage.duplicate": {
      const copies = [
        ...Object.values(edit.steps).map(stepMark),
        ...Object.values(edit.criteria).map(criterionMark),
      ];
      return ["order", `stage:${edit.newKey}`, ...copies, ...stageMarks(doc, edit.stageKey)];
    }
    case "step.add":
      return [`stage:${edit.stageKey}`, ...wholeStep(edit.step)];
    case "step.set":
      return [stepMark(edit.stepKey), ...anchorMark(edit.set.window ?? null)];
    case "step.move":
      return [stepMark(edit.stepKey), `stage:${edit.toStageKey}`, ...home(findStep(doc, edit.stepKey))];
    case "step.remove":
      return [stepMark(edit.stepKey), ...home(findStep(doc, edit.stepKey)), ...waiting(doc, [edit.stepKey])];
    case "step.duplicate": {
      const spot = findStep(doc, edit.stepKey);
      return [
        stepMark(edit.newKey),
        stepMark(edit.stepKey),
        ...home(spot),
        ...(spot ? wholeStep(spot.step) : []),
      ];
    }
    case "criterion.add":
      return [`stage:${edit.stageKey}`, criterionMark(edit.criterion.key)];
    case "criterion.set":
      return [criterionMark(edit.criterionKey)];
    case "criterion.move":
      return [
        criterionMark(edit.criterionKey),
        `stage:${edit.toStageKey}`,
        ...home(findCriterion(doc, edit.criterionKey)),
      ];
    case "criterion.remove":
      return [criterionMark(edit.criterionKey), ...home(findCriterion(doc, edit.criterionKey))];
    case "texts.agree":
      return [`${edit.of}:${edit.key}`];
  }
}

const stepMark = (key: string): string => `step:${key}`;
const criterionMark = (key: string): string => `criterion:${key}`;
// A step is only removed when no other counts from it, so those others decide too.
const waiting = (doc: ProcessDocument, stepKeys: readonly string[]): string[] =>
  countedFrom(doc, new Set(stepKeys)).map((step) => stepMark(step.key));
const stepsOf = (doc: ProcessDocument, stageKey: string): string[] =>
  (findStage(doc, stageKey)?.stage.steps ?? []).map((step) => step.key);
const home = (spot: { readonly stage: Stage } | null): string[] => (spot ? [`stage:${spot.stage.key}`] : []);
const anchorMark = (window: Step["window"]): string[] =>
  [anchorStep({ window })].flatMap((key) => key ?? []).map(stepMark);
const wholeStep = (step: Step): string[] => [stepMark(step.key), ...anchorMark(step.window)];
const wholeStage = (stage: Stage): string[] => [
  `stage:${stage.key}`,
  ...stage.steps.flatMap(wholeStep),
  ...stage.criteria.map((criterion) => criterionMark(criterion.key)),
];
const stageMarks = (doc: ProcessDocument, stageKey: string): string[] => {
  const spot = findStage(doc, stageKey);
  return spot ? wholeStage(spot.stage) : [`stage:${stageKey}`];
};
