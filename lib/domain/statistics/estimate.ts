import type { Day } from "../shared/day";

type Scalar = string | number | boolean | null;
/** Which deals (or other rows) a number is about, as plain JSON: it opens exactly those. */
export type DrillFilter = { readonly [field: string]: Scalar | readonly Scalar[] | undefined };

/** What was left out of a number, and how many. `reason` is a message key; `what` names it where one is needed. */
export type Exclusion = { readonly reason: string; readonly n: number; readonly what?: string };

export type Unit = "share" | "days" | "money" | "count";
/** ok: show it. thin: show the interval first, never rank or colour it. insufficient: show the counts only. */
export type EstimateStatus = "ok" | "thin" | "insufficient";
export type Method = "count" | "sum" | "wilson" | "quantile" | "mean";

/** A number that can be defended: what it is, how sure we are, how it was made and which deals are behind it. */
export type Estimate = {
  /** Null when there is too little to show one. Shares run from 0 to 1, money is in minor units. */
  readonly value: number | null;
  readonly unit: Unit;
  /** Bounds of the interval at `level`; null where there is none. */
  readonly lo: number | null;
  readonly hi: number | null;
  readonly level: 0.95;
  /** How many cases it rests on. */
  readonly n: number;
  /** Of a share: the cases that count, so that "3 of 4" can be shown. */
  readonly k: number | null;
  readonly status: EstimateStatus;
  readonly method: Method;
  /** Message key of the definition, for example `win-rate.closed-period`. */
  readonly definition: string;
  readonly asOf: Day;
  readonly exclusions: readonly Exclusion[];
  readonly drill: DrillFilter;
  /** How many more cases until there is a value; null when there is one. */
  readonly need: number | null;
};

/** What every estimate must say about itself. */
export type EstimateContext = {
  readonly definition: string;
  readonly asOf: Day;
  readonly drill: DrillFilter;
  readonly exclusions?: readonly Exclusion[];
};

/** Fewest cases for a share. */
export const MIN_SHARE = 5;
/** Fewest cases for a median, a quartile or a mean. */
export const MIN_MIDDLE = 8;
/** From here a share or a middle is no longer thin, and P80 or P90 may be given. */
export const MIN_SOLID = 20;

/** Status of a figure that needs `min` cases and is solid from MIN_SOLID. */
export const statusOf = (n: number, min: number): EstimateStatus =>
  n < min ? "insufficient" : n < MIN_SOLID ? "thin" : "ok";

const base = { level: 0.95, lo: null, hi: null, k: null, need: null } as const;

/** Puts the parts of an estimate together; a value that is not allowed yet is withheld and `need` says how far off. */
export function estimate(
  parts: Pick<Estimate, "value" | "unit" | "n" | "method"> & Partial<Pick<Estimate, "lo" | "hi" | "k">>,
  min: number,
  context: EstimateContext,
): Estimate {
  const status = min === 0 ? "ok" : statusOf(parts.n, min);
  const withheld = status === "insufficient";
  return {
    ...base,
    ...parts,
    ...(withheld && { value: null, lo: null, hi: null, need: min - parts.n }),
    status,
    definition: context.definition,
    asOf: context.asOf,
    exclusions: (context.exclusions ?? []).filter(({ n }) => n > 0),
    drill: context.drill,
  };
}

/** A number of cases: exact, so always ok. */
export const countEstimate = (n: number, context: EstimateContext): Estimate =>
  estimate({ value: n, unit: "count", n, method: "count" }, 0, context);
