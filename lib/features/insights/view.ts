import type { Grouping, Period, PipelineAsk } from "@/lib/domain/insights/aggregate";
import type { PipelineFigures } from "@/lib/domain/insights/pipeline";
import type { HealthBasis, HealthStatus, HealthThresholds } from "@/lib/domain/insights/stage-health";
import type { ValueFigure } from "@/lib/domain/insights/value";
import type { Outcome } from "@/lib/domain/run/events";
import type { Day, Instant } from "@/lib/domain/shared/day";
import type { Money } from "@/lib/domain/shared/money";
import type { LocalText } from "@/lib/domain/shared/text";
import type { Estimate } from "@/lib/domain/statistics/estimate";

export type Choice = { readonly id: string; readonly name: string };
export type ProcessChoice = {
  readonly id: string;
  readonly name: LocalText;
  readonly open: number;
  readonly deals: number;
};

/** Open deals of one age in a stage, and how that stands. */
export type AgeDot = { readonly days: number; readonly deals: number; readonly status: HealthStatus | null };
export type StageRoute = {
  readonly stageKey: string;
  readonly name: LocalText;
  readonly plannedDays: number | null;
  readonly open: Estimate;
  readonly value: ValueFigure;
  readonly basis: HealthBasis;
  readonly thresholds: HealthThresholds;
  /** Won visits the thresholds rest on, their median and quartiles in days. */
  readonly visits: number;
  readonly median: number | null;
  readonly q1: number | null;
  readonly q3: number | null;
  readonly ages: readonly AgeDot[];
  /** Open deals whose day of entry is unknown. */
  readonly unknownAge: number;
  readonly slow: number;
  readonly stalled: number;
};

export type GroupRow = {
  readonly key: string | null;
  readonly name: string | null;
  readonly figures: PipelineFigures;
};

export type PipelineReport = {
  readonly ask: Omit<PipelineAsk, "groupBy"> & { readonly groupBy: Grouping | null; readonly period: Period };
  readonly knownAt: Instant | null;
  readonly today: Day;
  /** Of the organisation, for showing moments. */
  readonly timeZone: string;
  readonly total: PipelineFigures;
  readonly groups: readonly GroupRow[];
  /** The stages of the process asked about, in order; empty over all processes. */
  readonly stages: readonly StageRoute[];
  readonly stalled: { readonly deals: number; readonly sums: readonly Money[] };
  readonly slow: { readonly deals: number };
  /** Open deals of unknown start: counted as open, in no duration. */
  readonly unknownStart: number;
  readonly deleted: number;
  readonly process: ProcessChoice | null;
};

/** What the sentence of filters offers. */
export type PipelineChoices = {
  readonly processes: readonly ProcessChoice[];
  readonly owners: readonly Choice[];
  readonly teams: readonly Choice[];
  readonly products: readonly Choice[];
  readonly segments: readonly string[];
  readonly today: Day;
  /** First and last closing day there is; null before the first. */
  readonly firstClosed: Day | null;
  readonly lastClosed: Day | null;
};

export type InsightDeal = {
  readonly id: string;
  readonly title: string;
  readonly company: string | null;
  readonly owner: string;
  readonly amount: Money | null;
  readonly stage: LocalText | null;
  readonly stageKey: string | null;
  readonly status: "open" | "closed";
  readonly outcome: Outcome | null;
  readonly openedOn: Day | null;
  readonly closedOn: Day | null;
  /** Days in the stage for an open deal, from opening to closing for a closed one; null when unknown. */
  readonly days: number | null;
};
export type InsightDealsPage = {
  readonly total: number;
  readonly sums: readonly Money[];
  readonly deals: readonly InsightDeal[];
  readonly next: { readonly minor: number; readonly id: string } | null;
};
