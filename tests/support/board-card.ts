import type { BoardCard } from "@/lib/features/deals/view";

/** A card of the board whose deal is worth one euro. */
export const boardCard = (id: string, more: Partial<BoardCard> = {}): BoardCard => ({
  id,
  title: id,
  company: null,
  amountMinor: 100,
  currency: "EUR",
  owner: "o",
  entered: "2026-11-01",
  nextStepKey: "s",
  nextDue: null,
  versionId: "v",
  version: 1,
  ...more,
});
