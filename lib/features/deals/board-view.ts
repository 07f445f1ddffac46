import type { Day } from "@/lib/domain/shared/day";
import type { Money } from "@/lib/domain/shared/money";

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
  changed: { ids: string[]; cards: { stageKey: string; card: BoardCard }[] } | null;
};

/** Something that happened to a deal of the board: which event, and whose (a member's id; null when nobody's). */
export type BoardChange = { id: string; type: string; by: string | null };
