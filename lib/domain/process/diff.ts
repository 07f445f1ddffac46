import {
  CHANGES,
  type ChangeKind,
  criterionFields,
  type FieldChange,
  stageFields,
  stepFields,
} from "./diff-fields";
import { movedKeys, type Placed } from "./diff-moved";
import { alongTheRoute } from "./diff-order";
import type { ExitCriterion, ProcessDocument, Stage, Step } from "./types";

/** One difference. A thing may have several: a step can be moved and retimed. */
export type Change = {
  readonly change: ChangeKind;
  readonly key: string;
  /** Where to show it: the stage in the new document, or in the old one for what was removed. */
  readonly stageKey: string;
  /** The other fields that differ, only for `changed`. */
  readonly fields?: readonly string[];
} & (
  | { readonly what: "stage"; readonly before: Stage | null; readonly after: Stage | null }
  | { readonly what: "step"; readonly before: Step | null; readonly after: Step | null }
  | {
      readonly what: "criterion";
      readonly before: ExitCriterion | null;
      readonly after: ExitCriterion | null;
    }
);

/** What differs between two documents, by key, as one meets it along the route. */
export function diff(before: ProcessDocument, after: ProcessDocument): Change[] {
  return alongTheRoute(before, after, [
    ...compare(stagesOf(before), stagesOf(after), stageFields).map(
      (found): Change => ({ what: "stage", ...found, stageKey: found.key }),
    ),
    ...compare(stepsOf(before), stepsOf(after), stepFields).map(
      (found): Change => ({ what: "step", ...found }),
    ),
    ...compare(criteriaOf(before), criteriaOf(after), criterionFields).map(
      (found): Change => ({ what: "criterion", ...found }),
    ),
  ]);
}

const stagesOf = (doc: ProcessDocument): Placed<Stage>[] => doc.stages.map((item) => ({ item, parent: "" }));
const stepsOf = (doc: ProcessDocument): Placed<Step>[] =>
  doc.stages.flatMap((stage) => stage.steps.map((item) => ({ item, parent: stage.key })));
const criteriaOf = (doc: ProcessDocument): Placed<ExitCriterion>[] =>
  doc.stages.flatMap((stage) => stage.criteria.map((item) => ({ item, parent: stage.key })));

type Found<T> = {
  readonly change: ChangeKind;
  readonly key: string;
  readonly stageKey: string;
  readonly before: T | null;
  readonly after: T | null;
  readonly fields?: readonly string[];
};

function compare<T extends { readonly key: string }>(
  before: readonly Placed<T>[],
  after: readonly Placed<T>[],
  fieldsOf: (one: T, other: T) => FieldChange[],
): Found<T>[] {
  const old = new Map(before.map((placed) => [placed.item.key, placed]));
  const kept = new Set(after.map((placed) => placed.item.key));
  const moved = movedKeys(before, after);
  const now = after.flatMap(({ item, parent }): Found<T>[] => {
    const base = { key: item.key, stageKey: parent, after: item };
    const was = old.get(item.key);
    if (!was) return [{ ...base, change: "added", before: null }];
    const differs = fieldsOf(was.item, item).filter(([, , isSame]) => !isSame);
    const kinds = new Set(differs.map(([, change]) => change));
    const list = CHANGES.filter((change) => kinds.has(change) || (change === "moved" && moved.has(item.key)));
    return list.map((change) => ({
      ...base,
      change,
      before: was.item,
      ...(change === "changed" && {
        fields: differs.filter((d) => d[1] === "changed").map(([field]) => field),
      }),
    }));
  });
  const gone = before
    .filter(({ item }) => !kept.has(item.key))
    .map(
      ({ item, parent }): Found<T> => ({
        change: "removed",
        key: item.key,
        stageKey: parent,
        before: item,
        after: null,
      }),
    );
  return [...now, ...gone];
}
