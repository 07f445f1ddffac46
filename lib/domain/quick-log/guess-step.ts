import { ACTIVITY_KINDS, type ActivityKind } from "../run/events";
import { tokensOf, wordAt } from "../typed-line/tokens";
import { contentWords, likeness } from "./content-words";
import type { OpenStep } from "./types";
import { KIND_WORDS } from "./vocabulary";

/** The kinds that mean nothing was done when the buyer did not take part: a call without answer fulfils no step. */
const NEEDS_BUYER: ReadonlySet<ActivityKind> = new Set(["call", "meeting", "visit", "video"]);

/** Whether a step of another channel may still be meant by the words. */
export type Guess = { readonly stepKey: string; readonly by: "channel" | "words" };

/**
 * The open step that an activity most likely fulfils, with what says so: its channel (or the kind that its name says), or
 * words of the note that stand in its name. The next step goes before others that fit as well. Null when none fits, when
 * it is a note, and for a call, meeting, visit or video without the buyer.
 */
export function guessStep(
  steps: readonly OpenStep[],
  { kind, reached, text }: { readonly kind: ActivityKind; readonly reached: boolean; readonly text: string },
): Guess | null {
  if (kind === "note" || (NEEDS_BUYER.has(kind) && !reached)) return null;
  const words = contentWords(text).filter((word) => !KIND_WORDS.has(word));
  let best: { step: OpenStep; score: number; by: Guess["by"] } | null = null;
  for (const step of steps) {
    const alike = likeness(step.name, words);
    const channel = kindOf(step);
    // A visit that does what a call should have done did it.
    const fits = channel === kind ? 2 : channel === null || alike >= 1 ? 0 : Number.NEGATIVE_INFINITY;
    const score = fits + alike * 1.5 + (step.next ? 0.25 : 0);
    const by = alike > 0 ? "words" : "channel";
    if (fits + alike > 0.5 && (best === null || score > best.score)) best = { step, score, by };
  }
  return best && { stepKey: best.step.key, by: best.by };
}

/** The kind by which a step is done: its channel, or else what its name says. */
function kindOf({ channel, name }: OpenStep): ActivityKind | "other" | null {
  if (channel) return ACTIVITY_KINDS.find((kind) => kind === channel) ?? "other";
  for (const text of [name.en, name.nl]) {
    const tokens = tokensOf(text ?? "");
    const said = tokens.flatMap((_, at) => KIND_WORDS.get(wordAt(tokens, at)) ?? []);
    if (said[0]) return said[0].kind;
  }
  return null;
}
