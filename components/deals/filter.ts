import { DEFAULT_SORT, type DealCriteria, DealsAddress, type ListFilter } from "@/lib/features/deals/input";

/** What the address of the deals page says. */
export type DealsFilter = DealsAddress;

type Raw = Record<string, string | string[] | undefined>;

/** Reads the address's search part. Anything unknown in it is left out. */
export function readFilter(raw: Raw): DealsFilter {
  const entries = Object.entries(raw).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]);
  return DealsAddress.parse(Object.fromEntries(entries.filter(([, value]) => value)));
}

const text = (value: number | null | undefined): string | undefined =>
  value === null || value === undefined ? undefined : String(value);

/** The filter as the search part of an address; what is the default is left out. */
export function writeFilter(filter: Partial<DealsFilter>): Record<string, string | undefined> {
  const list = filter.view === "list";
  return {
    view: list ? "list" : undefined,
    process: filter.process ?? undefined,
    owner: filter.owner ?? undefined,
    unowned: list && filter.unowned ? "1" : undefined,
    team: filter.team ?? undefined,
    stage: filter.stage ?? undefined,
    status: filter.outcome || filter.status === "open" ? undefined : filter.status,
    outcome: filter.outcome ?? undefined,
    company: filter.company ?? undefined,
    from: text(filter.from),
    to: text(filter.to),
    currency: filter.currency ?? undefined,
    closeFrom: filter.closeFrom ?? undefined,
    closeTo: filter.closeTo ?? undefined,
    due: filter.due ?? undefined,
    idle: text(filter.idle),
    q: filter.q || undefined,
    sort: filter.sort === DEFAULT_SORT ? undefined : filter.sort,
    columns: filter.columns ? filter.columns.join(",") || "none" : undefined,
    density: filter.density === "compact" ? "compact" : undefined,
  };
}

/** Which deals, in which order: what the list asks of the server. */
export const toCriteria = (filter: DealsFilter): DealCriteria & Pick<ListFilter, "sort"> => ({
  processId: filter.process,
  ownerId: filter.owner,
  unowned: filter.unowned,
  teamId: filter.team,
  stageKey: filter.stage,
  status: filter.status,
  outcome: filter.outcome,
  companyId: filter.company,
  amountFrom: filter.from,
  amountTo: filter.to,
  currency: filter.currency,
  closeFrom: filter.closeFrom,
  closeTo: filter.closeTo,
  due: filter.due,
  idle: filter.idle,
  q: filter.q,
  sort: filter.sort,
});
