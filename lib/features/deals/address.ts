import { z } from "zod";
import { OUTCOMES } from "@/lib/domain/run/events";
import { isDay } from "@/lib/domain/shared/day";
import {
  COLUMNS,
  DEFAULT_SORT,
  DENSITIES,
  type DealCriteria,
  DUES,
  GROUPS,
  type ListFilter,
  MAX_IDLE,
  MAX_MINOR,
  SORTS,
  STATUSES,
} from "./list-input";

const Id = z.uuid();
const Day = z.string().refine(isDay);
const Minor = z.int().min(-MAX_MINOR).max(MAX_MINOR);
const Currency = z.string().regex(/^[A-Z]{3}$/);
const found = <T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values).nullable().catch(null).default(null);
const id = Id.nullable().catch(null).default(null);
const day = Day.nullable().catch(null).default(null);
const minor = z.coerce.number().pipe(Minor).nullable().catch(null).default(null);
const flag = z
  .literal("1")
  .transform(() => true)
  .catch(false)
  .default(false);

/** The columns in the order in which they stand, whatever the order and whatever else is written. */
const columns = z
  .string()
  .transform((text) => {
    const said = new Set(text.split(","));
    return COLUMNS.filter((column) => said.has(column));
  })
  .nullable()
  .catch(null)
  .default(null);

/** What the address of the deals says, value by value; a saved view is read by it, too. What is unknown is left out. */
export const DealsAddress = z
  .object({
    view: z.enum(["board", "list"]).catch("board").default("board"),
    process: id,
    owner: id,
    unowned: flag,
    team: id,
    /** The owner's commercial role. */
    role: id,
    stage: z.string().min(1).max(100).nullable().catch(null).default(null),
    status: z.enum(STATUSES).catch("open").default("open"),
    outcome: found(OUTCOMES),
    company: id,
    from: minor,
    to: minor,
    currency: Currency.nullable().catch(null).default(null),
    closeFrom: day,
    closeTo: day,
    due: found(DUES),
    idle: z.coerce.number().pipe(z.int().min(1).max(MAX_IDLE)).nullable().catch(null).default(null),
    q: z.string().trim().max(100).catch("").default(""),
    sort: z.enum(SORTS).catch(DEFAULT_SORT).default(DEFAULT_SORT),
    columns,
    density: z.enum(DENSITIES).catch("comfortable").default("comfortable"),
    /** What the lanes of the board are; the list only keeps it for the way back. */
    group: found(GROUPS),
    /** The saved view that this was opened from; what it shows may have been changed since. */
    saved: id,
    /** What was asked for and is no longer here, where it can no longer be named. */
    without: found(["process"]),
  })
  .transform((address) => ({
    ...address,
    // The board shows open deals whoever owns them; only the list can ask for those without an owner.
    unowned: address.view === "list" && address.unowned,
    status: address.outcome ? ("closed" as const) : address.status,
  }));
export type DealsAddress = z.output<typeof DealsAddress>;

type Raw = Record<string, string | string[] | undefined>;

/** Reads the address's search part. Anything unknown in it is left out. */
export function readFilter(raw: Raw): DealsAddress {
  const entries = Object.entries(raw).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]);
  return DealsAddress.parse(Object.fromEntries(entries.filter(([, value]) => value)));
}

const text = (value: number | null | undefined): string | undefined =>
  value === null || value === undefined ? undefined : String(value);

/** The filter as the search part of an address; what is the default is left out. */
export function writeFilter(filter: Partial<DealsAddress>): Record<string, string | undefined> {
  const list = filter.view === "list";
  return {
    view: list ? "list" : undefined,
    process: filter.process ?? undefined,
    owner: filter.owner ?? undefined,
    unowned: list && filter.unowned ? "1" : undefined,
    team: filter.team ?? undefined,
    role: filter.role ?? undefined,
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
    group: filter.group ?? undefined,
    density: filter.density === "compact" ? "compact" : undefined,
    saved: filter.saved ?? undefined,
    without: filter.without ?? undefined,
  };
}

/** Which deals, in which order: what the list asks of the server. */
export const toCriteria = (filter: DealsAddress): DealCriteria & Pick<ListFilter, "sort"> => ({
  processId: filter.process,
  ownerId: filter.owner,
  unowned: filter.unowned,
  teamId: filter.team,
  roleId: filter.role,
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

/** What a search part shows, without the way it was come by. A list has no lanes. */
export function viewOf(raw: Raw): Record<string, string | undefined> {
  const filter = readFilter(raw);
  const group = filter.view === "board" ? filter.group : null;
  return writeFilter({ ...filter, group, saved: null, without: null });
}

/** Whether two search parts show the same, however they are written. */
export const sameView = (a: Raw, b: Raw): boolean => JSON.stringify(viewOf(a)) === JSON.stringify(viewOf(b));
