import { z } from "zod";
import { OUTCOMES } from "@/lib/domain/run/events";
import { isDay } from "@/lib/domain/shared/day";

/** What the list can be ordered by, besides the latest change. */
export const SORT_KEYS = [
  "changed",
  "deal",
  "amount",
  "stage",
  "entered",
  "due",
  "close",
  "opened",
  "owner",
] as const;
export type SortKey = (typeof SORT_KEYS)[number];
/** An order: a key, or with a minus before it the same from the other end. What a deal lacks stands last either way. */
export const SORTS = [...SORT_KEYS, ...SORT_KEYS.map((key) => `-${key}` as const)] as const;
export type Sort = (typeof SORTS)[number];
export const DEFAULT_SORT = "-changed" satisfies Sort;

/** The columns of the list beside the deal itself, in the order in which they stand. */
export const COLUMNS = [
  "amount",
  "stage",
  "entered",
  "nextStep",
  "due",
  "close",
  "outcome",
  "process",
  "owner",
  "opened",
  "changed",
] as const;
export type Column = (typeof COLUMNS)[number];

/** What the lanes of a board are: one for each owner, or for what the owners are in. */
export const GROUPS = ["owner", "team", "role"] as const;
export type Group = (typeof GROUPS)[number];
/** The lane of deals whose owner is in none. */
export const NO_LANE = "none";
/** Lanes that are read at a time, and cards of each of their stages: together no heavier than a board without lanes. */
export const LANES = 6;
export const LANE_CARDS = 6;

export const DENSITIES = ["comfortable", "compact"] as const;
export const STATUSES = ["open", "closed", "all"] as const;
/** What of the next step is asked for: it is late, or there is none. */
export const DUES = ["late", "none"] as const;

export const MAX_MINOR = 1_000_000_000_000_000;
export const MAX_IDLE = 3_650;
const Id = z.uuid();
const Day = z.string().refine(isDay, "must be a day written as YYYY-MM-DD");
const Minor = z.int().min(-MAX_MINOR).max(MAX_MINOR);
const Currency = z.string().regex(/^[A-Z]{3}$/);

/** Which deals: every part narrows. */
export const DealCriteria = z.strictObject({
  processId: Id.nullable().default(null),
  ownerId: Id.nullable().default(null),
  unowned: z.boolean().default(false).meta({ description: "Only deals whose owner left the organisation." }),
  teamId: Id.nullable().default(null).meta({ description: "Only deals of who is in this team." }),
  roleId: Id.nullable().default(null).meta({ description: "Only deals of who has this commercial role." }),
  stageKey: z.string().min(1).max(100).nullable().default(null),
  status: z.enum(STATUSES).default("open"),
  outcome: z.enum(OUTCOMES).nullable().default(null),
  companyId: Id.nullable().default(null),
  amountFrom: Minor.nullable().default(null).meta({ description: "In minor units." }),
  amountTo: Minor.nullable().default(null).meta({ description: "In minor units." }),
  currency: Currency.nullable()
    .default(null)
    .meta({ description: "Of amountFrom and amountTo; the organisation's when left out." }),
  closeFrom: Day.nullable()
    .default(null)
    .meta({ description: "Day that a closed deal closed on, or that an open one is expected to." }),
  closeTo: Day.nullable().default(null),
  due: z.enum(DUES).nullable().default(null).meta({
    description: "`late`: the next step should have been done. `none`: there is no next step.",
  }),
  idle: z
    .int()
    .min(1)
    .max(MAX_IDLE)
    .nullable()
    .default(null)
    .meta({ description: "Only deals on which nothing happened for this many days." }),
  q: z.string().trim().max(100).default(""),
});

const AT: Readonly<Record<SortKey, (at: string) => boolean>> = {
  changed: (at) => z.iso.datetime().safeParse(at).success,
  amount: (at) => /^-?\d{1,16}$/.test(at),
  stage: (at) => /^-?\d{1,6}$/.test(at),
  entered: isDay,
  due: isDay,
  close: isDay,
  opened: isDay,
  deal: () => true,
  owner: () => true,
};

/** The key of an order, and whether it runs from high to low. */
export const sortOf = (sort: Sort): { key: SortKey; descending: boolean } =>
  sort.startsWith("-")
    ? { key: sort.slice(1) as SortKey, descending: true }
    : { key: sort as SortKey, descending: false };

export const ListFilter = z
  .strictObject({
    ...DealCriteria.shape,
    sort: z.enum(SORTS).default(DEFAULT_SORT),
    cursor: z
      .strictObject({ at: z.string().max(500), id: Id })
      .nullable()
      .default(null),
    limit: z.int().min(1).max(200).default(50),
  })
  .refine(({ sort, cursor }) => cursor === null || AT[sortOf(sort).key](cursor.at), {
    message: "must be a position in a list of this order",
    path: ["cursor"],
  });

/** Every deal of a filter, by its id alone. */
export const DealIds = z.strictObject({
  ...DealCriteria.shape,
  sort: z.enum(SORTS).default(DEFAULT_SORT),
  most: z.int().min(1).max(1_000_000).default(1_000_000),
});
/** Deals as a file holds them. */
export const DealsForFile = z.strictObject({ ids: z.array(Id).min(1).max(500) });

/** What other files brought along of the deals of a filter. */
export const FileColumns = z.strictObject(DealCriteria.shape);

export type FileColumns = z.input<typeof FileColumns>;
export type DealIds = z.input<typeof DealIds>;
export type DealCriteria = z.input<typeof DealCriteria>;
export type ListFilter = z.input<typeof ListFilter>;
