import type { ProcessDocument, Stage, Step, StepWindow, TimingDefaults, Window } from "./types";

/** The levels that can say something about timing, from the nearest to the farthest. */
export const TIMING_LEVELS = ["step", "stage", "process", "organization"] as const;
export type TimingLevel = (typeof TIMING_LEVELS)[number];

/** A value and the level that says it. */
export type Inherited<T> = { readonly value: T; readonly from: TimingLevel };

/** What the levels above a stage say: the process, then the organisation. */
type Above = { readonly process: TimingDefaults; readonly organization: TimingDefaults };

/** The window a step is held to: its own, else that of the nearest level that has one, else null. */
export function windowOf(
  step: Pick<Step, "window">,
  stage: Pick<Stage, "stepWindow">,
  { process, organization }: Above,
): Inherited<Window> | null {
  if (step.window) return { value: step.window, from: "step" };
  const found = nearest([
    ["stage", stage.stepWindow],
    ["process", process.stepWindow],
    ["organization", organization.stepWindow],
  ]);
  return found && { ...found, value: sinceEntry(found.value) };
}

/** The days a stage is planned to take: its own, else those of the nearest level that has them. 0 means no plan. */
export const plannedDaysOf = (
  stage: Pick<Stage, "plannedDays">,
  { process, organization }: Above,
): Inherited<number> | null =>
  nearest([
    ["stage", stage.plannedDays],
    ["process", process.plannedDays],
    ["organization", organization.plannedDays],
  ]);

/** The document with what it inherits written where it holds, so that nothing outside can change it any more. */
export function settle(doc: ProcessDocument, organization: TimingDefaults): ProcessDocument {
  const above = { process: doc.timing, organization };
  return {
    ...doc,
    stages: doc.stages.map((stage) => ({
      ...stage,
      plannedDays: plannedDaysOf(stage, above)?.value ?? null,
      steps: stage.steps.map((step) => ({ ...step, window: windowOf(step, stage, above)?.value ?? null })),
    })),
  };
}

function nearest<T>(levels: readonly (readonly [TimingLevel, T | null])[]): Inherited<T> | null {
  for (const [from, value] of levels) if (value !== null) return { value, from };
  return null;
}

// The same window for the same value, so that what compares by identity sees no change where there is none.
const windows = new WeakMap<StepWindow, Window>();

function sinceEntry(given: StepWindow): Window {
  const { unit, latest } = given;
  const window = windows.get(given) ?? { anchor: { kind: "stage-entry" }, unit, earliest: null, latest };
  windows.set(given, window);
  return window;
}
