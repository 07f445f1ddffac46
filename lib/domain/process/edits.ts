import type { Refusal } from "../shared/result";
import type { LocalText } from "../shared/text";
import type { TextField } from "./text-fields";
import type {
  ExitCriterion,
  ProcessDocument,
  Stage,
  Step,
  StepWindow,
  TextOwner,
  TimingDefaults,
} from "./types";

/** Texts per language to put in place; a language left out stays as it is, an empty string clears it. */
export type TextPatch = LocalText;

export type StagePatch = {
  readonly name?: TextPatch;
  readonly buyerStep?: TextPatch;
  readonly plannedDays?: number | null;
  readonly stepWindow?: StepWindow | null;
  readonly entries?: readonly string[];
};
export type TimingPatch = Partial<TimingDefaults>;
export type StepPatch = Partial<Omit<Step, "key">>;
export type CriterionPatch = Partial<Omit<ExitCriterion, "key">>;

/**
 * What an edit's person saw of the fields it sets, by field: compared with what stands there, never put in place. Edits
 * without it are of an age or a hand that saw nothing, and simply stand.
 */
export type Seen = Readonly<Record<string, unknown>>;

/**
 * Everything a person can do to a draft, as data: browser and server run the same list. Things are addressed by
 * key, never by position, and new keys are made by the caller. `index` is the place among the others, after the
 * thing itself was taken out; a place beyond the end means the end. An add carries the whole thing, so that it is
 * also the way back from a remove.
 */
export type Edit =
  | { readonly type: "timing.set"; readonly set: TimingPatch; readonly was?: Seen }
  | { readonly type: "stage.add"; readonly stage: Stage; readonly index: number }
  | { readonly type: "stage.set"; readonly stageKey: string; readonly set: StagePatch; readonly was?: Seen }
  | { readonly type: "stage.move"; readonly stageKey: string; readonly index: number }
  | {
      readonly type: "stage.remove";
      readonly stageKey: string;
      /** Keys of the steps and criteria the person saw in the stage; with others in it, it stays. */
      readonly steps?: readonly string[];
      readonly criteria?: readonly string[];
      /** What the person saw of it and of what is in it; where a colleague changed any of that since, it stays. */
      readonly was?: Seen;
    }
  | {
      readonly type: "stage.duplicate";
      readonly stageKey: string;
      readonly newKey: string;
      /** New key for each step and criterion the person saw in the stage; what is not listed is not copied. */
      readonly steps: Readonly<Record<string, string>>;
      readonly criteria: Readonly<Record<string, string>>;
    }
  | { readonly type: "step.add"; readonly stageKey: string; readonly index: number; readonly step: Step }
  | { readonly type: "step.set"; readonly stepKey: string; readonly set: StepPatch; readonly was?: Seen }
  | {
      readonly type: "step.move";
      readonly stepKey: string;
      readonly toStageKey: string;
      readonly index: number;
    }
  | {
      readonly type: "step.remove";
      readonly stepKey: string;
      /** What the person saw of it; a step that a colleague changed since stays. So does a criterion. */
      readonly was?: Seen;
    }
  | { readonly type: "step.duplicate"; readonly stepKey: string; readonly newKey: string }
  | {
      readonly type: "criterion.add";
      readonly stageKey: string;
      readonly index: number;
      readonly criterion: ExitCriterion;
    }
  | {
      readonly type: "criterion.set";
      readonly criterionKey: string;
      readonly set: CriterionPatch;
      readonly was?: Seen;
    }
  | {
      readonly type: "criterion.move";
      readonly criterionKey: string;
      readonly toStageKey: string;
      readonly index: number;
    }
  | { readonly type: "criterion.remove"; readonly criterionKey: string; readonly was?: Seen }
  /** The languages of a text say the same as it stands (null), or last did in these words. */
  | (TextOwner & {
      readonly type: "texts.agree";
      readonly field: TextField;
      readonly texts: LocalText | null;
    });

export type EditType = Edit["type"];

/** Why an edit cannot be done; each has a text under `refusals` in every language. */
export const EDIT_REFUSALS = [
  "stage-gone",
  "step-gone",
  "criterion-gone",
  "key-taken",
  "too-many-stages",
  "too-many-steps",
  "too-many-criteria",
  "too-many-items",
  "text-too-long",
  "number-out-of-range",
  "anchor-gone",
  "step-counted-from",
  "changed-meanwhile",
  "stage-grew",
] as const;
export type EditRefusalCode = (typeof EDIT_REFUSALS)[number];

/** A refused edit comes back whole: what was typed is in it and never lost. */
export type EditRefusal = Refusal & { readonly code: EditRefusalCode; readonly edit: Edit };

/** What the parts of the editor give back before the edit is attached. */
export type EditOutcome = ProcessDocument | (Refusal & { readonly code: EditRefusalCode });
