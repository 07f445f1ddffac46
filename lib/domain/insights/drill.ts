import type { Outcome } from "../run/events";
import type { Day } from "../shared/day";
import { type DealFact, hasCycle, isClosedAt, isOpenAt, quarterOf } from "./deal-fact";

type Keys = readonly (string | null)[];

/** Values to keep per dimension; null keeps what has none. A dimension left out keeps everything. */
export type DealScope = {
  readonly ownerId?: Keys;
  readonly teamId?: Keys;
  readonly productId?: Keys;
  readonly segment?: Keys;
  /** Quarter of closing, as `2026-Q4`; null for a deal that is still open. */
  readonly quarter?: Keys;
};

/** The deals behind one number, as plain JSON: what a link carries and a list applies. */
export type DealDrill = DealScope & {
  readonly asOf: Day;
  readonly status: "open" | "closed" | "any";
  /** Carried for the link; the facts are of one process already. */
  readonly processId?: string;
  /** Carried likewise: deals that run on this version or closed on it, and of those the ones opened on another. */
  readonly versionId?: string;
  readonly cameOver?: true;
  /** Carried likewise, instead: deals that were on that version and went on to another. */
  readonly wentOn?: true;
  /** Carried likewise: deals that finished their stay in this stage while on this version. */
  readonly stayedIn?: string;
  readonly stayedOn?: string;
  /** Carried likewise: of the last deals on this version those in which a step with a moment was due. */
  readonly timedOn?: string;
  readonly stageKey?: Keys;
  readonly outcome?: readonly Outcome[];
  /** First and last closing day. */
  readonly closedFrom?: Day;
  readonly closedUntil?: Day;
  readonly startKnown?: true;
  readonly amountKnown?: true;
  readonly currency?: string;
};

export const DIMENSIONS = ["ownerId", "teamId", "productId", "segment", "quarter"] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** A deal's value in a dimension, at the end of `asOf`. */
export function dimensionOf(fact: DealFact, dimension: Dimension, asOf: Day): string | null {
  if (dimension !== "quarter") return fact[dimension];
  return fact.closedOn !== null && isClosedAt(fact, asOf) ? quarterOf(fact.closedOn) : null;
}

/** Whether a deal is inside a scope. */
export const inScope = (fact: DealFact, scope: DealScope, asOf: Day): boolean =>
  DIMENSIONS.every((each) => scope[each]?.includes(dimensionOf(fact, each, asOf)) ?? true);

/** Whether a deal is one of those behind a number. */
export function isBehind(fact: DealFact, drill: DealDrill): boolean {
  const { asOf, stageKey, outcome, closedFrom, closedUntil } = drill;
  if (!isOpenAt(fact, asOf) && !isClosedAt(fact, asOf)) return false;
  if (drill.status !== "any" && isOpenAt(fact, asOf) !== (drill.status === "open")) return false;
  if (!inScope(fact, drill, asOf)) return false;
  if (stageKey && !stageKey.includes(fact.stageKey)) return false;
  if (outcome && (fact.outcome === null || !outcome.includes(fact.outcome))) return false;
  if (closedFrom && (fact.closedOn === null || fact.closedOn < closedFrom)) return false;
  if (closedUntil && (fact.closedOn === null || fact.closedOn > closedUntil)) return false;
  if (drill.startKnown && !hasCycle(fact)) return false;
  if (drill.currency !== undefined && fact.currency !== drill.currency) return false;
  return !(drill.amountKnown && fact.amountMinor === null);
}

/** The ids of the deals behind a number, in the order of the facts. */
export const dealsBehind = (facts: readonly DealFact[], drill: DealDrill): string[] =>
  facts.filter((fact) => isBehind(fact, drill)).map(({ id }) => id);
