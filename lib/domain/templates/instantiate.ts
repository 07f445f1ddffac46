import { emptyDocument, emptyStepFields, newStage } from "../process/blank";
import { copyCriterion, copyStep } from "../process/copy";
import type { Owner, ProcessDocument, Step } from "../process/types";
import type { OwnerSymbol } from "./owners";
import type { ProcessTemplate, TemplateStage, TemplateStep } from "./template";

/**
 * A document of one's own from a template. `resolveOwner` gives the organisation's role or department for a symbol,
 * or null when it has none: the step then has no owner and the check says so. `newKey` is called once per stage,
 * step and criterion with its key in the template, and must give a fresh key each time.
 */
export function instantiate(
  template: ProcessTemplate,
  resolveOwner: (symbol: OwnerSymbol) => Owner | null,
  newKey: (templateKey: string) => string,
): ProcessDocument {
  const { stages } = template.document;
  const fresh = (things: readonly { readonly key: string }[]): Record<string, string> =>
    Object.fromEntries(things.map(({ key }) => [key, newKey(key)]));
  const stepKeys = fresh(stages.flatMap((stage) => stage.steps));
  const criterionKeys = fresh(stages.flatMap((stage) => stage.criteria));
  return {
    ...emptyDocument,
    stages: stages.map((stage) => ({
      ...newStage(newKey(stage.key)),
      name: stage.name,
      buyerStep: stage.buyerStep,
      plannedDays: stage.plannedDays,
      steps: stage.steps.map((step) =>
        copyStep(
          complete(step, stage, resolveOwner),
          stepKeys[step.key] ?? step.key,
          stepKeys,
          criterionKeys,
        ),
      ),
      criteria: stage.criteria.map((criterion) =>
        copyCriterion(criterion, criterionKeys[criterion.key] ?? criterion.key),
      ),
    })),
  };
}

const complete = (
  step: TemplateStep,
  { criteria }: TemplateStage,
  resolveOwner: (symbol: OwnerSymbol) => Owner | null,
): Step => ({
  ...emptyStepFields,
  serves: criteria.map(({ key }) => key),
  ...step,
  owner: step.owner === "run-owner" ? { kind: "run-owner" } : resolveOwner(step.owner),
  supporting: (step.supporting ?? []).flatMap((symbol) => resolveOwner(symbol) ?? []),
});
