import { type Refusal, refuse } from "../shared/result";
import type { LocalText } from "../shared/text";
import { LOCALES } from "../shared/text";
import type { CriterionPatch, EditRefusalCode, StagePatch, StepPatch } from "./edits";
import { LIMITS } from "./limits";
import type { Window } from "./types";

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
  outOfRange(stage.plannedDays, "plannedDays", 0, LIMITS.plannedDays);

/** The first value of a step, or of a change to it, that is beyond its limit. */
export const stepBounds = (step: StepPatch): BoundsRefusal | null =>
  tooLong(step.name, "name", LIMITS.name) ??
  tooLong(step.howTo, "howTo", LIMITS.howTo) ??
  tooLong(step.buyerGains, "buyerGains", LIMITS.buyerGains) ??
  windowBounds(step.window);

/** The first value of a criterion, or of a change to it, that is beyond its limit. */
export const criterionBounds = (criterion: CriterionPatch): BoundsRefusal | null =>
  tooLong(criterion.text, "text", LIMITS.criterion);

const windowBounds = (window: Window | null | undefined): BoundsRefusal | null =>
  outOfRange(window?.earliest, "window.earliest", -LIMITS.windowUnits, LIMITS.windowUnits) ??
  outOfRange(window?.latest, "window.latest", -LIMITS.windowUnits, LIMITS.windowUnits);

function tooLong(text: LocalText | undefined, field: string, limit: number): BoundsRefusal | null {
  for (const locale of LOCALES) {
    const length = text?.[locale]?.length ?? 0;
    if (length > limit) return refuseEdit("text-too-long", { limit, length }, `${field}.${locale}`);
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
