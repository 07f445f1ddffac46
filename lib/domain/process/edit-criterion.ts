import { criterionBounds, refuseEdit } from "./bounds";
import type { Edit, EditOutcome } from "./edits";
import { LIMITS } from "./limits";
import { insertAt, removeAt, replaceByKey } from "./lists";
import { findCriterion, findStage } from "./locate";
import { overtaken, unseen } from "./overtaken";
import { patchCriterion } from "./patch";
import type { ExitCriterion, ProcessDocument } from "./types";

export type CriterionEdit = Extract<Edit, { type: `criterion.${string}` }>;

/** Does an exit criterion edit, or says why not. */
export function editCriterion(doc: ProcessDocument, edit: CriterionEdit): EditOutcome {
  if (edit.type === "criterion.add") return addCriterion(doc, edit.stageKey, edit.criterion, edit.index);
  const spot = findCriterion(doc, edit.criterionKey);
  if (!spot) return refuseEdit("criterion-gone");
  const { stage, criterion, index } = spot;
  switch (edit.type) {
    case "criterion.set":
      return (
        criterionBounds(edit.set) ??
        overtaken(criterion, edit) ??
        withCriteria(
          doc,
          stage.key,
          replaceByKey(stage.criteria, criterion.key, (item) => patchCriterion(item, edit.set)),
        )
      );
    case "criterion.move": {
      const target = findStage(doc, edit.toStageKey);
      if (!target) return refuseEdit("stage-gone");
      const elsewhere = target.stage.key !== stage.key;
      if (elsewhere && target.stage.criteria.length >= LIMITS.criteriaPerStage) return tooMany();
      const without = withCriteria(doc, stage.key, removeAt(stage.criteria, index));
      const others = findStage(without, edit.toStageKey)?.stage.criteria ?? [];
      return withCriteria(without, edit.toStageKey, insertAt(others, edit.index, criterion));
    }
    case "criterion.remove":
      return unseen(criterion, edit.was) ?? withCriteria(doc, stage.key, removeAt(stage.criteria, index));
  }
}

function addCriterion(
  doc: ProcessDocument,
  stageKey: string,
  criterion: ExitCriterion,
  index: number,
): EditOutcome {
  const target = findStage(doc, stageKey);
  if (!target) return refuseEdit("stage-gone");
  if (findCriterion(doc, criterion.key)) return refuseEdit("key-taken");
  if (target.stage.criteria.length >= LIMITS.criteriaPerStage) return tooMany();
  return (
    criterionBounds(criterion) ??
    withCriteria(doc, stageKey, insertAt(target.stage.criteria, index, criterion))
  );
}

const tooMany = () => refuseEdit("too-many-criteria", { limit: LIMITS.criteriaPerStage });

const withCriteria = (
  doc: ProcessDocument,
  stageKey: string,
  criteria: readonly ExitCriterion[],
): ProcessDocument => ({
  ...doc,
  stages: replaceByKey(doc.stages, stageKey, (stage) => ({ ...stage, criteria })),
});
