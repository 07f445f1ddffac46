import type { Day } from "@/lib/domain/shared/day";
import { sumByCurrency } from "@/lib/domain/shared/money";
import { LANE_CARDS, PAGE_SIZES } from "@/lib/features/deals/input";
import type { BoardCard, BoardColumn, BoardData } from "@/lib/features/deals/view";

/**
 * A card on screen; `moving` while the server has not answered yet, `ahead` when it was moved to a place that is further on than
 * its stage is loaded.
 */
export type Card = BoardCard & { moving?: boolean; ahead?: boolean };

/** A stage on screen; `ended` once its last page is there. */
export type Column = BoardColumn & { ended?: boolean };

/** A move that is shown before it is saved: to a stage, or off the board (null). */
export type Pending = Readonly<Record<string, { readonly to: string | null }>>;

/** Where a deal without a due step sorts. */
const NEVER = "9999-12-31";
export const dueOf = (card: BoardCard): string => card.nextDue ?? NEVER;

/** The order of a column: by due day, then by id. The same as the server's. */
const before = (a: BoardCard, b: BoardCard): boolean =>
  dueOf(a) === dueOf(b) ? a.id < b.id : dueOf(a) < dueOf(b);

/** Where cards stand: a stage, on a board with lanes the part of it that one lane holds. */
export type Cell = { readonly stageKey: string; readonly lane?: string };

/** A cell as one text. */
export const cellId = ({ stageKey, lane }: Cell): string =>
  lane === undefined ? stageKey : `${lane} ${stageKey}`;

const same = (a: Cell, b: Cell): boolean => a.stageKey === b.stageKey && a.lane === b.lane;

/** What stands in a cell; undefined where nothing does. */
export const columnAt = (board: BoardData, cell: Cell): Column | undefined =>
  board.columns.find((column) => same(column, cell));

/** A card and where it stands; null when it is not among those loaded. */
export function findCard(board: BoardData, id: string): ({ card: Card } & Cell) | null {
  for (const { stageKey, lane, cards } of board.columns) {
    const card = cards.find((each) => each.id === id);
    if (card) return { card, stageKey, lane };
  }
  return null;
}

const changed = (board: BoardData, cell: Cell, change: (column: Column) => Column): BoardData => ({
  ...board,
  columns: board.columns.map((column) => (same(column, cell) ? change(column) : column)),
});

const amountOf = (card: BoardCard, sign: 1 | -1) =>
  card.amountMinor === null ? [] : [{ minor: sign * card.amountMinor, currency: card.currency }];

/** The board without a card: its column counts and sums one less. */
export function withoutCard(board: BoardData, id: string): BoardData {
  const found = findCard(board, id);
  if (!found) return board;
  return changed(board, found, (column) => ({
    ...column,
    count: column.count - 1,
    sums: sumByCurrency([...(column.sums ?? []), ...amountOf(found.card, -1)]),
    cards: column.cards.filter((each) => each.id !== id),
  }));
}

/** The board with a card added to a cell, at its place by urgency. */
export function withCard(board: BoardData, card: Card, { stageKey, lane }: Cell): BoardData {
  const cell = { stageKey, lane };
  const at = columnAt(board, cell)
    ? board
    : { ...board, columns: [...board.columns, { ...cell, count: 0, sums: [], cards: [] }] };
  return changed(at, cell, (column) => {
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
    return withCard(without, moved(found.card, shown.today), { stageKey: to, lane: found.lane });
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
  if (to === null) return without;
  return withCard(without, { ...moved(found.card, board.today), version }, { ...found, stageKey: to });
}

/** A page of a stage's cards: what comes after the last one that is loaded. */
export type NextPage = {
  readonly size: (typeof PAGE_SIZES)[number];
  readonly after: { readonly due: string; readonly id: string };
};

/** Whether a stage has cards that are not loaded. */
export const hasMore = ({ ended, cards, count }: Column): boolean => !ended && cards.length < count;

/** Whether nothing of a stage was read but its figures: of a lane that was folded away. */
export const isUnread = ({ cards, count }: Column): boolean => count > 0 && cards.length === 0;

/** Whether a stage holds more than what is read with the board. */
export const isKept = ({ lane, cards }: Column): boolean =>
  cards.length > (lane === undefined ? PAGE_SIZES[0] : LANE_CARDS);

/** Whether a board holds more than what is read with it. */
export const hasKept = (board: BoardData): boolean => board.columns.some(isKept);

/** The card that a stage was read up to. One that a move put at the end is not. */
const edgeOf = (column: Column): BoardCard | undefined =>
  column.cards.findLast(({ moving, ahead }: Card) => !moving && !ahead);

/**
 * The page that a stage wants next; null when it has all. Whoever scrolls on gets larger ones: ten thousand cards come in some
 * twenty pages.
 */
export function nextPage(column: Column): NextPage | null {
  const edge = edgeOf(column);
  if (!edge || !hasMore(column)) return null;
  const loaded = column.cards.length;
  return { size: loaded < 100 ? 50 : loaded < 500 ? 200 : 500, after: { due: dueOf(edge), id: edge.id } };
}

const inOrder = (cards: readonly BoardCard[]): BoardCard[] =>
  cards.toSorted((a, b) => (before(a, b) ? -1 : before(b, a) ? 1 : 0));

/**
 * The board with the next cards of one stage. Not when the stage was read anew meanwhile, and no longer knows the card that they
 * come after: there would be a gap.
 */
export function withMore(
  board: BoardData,
  cell: Cell,
  { size, after }: NextPage,
  more: readonly BoardCard[],
): BoardData {
  return changed(board, cell, (column) => {
    if (!column.cards.some((card) => card.id === after.id && dueOf(card) === after.due)) return column;
    const coming = new Set(more.map(({ id }) => id));
    const cards = inOrder([...column.cards.filter(({ id }) => !coming.has(id)), ...more]);
    return more.length < size ? { ...column, cards, ended: true } : { ...column, cards };
  });
}

/**
 * A fresh board that keeps the further pages that were loaded before, so that nobody's scrolling jumps back, with what changed in
 * them meanwhile. A stage where that is not known, or does not add up, begins anew.
 */
export function refreshed(previous: BoardData | undefined, fresh: BoardData): BoardData {
  const news = fresh.changed;
  if (!previous || !news) return fresh;
  const shown = new Set(fresh.columns.flatMap(({ cards }) => cards.map(({ id }) => id)));
  const known = new Set([...shown, ...news.ids]);
  return {
    ...fresh,
    columns: fresh.columns.map((column) => {
      const last = column.cards.at(-1);
      const old = columnAt(previous, column);
      if (!old || !last || column.count <= column.cards.length) return column;
      const edge = hasMore(old) ? edgeOf(old) : undefined;
      const kept = old.cards.filter(
        (card: Card) => !known.has(card.id) && !card.moving && !card.ahead && before(last, card),
      );
      const came = news.cards
        .filter((each) => same(each, column) && !shown.has(each.card.id))
        .flatMap(({ card }): Card[] => {
          if (!edge || !before(edge, card)) return [card];
          // It stands further on than was read; who moved it there keeps it in sight.
          return old.cards.some(({ id }) => id === card.id) ? [{ ...card, ahead: true }] : [];
        });
      const cards = inOrder([...column.cards, ...kept, ...came]);
      const addsUp = edge ? cards.length <= column.count : cards.length === column.count;
      return addsUp ? { ...column, cards } : column;
    }),
  };
}
