import type { Anchor, Window } from "../process/types";
import { MOST_READINGS } from "./near";
import { type Amount, readAmount } from "./read-amount";
import { type AnchorRead, readAnchor, type StepName } from "./read-anchor";
import type { Token } from "./tokens";
import type { Chip, LineContext, Reading } from "./types";
import type { UnitReading } from "./vocabulary";

const ENTRY: Anchor = { kind: "stage-entry" };
const WORDS: Reading = { kind: "words" };

/** WHEN as it stands in the line: an amount, what it counts from, or both. */
export type When = {
  readonly start: number;
  readonly end: number;
  readonly amount: Amount | null;
  readonly named: AnchorRead | null;
  /** No name came before it. */
  readonly first: boolean;
};

/** Finds WHEN at a word, with the number of words it takes; null when the words are only words. */
export function readWhen(
  tokens: readonly Token[],
  at: number,
  steps: readonly StepName[],
  first: boolean,
): [When, number] | null {
  const amount = readAmount(tokens, at);
  const named = readAnchor(tokens, at + (amount?.count ?? 0), steps);
  if (amount ? !amountStands(amount, named, tokens[at + amount.count]) : !anchorStands(named)) return null;
  const count = (amount?.count ?? 0) + (named?.count ?? 0);
  const place = { start: tokens[at]?.start ?? 0, end: tokens[at + count - 1]?.end ?? 0 };
  return [{ ...place, amount, named, first }, count];
}

/** "The 3 days trial" names a step: an amount without a word before it must be tight, anchored or last. */
const amountStands = ({ how, tight }: Amount, named: AnchorRead | null, next: Token | undefined): boolean =>
  how !== "bare" || tight || named !== null || !next || /^[@!#]/.test(next.raw);

/** "Voor de klant" is not "before the step that has to do with the customer". */
const anchorStands = (named: AnchorRead | null): boolean =>
  named !== null &&
  named.anchors.length > 0 &&
  (named.fit === "whole" || (named.fit === "part" && named.certain));

/** The chips of all that a line says about WHEN. An amount and an anchor that stand apart are read together. */
export function windowChips(found: readonly When[], after: LineContext["after"]): Chip[] {
  const amounts = found.filter(({ named }) => named === null);
  const anchors = found.filter(({ amount, first }) => amount === null && !first);
  const [amount, anchor] = [amounts[0], anchors[0]];
  if (found.length !== 2 || !amount?.amount || !anchor?.named)
    return found.map((when) => chipOf(when, after));
  return found.map((when) =>
    when === amount
      ? chipOf({ ...amount, named: anchor.named }, after)
      : chip(when, [{ kind: "joined" }], 0, false),
  );
}

function chipOf(when: When, after: LineContext["after"]): Chip {
  const { amount, named, first } = when;
  if (!amount) return named ? anchorChip(when, named, first) : chip(when, [WORDS], 0, false);
  if (!named) {
    const anchors: Anchor[] = after === null ? [ENTRY] : [ENTRY, { kind: "step", stepKey: after }];
    const readings = readingsOf(amount, anchors, false);
    return chip(when, readings, 0, readings.length > 1);
  }
  const anchors = named.fit === "near" ? [...named.anchors, ENTRY] : named.anchors;
  const readings = readingsOf(amount, anchors, named.before);
  const open = named.fit === "near" || anchors.length > 1;
  return chip(when, readings, open ? null : 0, readings.length > 1 || named.fit === "part");
}

/** "After Intro": any time after it; "vóór demo": before it. */
function anchorChip(place: Place, named: AnchorRead, first: boolean): Chip {
  const windows = named.anchors.slice(0, MOST_READINGS).map((anchor): Reading => {
    const bounds = named.before ? { earliest: null, latest: 0 } : { earliest: 0, latest: null };
    return { kind: "window", window: { anchor, unit: "working-days", ...bounds } };
  });
  const readings = [...windows, WORDS];
  // A line that begins so has no name yet: then it is the name, until the person says otherwise.
  if (first) return chip(place, readings, windows.length, true);
  const open = windows.length > 1 || !named.certain;
  const sure = named.fit === "whole" && !open;
  return chip(place, sure ? windows : readings, open ? null : 0, !sure);
}

type Place = { readonly start: number; readonly end: number };

const chip = (
  { start, end }: Place,
  readings: readonly Reading[],
  taken: number | null,
  assumed: boolean,
): Chip => ({ kind: "window", start, end, readings, taken, assumed: assumed && taken !== null });

/** Each anchor in the first unit, then the other units, the first being the house's habit. */
function readingsOf(amount: Amount, anchors: readonly Anchor[], before: boolean): Reading[] {
  const [habit, ...others] = amount.units;
  const of = (anchor: Anchor, unit: UnitReading | undefined) =>
    unit ? [{ kind: "window", window: windowOf(amount, anchor, unit, before) } as const] : [];
  const likely = anchors.flatMap((anchor) => of(anchor, habit));
  const rest = others.flatMap((unit) => anchors.flatMap((anchor) => of(anchor, unit)));
  return [...likely, ...rest].slice(0, MOST_READINGS);
}

function windowOf(
  { how, low, high }: Amount,
  anchor: Anchor,
  { unit, times }: UnitReading,
  before: boolean,
): Window {
  const [small, large] = [low * times, high * times];
  const base = { anchor, unit };
  if (before) {
    const back = (amount: number) => -amount || 0;
    if (how === "within") return { ...base, earliest: back(large), latest: 0 };
    if (how === "between") return { ...base, earliest: back(large), latest: back(small) };
    if (how === "from") return { ...base, earliest: back(large), latest: null };
    return { ...base, earliest: null, latest: back(large) };
  }
  if (how === "between") return { ...base, earliest: small, latest: large };
  if (how === "from") return { ...base, earliest: small, latest: null };
  // After a step means after it; from a moment on nothing can have been done earlier.
  return { ...base, earliest: how !== "at-latest" && anchor.kind === "step" ? 0 : null, latest: large };
}
