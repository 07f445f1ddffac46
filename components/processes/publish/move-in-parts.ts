import type { Switched } from "@/lib/features/processes/view";
import type { Result } from "@/lib/platform/verb";

/** As many deals as one request moves: each is a short transaction, and how far it is can be shown. */
export const PART = 25;

/**
 * Moves deals a part at a time. `told` hears how many were asked so far. A part that is refused stays as it is, named with
 * the reason, and so does all that follows it: nothing that went over is taken back.
 */
export async function moveInParts<D extends { readonly id: string }>(
  deals: readonly D[],
  move: (part: D[]) => Promise<Result<Switched>>,
  told: (asked: number) => void,
): Promise<Switched> {
  let all: Switched = { moved: [], kept: [] };
  for (let from = 0; from < deals.length; from += PART) {
    const result = await move(deals.slice(from, from + PART));
    if (!result.ok) {
      const why = result.refusal.code;
      return { ...all, kept: [...all.kept, ...deals.slice(from).map(({ id }) => ({ id, why }))] };
    }
    all = { moved: [...all.moved, ...result.value.moved], kept: [...all.kept, ...result.value.kept] };
    told(Math.min(deals.length, from + PART));
  }
  return all;
}
