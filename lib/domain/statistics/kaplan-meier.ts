import { criticalValue } from "./normal";
import { type Observation, riskSteps } from "./risk-set";

export type SurvivalPoint = {
  readonly time: number;
  readonly atRisk: number;
  /** Share that has not ended just after `time`. */
  readonly survival: number;
  /** Greenwood's standard error. */
  readonly se: number;
  /** Interval on the log-log scale; null once nothing survives. */
  readonly lo: number | null;
  readonly hi: number | null;
};

/**
 * Kaplan-Meier curve of "not ended yet", any cause counting as the end, with Greenwood's error and the log-log
 * interval of R `survfit(conf.type = "log-log")`. It stops at the last end and is never extrapolated.
 */
export function kaplanMeier(observations: readonly Observation[], level = 0.95): SurvivalPoint[] {
  const z = criticalValue(level);
  let [survival, greenwood] = [1, 0];
  return riskSteps(observations).map(({ time, atRisk, ended }) => {
    survival *= 1 - ended / atRisk;
    greenwood += ended / (atRisk * (atRisk - ended));
    if (ended === atRisk || survival <= 0) return { time, atRisk, survival: 0, se: 0, lo: null, hi: null };
    const spread = Math.exp((z * Math.sqrt(greenwood)) / Math.log(survival));
    return {
      time,
      atRisk,
      survival,
      se: survival * Math.sqrt(greenwood),
      lo: survival ** (1 / spread),
      hi: survival ** spread,
    };
  });
}

/** First time a falling curve is at or below the level; half way to the next step when it is exactly there, as R does. */
function crossing(
  curve: readonly SurvivalPoint[],
  read: (point: SurvivalPoint) => number | null,
  share: number,
) {
  for (const [index, point] of curve.entries()) {
    const height = read(point);
    if (height === null || height > share + 1e-9) continue;
    const next = curve[index + 1];
    return Math.abs(height - share) < 1e-9 && next ? (point.time + next.time) / 2 : point.time;
  }
  return null;
}

/**
 * The time by which a share `p` has ended (0.5: the median), with the interval where the curve's log-log bounds
 * cross the same level. Null where the curve or a bound never gets there.
 */
export function survivalQuantile(observations: readonly Observation[], p = 0.5, level = 0.95) {
  const curve = kaplanMeier(observations, level);
  return {
    value: crossing(curve, (point) => point.survival, 1 - p),
    lo: crossing(curve, (point) => point.lo, 1 - p),
    hi: crossing(curve, (point) => point.hi, 1 - p),
  };
}
