import type { DealsAddress } from "@/lib/features/deals/input";

export { readFilter, sameView, toCriteria, writeFilter } from "@/lib/features/deals/input";
/** What the address of the deals page says. */
export type DealsFilter = DealsAddress;
