import type { ExitCriterion, Step } from "./types";

/** The step under a new key; a window that counts from a step in `keys` counts from the new key there. */
export function copyStep(step: Step, key: string, keys: Readonly<Record<string, string>> = {}): Step {
  const { window } = step;
  if (window?.anchor.kind !== "step" || !Object.hasOwn(keys, window.anchor.stepKey)) return { ...step, key };
  const stepKey = keys[window.anchor.stepKey] ?? window.anchor.stepKey;
  return { ...step, key, window: { ...window, anchor: { kind: "step", stepKey } } };
}

/** The criterion under a new key. */
export const copyCriterion = (criterion: ExitCriterion, key: string): ExitCriterion => ({
  ...criterion,
  key,
});
