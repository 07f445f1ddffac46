import type { Day } from "../shared/day";
import type { GateId, Level } from "./gates";

/** How a gate stands, in a form that any language can say. */
export type Measure =
  | {
      readonly kind: "stages";
      readonly version: number | null;
      readonly stages: number;
      readonly empty: number;
    }
  | { readonly kind: "share"; readonly of: string; readonly k: number; readonly n: number }
  | {
      readonly kind: "median";
      readonly value: number;
      readonly lo: number | null;
      readonly hi: number | null;
      readonly n: number;
    }
  | { readonly kind: "ago"; readonly of: string; readonly days: number; readonly on: Day }
  | { readonly kind: "count"; readonly of: string; readonly n: number }
  | { readonly kind: "hours"; readonly hours: number }
  | { readonly kind: "never"; readonly of: string }
  | { readonly kind: "unseen" };

/** What a gate asks for. */
export type Need =
  | { readonly kind: "stages"; readonly min: number }
  | { readonly kind: "share"; readonly of: string; readonly min: number }
  | { readonly kind: "count"; readonly of: string; readonly min: number }
  | { readonly kind: "within"; readonly of: string; readonly days: number }
  | { readonly kind: "hours"; readonly min: number };

/** Minutes of somebody's time, or weeks until enough has happened. */
export type Effort = { readonly unit: "minutes" | "weeks"; readonly amount: number };

/** A gate judged for one level. `action` names what meets it; `waitsFor` what must exist before it can be measured. */
export type Judgement = {
  readonly gate: GateId;
  readonly level: Exclude<Level, 1>;
  readonly state: "met" | "not-met" | "not-measurable";
  readonly now: readonly Measure[];
  readonly needed: readonly Need[];
  readonly windowDays: number | null;
  /** Cases behind it. */
  readonly n: number;
  /** How many more cases meet it (or make it measurable); null where that cannot be said. */
  readonly missing: number | null;
  readonly waitsFor: string | null;
  readonly effort: Effort | null;
  /** The day on which it stops being met by the passing of time alone. */
  readonly lapsesOn: Day | null;
};

export type JudgedLevel = Exclude<Level, 1>;
/** What one judge finds; the rest of a judgement is the same for all. */
export type Finding = Pick<Judgement, "state" | "now" | "needed" | "n"> &
  Partial<Pick<Judgement, "missing" | "waitsFor" | "effort" | "lapsesOn">>;
