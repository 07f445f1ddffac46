import type { Refusal } from "../shared/result";
import type { Locale } from "../shared/text";
import type { TimingDefaults } from "./types";

/** Everything the check can say, and whether it blocks publishing; each code has a text under `problems`. */
export const PROBLEMS = {
  "no-stage": "error",
  "stage-no-name": "error",
  "stage-no-steps": "error",
  "step-no-name": "error",
  "step-no-owner": "error",
  "owner-unknown": "error",
  "key-step-no-timing": "error",
  "window-impossible": "error",
  "window-before-start": "error",
  "anchor-missing": "error",
  "anchor-circular": "error",
  "criterion-no-text": "error",
  "stage-no-exit": "hint",
  "exit-seller-word": "hint",
  "no-buyer-gain": "hint",
  "many-steps": "hint",
  "window-beyond-stage": "hint",
  "anchor-in-later-stage": "hint",
  "step-name-repeated": "hint",
  "stage-name-repeated": "hint",
  "translation-missing": "hint",
  "translation-behind": "hint",
  "planned-days-missing": "hint",
  "step-serves-nothing": "hint",
  "anchor-conditional": "hint",
  "product-unknown": "hint",
  "planned-far-from-won": "hint",
} as const satisfies Record<string, "error" | "hint">;

export type ProblemCode = keyof typeof PROBLEMS;

/** Where the problem is: the keys lead to the thing, `field` to its input (`name.nl` for one language). */
export type Place = {
  readonly stageKey?: string;
  readonly stepKey?: string;
  readonly criterionKey?: string;
  readonly field?: string;
};

export type Problem = {
  readonly severity: "error" | "hint";
  readonly code: ProblemCode;
  readonly params: NonNullable<Refusal["params"]>;
  readonly place: Place;
};

/** What the organisation has: the owners that a step may name, the languages its people read, and its timing. */
export type Known = {
  readonly roleIds: readonly string[];
  readonly departmentIds: readonly string[];
  readonly locales: readonly Locale[];
  /** The timing that the organisation gives to processes that say nothing themselves. */
  readonly timing: TimingDefaults;
  /** The products that a condition may name; left out where nobody looked. */
  readonly productIds?: readonly string[];
  /** What won deals took per stage of this process, in whole days; left out where nobody looked. */
  readonly won?: Readonly<Record<string, { readonly n: number; readonly median: number }>>;
};

/** Builds a problem; its severity follows from its code. */
export const problem = (code: ProblemCode, place: Place, params: Problem["params"] = {}): Problem => ({
  severity: PROBLEMS[code],
  code,
  params,
  place,
});
