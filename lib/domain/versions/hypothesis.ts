/** What a version may be expected to move. */
export const METRICS = ["win-rate", "cycle-days", "stage-days", "steps-on-time", "deal-value"] as const;
export type Metric = (typeof METRICS)[number];

/** One expectation, settled before the version runs. `size` counts points, days or percent, as the metric does. */
export type Hypothesis = {
  readonly metric: Metric;
  /** Only for `stage-days`. */
  readonly stageKey?: string;
  readonly direction: "up" | "down";
  readonly size: number | null;
};
