import { OUTCOMES, type Outcome } from "../run/events";
import { countEstimate, type Estimate, type EstimateContext, type Exclusion } from "../statistics/estimate";
import { type Spread, shareEstimate, spreadEstimates } from "../statistics/estimates";
import { mergeTallies } from "../statistics/tally";
import { aggregateFacts, dimensionBy, type PipelineAggregate, type PipelineAsk } from "./aggregate";
import type { DealFact } from "./deal-fact";
import type { DealDrill } from "./drill";
import { type Rates, type ValueFigure, valueFigure } from "./value";

/** The outcomes that say whether selling worked; a disqualified deal was no deal. */
export const DECIDED: readonly Outcome[] = ["won", "lost", "no-decision"];

export type StageFigures = {
  readonly stageKey: string | null;
  readonly open: Estimate;
  readonly value: ValueFigure;
};

/** The figures of one set of deals. Every estimate carries the filter that opens exactly its deals. */
export type PipelineFigures = {
  readonly open: Estimate;
  readonly openValue: ValueFigure;
  /** The stages in the order asked for, also empty ones, then any other stage that holds open deals. */
  readonly stages: readonly StageFigures[];
  readonly closed: Estimate;
  readonly outcomes: Readonly<Record<Outcome, Estimate>>;
  /** won / (won + lost + no decision) of the closing period; disqualified is listed beside it. */
  readonly winRate: Estimate;
  readonly wonValue: ValueFigure;
  /** Whole days from opening to closing of won deals; those of unknown start are excluded and counted. */
  readonly wonCycle: Spread;
};

export type PipelineGroup = { readonly key: string | null; readonly figures: PipelineFigures };
export type PipelineView = {
  readonly ask: PipelineAsk;
  readonly total: PipelineFigures;
  /** Largest first, quarters in time, deals without a value of the grouping last. Empty without a grouping. */
  readonly groups: readonly PipelineGroup[];
};

/** What the figures need besides the deals: the stages in order, and the rates of the organisation's currency. */
export type PipelineContext = { readonly stageKeys: readonly string[]; readonly rates: Rates };

/** The pipeline figures from the deals themselves. */
export const pipelineFromFacts = (
  facts: readonly DealFact[],
  ask: PipelineAsk,
  context: PipelineContext,
): PipelineView => pipelineFromAggregate(aggregateFacts(facts, ask), ask, context);

/** The pipeline figures from rows that a database grouped for the same question. */
export function pipelineFromAggregate(
  aggregate: PipelineAggregate,
  ask: PipelineAsk,
  context: PipelineContext,
): PipelineView {
  const total = figuresOf(aggregate, ask, context);
  const { groupBy } = ask;
  if (groupBy === null) return { ask, total, groups: [] };
  const keys = [...new Set([...aggregate.open, ...aggregate.closed].map(({ group }) => group))];
  const groups = keys.map((key) => {
    const part: PipelineAggregate = {
      open: aggregate.open.filter(({ group }) => group === key),
      closed: aggregate.closed.filter(({ group }) => group === key),
      cycles: aggregate.cycles.filter(({ group }) => group === key),
    };
    const scope = { ...ask.scope, [dimensionBy[groupBy]]: [key] };
    return { key, figures: figuresOf(part, { ...ask, scope }, context) };
  });
  return { ask, total, groups: groups.sort(groupBy === "quarter" ? byKey : bySize) };
}

function figuresOf(
  aggregate: PipelineAggregate,
  ask: PipelineAsk,
  { stageKeys, rates }: PipelineContext,
): PipelineFigures {
  const { open, closed } = aggregate;
  const common = { asOf: ask.asOf, ...ask.scope, ...(ask.processId && { processId: ask.processId }) };
  const openDrill: DealDrill = { ...common, status: "open" };
  const closedDrill: DealDrill = {
    ...common,
    status: "closed",
    ...(ask.period.from && { closedFrom: ask.period.from }),
    ...(ask.period.until && { closedUntil: ask.period.until }),
  };
  const about = (
    definition: string,
    drill: DealDrill,
    exclusions: readonly Exclusion[] = [],
  ): EstimateContext => ({
    definition: `pipeline.${definition}`,
    asOf: ask.asOf,
    drill,
    exclusions,
  });
  const withAmount = (drill: DealDrill): DealDrill => ({ ...drill, amountKnown: true });
  const ended = (...outcomes: Outcome[]) =>
    dealsIn(closed.filter(({ outcome }) => outcomes.includes(outcome)));
  const wonDrill: DealDrill = { ...closedDrill, outcome: ["won"] };
  const days = mergeTallies([aggregate.cycles.map((row) => [row.days, row.deals] as const)]);
  const dated = dealsIn(aggregate.cycles);
  return {
    open: countEstimate(dealsIn(open), about("open", openDrill)),
    openValue: valueFigure(open, rates, about("open-value", withAmount(openDrill))),
    stages: stagesOf(stageKeys, open).map((stageKey) => {
      const rows = open.filter((row) => row.stageKey === stageKey);
      const drill: DealDrill = { ...openDrill, stageKey: [stageKey] };
      return {
        stageKey,
        open: countEstimate(dealsIn(rows), about("open", drill)),
        value: valueFigure(rows, rates, about("open-value", withAmount(drill))),
      };
    }),
    closed: countEstimate(dealsIn(closed), about("closed", closedDrill)),
    outcomes: Object.fromEntries(
      OUTCOMES.map((outcome) => [
        outcome,
        countEstimate(ended(outcome), about(outcome, { ...closedDrill, outcome: [outcome] })),
      ]),
    ) as Record<Outcome, Estimate>,
    winRate: shareEstimate(
      ended("won"),
      ended(...DECIDED),
      about("win-rate", { ...closedDrill, outcome: DECIDED }, [
        { reason: "disqualified", n: ended("disqualified") },
      ]),
    ),
    wonValue: valueFigure(
      closed.filter(({ outcome }) => outcome === "won"),
      rates,
      about("won-value", withAmount(wonDrill)),
    ),
    wonCycle: spreadEstimates(
      days,
      about("won-cycle", { ...wonDrill, startKnown: true }, [
        { reason: "unknown-start", n: ended("won") - dated },
      ]),
    ),
  };
}

const dealsIn = (rows: readonly { readonly deals: number }[]): number =>
  rows.reduce((sum, { deals }) => sum + deals, 0);

function stagesOf(stageKeys: readonly string[], open: PipelineAggregate["open"]): (string | null)[] {
  const others = open
    .map(({ stageKey }) => stageKey)
    .filter((key) => key === null || !stageKeys.includes(key));
  return [
    ...stageKeys,
    ...[...new Set(others)].sort((a, b) => Number(a === null) - Number(b === null) || compare(a, b)),
  ];
}

const compare = (a: string | null, b: string | null) =>
  (a ?? "") < (b ?? "") ? -1 : (a ?? "") > (b ?? "") ? 1 : 0;
const sizeOf = ({ figures }: PipelineGroup) => figures.open.n + figures.closed.n;
const nullsLast = (a: PipelineGroup, b: PipelineGroup) => Number(a.key === null) - Number(b.key === null);
const byKey = (a: PipelineGroup, b: PipelineGroup) => nullsLast(a, b) || compare(a.key, b.key);
const bySize = (a: PipelineGroup, b: PipelineGroup) =>
  nullsLast(a, b) || sizeOf(b) - sizeOf(a) || byKey(a, b);
