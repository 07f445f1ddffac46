import type { LocalText } from "../shared/text";
import type { ExitCriterion, ProcessDocument, Stage, Step, TimingDefaults } from "./types";

/** A level that leaves timing to the levels above it. */
export const NO_TIMING: TimingDefaults = { plannedDays: null, stepWindow: null };

/** A process without stages, the start of a draft that follows no template. */
export const emptyDocument: ProcessDocument = { formatVersion: 2, timing: NO_TIMING, stages: [] };

/** A stage that only has a name yet, for `stage.add`. */
export const newStage = (key: string, name: LocalText = {}): Stage => ({
  key,
  name,
  buyerStep: {},
  plannedDays: null,
  stepWindow: null,
  entries: [],
  steps: [],
  criteria: [],
});

/** The fields of a step that are empty until somebody has something to say. */
export const emptyStepFields: Pick<
  Step,
  | "objective"
  | "buyerAction"
  | "desiredResult"
  | "supporting"
  | "serves"
  | "conditions"
  | "repeatable"
  | "resources"
  | "entries"
> = {
  objective: {},
  buyerAction: {},
  desiredResult: {},
  supporting: [],
  serves: [],
  conditions: [],
  repeatable: false,
  resources: [],
  entries: [],
};

/** A step that only has a name yet, for `step.add`. */
export const newStep = (key: string, name: LocalText = {}): Step => ({
  key,
  name,
  channel: null,
  owner: null,
  window: null,
  importance: "normal",
  howTo: {},
  buyerGains: {},
  ...emptyStepFields,
});

/** A criterion for `criterion.add`: something the buyer confirms, advisory. */
export const newCriterion = (key: string, text: LocalText = {}): ExitCriterion => ({
  key,
  text,
  evidence: "buyer-confirmed",
  requirement: "advisory",
});
