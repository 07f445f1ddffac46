import type { Token } from "../typed-line/tokens";
import { contentWords, likeness } from "./content-words";
import type { LogChip, LogContext, LogReading } from "./types";
import { DENIES_WORDS, HOLDS_WORDS } from "./vocabulary";

const MOST_READINGS = 3;

/**
 * "Budget ok": a part of the line that says that something holds, beside words of a criterion, is offered as evidence for
 * it. It is never taken by itself, and not offered where the part also denies or asks ("budget nog niet ok", "budget ok?").
 */
export function criterionChips(
  tokens: readonly Token[],
  clauses: readonly number[],
  criteria: LogContext["criteria"],
): LogChip[] {
  const parts = Math.max(-1, ...clauses) + 1;
  const chips: LogChip[] = [];
  for (let part = 0; part < parts; part++) {
    const words = tokens.filter((token, at) => clauses[at] === part && !token.quoted);
    const [first, last] = [words[0], words.at(-1)];
    const says = (set: ReadonlySet<string>) => words.some(({ plain }) => set.has(plain));
    if (!first || !last || last.raw.endsWith("?") || !says(HOLDS_WORDS) || says(DENIES_WORDS)) continue;
    const about = contentWords(words.map(({ raw }) => raw).join(" ")).filter(
      (word) => !HOLDS_WORDS.has(word),
    );
    const readings = criteria
      .map(({ key, text }) => ({ key, alike: likeness(text, about) }))
      .filter(({ alike, key }) => alike > 0 && chips.every((chip) => !offers(chip, key)))
      .sort((one, other) => other.alike - one.alike)
      .slice(0, MOST_READINGS)
      .map(({ key }): LogReading => ({ kind: "criterion", key }));
    if (readings.length === 0) continue;
    chips.push({
      kind: "criterion",
      start: first.start,
      end: last.end,
      readings: [...readings, { kind: "words" }],
      taken: null,
      assumed: false,
    });
  }
  return chips;
}

const offers = ({ readings }: LogChip, key: string): boolean =>
  readings.some((reading) => reading.kind === "criterion" && reading.key === key);
