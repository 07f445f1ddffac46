import { type Amount, readAmount } from "./read-amount";
import { type AnchorRead, readAnchor, type StepIndex } from "./read-anchor";
import { isSign, type Token } from "./tokens";
import type { Chip, LineContext, Span } from "./types";
import { amountChip, anchorChip, anchoredChip, joinedChip } from "./window-chips";

/** WHEN as it stands in the line: an amount, what it counts from, or both. */
export type When = Span & {
  readonly amount: Amount | null;
  readonly named: AnchorRead | null;
  /** Where the words stand that name what it counts from. */
  readonly namedAt: Span;
  /** No name came before it. */
  readonly first: boolean;
  /** More of the name follows right after it. */
  readonly goesOn: boolean;
};

/** Finds WHEN at a word, with the number of words it takes; null when the words are only words. */
export function readWhen(
  tokens: readonly Token[],
  at: number,
  steps: StepIndex,
  first: boolean,
): [When, number] | null {
  const alone = readAnchor(tokens, at, steps);
  const when = (amount: Amount | null, named: AnchorRead | null): [When, number] => {
    const skip = amount?.count ?? 0;
    const count = skip + (named?.count ?? 0);
    const start = tokens[at]?.start ?? 0;
    const end = tokens[at + count - 1]?.end ?? start;
    const next = tokens[at + count];
    const goesOn = next !== undefined && !isSign(next);
    const namedAt = { start: tokens[at + skip]?.start ?? end, end };
    return [{ start, end, amount, named, namedAt, first, goesOn }, count];
  };
  // A step may be called "2 weeks of trial": then "after 2 weeks of trial" names it.
  const amount = alone?.fit === "whole" ? null : readAmount(tokens, at);
  if (amount) {
    const named = afterAmount(tokens, at + amount.count, steps);
    if (amountStands(amount, named, tokens[at + amount.count])) return when(amount, named);
  }
  return alone && anchorStands(alone, first) ? when(null, alone) : null;
}

/**
 * What an amount right before it counts from. "Within 2 days voor de klant" is for the customer, whoever that is; "from"
 * says a moment there, when the name after it is one.
 */
function afterAmount(tokens: readonly Token[], at: number, steps: StepIndex): AnchorRead | null {
  const named = readAnchor(tokens, at, steps);
  if (!named || named.certain) return named;
  if (named.fit === "near") return null;
  return { ...named, certain: !named.before };
}

/** "The 3 days trial" names a step: an amount that may be part of a name must be tight, anchored or last. */
const amountStands = ({ weak, tight, odd }: Amount, named: AnchorRead | null, next?: Token): boolean =>
  !weak || named !== null || (!odd && (tight || !next || isSign(next)));

/** "Voor de klant" is not "before the step that has to do with the customer". */
const anchorStands = ({ anchors, fit, certain }: AnchorRead, first: boolean): boolean =>
  anchors.length > 0 && (fit === "whole" || (certain && !(first && fit === "near")));

/**
 * The chips of all that a line says about WHEN. An amount and an anchor that stand apart are read together. A line that
 * begins with an anchor has that as its name, and an amount may count from it.
 */
export function windowChips(found: readonly When[], after: LineContext["after"]): Chip[] {
  const begun = found.find(({ amount, first }) => !amount && first);
  const rest = found.filter((when) => when !== begun);
  const alone = rest.find(({ amount, named }) => amount && !named);
  const anchor = rest.find(({ amount }) => !amount);
  if (rest.length === 2 && alone?.amount && anchor?.named) {
    const { named, namedAt } = anchor;
    const amount = anchoredChip({ ...alone, amount: alone.amount, named, namedAt }, after, "apart");
    return [amount, joinedChip(anchor), ...(begun ? chipsOf(begun, after) : [])];
  }
  if (rest.length === 1 && alone?.amount && begun?.named)
    return [amountChip({ ...alone, amount: alone.amount }, after, begun.named)];
  return found.flatMap((when) => chipsOf(when, after));
}

function chipsOf({ amount, named, ...when }: When, after: LineContext["after"]): Chip[] {
  if (amount && named) return [anchoredChip({ ...when, amount, named }, after, "beside")];
  if (amount) return [amountChip({ ...when, amount }, after)];
  return named ? [anchorChip({ ...when, named })] : [];
}
