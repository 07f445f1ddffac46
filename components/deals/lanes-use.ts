import type { Group } from "@/lib/features/deals/input";
import type { BoardData } from "@/lib/features/deals/view";
import type { Cell, findCard } from "./board-state";

/** What a board with lanes needs beside its cards. */
export type LanesUse = {
  group: Group;
  lanes: NonNullable<BoardData["lanes"]>;
  /** Lanes that are shown as their heading alone. */
  folded: readonly string[];
  toggle: (key: string) => void;
  /** The card in the hand, and the stage that it is over. */
  lifted: ReturnType<typeof findCard>;
  over: string | null;
  onMore: (cell: Cell) => void;
  onLanes: () => void;
};
