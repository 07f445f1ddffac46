import { z } from "zod";
import { GROUPINGS } from "@/lib/domain/insights/aggregate";
import { OUTCOMES } from "@/lib/domain/run/events";
import { insightsDeals, insightsPipeline } from "@/lib/features/insights/queries";
import { endpoint } from "@/lib/platform/http/endpoint";
import { toCursor } from "@/lib/platform/http/parameters";
import { Cursor, Day, Instant, LocalText, list, Money } from "./shared";

const Exclusion = z.object({ reason: z.string(), n: z.int(), what: z.string().optional() });
const Drill = z
  .record(z.string(), z.unknown())
  .meta({ id: "Drill", description: "Opens exactly the deals behind the figure: pass it as `drill`." });
const Estimate = z
  .object({
    value: z.number().nullable().meta({ description: "Null while there is too little to show one." }),
    unit: z.enum(["share", "days", "money", "count"]),
    lo: z.number().nullable(),
    hi: z.number().nullable(),
    level: z.literal(0.95),
    n: z.int(),
    k: z.int().nullable(),
    status: z.enum(["ok", "thin", "insufficient"]),
    method: z.enum(["count", "sum", "wilson", "quantile", "mean"]),
    definition: z.string(),
    asOf: Day,
    exclusions: list(Exclusion),
    drill: Drill,
    need: z.int().nullable(),
  })
  .meta({ id: "Estimate", description: "A number with its interval, its cases, and the deals behind it." });
const Value = z
  .object({
    sums: list(Money),
    total: Estimate,
    currency: z.string(),
    missing: list(z.string()).meta({
      description: "Currencies without a rate: nothing is added across them.",
    }),
  })
  .meta({ id: "Value" });
const Figures = z
  .object({
    open: Estimate,
    openValue: Value,
    stages: list(z.object({ stageKey: z.string().nullable(), open: Estimate, value: Value })),
    closed: Estimate,
    outcomes: z.object({ won: Estimate, lost: Estimate, "no-decision": Estimate, disqualified: Estimate }),
    winRate: Estimate,
    wonValue: Value,
    wonCycle: z.object({
      q1: Estimate,
      median: Estimate,
      q3: Estimate,
      p80: Estimate,
      p90: Estimate,
      mean: Estimate,
    }),
  })
  .meta({ id: "PipelineFigures" });
const StageRoute = z
  .object({
    stageKey: z.string(),
    name: LocalText,
    plannedDays: z.number().nullable(),
    open: Estimate,
    value: Value,
    basis: z.enum(["measured", "thin", "planned", "none"]),
    thresholds: z.object({
      fresh: z.number().nullable(),
      slow: z.number().nullable(),
      stalled: z.number().nullable(),
    }),
    visits: z.int(),
    median: z.number().nullable(),
    q1: z.number().nullable(),
    q3: z.number().nullable(),
    ages: list(
      z.object({
        days: z.int(),
        deals: z.int(),
        status: z.enum(["fresh", "normal", "slow", "stalled"]).nullable(),
      }),
    ),
    unknownAge: z.int(),
    slow: z.int(),
    stalled: z.int(),
  })
  .meta({ id: "StageRoute" });

const values = list(z.string().nullable()).optional();
const Ask = z.object({
  asOf: Day,
  processId: z.uuid().optional(),
  period: z.object({ from: Day.nullable(), until: Day.nullable() }),
  scope: z.object({ ownerId: values, teamId: values, productId: values, segment: values, quarter: values }),
  groupBy: z.enum(GROUPINGS).nullable(),
});
const Pipeline = z
  .object({
    ask: Ask,
    knownAt: Instant.nullable(),
    today: Day,
    timeZone: z.string(),
    total: Figures,
    groups: list(z.object({ key: z.string().nullable(), name: z.string().nullable(), figures: Figures })),
    stages: list(StageRoute),
    stalled: z.object({ deals: z.int(), sums: list(Money) }),
    slow: z.object({ deals: z.int() }),
    unknownStart: z.int(),
    deleted: z.int(),
    process: z.object({ id: z.uuid(), name: LocalText, open: z.int(), deals: z.int() }).nullable(),
  })
  .meta({ id: "Pipeline" });

const DealBehind = z
  .object({
    id: z.uuid(),
    title: z.string(),
    company: z.string().nullable(),
    owner: z.string(),
    amount: Money.nullable(),
    stage: LocalText.nullable(),
    stageKey: z.string().nullable(),
    status: z.enum(["open", "closed"]),
    outcome: z.enum(OUTCOMES).nullable(),
    openedOn: Day.nullable(),
    closedOn: Day.nullable(),
    days: z.int().nullable(),
  })
  .meta({ id: "DealBehind" });
const DealsBehind = z
  .object({
    total: z.int().meta({ description: "All deals behind the figure: the figure's own `n`." }),
    sums: list(Money),
    deals: list(DealBehind),
    next: Cursor,
  })
  .meta({ id: "DealsBehind" });

export const readPipeline = endpoint(insightsPipeline, {
  method: "GET",
  path: "/insights/pipeline",
  tag: "insights",
  summary: "The pipeline: open deals, win rate, cycle, by owner, team, product, segment or quarter",
  description:
    "The figures of the pipeline page. `asOf` takes the deals as they stood that day, `knownAt` as they were recorded then. Money is in minor units. Each estimate carries a `drill`: pass it to /insights/pipeline/deals for exactly its deals.",
  answer: Pipeline,
});

export const listPipelineDeals = endpoint(insightsDeals, {
  method: "GET",
  path: "/insights/pipeline/deals",
  tag: "insights",
  summary: "Exactly the deals behind a figure, largest first",
  cursors: ["cursor"],
  answer: DealsBehind,
  present: ({ next, ...page }) => ({ ...page, next: toCursor(next) }),
  example: {
    total: 4238,
    sums: [{ minor: 1_000_553_400, currency: "USD" }],
    deals: [
      {
        id: "0199a6f0-8a3e-7c1b-9d52-3f7a1c0b2e4d",
        title: "GTX Plus Pro",
        company: "Isdom",
        owner: "Darcel Schlecht",
        amount: { minor: 516_900, currency: "USD" },
        stage: null,
        stageKey: null,
        status: "closed",
        outcome: "won",
        openedOn: "2016-10-20",
        closedOn: "2017-03-01",
        days: 132,
      },
    ],
    next: "eyJtaW5vciI6NTE2OTAwfQ",
  },
});
