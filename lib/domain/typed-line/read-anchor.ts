import type { Anchor } from "../process/types";
import { beginning, called, namesOf, resembling } from "./near";
import type { Token } from "./tokens";
import type { LineContext } from "./types";
import { AFTER_WORDS, ARTICLES, BEFORE_WORDS, isCertainlyBefore, MOMENTS } from "./vocabulary";

/** What a window may count from, as typed. */
export type AnchorRead = {
  readonly before: boolean;
  /** The words can only mean a moment ("vóór"), whereas "voor" is also "for". */
  readonly certain: boolean;
  /** How well the name fits: wholly, by the beginning of a word, or only nearly. */
  readonly fit: "whole" | "part" | "near";
  readonly anchors: readonly Anchor[];
  readonly count: number;
};

export type StepName = { readonly key: string; readonly names: readonly string[] };

/** All steps of a context, ready to be compared; made once per line. */
export const stepsOf = ({ steps }: LineContext): StepName[] =>
  steps.map(({ key, name }) => ({ key, names: namesOf(name) }));

/** A step's name is at most this many words of the line. */
const MOST_WORDS = 14;

/** Reads "after Intro", "vóór demo", "before close" at a word; null when no moment or step is named. */
export function readAnchor(
  tokens: readonly Token[],
  at: number,
  steps: readonly StepName[],
): AnchorRead | null {
  const word = tokens[at];
  if (!word || word.quoted || !(AFTER_WORDS.has(word.plain) || BEFORE_WORDS.has(word.plain))) return null;
  const before = BEFORE_WORDS.has(word.plain);
  const base = { before, certain: !before || isCertainlyBefore(word.raw) };
  const starts = [1, 2].filter((skip) => skip === 1 || ARTICLES.has(tokens[at + 1]?.plain ?? ""));
  for (const skip of starts) {
    const named = wholeAt(tokens, at + skip, steps);
    if (named) return { ...base, ...named, fit: "whole", count: skip + named.count };
  }
  const skip = starts.length;
  const next = tokens[at + skip];
  if (!next || next.quoted || /^[@!#]/.test(next.raw)) return null;
  const part = partAt(tokens, at + skip, steps);
  if (part) return { ...base, ...part, fit: "part", count: skip + part.count };
  const near = resembling(steps, next.plain).map(({ key }) => toStep(key));
  return { ...base, anchors: near, fit: "near", count: skip + 1 };
}

/** The longest run of words that is the whole name of a step or of a moment. */
function wholeAt(tokens: readonly Token[], at: number, steps: readonly StepName[]) {
  for (let count = Math.min(MOST_WORDS, tokens.length - at); count >= 1; count--) {
    const plain = phrase(tokens, at, count);
    const anchors = [...called(steps, plain).map(({ key }) => toStep(key)), ...momentsCalled(plain)];
    if (anchors.length > 0) return { anchors, count };
  }
  return null;
}

/** Steps with a word that begins with these words, as many words as still fit some step. */
function partAt(tokens: readonly Token[], at: number, steps: readonly StepName[]) {
  if ((tokens[at]?.plain.length ?? 0) < 3) return null;
  let fits: readonly StepName[] = steps;
  let count = 0;
  while (count < MOST_WORDS && at + count < tokens.length) {
    const left = beginning(fits, phrase(tokens, at, count + 1));
    if (left.length === 0) break;
    fits = left;
    count++;
  }
  return count === 0 ? null : { anchors: fits.map(({ key }) => toStep(key)), count };
}

const phrase = (tokens: readonly Token[], at: number, count: number): string =>
  tokens
    .slice(at, at + count)
    .map(({ plain }) => plain)
    .join(" ");

const momentsCalled = (plain: string): Anchor[] =>
  (Object.keys(MOMENTS) as (keyof typeof MOMENTS)[])
    .filter((kind) => (MOMENTS[kind] as readonly string[]).includes(plain))
    .map((kind) => ({ kind }));

const toStep = (stepKey: string): Anchor => ({ kind: "step", stepKey });
