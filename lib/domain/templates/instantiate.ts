import { copyCriterion, copyStep } from "../process/copy";
import type { Owner, ProcessDocument, Step } from "../process/types";
import type { OwnerSymbol } from "./owners";
import type { ProcessTemplate, TemplateStep } from "./template";

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
  const { formatVersion, stages } = template.document;
  const stepKeys: Record<string, string> = {};
  for (const step of stages.flatMap((stage) => stage.steps)) stepKeys[step.key] = newKey(step.key);
  return {
    formatVersion,
    stages: stages.map((stage) => ({
      ...stage,
      key: newKey(stage.key),
      steps: stage.steps.map((step) =>
        copyStep(withOwner(step, resolveOwner), stepKeys[step.key] ?? step.key, stepKeys),
      ),
      criteria: stage.criteria.map((criterion) => copyCriterion(criterion, newKey(criterion.key))),
    })),
  };
}

const withOwner = (step: TemplateStep, resolveOwner: (symbol: OwnerSymbol) => Owner | null): Step => ({
  ...step,
  owner: step.owner === "run-owner" ? { kind: "run-owner" } : resolveOwner(step.owner),
});
