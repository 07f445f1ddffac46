import type { LocalText } from "../shared/text";
import { nearMatches } from "./fuzzy";
import type { StageTarget } from "./mapping";
import { plainName } from "./names";
import { outcomeIn, saysOpen } from "./outcomes";

/** A stage of the process version that deals are put on. */
export type StageChoice = { readonly key: string; readonly name: LocalText };

export type StageSuggestion = {
  readonly value: string;
  readonly count: number;
  /** Null when nothing fits: a question, unless an as-found version is made. */
  readonly target: StageTarget | null;
  readonly reason: "outcome-word" | "open-word" | "same-name" | "similar-name" | "as-found" | "unknown";
};

type ValueCount = { readonly value: string; readonly count: number };

/**
 * Proposes what each value of a stage column means: an outcome in English or Dutch words, a stage of the version by
 * its name in either language, or nothing. `choices` null means an as-found version: every other value becomes a stage, and
 * so does one that `isStage` knows, whatever else the word may mean.
 */
export function suggestStageMapping(
  values: readonly ValueCount[],
  choices: readonly StageChoice[] | null,
  isStage: (value: string) => boolean = () => false,
): StageSuggestion[] {
  const found =
    choices === null
      ? asFoundStages(
          values.map(({ value }) => value),
          isStage,
        )
      : [];
  return values.map(({ value, count }) => {
    const own = choices && ownStage(value, choices);
    if (own?.reason === "same-name") return { value, count, ...own };
    const outcome = choices === null && isStage(value) ? null : outcomeIn(value);
    if (outcome) return { value, count, target: { kind: "outcome", outcome }, reason: "outcome-word" };
    const made = found.find((stage) => plainName(stage.name) === plainName(value));
    if (made) return { value, count, target: { kind: "stage", stageKey: made.key }, reason: "as-found" };
    if (own) return { value, count, ...own };
    if (saysOpen(value)) return { value, count, target: { kind: "open" }, reason: "open-word" };
    return { value, count, target: null, reason: "unknown" };
  });
}

/** The same for a status column, whose values say how a deal ended or that it runs: "Open", "Won", "Verloren". */
export function suggestOutcomeMapping(values: readonly ValueCount[]): StageSuggestion[] {
  return values.map(({ value, count }) => {
    const outcome = outcomeIn(value);
    if (outcome) return { value, count, target: { kind: "outcome", outcome }, reason: "outcome-word" };
    if (saysOpen(value)) return { value, count, target: { kind: "open" }, reason: "open-word" };
    return { value, count, target: null, reason: "unknown" };
  });
}

function ownStage(
  value: string,
  choices: readonly StageChoice[],
): Pick<StageSuggestion, "target" | "reason"> | null {
  const named = choices.flatMap(({ key, name }) =>
    [name.en, name.nl].flatMap((text) => (text ? [{ key, text }] : [])),
  );
  const same = named.find(({ key, text }) => plainName(text) === plainName(value) || key === value);
  if (same) return { target: { kind: "stage", stageKey: same.key }, reason: "same-name" };
  const near = nearMatches(
    [value],
    named.map(({ text }) => text),
  )[0];
  const match = near && named.find(({ text }) => text === near.match);
  return match ? { target: { kind: "stage", stageKey: match.key }, reason: "similar-name" } : null;
}

/** Where in a sale a stage with such a word usually stands; used for the order of as-found stages only. */
const RANKS: readonly RegExp[] = [
  /lead|suspect|nieuw|\bnew\b|inbox|aanvraag/,
  /prospect|target/,
  /qualif|kwalif|contact|kennismak|appointment|afspraak|intake/,
  /engag|discover|behoefte|needs|analys|demo|presentat|meeting|gesprek/,
  /decision maker|solution|oplossing|evaluat|proof|pilot/,
  /propos|offerte|voorstel|quote|aanbieding|price/,
  /negotia|onderhandel|review/,
  /contract|verbal|mondeling|commit|akkoord|legal|juridisch/,
];

/** A stage made from a value of the file, in its place. */
export type AsFoundStage = { readonly key: string; readonly name: string };

/**
 * The stages of an as-found version: the values that name no outcome, in the order their words suggest, and in order
 * of appearance where they suggest none. Keys are stable for the same name.
 */
export function asFoundStages(
  values: Iterable<string>,
  isStage: (value: string) => boolean = () => false,
): AsFoundStage[] {
  const byName = new Map<string, { name: string; rank: number }>();
  for (const name of values) {
    const plain = plainName(name);
    if (plain === "" || (outcomeIn(name) && !isStage(name)) || byName.has(plain)) continue;
    const rank = RANKS.findIndex((words) => words.test(plain));
    byName.set(plain, { name, rank: rank === -1 ? 3.5 : rank });
  }
  const keys = new Set<string>();
  return [...byName]
    .sort(([, a], [, b]) => a.rank - b.rank)
    .map(([plain, { name }]) => {
      const base = plain.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "") || "stage";
      let key = base;
      for (let n = 2; keys.has(key); n++) key = `${base}-${n}`;
      keys.add(key);
      return { key, name };
    });
}
