import type { Anchor } from "../process/types";
import { MOST_READINGS } from "./near";
import type { Amount } from "./read-amount";
import type { AnchorRead } from "./read-anchor";
import type { Chip, LineContext, Reading, Span } from "./types";
import { anyTime, windowOf } from "./window-of";

const ENTRY: Anchor = { kind: "stage-entry" };
const WORDS: Reading = { kind: "words" };

type WithAmount = Span & { readonly amount: Amount; readonly goesOn: boolean };
type Named = { readonly named: AnchorRead; readonly namedAt: Span };

/**
 * An amount alone: it counts from the entry of the stage, unless the person prefers the step before it, or the moment
 * with which the line's name begins ("Na de demo bellen binnen 2 wd").
 */
export function amountChip(when: WithAmount, after: LineContext["after"], begun?: AnchorRead): Chip {
  const { amount, goesOn } = when;
  const readings = listed(amount, [
    { anchors: placeOf(after), before: false },
    ...(begun ? [{ anchors: begun.anchors, before: begun.before }] : []),
  ]);
  // "Plan 3d model": only the person knows.
  return amount.weak ? chip(when, [...readings, WORDS], goesOn ? null : 0) : chip(when, readings, 0);
}

/** An amount with what it counts from. What is not certain about that, the alternatives leave to the name. */
export function anchoredChip(
  when: WithAmount & Named,
  after: LineContext["after"],
  where: "beside" | "apart",
): Chip {
  const { amount, named, namedAt, goesOn } = when;
  const { anchors, before } = named;
  const apart = where === "apart";
  const certain = named.fit === "whole" && named.certain && !amount.odd;
  const place = placeOf(after).filter((one) => !anchors.some((other) => isSame(one, other)));
  const readings = listed(amount, [
    { anchors, before },
    ...(certain ? [] : [{ anchors: place, before: false, leaves: namedAt }]),
  ]);
  const unsure = amount.odd || (apart && amount.weak && goesOn);
  const taken = isLikely(named, apart) && !unsure ? 0 : null;
  if (!apart) return chip(when, certain ? readings : [...readings, WORDS], taken);
  const leaves = { start: when.start, end: when.end };
  const anyway = anchors.map((anchor) => windowReading(anyTime(anchor, before), leaves));
  return chip(when, amount.weak ? [...readings, ...anyway] : readings, taken);
}

/** One thing is named, by its name or by part of it; "2 wd voor demo" is likelier before it than for it. */
const isLikely = ({ fit, certain, anchors }: AnchorRead, apart: boolean): boolean =>
  anchors.length === 1 && (fit === "whole" ? certain || !apart : fit === "part" && certain);

/** "After Intro": any time after it; "vóór demo": before it. */
export function anchorChip({ named, first, ...place }: Span & { named: AnchorRead; first: boolean }): Chip {
  const { anchors, before, certain, fit } = named;
  const windows = anchors.slice(0, MOST_READINGS).map((anchor) => windowReading(anyTime(anchor, before)));
  const readings = [...windows, WORDS];
  // A line that begins so has no name yet, and what is only nearly a name is offered: both stay name until chosen.
  if (first || fit === "near") return chip(place, readings, windows.length);
  if (windows.length > 1 || !certain) return chip(place, readings, null);
  return chip(place, fit === "whole" ? windows : readings, 0);
}

/** The words that say what an amount elsewhere in the line counts from. */
export const joinedChip = (place: Span): Chip => chip(place, [{ kind: "joined" }], 0);

const chip = ({ start, end }: Span, readings: readonly Reading[], taken: number | null): Chip => ({
  kind: "window",
  start,
  end,
  readings,
  taken,
  assumed: taken !== null && readings.length > 1,
});

type Group = { readonly anchors: readonly Anchor[]; readonly before: boolean; readonly leaves?: Span };

/** All anchors in the amount's first unit, which is the house's habit, then in the other; the likeliest first. */
const listed = (amount: Amount, groups: readonly Group[]): Reading[] =>
  amount.units
    .flatMap((unit) =>
      groups.flatMap(({ anchors, before, leaves }) =>
        anchors.map((anchor) => windowReading(windowOf(amount, anchor, unit, before), leaves)),
      ),
    )
    .slice(0, MOST_READINGS);

const windowReading = (window: ReturnType<typeof windowOf>, leaves?: Span): Reading => ({
  kind: "window",
  window,
  ...(leaves && { leaves }),
});

const placeOf = (after: LineContext["after"]): Anchor[] =>
  after === null ? [ENTRY] : [ENTRY, { kind: "step", stepKey: after }];

const isSame = (one: Anchor, other: Anchor): boolean =>
  one.kind === "step" && other.kind === "step" ? one.stepKey === other.stepKey : one.kind === other.kind;
