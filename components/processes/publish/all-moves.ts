import type { Refusal } from "@/lib/domain/shared/result";
import type { Moves } from "@/lib/features/processes/view";
import type { Result } from "@/lib/platform/verb";

/** As many pages as are read again to find what was chosen. */
const MOST_PAGES = 20;

/**
 * The pages of open deals as one: at least `pages` of them, and on until every deal of `wanted` is among them (one
 * that is under way no more is on none). Gives what it could read with the refusal where it stopped.
 */
export async function readPages(
  read: (after: string | null) => Promise<Result<Moves>>,
  { pages, wanted }: { readonly pages: number; readonly wanted: ReadonlySet<string> },
): Promise<{ readonly moves: Moves; readonly pages: number } | Refusal> {
  let found = null as Moves | null;
  for (let page = 1; ; page++) {
    const result = await read(found?.next ?? null);
    if (!result.ok) return result.refusal;
    found = { ...result.value, deals: [...(found?.deals ?? []), ...result.value.deals] };
    const there = new Set(found.deals.map(({ id }) => id));
    const missing = [...wanted].some((id) => !there.has(id));
    if (found.next === null || (page >= pages && !missing) || page >= MOST_PAGES)
      return { moves: found, pages: page };
  }
}
