import type { LocalText } from "../shared/text";
import { LOCALES } from "../shared/text";
import type { CriterionPatch, StagePatch, StepPatch, TextPatch, TimingPatch } from "./edits";
import { isTextField } from "./text-fields";
import type { ExitCriterion, Stage, Step, TimingDefaults } from "./types";

/** The text with the patched languages replaced; an empty string takes the language out. */
export function patchText(text: LocalText, patch: TextPatch | undefined): LocalText {
  if (!patch) return text;
  const merged = { ...text, ...defined(patch) };
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== ""));
}

/** The patch that brings back what `patch` replaces in `text`. */
export const textBefore = (text: LocalText, patch: TextPatch): TextPatch =>
  Object.fromEntries(
    LOCALES.filter((locale) => patch[locale] !== undefined).map((locale) => [locale, text[locale] ?? ""]),
  );

/** The stage with the patch in it. */
export const patchStage = (stage: Stage, patch: StagePatch): Stage => ({
  ...stage,
  ...defined(patch),
  key: stage.key,
  name: patchText(stage.name, patch.name),
  buyerStep: patchText(stage.buyerStep, patch.buyerStep),
  steps: stage.steps,
  criteria: stage.criteria,
});

/** The step with the patch in it. */
export const patchStep = (step: Step, patch: StepPatch): Step => ({
  ...step,
  ...defined(patch),
  key: step.key,
  name: patchText(step.name, patch.name),
  objective: patchText(step.objective, patch.objective),
  howTo: patchText(step.howTo, patch.howTo),
  buyerAction: patchText(step.buyerAction, patch.buyerAction),
  buyerGains: patchText(step.buyerGains, patch.buyerGains),
  desiredResult: patchText(step.desiredResult, patch.desiredResult),
});

/** The process's timing with the patch in it. */
export const patchTiming = (timing: TimingDefaults, patch: TimingPatch): TimingDefaults => ({
  ...timing,
  ...defined(patch),
});

/** The criterion with the patch in it. */
export const patchCriterion = (criterion: ExitCriterion, patch: CriterionPatch): ExitCriterion => ({
  ...criterion,
  ...defined(patch),
  key: criterion.key,
  text: patchText(criterion.text, patch.text),
});

/** The patch that brings back the values which `patch` replaces in `thing` (a stage, step, criterion or the timing). */
export function patchBefore<P extends object>(thing: object, patch: P): P {
  const old = thing as Readonly<Record<string, unknown>>;
  const entries = Object.entries(defined(patch)).map(([field, value]) => [
    field,
    isTextField(field) ? textBefore((old[field] ?? {}) as LocalText, value as TextPatch) : old[field],
  ]);
  return Object.fromEntries(entries) as P;
}

/** The patch without the fields that say nothing. */
export const defined = <T extends object>(patch: T): T =>
  Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as T;
