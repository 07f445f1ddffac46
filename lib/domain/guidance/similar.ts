import type { Day } from "../shared/day";
import type { Money } from "../shared/money";

/** What two deals can have in common. */
export const LIKENESSES = ["company", "product", "segment", "sector", "amount"] as const;
export type Likeness = (typeof LIKENESSES)[number];

/** What a deal is like: ids and names as they are kept; null where it is not known. */
export type DealTraits = {
  readonly companyId: string | null;
  readonly productId: string | null;
  readonly segment: string | null;
  readonly sector: string | null;
  readonly amount: Money | null;
};

/** What each likeness counts. The kind of buyer and of purchase say more about the road than the size does. */
const WEIGHT: Record<Likeness, number> = { company: 3, product: 3, segment: 2, sector: 2, amount: 1 };
/** Amounts of one currency that differ by at most this factor are alike. */
const FACTOR = 2;

const same = (a: string | null, b: string | null): boolean =>
  a !== null && a !== "" && a.toLowerCase() === b?.toLowerCase();

function alike(a: Money | null, b: Money | null): boolean {
  if (!a || !b || a.currency !== b.currency || a.minor <= 0 || b.minor <= 0) return false;
  return Math.max(a.minor, b.minor) <= FACTOR * Math.min(a.minor, b.minor);
}

/** What two deals have in common, in the order of `LIKENESSES`. What is not known of either is never common. */
export function likenesses(a: DealTraits, b: DealTraits): Likeness[] {
  const holds: Record<Likeness, boolean> = {
    company: same(a.companyId, b.companyId),
    product: same(a.productId, b.productId),
    segment: same(a.segment, b.segment),
    sector: same(a.sector, b.sector),
    amount: alike(a.amount, b.amount),
  };
  return LIKENESSES.filter((each) => holds[each]);
}

/**
 * Of won deals those most like `deal`, at most `count`: what they have in common, by weight; the latest win decides between
 * equals. One that has nothing in common is not similar and is left out.
 */
export function mostSimilar<T extends DealTraits & { readonly id: string; readonly closedOn: Day }>(
  deal: DealTraits,
  won: readonly T[],
  count: number,
): (T & { readonly shared: readonly Likeness[] })[] {
  const weight = (shared: readonly Likeness[]) => shared.reduce((sum, each) => sum + WEIGHT[each], 0);
  return won
    .map((each) => ({ ...each, shared: likenesses(deal, each) }))
    .filter(({ shared }) => shared.length > 0)
    .sort(
      (a, b) =>
        weight(b.shared) - weight(a.shared) ||
        (a.closedOn < b.closedOn ? 1 : a.closedOn > b.closedOn ? -1 : a.id < b.id ? -1 : 1),
    )
    .slice(0, count);
}
