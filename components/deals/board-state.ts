import type { Day } from "@/lib/domain/shared/day";
import { sumByCurrency } from "@/lib/domain/shared/money";
import type { BoardCard, BoardColumn, BoardData } from "@/lib/features/deals/view";

/** A card on screen; `moving` while the server has not answered yet. */
export type Card = BoardCard & { moving?: boolean };

/** A move that is shown before it is saved: to a stage, or off the board (null). */
export type Pending = Readonly<Record<string, { readonly to: string | null }>>;

/** Where a deal without a due step sorts. */
const NEVER = "9999-12-31";
export const dueOf = (card: BoardCard): string => card.nextDue ?? NEVER;

/** The order of a column: by due day, then by id. The same as the server's. */
const before = (a: BoardCard, b: BoardCard): boolean =>
  dueOf(a) === dueOf(b) ? a.id < b.id : dueOf(a) < dueOf(b);

/** A card and the stage it stands in; null when it is not among those loaded. */
export function findCard(board: BoardData, id: string): { card: Card; stageKey: string } | null {
  for (const column of board.columns) {
    const card = column.cards.find((each) => each.id === id);
    if (card) return { card, stageKey: column.stageKey };
  }
  return null;
}

const changed = (
  board: BoardData,
  stageKey: string,
  change: (column: BoardColumn) => BoardColumn,
): BoardData => ({
  ...board,
  columns: board.columns.map((column) => (column.stageKey === stageKey ? change(column) : column)),
});

const amountOf = (card: BoardCard, sign: 1 | -1) =>
  card.amountMinor === null ? [] : [{ minor: sign * card.amountMinor, currency: card.currency }];

/** The board without a card: its column counts and sums one less. */
export function withoutCard(board: BoardData, id: string): BoardData {
  const found = findCard(board, id);
  if (!found) return board;
  return changed(board, found.stageKey, (column) => ({
    ...column,
    count: column.count - 1,
    sums: sumByCurrency([...(column.sums ?? []), ...amountOf(found.card, -1)]),
    cards: column.cards.filter((each) => each.id !== id),
  }));
}

/** The board with a card added to a stage, at its place by urgency. */
export function withCard(board: BoardData, card: Card, stageKey: string): BoardData {
  const known = board.columns.some((column) => column.stageKey === stageKey);
  const at = known
    ? board
    : { ...board, columns: [...board.columns, { stageKey, count: 0, sums: [], cards: [] }] };
  return changed(at, stageKey, (column) => {
    const index = column.cards.findIndex((each) => before(card, each));
    return {
      ...column,
      count: column.count + 1,
      sums: sumByCurrency([...(column.sums ?? []), ...amountOf(card, 1)]),
      cards: index < 0 ? [...column.cards, card] : column.cards.toSpliced(index, 0, card),
    };
  });
}

/** The board as it is shown: with every move that waits for its answer. */
export function withPending(board: BoardData, pending: Pending): BoardData {
  return Object.entries(pending).reduce((shown, [id, { to }]) => {
    const found = findCard(shown, id);
    if (!found || found.stageKey === to) return shown;
    const without = withoutCard(shown, id);
    if (to === null) return without;
    return withCard(without, moved(found.card, shown.today), to);
  }, board);
}

/** A card on its way: new in its stage today, its next step known again once the server has answered. */
const moved = (card: Card, today: Day): Card => ({
  ...card,
  entered: today,
  nextStepKey: null,
  moving: true,
});

/** The board after a move was saved. */
export function afterMove(board: BoardData, id: string, to: string | null, version: number): BoardData {
  const found = findCard(board, id);
  if (!found) return board;
  const without = withoutCard(board, id);
  return to === null ? without : withCard(without, { ...moved(found.card, board.today), version }, to);
}

/** The board with the next cards of one stage at its end. Cards that are loaded already stay where they are. */
export function withMore(board: BoardData, stageKey: string, more: readonly BoardCard[]): BoardData {
  return changed(board, stageKey, (column) => {
    const known = new Set(column.cards.map(({ id }) => id));
    return { ...column, cards: [...column.cards, ...more.filter(({ id }) => !known.has(id))] };
  });
}

/** A fresh board that keeps the further pages that were loaded before, so that nobody's scrolling jumps back. */
export function refreshed(previous: BoardData | undefined, fresh: BoardData): BoardData {
  if (!previous) return fresh;
  const seen = new Set(fresh.columns.flatMap(({ cards }) => cards.map(({ id }) => id)));
  return {
    ...fresh,
    columns: fresh.columns.map((column) => {
      const last = column.cards.at(-1);
      const old = previous.columns.find(({ stageKey }) => stageKey === column.stageKey);
      if (!old || !last || column.count <= column.cards.length) return column;
      const rest = old.cards.filter((card) => !seen.has(card.id) && before(last, card));
      return { ...column, cards: [...column.cards, ...rest].slice(0, column.count) };
    }),
  };
}
