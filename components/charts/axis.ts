/** Text of axes and labels, as the caption of the type scale. */
export const TEXT = { fontSize: 12, fontWeight: 500, fontFamily: "var(--font-ui)" } as const;

/** An axis without lines of its own. */
export const AXIS = {
  tick: { ...TEXT, fill: "var(--ink-3)" },
  tickLine: false,
  axisLine: { stroke: "var(--line)" },
} as const;

export const DASH = ["0", "6 3", "2 3", "8 3 2 3"] as const;
