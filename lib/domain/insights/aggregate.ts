import type { Outcome } from "../run/events";
import { type Day, daysBetween } from "../shared/day";
import { type DealFact, hasCycle, isClosedAt, isOpenAt } from "./deal-fact";
import { type DealScope, type Dimension, dimensionOf, inScope } from "./drill";

/** First and last closing day that count; null is open at that end. */
export type Period = { readonly from: Day | null; readonly until: Day | null };

export const GROUPINGS = ["owner", "team", "product", "segment", "quarter"] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** The dimension of the facts and the drill filters that a grouping splits by. */
export const dimensionBy: Readonly<Record<Grouping, Dimension>> = {
  owner: "ownerId",
  team: "teamId",
  product: "productId",
  segment: "segment",
  quarter: "quarter",
};

/** What is asked: which deals, as of which day, closed in which period, split by what. */
export type PipelineAsk = {
  readonly asOf: Day;
  readonly period: Period;
  readonly scope: DealScope;
  readonly groupBy: Grouping | null;
  readonly processId?: string;
};

type Valued = {
  /** Value of the grouping; null without one, or for deals that have none. */
  readonly group: string | null;
  readonly currency: string;
  readonly deals: number;
  /** Deals that have an amount, and the sum of those amounts in minor units. */
  readonly valued: number;
  readonly minor: number;
};
/** Open deals per group, stage and currency. */
export type OpenRow = Valued & { readonly stageKey: string | null };
/** Deals closed in the period per group, outcome and currency. */
export type ClosedRow = Valued & { readonly outcome: Outcome };
/** Won deals of the period with a known start, per group and whole days from opening to closing. */
export type CycleRow = { readonly group: string | null; readonly days: number; readonly deals: number };

/**
 * Everything the pipeline figures need, in a few rows: what a database can group by itself. `aggregateFacts` is what
 * those rows mean.
 */
export type PipelineAggregate = {
  readonly open: readonly OpenRow[];
  readonly closed: readonly ClosedRow[];
  readonly cycles: readonly CycleRow[];
};

/** Whether a day is in a period. */
const inPeriod = (day: Day | null, { from, until }: Period): boolean =>
  day !== null && (from === null || day >= from) && (until === null || day <= until);

/** The facts in buckets of equal keys. */
function buckets(facts: readonly DealFact[], keyOf: (fact: DealFact) => readonly unknown[]): DealFact[][] {
  const found = new Map<string, DealFact[]>();
  for (const fact of facts) {
    const key = JSON.stringify(keyOf(fact));
    const bucket = found.get(key);
    if (bucket) bucket.push(fact);
    else found.set(key, [fact]);
  }
  return [...found.values()];
}

const valuedOf = (facts: readonly DealFact[]) => ({
  deals: facts.length,
  valued: facts.filter(({ amountMinor }) => amountMinor !== null).length,
  minor: facts.reduce((sum, { amountMinor }) => sum + (amountMinor ?? 0), 0),
});

/** The rows that a database would group, from the facts themselves. Rows come in no particular order. */
export function aggregateFacts(facts: readonly DealFact[], ask: PipelineAsk): PipelineAggregate {
  const { asOf, period, scope, groupBy } = ask;
  const groupOf = (fact: DealFact) =>
    groupBy === null ? null : dimensionOf(fact, dimensionBy[groupBy], asOf);
  const inside = facts.filter((fact) => inScope(fact, scope, asOf));
  const open = inside.filter((fact) => isOpenAt(fact, asOf));
  const closed = inside.filter((fact) => isClosedAt(fact, asOf) && inPeriod(fact.closedOn, period));
  const cycleOf = ({ openedOn, closedOn }: DealFact) => daysBetween(openedOn ?? "", closedOn ?? "");
  const cycles = closed.filter((fact) => fact.outcome === "won" && hasCycle(fact));
  return {
    open: buckets(open, (fact) => [groupOf(fact), fact.stageKey, fact.currency]).flatMap((bucket) =>
      bucket.slice(0, 1).map((fact) => {
        const { stageKey, currency } = fact;
        return { group: groupOf(fact), stageKey, currency, ...valuedOf(bucket) };
      }),
    ),
    closed: buckets(closed, (fact) => [groupOf(fact), fact.outcome, fact.currency]).flatMap((bucket) =>
      bucket.slice(0, 1).flatMap((fact) => {
        const { outcome, currency } = fact;
        return outcome === null ? [] : [{ group: groupOf(fact), outcome, currency, ...valuedOf(bucket) }];
      }),
    ),
    cycles: buckets(cycles, (fact) => [groupOf(fact), cycleOf(fact)]).flatMap((bucket) =>
      bucket.slice(0, 1).map((fact) => ({ group: groupOf(fact), days: cycleOf(fact), deals: bucket.length })),
    ),
  };
}
