import { LOCALES, type LocalText } from "./text";

const words = (name: LocalText): string[] =>
  LOCALES.map((locale) => name[locale]?.trim().toLowerCase() ?? "").filter(Boolean);

/** Two names are of one thing when one of the words for it is the same in both, whatever the case and the language. */
export function sameName(one: LocalText, other: LocalText): boolean {
  const known = words(other);
  return words(one).some((word) => known.includes(word));
}

/** The first of `list` that this is a name of, or null. */
export const byName = <T extends { readonly name: LocalText }>(list: readonly T[], name: LocalText) =>
  list.find((one) => sameName(one.name, name)) ?? null;
