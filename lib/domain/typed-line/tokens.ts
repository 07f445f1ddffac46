import type { Span } from "./types";

/** A word of the line. `plain` has no case and no accents; quoted words are only ever words. */
export type Token = Span & { readonly raw: string; readonly plain: string; readonly quoted: boolean };

/** Without case and accents, one space between words: how names are compared. */
export const plainText = (text: string): string =>
  text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim().replace(/\s+/g, " ");

/** The words of a line with their places. Text in double quotes is one word; \" inside it is a quote. */
export function tokensOf(text: string): Token[] {
  const found = text.matchAll(/"((?:[^"\\]|\\.)*)"|\S+/g);
  return [...found].map((match) => {
    const quoted = match[1] !== undefined;
    const raw = match[1]?.replace(/\\(.)/g, "$1") ?? match[0];
    return { start: match.index, end: match.index + match[0].length, raw, plain: plainText(raw), quoted };
  });
}
