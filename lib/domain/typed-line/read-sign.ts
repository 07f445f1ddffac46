import { CHANNELS, IMPORTANCES } from "../process/types";
import type { Token } from "./tokens";
import type { Chip, Reading } from "./types";
import { CHANNEL_WORDS, IMPORTANCE_WORDS } from "./vocabulary";

/**
 * Reads `!key` and `#call` at a word. Another word after `!` was meant to say something and waits for a choice; one after
 * `#` is often just a word, and stays one until something is chosen.
 */
export function readSign(token: Token): Chip | null {
  if (token.quoted) return null;
  const word = token.plain.slice(1);
  const { start, end } = token;
  const place = { start, end, taken: 0, assumed: false };
  const importance =
    token.raw.startsWith("!") && Object.hasOwn(IMPORTANCE_WORDS, word) && IMPORTANCE_WORDS[word];
  if (importance) return { kind: "importance", ...place, readings: [{ kind: "importance", importance }] };
  const channel = token.raw.startsWith("#") && Object.hasOwn(CHANNEL_WORDS, word) && CHANNEL_WORDS[word];
  if (channel) return { kind: "channel", ...place, readings: [{ kind: "channel", channel }] };
  const unknown = { start, end, unknown: true } as const;
  if (!/^[!#]\p{L}/u.test(token.raw)) return null;
  if (token.raw.startsWith("!")) {
    const weights = IMPORTANCES.map((importance): Reading => ({ kind: "importance", importance }));
    return { kind: "importance", ...unknown, readings: [...weights, WORDS], taken: null, assumed: false };
  }
  const ways = CHANNELS.map((one): Reading => ({ kind: "channel", channel: one }));
  return { kind: "channel", ...unknown, readings: [...ways, WORDS], taken: ways.length, assumed: true };
}

const WORDS: Reading = { kind: "words" };
