import { type Refusal, refuse } from "../shared/result";
import type { LocalText } from "../shared/text";
import { LOCALES } from "../shared/text";
import type { CriterionPatch, EditRefusalCode, StagePatch, StepPatch, TimingPatch } from "./edits";
import { LIMITS } from "./limits";
import type { Condition, Resource, StepWindow, Window } from "./types";

export type BoundsRefusal = Refusal & { readonly code: EditRefusalCode };

/** A refusal whose code is one of the editor's. */
export const refuseEdit = (
  code: EditRefusalCode,
  params?: Refusal["params"],
  field?: string,
): BoundsRefusal => ({
  ...refuse(code, params, field === undefined ? undefined : { field }),
  code,
});

/** The first value of a stage, or of a change to it, that is beyond its limit. */
export const stageBounds = (stage: StagePatch): BoundsRefusal | null =>
  tooLong(stage.name, "name", LIMITS.name) ??
  tooLong(stage.buyerStep, "buyerStep", LIMITS.buyerStep) ??
  timingBounds(stage) ??
  tooMany(stage.entries, "entries");

/** The first value of a level's timing, or of a change to it, that is beyond its limit. */
export const timingBounds = (timing: TimingPatch): BoundsRefusal | null =>
  outOfRange(timing.plannedDays, "plannedDays", 0, LIMITS.plannedDays) ?? stepWindowBounds(timing.stepWindow);

/** The first value of a step, or of a change to it, that is beyond its limit. */
export const stepBounds = (step: StepPatch): BoundsRefusal | null =>
  tooLong(step.name, "name", LIMITS.name) ??
  tooLong(step.objective, "objective", LIMITS.stepText) ??
  tooLong(step.howTo, "howTo", LIMITS.howTo) ??
  tooLong(step.buyerAction, "buyerAction", LIMITS.stepText) ??
  tooLong(step.buyerGains, "buyerGains", LIMITS.buyerGains) ??
  tooLong(step.desiredResult, "desiredResult", LIMITS.stepText) ??
  windowBounds(step.window) ??
  tooMany(step.supporting, "supporting") ??
  tooMany(step.serves, "serves") ??
  tooMany(step.conditions, "conditions") ??
  first(step.conditions?.map(conditionBounds)) ??
  tooMany(step.resources, "resources") ??
  first(step.resources?.map(resourceBounds)) ??
  tooMany(step.entries, "entries");

/** The first value of a criterion, or of a change to it, that is beyond its limit. */
export const criterionBounds = (criterion: CriterionPatch): BoundsRefusal | null =>
  tooLong(criterion.text, "text", LIMITS.criterion);

const windowBounds = (window: Window | null | undefined): BoundsRefusal | null =>
  outOfRange(window?.earliest, "window.earliest", -LIMITS.windowUnits, LIMITS.windowUnits) ??
  outOfRange(window?.latest, "window.latest", -LIMITS.windowUnits, LIMITS.windowUnits);

const stepWindowBounds = (window: StepWindow | null | undefined): BoundsRefusal | null =>
  outOfRange(window?.latest, "stepWindow.latest", 0, LIMITS.windowUnits);

function conditionBounds(condition: Condition): BoundsRefusal | null {
  if (condition.kind === "amount") {
    return (
      outOfRange(condition.from, "conditions", 0, LIMITS.amount) ??
      outOfRange(condition.below, "conditions", 0, LIMITS.amount)
    );
  }
  const { anyOf } = condition;
  const longest = Math.max(0, ...anyOf.map((value) => value.length));
  return (
    tooMany(anyOf, "conditions", LIMITS.conditionValues) ??
    longerThan(longest, LIMITS.conditionValue, "conditions")
  );
}

function resourceBounds(resource: Resource): BoundsRefusal | null {
  if (resource.kind === "question") return tooLong(resource.text, "resources", LIMITS.stepText);
  const label = tooLong(resource.label, "resources", LIMITS.name);
  if (resource.kind === "snippet") return label ?? tooLong(resource.text, "resources", LIMITS.snippet);
  return label ?? longerThan(resource.url.length, LIMITS.url, "resources");
}

const first = (found: readonly (BoundsRefusal | null)[] = []): BoundsRefusal | null =>
  found.find((refusal) => refusal !== null) ?? null;

function tooMany(
  list: readonly unknown[] | undefined,
  field: string,
  limit: number = LIMITS.itemsPerStep,
): BoundsRefusal | null {
  const count = list?.length ?? 0;
  return count > limit ? refuseEdit("too-many-items", { limit, count }, field) : null;
}

const longerThan = (length: number, limit: number, field: string): BoundsRefusal | null =>
  length > limit ? refuseEdit("text-too-long", { limit, length }, field) : null;

function tooLong(text: LocalText | undefined, field: string, limit: number): BoundsRefusal | null {
  for (const locale of LOCALES) {
    const refusal = longerThan(text?.[locale]?.length ?? 0, limit, `${field}.${locale}`);
    if (refusal) return refusal;
  }
  return null;
}

function outOfRange(
  value: number | null | undefined,
  field: string,
  min: number,
  max: number,
): BoundsRefusal | null {
  if (value === null || value === undefined) return null;
  if (Number.isInteger(value) && value >= min && value <= max) return null;
  return refuseEdit("number-out-of-range", { min, max }, field);
}
