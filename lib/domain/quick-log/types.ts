import type { Channel } from "../process/types";
import type { ActivityKind } from "../run/events";
import type { Day } from "../shared/day";
import type { LocalText } from "../shared/text";
import type { Span } from "../typed-line/types";

/** A step that an activity may fulfil now. */
export type OpenStep = {
  readonly key: string;
  readonly name: LocalText;
  readonly channel: Channel | null;
  /** The one to do next. */
  readonly next: boolean;
};

/** What a line about a deal is read against. Without a deal, steps and criteria are empty. */
export type LogContext = {
  readonly today: Day;
  /** Minutes past midnight on the organisation's clock. */
  readonly minutes: number;
  /** Exit criteria of this stage without evidence. */
  readonly criteria: readonly { readonly key: string; readonly text: LocalText }[];
};

/** One thing that words of the line may mean; `words`: nothing but part of the note. */
export type LogReading =
  | { readonly kind: "kind"; readonly value: ActivityKind }
  | { readonly kind: "reached"; readonly value: boolean }
  /** `minutes` past midnight, or null when only the day is said. */
  | { readonly kind: "when"; readonly day: Day; readonly minutes: number | null }
  | { readonly kind: "criterion"; readonly key: string }
  | { readonly kind: "words" };

/** Words that are more than note: where they stand, what they may mean, what is taken, and whether out of habit. */
export type LogChip = Span & {
  readonly kind: Exclude<LogReading["kind"], "words">;
  readonly readings: readonly LogReading[];
  /** Null while nobody has chosen: then they are only words. */
  readonly taken: number | null;
  readonly assumed: boolean;
};

export type LogLine = { readonly text: string; readonly chips: readonly LogChip[] };
