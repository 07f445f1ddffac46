import type { LocalText } from "../shared/text";
import { LOCALES } from "../shared/text";
import { longestIncreasing } from "./lists";
import type { ExitCriterion, ProcessDocument, Stage, Step } from "./types";

export const CHANGES = ["added", "removed", "moved", "retimed", "re-owned", "renamed", "changed"] as const;
export type ChangeKind = (typeof CHANGES)[number];

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

type Placed<T> = { readonly item: T; readonly parent: string };

/** What differs between two documents, by key: first stages, then steps, then criteria, in the new order. */
export function diff(before: ProcessDocument, after: ProcessDocument): Change[] {
  return [
    ...compare(stagesOf(before), stagesOf(after), stageFields).map(
      (found): Change => ({ what: "stage", ...found, stageKey: found.key }),
    ),
    ...compare(stepsOf(before), stepsOf(after), stepFields).map(
      (found): Change => ({ what: "step", ...found }),
    ),
    ...compare(criteriaOf(before), criteriaOf(after), criterionFields).map(
      (found): Change => ({ what: "criterion", ...found }),
    ),
  ];
}

const stagesOf = (doc: ProcessDocument): Placed<Stage>[] => doc.stages.map((item) => ({ item, parent: "" }));
const stepsOf = (doc: ProcessDocument): Placed<Step>[] =>
  doc.stages.flatMap((stage) => stage.steps.map((item) => ({ item, parent: stage.key })));
const criteriaOf = (doc: ProcessDocument): Placed<ExitCriterion>[] =>
  doc.stages.flatMap((stage) => stage.criteria.map((item) => ({ item, parent: stage.key })));

type FieldChange = readonly [field: string, change: ChangeKind, same: boolean];

const stageFields = (one: Stage, other: Stage): FieldChange[] => [
  ["name", "renamed", sameText(one.name, other.name)],
  ["plannedDays", "retimed", one.plannedDays === other.plannedDays],
  ["buyerStep", "changed", sameText(one.buyerStep, other.buyerStep)],
];

const stepFields = (one: Step, other: Step): FieldChange[] => [
  ["name", "renamed", sameText(one.name, other.name)],
  ["window", "retimed", same(one.window, other.window)],
  ["owner", "re-owned", same(one.owner, other.owner)],
  ["channel", "changed", one.channel === other.channel],
  ["importance", "changed", one.importance === other.importance],
  ["howTo", "changed", sameText(one.howTo, other.howTo)],
  ["buyerGains", "changed", sameText(one.buyerGains, other.buyerGains)],
];

const criterionFields = (one: ExitCriterion, other: ExitCriterion): FieldChange[] => [
  ["text", "renamed", sameText(one.text, other.text)],
  ["evidence", "changed", one.evidence === other.evidence],
  ["requirement", "changed", one.requirement === other.requirement],
];

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

/** Moved: in another stage than before, or out of the old order among those that stayed, with the fewest blamed. */
function movedKeys<T extends { readonly key: string }>(
  before: readonly Placed<T>[],
  after: readonly Placed<T>[],
): Set<string> {
  const was = new Map(before.map(({ item, parent }, index) => [item.key, { parent, index }]));
  const moved = new Set<string>();
  const stayed = new Map<string, { key: string; index: number }[]>();
  for (const { item, parent } of after) {
    const old = was.get(item.key);
    if (!old) continue;
    if (old.parent !== parent) moved.add(item.key);
    else stayed.set(parent, [...(stayed.get(parent) ?? []), { key: item.key, index: old.index }]);
  }
  for (const list of stayed.values()) {
    const inOrder = longestIncreasing(list.map((entry) => entry.index));
    list.forEach((entry, at) => {
      if (!inOrder.has(at)) moved.add(entry.key);
    });
  }
  return moved;
}

const sameText = (one: LocalText, other: LocalText): boolean =>
  LOCALES.every((locale) => (one[locale] ?? "") === (other[locale] ?? ""));

/** Equal as data, whatever the order of the fields (a stored document may come back with another one). */
function same(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => same((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key]))
  );
}
