import { applyEdit } from "@/lib/domain/process/edit";
import type { Edit } from "@/lib/domain/process/edits";
import { allSteps, findStage, findStep } from "@/lib/domain/process/locate";
import type { Owner, ProcessDocument, Stage } from "@/lib/domain/process/types";
import { isRefusal } from "@/lib/domain/shared/result";

/** A place beyond every end, which means the end. */
export const END = 10_000;

export type Direction = "up" | "down" | "left" | "right";

/**
 * The edit that moves a step one place: up and down within its stage and over its borders, left and right to the
 * stage beside it, at the same height. Null where there is nowhere to go.
 */
export function moveStep(doc: ProcessDocument, stepKey: string, direction: Direction): Edit | null {
  const spot = findStep(doc, stepKey);
  const stageIndex = spot ? (findStage(doc, spot.stage.key)?.index ?? -1) : -1;
  if (!spot || stageIndex < 0) return null;
  const { stage, index } = spot;
  const to = (toStageKey: string, place: number): Edit => ({
    type: "step.move",
    stepKey,
    toStageKey,
    index: place,
  });
  const before = doc.stages[stageIndex - 1];
  const after = doc.stages[stageIndex + 1];
  switch (direction) {
    case "up":
      if (index > 0) return to(stage.key, index - 1);
      return before ? to(before.key, before.steps.length) : null;
    case "down":
      if (index < stage.steps.length - 1) return to(stage.key, index + 1);
      return after ? to(after.key, 0) : null;
    case "left":
      return before ? to(before.key, Math.min(index, before.steps.length)) : null;
    case "right":
      return after ? to(after.key, Math.min(index, after.steps.length)) : null;
  }
}

/**
 * The edits that put steps, in the order of the document, before the step `before` of a stage, or at its end when that
 * is null. Steps that are put themselves do not count as a place: the next one that stays does.
 */
export function putSteps(
  doc: ProcessDocument,
  stepKeys: ReadonlySet<string>,
  toStageKey: string,
  before: string | null,
): Edit[] {
  const target = findStage(doc, toStageKey)?.stage.steps ?? [];
  const from = before === null ? target.length : target.findIndex(({ key }) => key === before);
  const stays =
    target.slice(from < 0 ? target.length : from).find(({ key }) => !stepKeys.has(key))?.key ?? null;
  const edits: Edit[] = [];
  let current = doc;
  for (const { key } of allSteps(doc).filter((step) => stepKeys.has(step.key))) {
    const others = (findStage(current, toStageKey)?.stage.steps ?? []).filter((step) => step.key !== key);
    const index = stays === null ? others.length : others.findIndex((step) => step.key === stays);
    const edit: Edit = { type: "step.move", stepKey: key, toStageKey, index };
    const next = applyEdit(current, edit);
    edits.push(edit);
    // The store refuses the list as a whole, with this reason.
    if (isRefusal(next)) return edits;
    current = next;
  }
  return orderOf(current) === orderOf(doc) ? [] : edits;
}

const orderOf = (doc: ProcessDocument): string =>
  JSON.stringify(doc.stages.map((stage) => stage.steps.map(({ key }) => key)));

/** The edits that move several steps one place together, as `moveStep` moves one; none where there is nowhere to go. */
export function moveSteps(doc: ProcessDocument, stepKeys: ReadonlySet<string>, direction: Direction): Edit[] {
  const steps = allSteps(doc).filter(({ key }) => stepKeys.has(key));
  const lead = direction === "down" ? steps.at(-1) : steps[0];
  if (!lead) return [];
  if (steps.length === 1) return [moveStep(doc, lead.key, direction)].filter((edit) => edit !== null);
  const spot = findStep(doc, lead.key);
  const at = doc.stages.findIndex(({ key }) => key === spot?.stage.key);
  const [stage, previous, following] = [doc.stages[at], doc.stages[at - 1], doc.stages[at + 1]];
  if (!spot || !stage) return [];
  const put = (to: Stage | undefined, before: string | null) =>
    to ? putSteps(doc, stepKeys, to.key, before) : [];
  switch (direction) {
    case "up": {
      const above = stage.steps.slice(0, spot.index).findLast(({ key }) => !stepKeys.has(key));
      return above ? put(stage, above.key) : put(previous, null);
    }
    case "down": {
      const below = stage.steps.slice(spot.index + 1).filter(({ key }) => !stepKeys.has(key));
      return below.length > 0
        ? put(stage, below[1]?.key ?? null)
        : put(following, following?.steps[0]?.key ?? null);
    }
    case "left":
      return put(previous, previous?.steps[spot.index]?.key ?? null);
    case "right":
      return put(following, following?.steps[spot.index]?.key ?? null);
  }
}

/** The steps from one to another in the order of the document, both included: what Shift selects. */
export function stepsBetween(doc: ProcessDocument, one: string, other: string): string[] {
  const keys = allSteps(doc).map(({ key }) => key);
  const [from, to] = [keys.indexOf(one), keys.indexOf(other)].sort((a, b) => a - b);
  return from === undefined || to === undefined || from < 0 ? [other] : keys.slice(from, to + 1);
}

/** The edit that moves a stage one place along the line; null at its ends. */
export function moveStage(doc: ProcessDocument, stageKey: string, by: -1 | 1): Edit | null {
  const spot = findStage(doc, stageKey);
  const index = (spot?.index ?? 0) + by;
  return spot && index >= 0 && index < doc.stages.length ? { type: "stage.move", stageKey, index } : null;
}

/** The owners that steps of the process have most, at most `count`: what a step without one is offered. */
export function usualOwners(doc: ProcessDocument, count: number): Owner[] {
  const times = new Map<string, { owner: Owner; times: number }>();
  for (const { owner } of allSteps(doc)) {
    if (!owner) continue;
    const id = JSON.stringify(owner);
    times.set(id, { owner, times: (times.get(id)?.times ?? 0) + 1 });
  }
  const most = [...times.values()].sort((one, other) => other.times - one.times).map(({ owner }) => owner);
  return most.length > 0 ? most.slice(0, count) : [{ kind: "run-owner" }];
}

/** The step that the arrow keys lead to from this one: above, below, or at the same height in the lane beside it. */
export function neighbour(doc: ProcessDocument, stepKey: string, direction: Direction): string | null {
  const spot = findStep(doc, stepKey);
  if (!spot) return null;
  const { stage, index } = spot;
  if (direction === "up") return stage.steps[index - 1]?.key ?? null;
  if (direction === "down") return stage.steps[index + 1]?.key ?? null;
  const at = doc.stages.findIndex((one) => one.key === stage.key);
  const lanes = direction === "left" ? doc.stages.slice(0, at).reverse() : doc.stages.slice(at + 1);
  const lane = lanes.find((one) => one.steps.length > 0);
  return lane?.steps[Math.min(index, lane.steps.length - 1)]?.key ?? null;
}
