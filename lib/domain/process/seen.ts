import { equal } from "../shared/equal";
import { LOCALES, type LocalText } from "../shared/text";
import type { Edit, Seen } from "./edits";
import { findCriterion, findStage, findStep } from "./locate";
import { patchBefore } from "./patch";
import { isTextField } from "./text-fields";
import type { ProcessDocument } from "./types";

/**
 * The edit with what its person saw on `doc` of what it replaces or takes away, so that it is refused where a
 * colleague was there first. What it carries already stands: a field that was being typed in was seen earlier.
 */
export function withSeen(doc: ProcessDocument, edit: Edit): Edit {
  switch (edit.type) {
    case "timing.set":
      return { ...edit, was: { ...patchBefore(doc.timing, edit.set), ...edit.was } };
    case "stage.set": {
      const stage = findStage(doc, edit.stageKey)?.stage;
      return stage ? { ...edit, was: { ...patchBefore(stage, edit.set), ...edit.was } } : edit;
    }
    case "step.set": {
      const step = findStep(doc, edit.stepKey)?.step;
      return step ? { ...edit, was: { ...patchBefore(step, edit.set), ...edit.was } } : edit;
    }
    case "criterion.set": {
      const criterion = findCriterion(doc, edit.criterionKey)?.criterion;
      return criterion ? { ...edit, was: { ...patchBefore(criterion, edit.set), ...edit.was } } : edit;
    }
    case "stage.remove": {
      const stage = findStage(doc, edit.stageKey)?.stage;
      return stage
        ? { steps: keysOf(stage.steps), criteria: keysOf(stage.criteria), was: stage, ...edit }
        : edit;
    }
    case "step.remove": {
      const step = findStep(doc, edit.stepKey)?.step;
      return step ? { was: step, ...edit } : edit;
    }
    case "criterion.remove": {
      const criterion = findCriterion(doc, edit.criterionKey)?.criterion;
      return criterion ? { was: criterion, ...edit } : edit;
    }
    default:
      return edit;
  }
}

export const keysOf = (list: readonly { readonly key: string }[]): string[] => list.map(({ key }) => key);

/**
 * The first field (with its language) of a thing that holds neither what `was` says it held nor what `set` puts there;
 * null when nobody came between. Fields that `was` leaves out are not looked at.
 */
export function changedSince(thing: object, set: object, was: Seen = {}): string | null {
  const now = patchBefore(thing, set) as Seen;
  const next = set as Seen;
  for (const field of Object.keys(now)) {
    if (was[field] === undefined) continue;
    if (!isTextField(field)) {
      if (!equal(now[field], was[field]) && !equal(now[field], next[field])) return field;
      continue;
    }
    const [stands, seen, typed] = [now[field], was[field], next[field]].map((text) => text as LocalText);
    const locale = LOCALES.find(
      (one) => seen?.[one] !== undefined && stands?.[one] !== seen[one] && stands?.[one] !== typed?.[one],
    );
    if (locale) return `${field}.${locale}`;
  }
  return null;
}

/**
 * The first field of a thing that is not what `was` says it was; null when all is as it was seen. Of the steps and criteria
 * of a stage only those that are still in it count: what was taken out is not lost with it, and what came is told apart.
 */
export function changedThing(thing: object, was: Seen): string | null {
  const now = thing as Seen;
  const field = Object.keys(was).find((one) =>
    one === "steps" || one === "criteria"
      ? !sameInside(now[one], was[one])
      : isTextField(one)
        ? !sameText(now[one], was[one])
        : !equal(now[one], was[one]),
  );
  return field ?? null;
}

type Keyed = { readonly key: string };

function sameInside(now: unknown, was: unknown): boolean {
  if (!Array.isArray(now) || !Array.isArray(was)) return true;
  const seen = new Map((was as Keyed[]).map((one) => [one.key, one]));
  return (now as Keyed[]).every((one) => {
    const before = seen.get(one.key);
    return !before || changedThing(one, { ...before }) === null;
  });
}

/** An empty text and none are the same. */
const sameText = (one: unknown, other: unknown): boolean =>
  LOCALES.every(
    (locale) =>
      ((one as LocalText | undefined)?.[locale] ?? "") === ((other as LocalText | undefined)?.[locale] ?? ""),
  );
