import { editDistance } from "../import/fuzzy";
import { plainText } from "./tokens";

/** As many readings as a choice offers. */
export const MOST_READINGS = 8;

/** Things whose name (in either language) is exactly `plain`. */
export const called = <T extends { readonly names: readonly string[] }>(
  things: readonly T[],
  plain: string,
): T[] => things.filter(({ names }) => names.includes(plain));

/** Things with a name in which some word begins with `plain`; a few words match a few words. */
export const beginning = <T extends { readonly names: readonly string[] }>(
  things: readonly T[],
  plain: string,
): T[] => things.filter(({ names }) => names.some((name) => ` ${name}`.includes(` ${plain}`)));

/** Things with a word that is a letter or two away from `plain`: to be offered, never taken. */
export function resembling<T extends { readonly names: readonly string[] }>(
  things: readonly T[],
  plain: string,
): T[] {
  if (plain.length < 3 || plain.length > 40) return [];
  const limit = plain.length < 5 ? 1 : 2;
  const near = (name: string) =>
    [name, ...name.split(" ")].some((word) => editDistance(word, plain, limit) <= limit);
  return things.filter(({ names }) => names.some(near)).slice(0, MOST_READINGS);
}

/** The names of something in both languages, for comparing. */
export const namesOf = ({ en, nl }: { readonly en?: string; readonly nl?: string }): string[] =>
  [en, nl].flatMap((name) => (name ? [plainText(name)] : []));
