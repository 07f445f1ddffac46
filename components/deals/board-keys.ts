import type { BoardData } from "@/lib/features/deals/view";

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
 * loaded), left and right to the next with cards.
 */
export function neighbour(
  board: BoardData,
  stageKeys: readonly string[],
  from: string | null,
  key: string,
): string | null {
  const step = STEPS[key];
  if (!step) return null;
  const columns = stageKeys
    .map((stageKey) => board.columns.find((column) => column.stageKey === stageKey)?.cards ?? [])
    .filter((cards) => cards.length > 0);
  const at = columns.findIndex((cards) => cards.some(({ id }) => id === from));
  if (at < 0) return columns[0]?.[0]?.id ?? null;
  const row = columns[at]?.findIndex(({ id }) => id === from) ?? 0;
  const cards = columns[at + step[0]];
  if (!cards) return null;
  const last = cards.length - 1;
  if (step[0] !== 0) return cards[Math.min(row, last)]?.id ?? null;
  // By one from an end leads nowhere; further steps stop there.
  const to = row + step[1];
  return cards[Math.abs(step[1]) === 1 ? to : Math.max(0, Math.min(to, last))]?.id ?? null;
}
