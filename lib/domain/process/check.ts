import { checkAnchors } from "./check-anchors";
import { checkCriteria } from "./check-criteria";
import { checkOwner, checkStep } from "./check-step";
import { isBlank, missingTranslations } from "./check-text";
import { settle } from "./inherit";
import { type Known, type Place, type Problem, problem } from "./problems";
import type { ProcessDocument, Stage } from "./types";

/** From here on a stage is hard to keep in mind: seven, the figure of the design reference. */
const MANY_STEPS = 7;

/** Everything that blocks publishing (errors) or deserves a look (hints), in the order of the document. */
export function checkDocument(doc: ProcessDocument, known: Known): Problem[] {
  if (doc.stages.length === 0) return [problem("no-stage", {})];
  const settled = settle(doc, known.timing);
  const anchors = checkAnchors(settled);
  return settled.stages.flatMap((stage) => [
    ...checkStage(stage, known),
    ...stage.steps.flatMap((step) => {
      const place = { stageKey: stage.key, stepKey: step.key };
      return [
        ...checkStep(step, stage, place, known.locales),
        ...checkOwner(step, place, known),
        ...anchors.filter((found) => found.place.stepKey === step.key),
      ];
    }),
    ...checkCriteria(stage, known.locales),
  ]);
}

function checkStage(stage: Stage, known: Known): Problem[] {
  const place: Place = { stageKey: stage.key };
  const found: Problem[] = [];
  if (isBlank(stage.name)) found.push(problem("stage-no-name", { ...place, field: "name" }));
  if (stage.steps.length === 0) found.push(problem("stage-no-steps", place));
  if (stage.steps.length > MANY_STEPS) {
    found.push(problem("many-steps", place, { count: stage.steps.length, most: MANY_STEPS }));
  }
  if (stage.plannedDays === null)
    found.push(problem("planned-days-missing", { ...place, field: "plannedDays" }));
  const { name, buyerStep } = stage;
  return [...found, ...missingTranslations({ name, buyerStep }, place, known.locales)];
}
