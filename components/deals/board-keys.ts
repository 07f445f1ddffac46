import type { BoardCard, BoardData } from "@/lib/features/deals/view";
import { columnAt } from "./board-state";

const STEPS: Record<string, readonly [number, number]> = {
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  j: [0, 1],
  k: [0, -1],
  PageDown: [0, 8],
  PageUp: [0, -8],
  Home: [0, -Infinity],
  End: [0, Infinity],
};

/**
 * The card that a key leads to from another one: up and down in its stage, by one, by a screenful or to its ends (as far as it is
 * loaded), left and right to the next with cards. With `lanes` each keeps to its own, but one step up or down goes on in the next.
 */
export function neighbour(
  board: BoardData,
  stageKeys: readonly string[],
  from: string | null,
  key: string,
  lanes: readonly (string | undefined)[] = [undefined],
): string | null {
  const step = STEPS[key];
  if (!step) return null;
  const cells = lanes.map((lane) =>
    stageKeys.map((stageKey) => columnAt(board, { stageKey, lane })?.cards ?? []),
  );
  const holds = (cards: readonly BoardCard[]) => cards.some(({ id }) => id === from);
  const lane = cells.findIndex((row) => row.some(holds));
  const at = cells[lane]?.findIndex(holds) ?? -1;
  const cards = cells[lane]?.[at];
  if (!cards) return cells.flat().find((each) => each.length > 0)?.[0]?.id ?? null;
  const [aside, down] = step;
  const row = cards.findIndex(({ id }) => id === from);
  const next = (all: readonly (readonly BoardCard[])[], start: number, by: number) =>
    (by > 0 ? all.slice(start + 1) : all.slice(0, start).reverse()).find((each) => each.length > 0);
  if (aside !== 0) {
    const to = next(cells[lane] ?? [], at, aside);
    return to?.[Math.min(row, to.length - 1)]?.id ?? null;
  }
  const to = row + down;
  if (Math.abs(down) > 1) return cards[Math.max(0, Math.min(to, cards.length - 1))]?.id ?? null;
  if (cards[to]) return cards[to].id;
  // By one from the end of a stage leads nowhere; from that of a lane's part into the next lane.
  const stage = cells.map((each) => each[at] ?? []);
  return next(stage, lane, down)?.at(down > 0 ? 0 : -1)?.id ?? null;
}
