import { z } from "zod";
import { BUYING_ROLES, STANCES } from "@/lib/domain/buying/roles";
import { CALL_CHANNELS, CALL_RESULTS, CANCEL_REASONS } from "@/lib/domain/calls/types";
import * as commands from "@/lib/features/calls/commands";
import { callsOf, callsRead } from "@/lib/features/calls/queries";
import { endpoint } from "@/lib/platform/http/endpoint";
import { Day, Instant, LocalText, list, Named } from "./shared";

const STATUSES = ["planned", "held", "cancelled"] as const;
const Standing = z
  .enum(["ahead", "now", "ask", "held", "cancelled"])
  .meta({ description: "`ask`: it is over, and nobody said what came of it." });
const DealOfCall = z.object({ id: z.uuid(), title: z.string(), company: z.string().nullable() });

const CallRow = z
  .object({
    id: z.uuid(),
    version: z.int(),
    deal: DealOfCall,
    owner: Named.meta({ description: "Who holds it." }),
    at: Instant,
    minutes: z.int(),
    channel: z.enum(CALL_CHANNELS),
    goal: z.string(),
    status: z.enum(STATUSES),
    standing: Standing,
    result: z.enum(CALL_RESULTS).nullable(),
    learned: z.string(),
    reason: z.enum(CANCEL_REASONS).nullable(),
    questions: z.int().meta({ description: "How many questions were prepared." }),
  })
  .meta({ id: "CallRow" });
const CallList = z
  .object({
    dealId: z.uuid(),
    calls: list(CallRow).meta({ description: "Planned ones by their moment, then the latest; at most 50." }),
    total: z.int(),
    mayPlan: z.boolean(),
    today: Day,
    timeZone: z.string(),
  })
  .meta({ id: "CallList" });

const Entry = z.object({ id: z.uuid(), name: LocalText, note: z.string() });
const Call = z
  .object({
    id: z.uuid(),
    version: z.int(),
    deal: DealOfCall.extend({ closed: z.boolean() }),
    process: z.object({ id: z.uuid(), name: LocalText, number: z.int().nullable() }).nullable(),
    owner: Named.meta({ description: "Who holds it." }),
    status: z.enum(STATUSES),
    standing: Standing,
    plan: z.object({
      at: Instant,
      minutes: z.int(),
      channel: z.enum(CALL_CHANNELS),
      stepKey: z.string().nullable().meta({ description: "The step of the deal that it does." }),
      goal: z.string(),
      questions: list(z.string()),
      objections: list(z.uuid()),
      messages: list(z.uuid()),
      people: list(z.uuid()),
    }),
    step: z.object({ key: z.string(), name: LocalText, done: z.boolean() }).nullable(),
    objections: list(Entry),
    messages: list(Entry),
    otherObjections: list(Entry),
    people: list(
      z.object({
        id: z.uuid(),
        name: z.string(),
        jobTitle: z.string().nullable(),
        role: z.enum(BUYING_ROLES).nullable(),
        stance: z.enum(STANCES),
      }),
    ),
    debrief: z
      .object({
        result: z.enum(CALL_RESULTS),
        learned: z.string(),
        heard: list(z.uuid()).meta({ description: "The objections that came up." }),
        stepDone: z.boolean(),
      })
      .nullable(),
    cancellation: z.object({ reason: z.enum(CANCEL_REASONS), note: z.string().nullable() }).nullable(),
    moves: z.int(),
    stages: list(
      z.object({
        key: z.string(),
        name: LocalText,
        steps: list(z.object({ key: z.string(), name: LocalText, howTo: LocalText, done: z.boolean() })),
      }),
    ),
    mayEdit: z.boolean(),
    deleted: z.boolean(),
    today: Day,
    timeZone: z.string(),
    now: Instant,
  })
  .meta({ id: "Call" });
const answer = z
  .object({ id: z.uuid(), version: z.int().meta({ description: "Send it with the next change." }) })
  .meta({ id: "ChangedCall" });
const tag = "calls";

export const listCalls = endpoint(callsOf, {
  method: "GET",
  path: "/calls",
  tag,
  summary: "Calls of a deal",
  answer: CallList,
});

export const readCall = endpoint(callsRead, {
  method: "GET",
  path: "/calls/{id}",
  tag,
  summary: "One call with its plan and what came of it",
  answer: Call,
});

export const planCall = endpoint(commands.planCall, {
  method: "POST",
  path: "/calls",
  tag,
  summary: "Plan a call on a deal",
  description:
    "It runs on the published version of a call process (`category` in `GET /processes`), or with `processId` null on none. `when` is on the organisation's clock. Without `ownerId` the owner of the deal holds it.",
  makes: "id",
  status: 201,
  answer,
  found: { processId: "/processes" },
  refusals: ["process-not-published", "run-closed", "step-unknown", "owner-unknown", "owner-reads-only"],
});

export const changeCall = endpoint(commands.changeCall, {
  method: "PATCH",
  path: "/calls/{id}",
  tag,
  summary: "Change the plan of a call, or move it to another time",
  answer,
  refusals: ["call-held", "call-cancelled", "step-unknown", "owner-unknown", "owner-reads-only"],
});

export const debriefCall = endpoint(commands.debriefCall, {
  method: "POST",
  path: "/calls/{id}/debrief",
  tag,
  summary: "Write down what came of a call",
  description:
    "The deal has it as one activity, however often it is sent. `stepDone` does the step that the call was planned for; `task` is put on the deal, for its `assigneeId`, or who held the call.",
  answer,
  refusals: ["call-cancelled", "task-assignee-reads-only"],
});

export const cancelCall = endpoint(commands.cancelCall, {
  method: "POST",
  path: "/calls/{id}/cancel",
  tag,
  summary: "Say that a call was not held, and why",
  answer,
  refusals: ["call-held"],
});

export const reopenCall = endpoint(commands.reopenCall, {
  method: "POST",
  path: "/calls/{id}/reopen",
  tag,
  summary: "Take a debrief or a cancellation back",
  answer,
});

/** Calls, in the order of the description. */
export const CALLS = [listCalls, readCall, planCall, changeCall, debriefCall, cancelCall, reopenCall];
