import { quarterOf } from "@/lib/domain/insights/deal-fact";
import { addDays, type Day } from "@/lib/domain/shared/day";
import type { PipelineFilter } from "@/lib/features/insights/input";

/** What the address of the pipeline page holds; everything may be absent. `process` is an id or "all". */
export type Search = {
  readonly process?: string;
  readonly owner?: string;
  readonly team?: string;
  readonly product?: string;
  readonly segment?: string;
  readonly quarter?: string;
  readonly from?: string;
  readonly to?: string;
  readonly asOf?: string;
  readonly knownAt?: string;
  readonly by?: string;
};
export const SEARCH_KEYS = [
  "process",
  "owner",
  "team",
  "product",
  "segment",
  "quarter",
  "from",
  "to",
  "asOf",
  "knownAt",
  "by",
] as const satisfies readonly (keyof Search)[];

/** Stands in the address for deals that have no team, product or segment. */
export const NONE = "none";
const orNull = (value: string | undefined) => (value === NONE ? null : value);

/** The address as a filter; `fallback` is the process shown when the address names none. */
export function filterOf(search: Search, fallback: string | undefined): PipelineFilter {
  const process = search.process ?? fallback;
  const filter = {
    processId: process === "all" ? undefined : process,
    ownerId: search.owner,
    teamId: orNull(search.team),
    productId: orNull(search.product),
    segment: orNull(search.segment),
    quarter: search.quarter,
    from: search.from,
    to: search.to,
    asOf: search.asOf,
    knownAt: search.knownAt,
    groupBy: (search.by ?? "owner") as PipelineFilter["groupBy"],
  };
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}

/** This quarter and the one before it, as of a day. */
export function quartersAt(asOf: Day): { current: string; previous: string } {
  const current = quarterOf(asOf);
  const month = String((Number(current.slice(6)) - 1) * 3 + 1).padStart(2, "0");
  return { current, previous: quarterOf(addDays(`${current.slice(0, 4)}-${month}-01`, -1)) };
}

export const yearBefore = (asOf: Day): Day => addDays(asOf, -364);
