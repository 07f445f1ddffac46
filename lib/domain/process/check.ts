import { checkAnchors } from "./check-anchors";
import { checkReach } from "./check-conditions";
import { checkCriteria } from "./check-criteria";
import { checkOwner, checkStep } from "./check-step";
import { behindTranslations, isBlank, missingTranslations, repeatsName } from "./check-text";
import { settle } from "./inherit";
import { type Known, type Place, type Problem, problem } from "./problems";
import type { ProcessDocument, Stage, Step } from "./types";

/** From here on a stage is hard to keep in mind: seven, the figure of the design reference. */
const MANY_STEPS = 7;

/** Everything that blocks publishing (errors) or deserves a look (hints), in the order of the document. */
export function checkDocument(doc: ProcessDocument, known: Known): Problem[] {
  if (doc.stages.length === 0) return [problem("no-stage", {})];
  const settled = settle(doc, known.timing);
  const anchors = checkAnchors(settled);
  return settled.stages.flatMap((stage) => [
    ...checkStage(stage, settled, known),
    ...stage.steps.flatMap((step) => {
      const place = { stageKey: stage.key, stepKey: step.key };
      return [
        ...checkStep(step, stage, place, known.locales),
        ...checkOwner(step, place, known),
        ...checkReach(step, stage, settled, place, known),
        ...anchors.filter((found) => found.place.stepKey === step.key),
        ...stepBehind(doc, step, place, known),
      ];
    }),
    ...checkCriteria(stage, known.locales),
    ...stage.criteria.flatMap(({ key, text }) =>
      behindTranslations(
        doc,
        { of: "criterion", key },
        { text },
        { stageKey: stage.key, criterionKey: key },
        known.locales,
      ),
    ),
  ]);
}

function stepBehind(doc: ProcessDocument, step: Step, place: Place, { locales }: Known): Problem[] {
  const { key, name, objective, howTo, buyerAction, buyerGains, desiredResult } = step;
  const texts = { name, objective, howTo, buyerAction, buyerGains, desiredResult };
  return behindTranslations(doc, { of: "step", key }, texts, place, locales);
}

/** A plan is held against won stays from this many on. */
const ENOUGH_WON = 8;
/** Far is both more than so many times and more than so many days away. */
const FAR = { times: 1.5, days: 3 };

/** A plan that the deals that were won did not keep: they are the only measure there is. */
function checkPlan({ key, plannedDays }: Stage, place: Place, { won }: Known): Problem[] {
  const took = won?.[key];
  if (!took || !plannedDays || took.n < ENOUGH_WON) return [];
  const times = Math.max(took.median, plannedDays) / Math.max(1, Math.min(took.median, plannedDays));
  const days = Math.abs(took.median - plannedDays);
  if (times <= FAR.times || days < FAR.days) return [];
  const params = { planned: plannedDays, median: took.median, n: took.n };
  return [problem("planned-far-from-won", { ...place, field: "plannedDays" }, params)];
}

function checkStage(stage: Stage, doc: ProcessDocument, known: Known): Problem[] {
  const place: Place = { stageKey: stage.key };
  const found: Problem[] = [];
  if (isBlank(stage.name)) found.push(problem("stage-no-name", { ...place, field: "name" }));
  if (repeatsName(stage, doc.stages)) found.push(problem("stage-name-repeated", { ...place, field: "name" }));
  if (stage.steps.length === 0) found.push(problem("stage-no-steps", place));
  if (stage.steps.length > MANY_STEPS) {
    found.push(problem("many-steps", place, { count: stage.steps.length, most: MANY_STEPS }));
  }
  if (stage.plannedDays === null)
    found.push(problem("planned-days-missing", { ...place, field: "plannedDays" }));
  found.push(...checkPlan(stage, place, known));
  const { name, buyerStep } = stage;
  return [
    ...found,
    ...missingTranslations({ name, buyerStep }, place, known.locales),
    ...behindTranslations(doc, { of: "stage", key: stage.key }, { name, buyerStep }, place, known.locales),
  ];
}
