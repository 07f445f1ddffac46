import { survivorsOf } from "../registers/merge";
import type { RegisterEntry } from "../registers/types";
import type { CallStanding } from "./standing";
import { CALL_RESULTS, type CallResult } from "./types";

/** A call as it is counted. What was said of one that is not held any more counts for nothing. */
export type CallFact = {
  readonly id: string;
  readonly standing: CallStanding;
  readonly result: CallResult | null;
  /** Ids of register entries, as they were chosen then. */
  readonly objections: readonly string[];
  readonly messages: readonly string[];
  readonly heard: readonly string[];
};

/** The calls behind a count: that many they are. */
export type Behind = readonly string[];
export type ByResult = { readonly [result in CallResult]: Behind };

/** A message that was prepared: how the calls went that had it in their plan. */
export type MessageFigure<T> = { readonly entry: T; readonly calls: Behind; readonly results: ByResult };

/** An objection: where it came up, where it was expected, and which messages were prepared where it came up. */
export type ObjectionFigure<T> = {
  readonly entry: T;
  readonly heard: Behind;
  readonly expected: Behind;
  readonly answers: readonly MessageFigure<T>[];
};

export type CallFigures<T> = {
  readonly ahead: Behind;
  /** Over, and nobody said what came of it. */
  readonly asked: Behind;
  readonly held: Behind;
  readonly notHeld: Behind;
  readonly results: ByResult;
  readonly messages: readonly MessageFigure<T>[];
  readonly objections: readonly ObjectionFigure<T>[];
};

const idsOf = (facts: readonly CallFact[]): Behind => facts.map(({ id }) => id);

const byResult = (facts: readonly CallFact[]): ByResult =>
  Object.fromEntries(
    CALL_RESULTS.map((result) => [result, idsOf(facts.filter((fact) => fact.result === result))]),
  ) as ByResult;

/** Facts by the register entries that they name, under what those became part of. */
function byEntry<T extends RegisterEntry>(
  entries: ReadonlyMap<string, T>,
  facts: readonly CallFact[],
  named: (fact: CallFact) => readonly string[],
): Map<T, CallFact[]> {
  const found = new Map<T, CallFact[]>();
  for (const fact of facts)
    for (const entry of survivorsOf(entries, named(fact)))
      found.set(entry, [...(found.get(entry) ?? []), fact]);
  return found;
}

function messagesOf<T extends RegisterEntry>(
  entries: ReadonlyMap<string, T>,
  held: readonly CallFact[],
): MessageFigure<T>[] {
  const found = byEntry(entries, held, ({ messages }) => messages);
  return [...found]
    .map(([entry, facts]) => ({ entry, calls: idsOf(facts), results: byResult(facts) }))
    .sort((a, b) => b.calls.length - a.calls.length);
}

/**
 * What came of the calls of a process, as counts with the calls behind each: how many were held, how each message went, which
 * objections came up. They are counts and no shares: nobody draws lots which message goes into which call.
 */
export function callFigures<T extends RegisterEntry>(
  facts: readonly CallFact[],
  entries: ReadonlyMap<string, T>,
): CallFigures<T> {
  const standing = (...which: CallStanding[]) => facts.filter((fact) => which.includes(fact.standing));
  const held = standing("held");
  const heard = byEntry(entries, held, (fact) => fact.heard);
  const expected = byEntry(entries, held, ({ objections }) => objections);
  return {
    ahead: idsOf(standing("ahead", "now")),
    asked: idsOf(standing("ask")),
    held: idsOf(held),
    notHeld: idsOf(standing("cancelled")),
    results: byResult(held),
    messages: messagesOf(entries, held),
    objections: [...new Set([...heard.keys(), ...expected.keys()])]
      .map((entry) => ({
        entry,
        heard: idsOf(heard.get(entry) ?? []),
        expected: idsOf(expected.get(entry) ?? []),
        answers: messagesOf(entries, heard.get(entry) ?? []),
      }))
      .sort((a, b) => b.heard.length - a.heard.length || b.expected.length - a.expected.length),
  };
}
