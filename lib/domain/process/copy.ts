import type { ExitCriterion, Step, Window } from "./types";

type Keys = Readonly<Record<string, string>>;

/**
 * The step under a new key. What it names in `stepKeys` (the step its window counts from) and in `criterionKeys`
 * (the criteria it serves) is named by its new key there.
 */
export const copyStep = (step: Step, key: string, stepKeys: Keys = {}, criterionKeys: Keys = {}): Step => ({
  ...step,
  key,
  window: step.window && copyWindow(step.window, stepKeys),
  serves: step.serves.map((served) => renamed(served, criterionKeys)),
});

const copyWindow = (window: Window, stepKeys: Keys): Window =>
  window.anchor.kind === "step"
    ? { ...window, anchor: { kind: "step", stepKey: renamed(window.anchor.stepKey, stepKeys) } }
    : window;

const renamed = (key: string, keys: Keys): string => (Object.hasOwn(keys, key) ? (keys[key] ?? key) : key);

/** The criterion under a new key. */
export const copyCriterion = (criterion: ExitCriterion, key: string): ExitCriterion => ({
  ...criterion,
  key,
});
