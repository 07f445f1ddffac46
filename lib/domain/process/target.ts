export const TARGET_UNITS = ["count", "money", "percent", "days"] as const;

/** The figure that a process serves. */
export type Target = {
  readonly label: string;
  readonly value: number;
  readonly unit: (typeof TARGET_UNITS)[number];
};
