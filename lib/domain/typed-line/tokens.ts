import type { Span } from "./types";

/** A word of the line. `plain` has no case, accents or closing comma; quoted words are only ever words. */
export type Token = Span & { readonly raw: string; readonly plain: string; readonly quoted: boolean };

/** Without case, accents and the punctuation that closes a word, one space between words: how names are compared. */
export const plainText = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/\s+/)
    .map(withoutClosing)
    .filter(Boolean)
    .join(" ");

/** A loop, for a pattern anchored at the end of a long word would be tried at each of its places. */
function withoutClosing(word: string): string {
  let end = word.length;
  while (end > 0 && ",;:.".includes(word.charAt(end - 1))) end--;
  return word.slice(0, end);
}

/** The words of a line with their places. Text in quotes ("…" or “…”) is one word; \" inside it is a quote. */
export function tokensOf(text: string): Token[] {
  const found = text.matchAll(/"((?:[^"\\]|\\.)*)"|[“„]([^“”„]*)”|\S+/gs);
  return [...found].map((match) => {
    const curly = match[2];
    const inside = match[1]?.replace(/\\(.)/gs, "$1") ?? curly;
    const raw = inside ?? match[0];
    return {
      start: match.index,
      end: match.index + match[0].length,
      raw,
      plain: plainText(raw),
      quoted: inside !== undefined,
    };
  });
}

/** Some words from a place on, as names are compared. */
export const phraseAt = (tokens: readonly Token[], at: number, count: number): string =>
  tokens
    .slice(at, at + count)
    .map(({ plain }) => plain)
    .filter(Boolean)
    .join(" ");

/** The word at a place; empty when there is none or it is in quotes. */
export const wordAt = (tokens: readonly Token[], at: number): string => {
  const token = tokens[at];
  return token && !token.quoted ? token.plain : "";
};

/** The word begins with a sign that the line knows, so no name goes on there. */
export const isSign = ({ raw, quoted }: Token): boolean => !quoted && /^[@!#]/.test(raw);
