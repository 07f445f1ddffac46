import type { Anchor, Window, WindowUnit } from "../process/types";

const stageEntry: Anchor = { kind: "stage-entry" };
const days: WindowUnit = "working-days";

/** At most `latest` working days (or another unit) after the stage was entered. */
export const within = (latest: number, unit: WindowUnit = days): Window => ({
  anchor: stageEntry,
  unit,
  earliest: null,
  latest,
});

/** Between two moments after the stage was entered. */
export const between = (earliest: number, latest: number, unit: WindowUnit = days): Window => ({
  anchor: stageEntry,
  unit,
  earliest,
  latest,
});

/** At most `latest` after another step was done. */
export const after = (stepKey: string, latest: number, unit: WindowUnit = days): Window => ({
  anchor: { kind: "step", stepKey },
  unit,
  earliest: 0,
  latest,
});

/** From `earliest` to `latest` units before the expected close. */
export const beforeClose = (earliest: number, latest: number, unit: WindowUnit = days): Window => ({
  anchor: { kind: "expected-close" },
  unit,
  earliest: -earliest,
  latest: -latest,
});
