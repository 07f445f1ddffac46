import { findCriterion, findStage, findStep } from "@/lib/domain/process/locate";
import type { Place, Problem } from "@/lib/domain/process/problems";
import type { ProcessDocument } from "@/lib/domain/process/types";

/** What the panel shows. `field` asks for the focus; `asked` grows, so that the same field can be asked for again. */
export type Selection = {
  readonly kind: "step" | "stage";
  readonly key: string;
  readonly field?: string;
  readonly asked?: number;
};

/** The selection that shows the place of a problem. */
export function selectionOf(place: Place, asked: number): Selection | null {
  const { stageKey, stepKey, criterionKey, field } = place;
  if (stepKey) return { kind: "step", key: stepKey, field, asked };
  if (stageKey) {
    const locale = /\.(en|nl)$/.exec(field ?? "")?.[0] ?? "";
    const inside = criterionKey ? `criterion:${criterionKey}${locale}` : field;
    return { kind: "stage", key: stageKey, field: inside, asked };
  }
  return null;
}

/** The selection while what it names is still there. */
export function stillThere(selection: Selection | null, doc: ProcessDocument): Selection | null {
  if (!selection) return null;
  const found = selection.kind === "step" ? findStep(doc, selection.key) : findStage(doc, selection.key);
  return found ? selection : null;
}

/** Where a problem lies, in the words of the document: the stage and the thing itself. */
export function placeOf(problem: Problem, doc: ProcessDocument) {
  const { stageKey, stepKey, criterionKey } = problem.place;
  return {
    stage: stageKey ? (findStage(doc, stageKey)?.stage ?? null) : null,
    step: stepKey ? (findStep(doc, stepKey)?.step ?? null) : null,
    criterion: criterionKey ? (findCriterion(doc, criterionKey)?.criterion ?? null) : null,
  };
}

/** The worst problem of each step and stage, by `kind:key`. Only errors and the absence of an exit mark the line. */
export function marksOf(problems: readonly Problem[]): ReadonlyMap<string, Problem> {
  const marks = new Map<string, Problem>();
  for (const problem of problems) {
    const { stageKey, stepKey } = problem.place;
    const key = stepKey ? `step:${stepKey}` : `stage:${stageKey ?? ""}`;
    const before = marks.get(key);
    if (!before || (before.severity === "hint" && problem.severity === "error")) marks.set(key, problem);
  }
  return marks;
}
