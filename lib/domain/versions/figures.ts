import type { DealDrill } from "../insights/drill";
import { DECIDED } from "../insights/pipeline";
import { OUTCOMES, type Outcome } from "../run/events";
import type { Day } from "../shared/day";
import { countEstimate, type Estimate, type EstimateContext, type Exclusion } from "../statistics/estimate";
import { medianEstimate, shareEstimate } from "../statistics/estimates";
import { mergeTallies, type Tally } from "../statistics/tally";
import type { VersionRow } from "./rows";

/** What ran on a version and how it ended. Every estimate carries the filter that opens exactly its deals. */
export type VersionFigures = {
  readonly open: Estimate;
  readonly closed: Estimate;
  readonly outcomes: Readonly<Record<Outcome, number>>;
  /** won / (won + lost + no decision) of the deals that closed on it. */
  readonly winRate: Estimate;
  /** Whole days from opening to closing of the deals won on it. */
  readonly cycle: Estimate;
  /** Of its open and closed deals: those that were opened on another version. */
  readonly cameOver: Estimate;
  /** Deals that ran on it and run on, or closed on, another one now. */
  readonly wentOn: Estimate;
};

/** Which version of which process, as of which day. */
export type VersionContext = { readonly processId: string; readonly versionId: string; readonly asOf: Day };

const sum = (rows: readonly VersionRow[]): number => rows.reduce((total, { deals }) => total + deals, 0);

/** The days to a win of the deals won on a version. */
export const wonDays = (rows: readonly VersionRow[]): Tally =>
  mergeTallies([rows.flatMap(({ days, deals }) => (days === null ? [] : [[days, deals] as const]))]);

/** The figures of one version, from what was counted of it. */
export function versionFigures(
  { rows, wentOn }: { readonly rows: readonly VersionRow[]; readonly wentOn: number },
  context: VersionContext,
): VersionFigures {
  const { asOf, ...of } = context;
  const drill = (more: Partial<DealDrill> & Pick<DealDrill, "status">): DealDrill => ({
    asOf,
    ...of,
    ...more,
  });
  const about = (
    figure: string,
    filter: DealDrill,
    exclusions: readonly Exclusion[] = [],
  ): EstimateContext => ({
    definition: `version.${figure}`,
    asOf,
    drill: filter,
    exclusions,
  });
  const ended = (...outcomes: readonly Outcome[]) =>
    sum(rows.filter(({ outcome }) => outcome !== null && outcomes.includes(outcome)));
  const days = wonDays(rows);
  const won = drill({ status: "closed", outcome: ["won"], startKnown: true });
  const untimed = sum(rows.filter(({ outcome, days: known }) => outcome === "won" && known === null));
  return {
    open: countEstimate(
      sum(rows.filter(({ outcome }) => outcome === null)),
      about("open", drill({ status: "open" })),
    ),
    closed: countEstimate(ended(...OUTCOMES), about("closed", drill({ status: "closed" }))),
    outcomes: Object.fromEntries(OUTCOMES.map((outcome) => [outcome, ended(outcome)])) as Record<
      Outcome,
      number
    >,
    winRate: shareEstimate(
      ended("won"),
      ended(...DECIDED),
      about("win-rate", drill({ status: "closed", outcome: DECIDED }), [
        { reason: "disqualified", n: ended("disqualified") },
      ]),
    ),
    cycle: medianEstimate(days, about("cycle", won, [{ reason: "unknown-start", n: untimed }])),
    cameOver: countEstimate(
      sum(rows.filter(({ cameOver }) => cameOver)),
      about("came-over", drill({ status: "any", cameOver: true })),
    ),
    wentOn: countEstimate(wentOn, about("went-on", drill({ status: "any", wentOn: true }))),
  };
}
