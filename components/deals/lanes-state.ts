import { sumByCurrency } from "@/lib/domain/shared/money";
import type { BoardColumn, BoardData, LanesData } from "@/lib/features/deals/view";

/** What stands over cards: how many, and their sums. */
export type Figures = Pick<BoardColumn, "count" | "sums">;

const total = (parts: readonly Figures[]): Figures => ({
  count: parts.reduce((sum, { count }) => sum + count, 0),
  sums: sumByCurrency(parts.flatMap(({ sums }) => sums ?? [])),
});

/** A page of lanes as a board: each part of a stage is a column that knows its lane. */
export function boardOf({ lanes, rest, ...page }: LanesData): BoardData {
  return {
    ...page,
    columns: lanes.flatMap(({ key, columns }) => columns.map((column) => ({ ...column, lane: key }))),
    lanes: { all: lanes.map(({ key, name, at }) => ({ key, name, at })), rest },
  };
}

/** A board with lanes and the page after them. What a deal that changed its lane meanwhile brings twice stays where it was. */
export function withLanes(board: BoardData, page: LanesData): BoardData {
  const more = boardOf(page);
  const known = new Set(board.lanes?.all.map(({ key }) => key));
  const fresh = more.lanes?.all.filter(({ key }) => !known.has(key)) ?? [];
  return {
    ...board,
    columns: [...board.columns, ...more.columns.filter(({ lane }) => lane && !known.has(lane))],
    lanes: { all: [...(board.lanes?.all ?? []), ...fresh], rest: page.rest },
  };
}

/** Where the next page of lanes begins; null when all are there. */
export function nextLanes({ lanes }: BoardData): { at: string; key: string } | null {
  const last = lanes?.all.at(-1);
  return last && lanes?.rest.count ? { at: last.at, key: last.key } : null;
}

/** The exact figures of a stage over all lanes, also of those that were not read. */
export const figuresOfStage = (board: BoardData, stageKey: string): Figures =>
  total(
    [...board.columns, ...(board.lanes?.rest.columns ?? [])].filter((each) => each.stageKey === stageKey),
  );

/** The exact figures of a lane, of all its stages or of one. */
export const figuresOfLane = (board: BoardData, key: string, stageKey?: string): Figures =>
  total(
    board.columns.filter(
      (each) => each.lane === key && (stageKey === undefined || each.stageKey === stageKey),
    ),
  );

/** The exact figures of the lanes that were not read, of all their stages or of one. */
export const figuresOfRest = ({ lanes }: BoardData, stageKey?: string): Figures =>
  total((lanes?.rest.columns ?? []).filter((each) => stageKey === undefined || each.stageKey === stageKey));

/** The exact figures of the whole board. */
export const figuresOf = (board: BoardData): Figures =>
  total([...board.columns, ...(board.lanes?.rest.columns ?? [])]);
