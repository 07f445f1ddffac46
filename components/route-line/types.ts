export type RouteState = "behind" | "here" | "ahead";

/** A step, drawn as a stop. `early` (right thing, wrong moment) is half filled, `skipped` falls off the line. */
export type RouteStop = {
  readonly key: string;
  readonly name: string;
  readonly state: RouteState | "early" | "skipped";
  readonly important?: boolean;
  /** Said beside a skipped stop, usually the reason. */
  readonly note?: string;
  /** Place within its stage, 0 (entry) to 1 (exit); absent: evenly spread. */
  readonly at?: number;
};

/** A stage, drawn as the station at its start and the line to the next one. */
export type RouteStage = {
  readonly key: string;
  readonly name: string;
  readonly state: RouteState;
  /** The stage was entered while the exit of the one before is not proven by the buyer: a hollow double line. */
  readonly claimed?: boolean;
  /** The way ended in this stage without a win: the line stops here. */
  readonly ended?: boolean;
  /** Days spent, expected or planned: the length of its line on `gps`. */
  readonly days?: number;
  /** A short line below the name, finished words. */
  readonly note?: string;
  /** What the buyer does meanwhile (`process`). */
  readonly buyerStep?: string;
  /** What the buyer says or does at the end of the stage; empty or absent draws a dashed interchange (`process`). */
  readonly proof?: string | null;
  readonly steps?: readonly RouteStop[];
};

export type RouteEnd = { readonly name: string; readonly note?: string; readonly reached?: boolean };

/** Everything a route line shows; finished words in the reader's language, no ids of rows. */
export type RouteView = {
  /** A route to travel, such as a process: nobody is on it, so nothing of it is behind or ahead of anybody. */
  readonly plan?: boolean;
  readonly stages: readonly RouteStage[];
  readonly end?: RouteEnd;
  /** How it ended where a stage says `ended`, in a word. */
  readonly outcome?: string;
  /** Days in the stage where the deal is now. */
  readonly day?: number;
};
