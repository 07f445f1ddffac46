import { criterionBounds, refuseEdit, stageBounds, stepBounds } from "./bounds";
import { copyCriterion, copyStep } from "./copy";
import type { Edit, EditOutcome } from "./edits";
import { LIMITS } from "./limits";
import { insertAt, removeAt, replaceByKey } from "./lists";
import { allCriteria, allSteps, anchorStep, countedFrom, findStage } from "./locate";
import { overtaken, unseen } from "./overtaken";
import { patchStage } from "./patch";
import type { ProcessDocument, Stage } from "./types";

export type StageEdit = Extract<Edit, { type: `stage.${string}` }>;

/** Does a stage edit, or says why not. */
export function editStage(doc: ProcessDocument, edit: StageEdit): EditOutcome {
  if (edit.type === "stage.add") return addStage(doc, edit.stage, edit.index);
  const spot = findStage(doc, edit.stageKey);
  if (!spot) return refuseEdit("stage-gone");
  switch (edit.type) {
    case "stage.set":
      return (
        stageBounds(edit.set) ??
        overtaken(spot.stage, edit) ?? {
          ...doc,
          stages: replaceByKey(doc.stages, edit.stageKey, (stage) => patchStage(stage, edit.set)),
        }
      );
    case "stage.move":
      return { ...doc, stages: insertAt(removeAt(doc.stages, spot.index), edit.index, spot.stage) };
    case "stage.remove": {
      const added = [...others(spot.stage.steps, edit.steps), ...others(spot.stage.criteria, edit.criteria)];
      if (added.length > 0) return refuseEdit("stage-grew", { count: added.length });
      const changed = unseen(spot.stage, edit.was);
      if (changed) return changed;
      const waiting = countedFrom(doc, new Set(spot.stage.steps.map((step) => step.key)));
      if (waiting.length > 0) return refuseEdit("step-counted-from", { count: waiting.length });
      return { ...doc, stages: removeAt(doc.stages, spot.index) };
    }
    case "stage.duplicate":
      return addStage(doc, copyStage(spot.stage, edit), spot.index + 1);
  }
}

function addStage(doc: ProcessDocument, stage: Stage, index: number): EditOutcome {
  if (doc.stages.length >= LIMITS.stages) return refuseEdit("too-many-stages", { limit: LIMITS.stages });
  if (stage.steps.length > LIMITS.stepsPerStage)
    return refuseEdit("too-many-steps", { limit: LIMITS.stepsPerStage });
  if (stage.criteria.length > LIMITS.criteriaPerStage) {
    return refuseEdit("too-many-criteria", { limit: LIMITS.criteriaPerStage });
  }
  const after = { ...doc, stages: insertAt(doc.stages, index, stage) };
  if (repeats(after.stages) || repeats(allSteps(after)) || repeats(allCriteria(after)))
    return refuseEdit("key-taken");
  const bounds =
    stageBounds(stage) ?? first(stage.steps.map(stepBounds)) ?? first(stage.criteria.map(criterionBounds));
  if (bounds) return bounds;
  const known = new Set(allSteps(after).map((step) => step.key));
  const anchors = stage.steps.map(anchorStep).filter((key) => key !== null);
  return anchors.every((key) => known.has(key)) ? after : refuseEdit("anchor-gone");
}

/** What a step names in the same stage (the step it counts from, the criteria it serves) is named by its copy. */
function copyStage(stage: Stage, edit: Extract<Edit, { type: "stage.duplicate" }>): Stage {
  const own = <T extends { key: string }>(list: readonly T[], keys: Readonly<Record<string, string>>) =>
    list.filter((item) => Object.hasOwn(keys, item.key));
  return {
    ...stage,
    key: edit.newKey,
    steps: own(stage.steps, edit.steps).map((step) =>
      copyStep(step, edit.steps[step.key] ?? "", edit.steps, edit.criteria),
    ),
    criteria: own(stage.criteria, edit.criteria).map((item) =>
      copyCriterion(item, edit.criteria[item.key] ?? ""),
    ),
  };
}

/** What is in a stage beside what was seen there; nothing when nobody says what was. */
const others = <T extends { readonly key: string }>(list: readonly T[], seen?: readonly string[]): T[] =>
  seen ? list.filter(({ key }) => !seen.includes(key)) : [];

const repeats = (list: readonly { readonly key: string }[]): boolean =>
  new Set(list.map((item) => item.key)).size < list.length;

const first = <T>(list: readonly (T | null)[]): T | null => list.find((item) => item !== null) ?? null;
