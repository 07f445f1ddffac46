import { z } from "zod";
import { BUYING_ROLES, STANCES } from "@/lib/domain/buying/roles";
import { NEXT_STEP_RULES } from "@/lib/domain/guidance/next-best-step";
import { CHANNELS, EVIDENCE_KINDS, IMPORTANCES } from "@/lib/domain/process/types";
import { REGISTER_KINDS } from "@/lib/domain/registers/types";
import { CLOSE_REASONS, OUTCOMES } from "@/lib/domain/run/events";
import { TIMING_CLASSES } from "@/lib/domain/timing/classify";
import { dealsList, dealsRead } from "@/lib/features/deals/queries";
import { endpoint } from "@/lib/platform/http/endpoint";
import { toCursor } from "@/lib/platform/http/parameters";
import { Cursor, Day, Instant, LocalText, list, Money, Named } from "./shared";

const DealRow = z
  .object({
    id: z.uuid(),
    title: z.string(),
    company: z.string().nullable(),
    owner: z.string(),
    process: LocalText,
    processId: z.uuid(),
    versionId: z.uuid().meta({ description: "The version of the process that it is on." }),
    stageKey: z.string().nullable(),
    stage: LocalText.nullable(),
    status: z.enum(["open", "closed"]),
    outcome: z.enum(OUTCOMES).nullable(),
    amount: Money.nullable(),
    openedOn: Day.nullable(),
    closedOn: Day.nullable(),
    expectedClose: Day.nullable(),
    entered: Day.nullable().meta({ description: "Day it entered its stage." }),
    nextStep: LocalText.nullable(),
    nextDue: Day.nullable(),
    lastEventAt: Instant,
    version: z.int(),
  })
  .meta({ id: "DealRow" });
const DealList = z
  .object({
    deals: list(DealRow),
    total: z.int().meta({ description: "All deals of the filter, on every page." }),
    next: Cursor,
  })
  .meta({ id: "DealList" });

const Step = z.object({
  key: z.string(),
  name: LocalText,
  channel: z.enum(CHANNELS).nullable(),
  importance: z.enum(IMPORTANCES),
  howTo: LocalText,
  buyerGains: LocalText,
  timing: z.enum(TIMING_CLASSES),
  status: z.enum(["open", "done", "waived"]),
  doneOn: Day.nullable(),
  reason: z.string().nullable(),
  note: z.string().nullable(),
  from: Day.nullable(),
  until: Day.nullable(),
  who: LocalText.nullable().meta({ description: "Role or department; null for the deal's owner." }),
  mine: z.boolean(),
  mayWork: z.boolean().meta({ description: "Whether the key's role may do it or leave it out." }),
});
const Criterion = z.object({
  key: z.string(),
  text: LocalText,
  evidence: z.enum(EVIDENCE_KINDS),
  requirement: z
    .enum(["advisory", "reason"])
    .meta({ description: "`reason`: going on without evidence asks why." }),
  given: z.object({ kind: z.string(), on: Day, note: z.string().nullable() }).nullable(),
});
const Stage = z.object({
  key: z.string(),
  name: LocalText,
  buyerStep: LocalText,
  plannedDays: z.number().nullable(),
  state: z.enum(["behind", "here", "ahead"]),
  days: z.int().nullable().meta({ description: "Whole days spent here; null when unknown or never there." }),
  enteredOn: Day.nullable(),
  proven: z.boolean(),
  steps: list(Step),
  criteria: list(Criterion),
});
const Pace = z.object({
  basis: z.enum(["measured", "thin", "planned", "none"]),
  typical: z.number().nullable(),
  slow: z.number().nullable(),
  stalled: z.number().nullable(),
  n: z.int(),
});
const Activity = z.object({
  id: z.uuid(),
  kind: z.string(),
  note: z.string(),
  twoWay: z.boolean(),
  on: Day,
  at: Instant.nullable(),
  recordedAt: Instant,
  by: z.string(),
  stepKey: z.string().nullable(),
});
const Happening = z.object({
  seq: z.int(),
  type: z.string(),
  on: Day.nullable(),
  imported: z.boolean(),
  recordedAt: Instant,
  by: z.string().nullable(),
  payload: z.record(z.string(), z.unknown()),
});
const Deal = z
  .object({
    id: z.uuid(),
    version: z.int(),
    seq: z.int(),
    title: z.string(),
    status: z.enum(["open", "closed"]),
    outcome: z.enum(OUTCOMES).nullable(),
    closeReason: z.enum(CLOSE_REASONS).nullable(),
    closeNote: z.string().nullable(),
    closedOn: Day.nullable(),
    openedOn: Day.nullable(),
    deleted: z.boolean(),
    amount: Money.nullable(),
    expectedClose: Day.nullable(),
    segment: z.string().nullable(),
    company: Named.nullable(),
    contact: Named.nullable(),
    product: Named.nullable(),
    owner: Named,
    process: z.object({ id: z.uuid(), name: LocalText }),
    processVersion: z.object({ id: z.uuid(), number: z.int().nullable(), asFound: z.boolean() }),
    stageKey: z.string().nullable(),
    provenStageKey: z.string().nullable(),
    winAsks: list(z.string()),
    pace: Pace.nullable(),
    daysInStage: z.int().nullable(),
    next: z.object({ stepKey: z.string(), rule: z.enum(NEXT_STEP_RULES) }).nullable(),
    buyer: list(
      z.object({
        id: z.uuid(),
        kind: z.enum(REGISTER_KINDS),
        name: LocalText,
        note: z.string(),
        forNext: z.boolean().meta({ description: "Whether the next step names it." }),
      }),
    ).meta({ description: "What the registers know of buyers in its stage; empty for a closed deal." }),
    people: list(
      z.object({
        contactId: z.uuid(),
        name: z.string(),
        jobTitle: z.string().nullable(),
        role: z.enum(BUYING_ROLES).nullable().meta({
          description: "Null for the deal's contact of whom nobody said it yet.",
        }),
        stance: z.enum(STANCES),
        note: z.string(),
        version: z.int().nullable(),
      }),
    ).meta({ description: "Who at the buyer takes part in it, and as what." }),
    competitors: list(Named),
    stages: list(Stage),
    activities: list(Activity),
    history: list(Happening),
    mayEdit: z.boolean(),
    today: Day,
    currency: z.string(),
    timeZone: z.string(),
  })
  .meta({ id: "Deal" });

export const listDeals = endpoint(dealsList, {
  method: "GET",
  path: "/deals",
  tag: "deals",
  summary: "Deals of a filter",
  description:
    "Newest change first, or as `sort` says: a minus turns an order round, and what a deal lacks stands last. Follow `next` until it is null to have every deal of the filter.",
  cursors: ["cursor"],
  answer: DealList,
  present: ({ rows, total, next }) => ({ deals: rows, total, next: toCursor(next) }),
  example: {
    deals: [
      {
        id: "0199a6f0-8a3e-7c1b-9d52-3f7a1c0b2e4d",
        title: "Bakker Techniek, maintenance",
        company: "Bakker Techniek",
        owner: "Rosa Rep",
        process: { en: "Business development", nl: "Businessdevelopment" },
        processId: "0199a6f0-8a3e-7c1b-9d52-3f7a1c0b2e40",
        versionId: "0199a6f0-8a3e-7c1b-9d52-3f7a1c0b2e43",
        stageKey: "proposal",
        stage: { en: "Proposal", nl: "Offerte" },
        status: "open",
        outcome: null,
        amount: { minor: 1_250_000, currency: "EUR" },
        openedOn: "2026-10-05",
        closedOn: null,
        expectedClose: "2027-01-15",
        entered: "2026-11-12",
        nextStep: { en: "Call about the proposal", nl: "Nabellen over de offerte" },
        nextDue: "2026-11-27",
        lastEventAt: "2026-11-24T15:04:05.000Z",
        version: 7,
      },
    ],
    total: 128,
    next: "eyJhdCI6IjIwMjYtMTEtMjRUMTU6MDQ6MDUuMDAwWiJ9",
  },
});

export const readDeal = endpoint(dealsRead, {
  method: "GET",
  path: "/deals/{id}",
  tag: "deals",
  summary: "One deal with its route, steps, activities and history",
  answer: Deal,
});
