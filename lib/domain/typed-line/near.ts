import { editDistance } from "../import/fuzzy";
import { plainText } from "./tokens";

/** As many readings as a choice offers. */
export const MOST_READINGS = 8;

/** A letter typed wrong in a word shorter than this makes another word. */
const SHORTEST_NEAR = 4;
const LONGEST_NEAR = 80;

/** Things with their names in both languages, ready to be compared; made once per line. */
export type Index<T> = {
  readonly names: ReadonlyMap<string, readonly T[]>;
  /** Names of several words, in words. */
  readonly phrases: readonly { readonly words: readonly string[]; readonly things: readonly T[] }[];
  /** Every name and every word of one. */
  readonly words: ReadonlyMap<string, readonly T[]>;
  /** What `resembling` found before: a line may say the same word often. */
  readonly found: Map<string, readonly T[]>;
};

/** An index of things by `name`, in English and Dutch; an empty name is none. */
export function indexOf<T>(
  things: readonly T[],
  nameOf: (thing: T) => { readonly en?: string; readonly nl?: string },
): Index<T> {
  const names = new Map<string, T[]>();
  const words = new Map<string, T[]>();
  const add = (map: Map<string, T[]>, key: string, thing: T) => {
    const there = map.get(key);
    if (!there) map.set(key, [thing]);
    else if (there.at(-1) !== thing) there.push(thing);
  };
  for (const thing of things) {
    const { en, nl } = nameOf(thing);
    for (const name of new Set([en, nl].map((one) => plainText(one ?? "")).filter(Boolean))) {
      add(names, name, thing);
      for (const word of new Set([name, ...name.split(" ")])) add(words, word, thing);
    }
  }
  const phrases = [...names].map(([name, its]) => ({ words: name.split(" "), things: its }));
  return { names, words, phrases: phrases.filter((one) => one.words.length > 1), found: new Map() };
}

/** Things whose name (in either language) is exactly `plain`. */
export const called = <T>({ names }: Index<T>, plain: string): readonly T[] => names.get(plain) ?? [];

/** Things with a name in which some word begins with `plain`; a few words match a few words. */
export const beginning = <T>({ names }: Index<T>, plain: string): T[] =>
  collect(names, (name) => ` ${name}`.includes(` ${plain}`));

/** Things with a word or name that is a letter or two away from `plain`: to be offered, never taken. */
export function resembling<T>({ words, found }: Index<T>, plain: string): readonly T[] {
  const before = found.get(plain);
  if (before) return before;
  const near = collect(words, (word) => isNear(word, plain)).slice(0, MOST_READINGS);
  found.set(plain, near);
  return near;
}

/** The name of several words that these words are, but for a letter or two in all. */
export function resemblingPhrase<T>({ phrases }: Index<T>, typed: readonly string[]): Near<T> {
  let best: Near<T> = { things: [], count: 0 };
  for (const { words, things } of phrases) {
    if (words.length < best.count || words.length > typed.length || !isNearPhrase(words, typed)) continue;
    best = {
      things: words.length === best.count ? [...best.things, ...things] : things,
      count: words.length,
    };
  }
  return best;
}
type Near<T> = { readonly things: readonly T[]; readonly count: number };

/** Word by word, so that a long line is not compared letter by letter with every name. */
function isNearPhrase(words: readonly string[], typed: readonly string[]): boolean {
  let left = 2;
  for (const [at, word] of words.entries()) {
    left -= distance(word, typed[at] ?? "", left);
    if (left < 0) return false;
  }
  return true;
}

/** One or two letters away. */
function isNear(name: string, plain: string): boolean {
  if (Math.min(name.length, plain.length) < SHORTEST_NEAR || plain.length > LONGEST_NEAR) return false;
  const limit = plain.length < 8 ? 1 : 2;
  return distance(name, plain, limit) <= limit;
}

/** Letters that differ; too many where numbers do: "Demo 2" is no misspelt "Demo 1". */
function distance(one: string, other: string, limit: number): number {
  if (one === other) return 0;
  if (Math.abs(one.length - other.length) > limit || digits(one) !== digits(other)) return limit + 1;
  return editDistance(one, other, limit);
}

const digits = (text: string): string => text.replace(/\D+/g, "-");

function collect<T>(map: ReadonlyMap<string, readonly T[]>, fits: (key: string) => boolean): T[] {
  const found = new Set<T>();
  for (const [key, things] of map) if (fits(key)) for (const thing of things) found.add(thing);
  return [...found];
}
