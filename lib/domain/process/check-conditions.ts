import { allSteps, anchorStep } from "./locate";
import { type Known, type Place, type Problem, problem } from "./problems";
import type { ProcessDocument, Stage, Step } from "./types";

/** What is doubtful about the runs a step is for, and about the criteria it works towards. */
export function checkReach(
  step: Step,
  stage: Stage,
  doc: ProcessDocument,
  place: Place,
  known: Known,
): Problem[] {
  const found: Problem[] = [];
  const criteria = new Set(doc.stages.flatMap((stage) => stage.criteria.map(({ key }) => key)));
  // A stage without an exit has a hint of its own.
  if (stage.criteria.length > 0 && !step.serves.some((key) => criteria.has(key)))
    found.push(problem("step-serves-nothing", { ...place, field: "serves" }));
  // A window that counts from a step which many runs never have, never begins for them.
  const anchor = allSteps(doc).find(({ key }) => key === anchorStep(step));
  if (anchor && anchor.conditions.length > 0 && step.conditions.length === 0)
    found.push(problem("anchor-conditional", { ...place, field: "window.anchor" }));
  const products = step.conditions.flatMap((one) => (one.kind === "product" ? one.anyOf : []));
  const gone = known.productIds ? products.filter((id) => !known.productIds?.includes(id)) : [];
  if (gone.length > 0)
    found.push(problem("product-unknown", { ...place, field: "conditions" }, { count: gone.length }));
  return found;
}
