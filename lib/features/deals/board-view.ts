import type { Day } from "@/lib/domain/shared/day";
import type { Money } from "@/lib/domain/shared/money";
import type { LocalText } from "@/lib/domain/shared/text";

/** One card, as narrow as it can be: the board fetches hundreds of them. */
export type BoardCard = {
  id: string;
  title: string;
  company: string | null;
  amountMinor: number | null;
  currency: string;
  owner: string;
  /** Day it entered the stage; null when that is not known. */
  entered: Day | null;
  nextStepKey: string | null;
  nextDue: Day | null;
  /** Version of the process it follows. */
  versionId: string;
  version: number;
};

export type BoardColumn = {
  stageKey: string;
  /** On a board with lanes: the lane that this part of the stage is of. */
  lane?: string;
  /** Exact, over all deals, also those not loaded. One sum per currency. */
  count: number;
  sums: Money[];
  cards: BoardCard[];
};

/** What changes with every move: fetched as finished JSON. */
export type BoardData = {
  columns: BoardColumn[];
  today: Day;
  /** Where the event log stood: what happens later is asked for from here. */
  cursor: string;
  /**
   * What became of the deals that something happened to since an earlier cursor; those that stand on the board no longer have
   * no card. Null when it was not asked for, and when it was too much.
   */
  changed: { ids: string[]; cards: { stageKey: string; lane?: string; card: BoardCard }[] } | null;
  /** On a board with lanes: in their order, and what the lanes hold that were not read yet. */
  lanes?: { all: Lane[]; rest: LanesRest };
};

/** A lane: the deals of an owner, a team or a role; its name is null where it is those without one. */
export type Lane = {
  key: string;
  name: string | LocalText | null;
  /** Where it stands in the order of the lanes. */
  at: string;
};

/** The lanes that are further on: how many, and per stage the exact count and sums of their deals. */
export type LanesRest = { count: number; columns: Pick<BoardColumn, "stageKey" | "count" | "sums">[] };

/** A page of lanes, as it is read. */
export type LanesData = Pick<BoardData, "today" | "cursor" | "changed"> & {
  lanes: (Lane & { columns: BoardColumn[] })[];
  rest: LanesRest;
};

/** Something that happened to a deal of the board: which event, and whose (a member's id; null when nobody's). */
export type BoardChange = { id: string; type: string; by: string | null };
