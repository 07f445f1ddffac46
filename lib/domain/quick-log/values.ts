import type { ActivityKind } from "../run/events";
import type { Day, Occurred } from "../shared/day";
import { instantAt } from "../timing/zone";
import { tokensOf } from "../typed-line/tokens";
import { clausesOf } from "./clauses";
import type { LogChip, LogLine, LogReading } from "./types";

/** What a line says, as far as it is settled; null where it says nothing. */
export type LogValues = {
  readonly kind: ActivityKind | null;
  readonly reached: boolean | null;
  readonly when: { readonly day: Day; readonly minutes: number | null } | null;
  /** Criteria that a person took as holding, with the words that said so. */
  readonly criteria: readonly { readonly key: string; readonly words: string }[];
  readonly note: string;
};

/** The line with another reading of a chip taken, or none; what is out of range changes nothing. */
export const chooseReading = (line: LogLine, chip: number, reading: number): LogLine => ({
  ...line,
  chips: line.chips.map((one, at) =>
    at === chip && one.readings[reading] ? { ...one, taken: reading, assumed: false } : one,
  ),
});

const takenOf = ({ readings, taken }: LogChip): LogReading | null =>
  taken === null ? null : (readings[taken] ?? null);

/** The values of a line. */
export function logValues(line: LogLine): LogValues {
  const taken = line.chips.map(takenOf);
  const first = <K extends LogReading["kind"]>(kind: K) =>
    taken.find((reading): reading is Extract<LogReading, { kind: K }> => reading?.kind === kind);
  const when = first("when");
  return {
    kind: first("kind")?.value ?? null,
    reached: first("reached")?.value ?? null,
    when: when ? { day: when.day, minutes: when.minutes } : null,
    criteria: line.chips.flatMap((chip, at) => {
      const reading = taken[at];
      return reading?.kind === "criterion"
        ? [{ key: reading.key, words: line.text.slice(chip.start, chip.end).replace(/[,;.\s]+$/, "") }]
        : [];
    }),
    note: noteOf(line, taken),
  };
}

/**
 * The words as typed, without the parts of which every word became a kind, a way or a moment: "gebeld, budget ok" leaves
 * "budget ok", and "gebeld met Wim" stays whole, for half a sentence says less.
 */
function noteOf({ text, chips }: LogLine, taken: readonly (LogReading | null)[]): string {
  const tokens = tokensOf(text);
  const clauses = clausesOf(tokens);
  const spent = chips.filter((chip, at) => {
    const reading = taken[at];
    return chip.kind !== "criterion" && reading !== null && reading?.kind !== "words";
  });
  const isSpent = ({ start, end }: { start: number; end: number }) =>
    spent.some((chip) => start >= chip.start && end <= chip.end);
  const kept = new Set(tokens.flatMap((token, at) => (isSpent(token) ? [] : [clauses[at] ?? 0])));
  const parts = [...kept].map((part) => {
    const inside = tokens.filter((_, at) => clauses[at] === part);
    return text.slice(inside[0]?.start ?? 0, inside.at(-1)?.end ?? 0);
  });
  return parts
    .join(" ")
    .replace(/[,;\s]+$/, "")
    .trim();
}

/** When it happened: a day alone, or the moment on the organisation's clock. */
export const occurredFrom = (when: NonNullable<LogValues["when"]>, timeZone: string): Occurred =>
  when.minutes === null
    ? { day: when.day, at: null }
    : { day: when.day, at: instantAt(when.day, when.minutes, timeZone) };
