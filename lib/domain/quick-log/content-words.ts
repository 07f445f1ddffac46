import type { LocalText } from "../shared/text";
import { plainText } from "../typed-line/tokens";
import { COMMON_WORDS } from "./vocabulary";

const SHORTEST = 3;

/** The words of a text that tell it from others: no case, accents or small words. */
export const contentWords = (text: string): string[] =>
  plainText(text)
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word.length >= SHORTEST && !COMMON_WORDS.has(word));

/** How many of `words` occur in a name, in either language; the beginning of a longer word counts half. */
export function likeness(name: LocalText, words: readonly string[]): number {
  const own = [name.en, name.nl].flatMap((text) => contentWords(text ?? ""));
  return words.reduce((sum, word) => {
    if (own.includes(word)) return sum + 1;
    const starts = word.length > 3 && own.some((one) => one.startsWith(word));
    return sum + (starts ? 0.5 : 0);
  }, 0);
}
