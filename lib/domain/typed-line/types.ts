import type { Channel, Importance, Owner, Window } from "../process/types";
import type { LocalText } from "../shared/text";

type Named = { readonly id: string; readonly name: LocalText };

/** What a line is read against: the owners and steps it may name, and the place where its step will stand. */
export type LineContext = {
  readonly roles: readonly Named[];
  readonly departments: readonly Named[];
  /** All steps of the process, in order. */
  readonly steps: readonly { readonly key: string; readonly name: LocalText }[];
  /** Key of the step right before the new one in its stage, or null. */
  readonly after: string | null;
};

/** A part of the line between two places, as typed. */
export type Span = { readonly start: number; readonly end: number };

/**
 * One thing that words of the line may mean. `words`: nothing but part of the name. `joined`: they belong to another
 * chip, as "after intro" does to "within 2d" when other words stand between them. A window may leave words of a chip to
 * the name: in "within 2d after lunch", within two days of entering the stage leaves "after lunch".
 */
export type Reading =
  | { readonly kind: "owner"; readonly owner: Owner }
  | { readonly kind: "window"; readonly window: Window; readonly leaves?: Span }
  | { readonly kind: "importance"; readonly importance: Importance }
  | { readonly kind: "channel"; readonly channel: Channel }
  | { readonly kind: "words" }
  | { readonly kind: "joined" };

export const CHIP_KINDS = ["owner", "window", "importance", "channel"] as const;
export type ChipKind = (typeof CHIP_KINDS)[number];

/** Words of the line that are more than name: where they stand, what they may mean and what is taken. */
export type Chip = {
  readonly kind: ChipKind;
  readonly start: number;
  readonly end: number;
  /** Every reading that fits, the likeliest first. */
  readonly readings: readonly Reading[];
  /** The reading taken; null while the person has to choose. */
  readonly taken: number | null;
  /** Taken because it is the house's habit, and not because the words leave no other reading. */
  readonly assumed: boolean;
  /** A sign or a word like "after" that was followed by nothing known: what is offered is all there is, not what fits. */
  readonly unknown?: true;
};

export type TypedLine = {
  readonly text: string;
  readonly chips: readonly Chip[];
};
