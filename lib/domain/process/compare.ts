import { LOCALES, type LocalText } from "../shared/text";
import type { ExitCriterion, Owner, ProcessDocument, Stage, Step } from "./types";

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

/** Work that goes on with somebody else: the step after which it does, and the one it goes to. */
export type HandOver = { readonly from: In<Step>; readonly to: In<Step> };

/** Planned calendar days in all, and how many stages have no plan and so are not in it. */
export type Planned = { readonly days: number; readonly without: number };

export type Both<T> = { readonly left: T; readonly right: T };
export type Comparison = {
  readonly steps: Halves<Step>;
  readonly criteria: Halves<ExitCriterion>;
  readonly handOvers: Both<readonly HandOver[]>;
  readonly planned: Both<Planned>;
};

/**
 * Two processes held against each other. Nothing is lost and nothing counted twice: each step and criterion stands
 * in exactly one pair or on one side. Which is called left makes no difference to what is found.
 */
export function compareProcesses(left: Side, right: Side): Comparison {
  const steps = ({ document }: Side) =>
    document.stages.flatMap((stage) => stage.steps.map((item) => ({ stage, item })));
  const criteria = ({ document }: Side) =>
    document.stages.flatMap((stage) => stage.criteria.map((item) => ({ stage, item })));
  return {
    steps: halves(steps(left), steps(right), ({ name }) => name),
    criteria: halves(criteria(left), criteria(right), ({ text }) => text),
    handOvers: { left: handOvers(left), right: handOvers(right) },
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

/** Where the owner changes from one step to the next, across stages. A step without an owner hands over nothing. */
function handOvers({ document, roleId }: Side): HandOver[] {
  const owned = document.stages.flatMap((stage) =>
    stage.steps.flatMap((item) => (item.owner ? [{ stage, item, who: whoIs(item.owner, roleId) }] : [])),
  );
  return owned.flatMap(({ who, ...to }, at) => {
    const before = owned[at - 1];
    if (!before || before.who === who) return [];
    return [{ from: { stage: before.stage, item: before.item }, to }];
  });
}

/** Whoever owns the run is somebody of the process's own role. */
function whoIs(owner: Owner, roleId: string | null): string {
  if (owner.kind === "run-owner") return roleId ? `role ${roleId}` : "run-owner";
  return `${owner.kind} ${owner.id}`;
}

function planned({ stages }: ProcessDocument): Planned {
  return {
    days: stages.reduce((sum, { plannedDays }) => sum + (plannedDays ?? 0), 0),
    without: stages.filter(({ plannedDays }) => !plannedDays).length,
  };
}
