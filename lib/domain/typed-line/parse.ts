import { stepsOf } from "./read-anchor";
import { ownersOf, readOwner } from "./read-owner";
import { readSign } from "./read-sign";
import { readUnknownAnchor } from "./read-unknown";
import { readWhen, type When, windowChips } from "./read-window";
import { tokensOf } from "./tokens";
import type { Chip, LineContext, TypedLine } from "./types";

/**
 * Reads one typed line, English or Dutch: `Call back @inside within 2d !key after intro`. Words that say WHO, WHEN, how
 * heavy or by which channel become chips; all others are the name. Never throws and never guesses in silence: where
 * several readings fit, the chip holds them all, what was taken out of habit says so, and so does what nothing fits.
 */
export function parseLine(text: string, context: LineContext): TypedLine {
  const tokens = tokensOf(text);
  const owners = ownersOf(context);
  const steps = stepsOf(context);
  const chips: Chip[] = [];
  const whens: When[] = [];
  let named = false;
  const unknownAt = (at: number) => readUnknownAnchor(tokens, at, steps, context);
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at];
    if (!token) break;
    const sign = readSign(token);
    const [chip, count] = sign ? [sign, 1] : (readOwner(tokens, at, owners) ?? [null, 1]);
    const [when, words] = chip ? [null, 1] : (readWhen(tokens, at, steps, !named) ?? [null, 1]);
    // A line that begins with "after" has that as its name.
    const [unknown, unread] = chip || when || !named ? [null, 1] : (unknownAt(at) ?? [null, 1]);
    if (chip) chips.push(chip);
    else if (when) whens.push(when);
    else if (unknown) chips.push(unknown);
    else named = true;
    at += Math.max(count, words, unread);
  }
  const all = [...chips, ...windowChips(whens, context.after)];
  return { text, chips: all.sort((one, other) => one.start - other.start) };
}
