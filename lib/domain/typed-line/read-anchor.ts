import type { Anchor } from "../process/types";
import { beginning, called, type Index, indexOf, resembling, resemblingPhrase } from "./near";
import { isSign, phraseAt, type Token, wordAt } from "./tokens";
import type { LineContext } from "./types";
import { AFTER_WORDS, ARTICLES, BEFORE_WORDS, isCertainly, MOMENTS } from "./vocabulary-time";

/** What a window may count from, as typed. */
export type AnchorRead = {
  readonly before: boolean;
  /** The words before the name can only mean a moment ("vóór"), whereas "voor" is also "for". */
  readonly certain: boolean;
  /** How well the name fits: wholly, by the beginning of a word, or only nearly. */
  readonly fit: "whole" | "part" | "near";
  readonly anchors: readonly Anchor[];
  readonly count: number;
};

type Found = Pick<AnchorRead, "anchors" | "count">;
export type StepIndex = Index<string>;

/** The steps of a context by name; made once per line. */
export function stepsOf({ steps }: LineContext): StepIndex {
  const names = new Map(steps.map(({ key, name }) => [key, name]));
  return indexOf([...names.keys()], (key) => names.get(key) ?? {});
}

/** A step's name is at most this many words of the line. */
const MOST_WORDS = 14;
/** Fewer letters than this are no beginning of a name. */
const SHORTEST_PART = 3;

/** Reads "after Intro", "vóór demo", "before close" at a word; null when nothing is named after such a word. */
export function readAnchor(tokens: readonly Token[], at: number, steps: StepIndex): AnchorRead | null {
  const word = tokens[at];
  const plain = wordAt(tokens, at);
  const before = BEFORE_WORDS.has(plain);
  if (!word || !(before || AFTER_WORDS.has(plain))) return null;
  const starts = ARTICLES.has(wordAt(tokens, at + 1)) ? [1, 2] : [1];
  for (const skip of starts) {
    const named = wholeAt(tokens, at + skip, steps);
    if (!named) continue;
    const moment = named.anchors.every(({ kind }) => kind !== "step");
    const certain = isCertainly(plain, word.raw) || (moment && plain !== "voor");
    return { before, certain, ...named, fit: "whole", count: skip + named.count };
  }
  const skip = starts.length;
  const next = tokens[at + skip];
  if (!next || next.quoted || isSign(next)) return null;
  const base = { before, certain: isCertainly(plain, word.raw) };
  const part = partAt(tokens, at + skip, steps);
  const near = nearAt(tokens, at + skip, steps);
  if (part && part.count >= near.count) return { ...base, ...part, fit: "part", count: skip + part.count };
  return { ...base, ...near, fit: "near", count: skip + near.count };
}

/** The longest run of words that is the whole name of a step or of a moment. */
function wholeAt(tokens: readonly Token[], at: number, steps: StepIndex): Found | null {
  for (let count = Math.min(MOST_WORDS, tokens.length - at); count >= 1; count--) {
    const plain = phraseAt(tokens, at, count);
    const moment = MOMENTS.get(plain);
    const anchors = [...called(steps, plain).map(toStep), ...(moment ? [{ kind: moment }] : [])];
    if (anchors.length > 0) return { anchors, count };
  }
  return null;
}

/** Steps with a word that begins with these words, as many words as still fit some step. */
function partAt(tokens: readonly Token[], at: number, steps: StepIndex): Found | null {
  if (wordAt(tokens, at).length < SHORTEST_PART) return null;
  let fits: readonly string[] = [];
  let count = 0;
  while (count < MOST_WORDS && at + count < tokens.length) {
    const left = beginning(steps, phraseAt(tokens, at, count + 1));
    if (left.length === 0) break;
    fits = left;
    count++;
  }
  return count === 0 ? null : { anchors: fits.map(toStep), count };
}

/** Steps that were probably meant: by a whole name of several words, else by one word. None is an answer too. */
function nearAt(tokens: readonly Token[], at: number, steps: StepIndex): Found {
  const typed = tokens.slice(at, at + MOST_WORDS).map(({ plain }) => plain);
  const { things, count } = resemblingPhrase(steps, typed);
  if (count > 0) return { anchors: things.map(toStep), count };
  return { anchors: resembling(steps, typed[0] ?? "").map(toStep), count: 1 };
}

const toStep = (stepKey: string): Anchor => ({ kind: "step", stepKey });
