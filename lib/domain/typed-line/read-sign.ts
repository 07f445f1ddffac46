import type { Token } from "./tokens";
import type { Chip } from "./types";
import { CHANNEL_WORDS, IMPORTANCE_WORDS } from "./vocabulary";

/** Reads `!key` and `#call` at a word; any other word after such a sign is just a word. */
export function readSign(token: Token): Chip | null {
  if (token.quoted) return null;
  const word = token.plain.slice(1);
  const place = { start: token.start, end: token.end, taken: 0, assumed: false };
  const importance =
    token.raw.startsWith("!") && Object.hasOwn(IMPORTANCE_WORDS, word) && IMPORTANCE_WORDS[word];
  if (importance) return { kind: "importance", ...place, readings: [{ kind: "importance", importance }] };
  const channel = token.raw.startsWith("#") && Object.hasOwn(CHANNEL_WORDS, word) && CHANNEL_WORDS[word];
  return channel ? { kind: "channel", ...place, readings: [{ kind: "channel", channel }] } : null;
}
