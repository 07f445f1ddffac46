import { z } from "zod";
import { GATES } from "@/lib/domain/maturity/gates";
import { REVIEW_CONCLUSIONS } from "@/lib/features/maturity/input";
import { maturityOrganization, maturityProcess, maturityRows } from "@/lib/features/maturity/queries";
import { endpoint } from "@/lib/platform/http/endpoint";
import { Day, Instant, LocalText, list } from "./shared";

const Level = z
  .union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])
  .meta({ description: "1 Random, 2 Informal, 3 Formal, 4 Dynamic." });
const Gate = z.enum(GATES);
const of = z.string();
const n = z.int();
const Measure = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("stages"), version: z.int().nullable(), stages: n, empty: n }),
  z.object({ kind: z.literal("share"), of, k: n, n }),
  z.object({
    kind: z.literal("median"),
    value: z.number(),
    lo: z.number().nullable(),
    hi: z.number().nullable(),
    n,
  }),
  z.object({ kind: z.literal("ago"), of, days: n, on: Day }),
  z.object({ kind: z.literal("count"), of, n }),
  z.object({ kind: z.literal("hours"), hours: z.number() }),
  z.object({ kind: z.literal("never"), of }),
  z.object({ kind: z.literal("unseen") }),
]);
const Need = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("stages"), min: z.number() }),
  z.object({ kind: z.literal("share"), of, min: z.number() }),
  z.object({ kind: z.literal("count"), of, min: z.number() }),
  z.object({ kind: z.literal("within"), of, days: n }),
  z.object({ kind: z.literal("hours"), min: z.number() }),
]);
const Judgement = z
  .object({
    gate: Gate,
    level: z.union([z.literal(2), z.literal(3), z.literal(4)]),
    state: z.enum(["met", "not-met", "not-measurable"]),
    now: list(Measure),
    needed: list(Need),
    windowDays: n.nullable(),
    n,
    missing: z.number().nullable(),
    waitsFor: z.string().nullable(),
    effort: z.object({ unit: z.enum(["minutes", "weeks"]), amount: z.number() }).nullable(),
    lapsesOn: Day.nullable(),
  })
  .meta({ id: "Judgement", description: "A gate as it stands now, beside what is needed." });
const Standing = z.object({
  processId: z.uuid(),
  name: LocalText,
  role: LocalText.nullable(),
  level: Level,
  missing: list(Gate),
  lapses: z.object({ day: Day, gate: Gate, to: Level }).nullable(),
});
const RoleLevel = z.object({
  id: z.uuid(),
  name: LocalText,
  reps: n,
  level: Level,
  processId: z.uuid().nullable(),
});
const Organization = z
  .object({
    at: Instant,
    today: Day,
    timeZone: z.string(),
    level: Level.nullable(),
    reps: n,
    laggards: list(RoleLevel),
    roles: list(RoleLevel),
    processes: list(Standing),
  })
  .meta({ id: "OrganizationMaturity" });
const Review = z.object({
  id: z.uuid(),
  day: Day,
  conclusion: z.enum(REVIEW_CONCLUSIONS),
  note: z.string(),
  by: z.string(),
});
const Process = z
  .object({
    organization: Organization,
    process: Standing.extend({ version: n.nullable(), hasDraft: z.boolean() }),
    gates: list(Judgement),
    later: list(Judgement),
    reviews: list(Review),
    canReview: z.boolean(),
    canEdit: z.boolean(),
  })
  .meta({ id: "ProcessMaturity" });
const GateRow = z.object({
  kind: z.enum(["deal", "step", "stage", "member", "review", "version"]),
  id: z.string(),
  name: z.union([z.string(), LocalText]),
  counts: z.boolean(),
  day: Day.nullable(),
  share: z.number().nullable(),
});
const Rows = z
  .object({ gate: Gate, total: n, counting: n, rows: list(GateRow) })
  .meta({ id: "GateRows", description: "What was counted, what does not count first; at most 200 rows." });

export const readMaturity = endpoint(maturityOrganization, {
  method: "GET",
  path: "/insights/maturity",
  tag: "insights",
  summary: "The level of every process and of the organisation",
  answer: Organization,
});

export const readProcessMaturity = endpoint(maturityProcess, {
  method: "GET",
  path: "/insights/maturity/{processId}",
  tag: "insights",
  summary: "One process: each gate of the next level, now and needed",
  answer: Process,
});

export const listGateRows = endpoint(maturityRows, {
  method: "GET",
  path: "/insights/maturity/{processId}/rows",
  tag: "insights",
  summary: "What is behind a gate, with ids",
  answer: Rows,
});
