import { z } from "zod";
import { GROUPINGS } from "@/lib/domain/insights/aggregate";
import { OUTCOMES } from "@/lib/domain/run/events";
import { isDay } from "@/lib/domain/shared/day";

const Day = z.string().refine(isDay, "must be a day written as YYYY-MM-DD");
const Quarter = z.string().regex(/^\d{4}-Q[1-4]$/, "must be a quarter written as 2026-Q4");
const Id = z.uuid();

/** Which moment: what had happened by the end of `asOf` (default today), as it was written down by `knownAt` (default now). */
const moment = { asOf: Day.optional(), knownAt: z.iso.datetime().optional() };

export const PipelineFilter = z.strictObject({
  ...moment,
  processId: Id.optional(),
  /** Null keeps the deals that have none. */
  ownerId: Id.optional(),
  teamId: Id.nullable().optional(),
  productId: Id.nullable().optional(),
  segment: z.string().max(100).nullable().optional(),
  /** Closing period, both days included; without `from` everything closed up to `to`, without `to` up to `asOf`. */
  from: Day.optional(),
  to: Day.optional(),
  /** A calendar quarter as the closing period, instead of `from` and `to`. */
  quarter: Quarter.optional(),
  groupBy: z.enum(GROUPINGS).optional(),
});

const keys = <T extends z.ZodType>(of: T) => z.array(of.nullable()).max(100).optional();
/** The deals behind one number, as the number itself carries it. */
export const DealDrill = z.strictObject({
  asOf: Day,
  status: z.enum(["open", "closed", "any"]),
  processId: Id.optional(),
  /** Deals that run on this version or closed on it; with `cameOver` those of them that were opened on another. */
  versionId: Id.optional(),
  cameOver: z.literal(true).optional(),
  /** With `versionId`, instead: deals that were on that version and went on to another. */
  wentOn: z.literal(true).optional(),
  /** Deals that finished a stay in this stage while on this version. */
  stayedIn: z.string().max(100).optional(),
  stayedOn: Id.optional(),
  /** Of the last deals on this version those in which a step with a moment was due. */
  timedOn: Id.optional(),
  stageKey: keys(z.string().max(100)),
  outcome: z.array(z.enum(OUTCOMES)).max(OUTCOMES.length).optional(),
  closedFrom: Day.optional(),
  closedUntil: Day.optional(),
  startKnown: z.literal(true).optional(),
  amountKnown: z.literal(true).optional(),
  currency: z.string().length(3).optional(),
  ownerId: keys(Id),
  teamId: keys(Id),
  productId: keys(Id),
  segment: keys(z.string().max(100)),
  quarter: keys(Quarter),
});
/** Narrows a number further: open deals that are slow or stalled in their stage, or of unknown start. */
export const ONLY = ["slow", "stalled", "unknown-start"] as const;

export const InsightDeals = z.strictObject({
  drill: DealDrill,
  knownAt: z.iso.datetime().optional(),
  only: z.enum(ONLY).optional(),
  cursor: z.strictObject({ minor: z.int(), id: Id }).optional(),
  limit: z.int().min(1).max(1_000).default(50),
});
export const Nothing = z.strictObject({});

export type PipelineFilter = z.input<typeof PipelineFilter>;
export type DealDrill = z.input<typeof DealDrill>;
export type InsightDeals = z.input<typeof InsightDeals>;
