import { LOCALES, type LocalText } from "../shared/text";
import { type HandClock, handClock, type WorkWeek } from "./hand-overs";
import type { ExitCriterion, ProcessDocument, Stage, Step } from "./types";

/** One process of a comparison; `roleId` is the role it is for, which is who owns its runs. */
export type Side = { readonly document: ProcessDocument; readonly roleId: string | null };

/** A thing with the stage it stands in. */
export type In<T> = { readonly stage: Stage; readonly item: T };
/** What both have, and by what it was recognised: a copy keeps its key, what was typed twice has the same name. */
export type Pair<T> = { readonly left: In<T>; readonly right: In<T>; readonly by: "key" | "name" };
export type Halves<T> = {
  readonly shared: readonly Pair<T>[];
  readonly onlyLeft: readonly In<T>[];
  readonly onlyRight: readonly In<T>[];
};

/** Planned calendar days in all, and how many stages have no plan and so are not in it. */
export type Planned = { readonly days: number; readonly without: number };

export type Both<T> = { readonly left: T; readonly right: T };
export type Comparison = {
  readonly steps: Halves<Step>;
  readonly criteria: Halves<ExitCriterion>;
  /** Where the work changes hands, and how long it is in each. */
  readonly hands: Both<HandClock>;
  readonly planned: Both<Planned>;
};

/**
 * Two processes held against each other, their documents settled. Nothing is lost and nothing counted twice: each step and criterion stands
 * in exactly one pair or on one side. Which is called left makes no difference to what is found.
 */
export function compareProcesses(left: Side, right: Side, week: WorkWeek): Comparison {
  const steps = ({ document }: Side) =>
    document.stages.flatMap((stage) => stage.steps.map((item) => ({ stage, item })));
  const criteria = ({ document }: Side) =>
    document.stages.flatMap((stage) => stage.criteria.map((item) => ({ stage, item })));
  const hands = ({ document, roleId }: Side) => handClock(document, { ...week, ownRoleId: roleId });
  return {
    steps: halves(steps(left), steps(right), ({ name }) => name),
    criteria: halves(criteria(left), criteria(right), ({ text }) => text),
    hands: { left: hands(left), right: hands(right) },
    planned: { left: planned(left.document), right: planned(right.document) },
  };
}

function halves<T extends { readonly key: string }>(
  left: readonly In<T>[],
  right: readonly In<T>[],
  textOf: (item: T) => LocalText,
): Halves<T> {
  const partner = new Map<In<T>, Pair<T>>();
  const join = (one: In<T>, other: In<T>, by: "key" | "name") => {
    const pair = { left: one, right: other, by };
    partner.set(one, pair);
    partner.set(other, pair);
  };
  const byKey = new Map(right.map((one) => [one.item.key, one]));
  for (const one of left) {
    const other = byKey.get(one.item.key);
    if (other) join(one, other, "key");
  }
  for (const [one, other] of sameNames(left, right, textOf)) {
    if (!partner.has(one) && !partner.has(other)) join(one, other, "name");
  }
  return {
    shared: left.flatMap((one) => partner.get(one) ?? []),
    onlyLeft: left.filter((one) => !partner.has(one)),
    onlyRight: right.filter((one) => !partner.has(one)),
  };
}

/**
 * Everything that could be a pair by its name, the earliest places first. Two candidates for one thing never have
 * the same sum of places, so the order, and with it the outcome, is the same from either side.
 */
function sameNames<T>(left: readonly In<T>[], right: readonly In<T>[], textOf: (item: T) => LocalText) {
  const places = new Map<string, number[]>();
  right.forEach(({ item }, at) => {
    for (const word of wordsOf(textOf(item))) places.set(word, [...(places.get(word) ?? []), at]);
  });
  return left
    .flatMap((one, at) =>
      [...new Set(wordsOf(textOf(one.item)).flatMap((word) => places.get(word) ?? []))].flatMap((place) => {
        const other = right[place];
        return other ? [{ sum: at + place, pair: [one, other] as const }] : [];
      }),
    )
    .sort((one, other) => one.sum - other.sum)
    .map(({ pair }) => pair);
}

/** The names in each language, as they are compared: `nl:bel de koper`. */
const wordsOf = (text: LocalText): string[] =>
  LOCALES.flatMap((locale) => {
    const words = text[locale]?.trim().toLowerCase().replace(/\s+/g, " ");
    return words ? [`${locale}:${words}`] : [];
  });

function planned({ stages }: ProcessDocument): Planned {
  return {
    days: stages.reduce((sum, { plannedDays }) => sum + (plannedDays ?? 0), 0),
    without: stages.filter(({ plannedDays }) => !plannedDays).length,
  };
}
