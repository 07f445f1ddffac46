import type { DealDrill } from "../insights/drill";
import { DECIDED } from "../insights/pipeline";
import type { Estimate } from "../statistics/estimate";
import { medianEstimate } from "../statistics/estimates";
import { mergeTallies, type Tally } from "../statistics/tally";
import { type VersionContext, wonDays } from "./figures";
import type { Hypothesis } from "./hypothesis";
import { onTimeEstimate, onTimeSample, type StepsOnTime } from "./on-time";
import type { VersionRow } from "./rows";
import type { Sample } from "./sample";

/** Everything counted of one version that a comparison may rest on. */
export type VersionCases = {
  readonly rows: readonly VersionRow[];
  /** Deals that ran on it and run on, or closed on, another one now. */
  readonly wentOn: number;
  readonly stays: readonly { readonly stageKey: string; readonly days: number; readonly deals: number }[];
  /** The steps that were due in its last deals, and how those went. */
  readonly timed: StepsOnTime;
  readonly amounts: readonly { readonly minor: number; readonly deals: number }[];
};

/** How long deals stayed in a stage while on a version. */
export const stayDays = ({ stays }: VersionCases, stageKey: string): Tally =>
  mergeTallies([stays.flatMap((row) => (row.stageKey === stageKey ? [[row.days, row.deals] as const] : []))]);

/** The decided deals of a version, and those won of them. */
export function decidedOf({ rows }: VersionCases): Sample {
  const decided = rows.filter(({ outcome }) => outcome !== null && DECIDED.includes(outcome));
  const count = (list: readonly VersionRow[]) => list.reduce((sum, { deals }) => sum + deals, 0);
  return { kind: "share", k: count(decided.filter(({ outcome }) => outcome === "won")), n: count(decided) };
}

/** The cases that a promise is judged by. */
export function sampleFor(
  { metric, stageKey }: Pick<Hypothesis, "metric" | "stageKey">,
  cases: VersionCases,
): Sample {
  switch (metric) {
    case "win-rate":
      return decidedOf(cases);
    case "cycle-days":
      return { kind: "days", days: wonDays(cases.rows) };
    case "stage-days":
      return { kind: "days", days: stageKey === undefined ? [] : stayDays(cases, stageKey) };
    case "deal-value":
      return {
        kind: "amounts",
        amounts: mergeTallies([cases.amounts.map(({ minor, deals }) => [minor, deals] as const)]),
      };
    case "steps-on-time":
      return onTimeSample(cases.timed);
  }
}

/** The deals behind `sampleFor`, as a list opens them. */
export function drillFor(
  { metric, stageKey }: Pick<Hypothesis, "metric" | "stageKey">,
  { asOf, processId, versionId }: VersionContext,
  currency: string,
): DealDrill {
  const closed = { asOf, processId, versionId, status: "closed" } as const;
  switch (metric) {
    case "win-rate":
      return { ...closed, outcome: DECIDED };
    case "cycle-days":
      return { ...closed, outcome: ["won"], startKnown: true };
    case "deal-value":
      return { ...closed, outcome: ["won"], amountKnown: true, currency };
    case "stage-days":
      return { asOf, processId, status: "any", stayedIn: stageKey ?? "", stayedOn: versionId };
    case "steps-on-time":
      return { asOf, processId, status: "any", timedOn: versionId };
  }
}

/** The median days in a stage on a version, with the deals behind it. */
export function stayEstimate(cases: VersionCases, stageKey: string, context: VersionContext): Estimate {
  const drill = drillFor({ metric: "stage-days", stageKey }, context, "");
  return medianEstimate(stayDays(cases, stageKey), {
    definition: "version.stay",
    asOf: context.asOf,
    drill,
  });
}

/** The share of the steps that were due on a version that was done at its moment, with the deals behind it. */
export const onTimeOf = (cases: VersionCases, context: VersionContext): Estimate =>
  onTimeEstimate(cases.timed, {
    definition: "version.on-time",
    asOf: context.asOf,
    drill: drillFor({ metric: "steps-on-time" }, context, ""),
  });
