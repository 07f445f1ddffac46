import type { StepPatch } from "../process/edits";
import { tokensOf } from "./tokens";
import { CHIP_KINDS, type ChipKind, type Reading, type Span, type TypedLine } from "./types";

/** What a line says, as far as it is settled. */
export type LineValues = {
  readonly name: string;
  readonly set: Pick<StepPatch, "owner" | "window" | "importance" | "channel">;
  /** Positions of chips that wait for a choice. */
  readonly open: readonly number[];
  /** What was said twice, and so is not taken. */
  readonly twice: readonly ChipKind[];
};

/** The line with another reading of a chip taken; what is out of range changes nothing. */
export const choose = (line: TypedLine, chip: number, reading: number): TypedLine => ({
  ...line,
  chips: line.chips.map((one, at) =>
    at === chip && one.readings[reading] ? { ...one, taken: reading, assumed: false } : one,
  ),
});

/** The readings of a line that stand, by the position of their chip. */
const takenOf = (line: TypedLine): (Reading | null)[] =>
  line.chips.map(({ readings, taken }) => (taken === null ? null : (readings[taken] ?? null)));

/** The name and the values of a line. */
export function valuesOf(line: TypedLine): LineValues {
  const taken = takenOf(line);
  const twice = CHIP_KINDS.filter((kind) => taken.filter((reading) => reading?.kind === kind).length > 1);
  const set = Object.assign(
    {},
    ...taken.flatMap((reading) => (reading && !isTwice(reading, twice) ? [fieldOf(reading)] : [])),
  );
  const open = taken.flatMap((reading, at) => (reading === null ? [at] : []));
  return { name: nameOf(line, taken), set, open, twice };
}

const isTwice = ({ kind }: Reading, twice: readonly ChipKind[]): boolean => twice.some((one) => one === kind);

function fieldOf(reading: Reading): LineValues["set"] {
  switch (reading.kind) {
    case "owner":
      return { owner: reading.owner };
    case "window":
      return { window: reading.window };
    case "importance":
      return { importance: reading.importance };
    case "channel":
      return { channel: reading.channel };
    case "words":
    case "joined":
      return {};
  }
}

/** The words that no chip has taken or that a reading leaves, quotes gone, one space between them. */
function nameOf({ text, chips }: TypedLine, taken: readonly (Reading | null)[]): string {
  const spent = chips.filter((_, at) => taken[at]?.kind !== "words");
  const left = taken.flatMap((reading) => (reading?.kind === "window" && reading.leaves) || []);
  const within = (start: number) => (span: Span) => start >= span.start && start < span.end;
  return tokensOf(text)
    .filter(({ start }) => left.some(within(start)) || !spent.some(within(start)))
    .map(({ raw }) => raw)
    .join(" ")
    .trim()
    .replace(/\s+/g, " ");
}
