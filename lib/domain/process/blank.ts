import type { LocalText } from "../shared/text";
import type { ExitCriterion, ProcessDocument, Stage, Step } from "./types";

/** A process without stages, the start of a draft that follows no template. */
export const emptyDocument: ProcessDocument = { formatVersion: 1, stages: [] };

/** A stage that only has a name yet, for `stage.add`. */
export const newStage = (key: string, name: LocalText = {}): Stage => ({
  key,
  name,
  buyerStep: {},
  plannedDays: null,
  steps: [],
  criteria: [],
});

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
});

/** A criterion for `criterion.add`: something the buyer confirms, advisory. */
export const newCriterion = (key: string, text: LocalText = {}): ExitCriterion => ({
  key,
  text,
  evidence: "buyer-confirmed",
  requirement: "advisory",
});
