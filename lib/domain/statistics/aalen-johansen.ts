import { type Observation, riskSteps } from "./risk-set";

export type IncidencePoint = {
  readonly time: number;
  /** Share that has not ended by any cause. */
  readonly survival: number;
  /** Share that has ended by each cause. With `survival` they always add up to 1. */
  readonly incidence: ReadonlyMap<string, number>;
};

/**
 * Cumulative incidence of competing endings (Aalen and Johansen 1978): what share was won, lost, ... by each time,
 * while open deals count as not decided yet instead of as lost or as absent.
 */
export function aalenJohansen(observations: readonly Observation[]): IncidencePoint[] {
  const causes = [...new Set(observations.flatMap(({ cause }) => (cause === null ? [] : [cause])))].sort();
  const incidence = new Map(causes.map((cause) => [cause, 0]));
  let survival = 1;
  return riskSteps(observations).map(({ time, atRisk, ended, byCause }) => {
    for (const [cause, count] of byCause) {
      incidence.set(cause, (incidence.get(cause) ?? 0) + (survival * count) / atRisk);
    }
    survival *= 1 - ended / atRisk;
    return { time, survival, incidence: new Map(incidence) };
  });
}

/** The share ended by `cause` at `time`; 0 before the first ending. The curve is read, never extended. */
export function incidenceAt(curve: readonly IncidencePoint[], cause: string, time: number): number {
  return curve.findLast((point) => point.time <= time)?.incidence.get(cause) ?? 0;
}
