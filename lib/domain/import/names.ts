import { trimmed } from "./empties";

/** Legal forms that a company may be written with or without; only at the end of a name. */
const LEGAL_FORMS = new Set(
  "bv bvba nv vof cv cvba srl sprl sa sas sarl gmbh ag kg ohg ltd limited llc inc incorporated corp plc oy ab as spa".split(
    " ",
  ),
);

/** Lower case, without accents, punctuation and double spaces; "&" counts as a word. */
export function plainName(name: string): string {
  return trimmed(name)
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/(?<=\p{L})[.'’](?=\p{L}|$|\s)/gu, "")
    .replace(/&/g, " & ")
    .replace(/[^\p{L}\p{N}&]+/gu, " ")
    .trim();
}

/**
 * What duplicates are found by: `plainName` without the legal form of a company ("Acme B.V." and "acme" are equal).
 * A name that is nothing else keeps it. Empty for a name without letters or digits.
 */
export function normalName(name: string): string {
  const words = plainName(name).split(" ");
  while (words.length > 1 && LEGAL_FORMS.has(words.at(-1) ?? "")) words.pop();
  return words.join(" ");
}
