import { z } from "zod";
import { CALL_CHANNELS, CALL_RESULTS, CANCEL_REASONS } from "@/lib/domain/calls/types";
import { isDay } from "@/lib/domain/shared/day";
import { NOT_STORABLE, storable } from "@/lib/platform/storable";

/** Characters of a goal, of a question, and of what was learned. */
export const MOST_GOAL = 200;
export const MOST_QUESTION = 300;
export const MOST_LEARNED = 5_000;
/** Questions, objections, messages or people of one call. */
export const MOST_EACH = 30;
/** Minutes that a call can be planned to take; a whole day at most. */
export const LENGTHS = [15, 30, 45, 60, 90, 120] as const;

const Id = z.uuid();
const Version = z.int().positive();
const Day = z.string().refine(isDay, "must be a day written as YYYY-MM-DD");
const Key = z.string().min(1).max(100);
const line = (length: number) => z.string().trim().max(length).refine(storable, NOT_STORABLE);
const ids = z.array(Id).max(MOST_EACH);

const plan = {
  /** On the organisation's clock: the day, and minutes past midnight. */
  when: z.strictObject({ day: Day, minutes: z.int().min(0).max(1439) }),
  minutes: z.int().min(5).max(1440),
  channel: z.enum(CALL_CHANNELS),
  stepKey: Key.nullable(),
  goal: line(MOST_GOAL),
  questions: z.array(line(MOST_QUESTION)).max(MOST_EACH),
  objections: ids,
  messages: ids,
  people: ids,
};

export const PlanCall = z.strictObject({
  id: Id,
  dealId: Id,
  /** The call process; null plans without one. */
  processId: Id.nullable(),
  when: plan.when,
  minutes: plan.minutes.default(30),
  channel: plan.channel.default("call"),
  stepKey: plan.stepKey.default(null),
  goal: plan.goal.default(""),
  questions: plan.questions.default([]),
  objections: plan.objections.default([]),
  messages: plan.messages.default([]),
  people: plan.people.default([]),
  /** Who holds it: whoever plans it, when left out. */
  ownerId: Id.optional(),
});
export const ChangeCall = z.strictObject({
  id: Id,
  version: Version,
  set: z.strictObject({ ...plan, ownerId: Id }).partial(),
});
export const DebriefCall = z.strictObject({
  id: Id,
  version: Version,
  result: z.enum(CALL_RESULTS),
  learned: line(MOST_LEARNED).default(""),
  heard: ids.default([]),
  stepDone: z.boolean().default(false),
  /** What is to be done next, as a task on the deal. */
  task: z
    .strictObject({
      id: Id,
      title: line(300).min(1),
      day: Day.nullable(),
      /** Who does it: whoever says so, and for an API key who held the call, when left out. */
      assigneeId: Id.optional(),
    })
    .nullable()
    .default(null),
});
export const CancelCall = z.strictObject({
  id: Id,
  version: Version,
  reason: z.enum(CANCEL_REASONS),
  note: line(500).nullable().default(null),
});
export const TickCallStep = z.strictObject({ id: Id, stepKey: Key, done: z.boolean() });
export const CallChange = z.strictObject({ id: Id, version: Version });
export const CallRef = z.strictObject({ id: Id });
/** What a plan can choose from: for a new call on a deal, for a step of it where one is named. */
export const CallChoicesFor = z.strictObject({ dealId: Id, stepKey: Key.nullable().default(null) });
export const CallsOf = z.strictObject({ dealId: Id });
export const FiguresOf = z.strictObject({ processId: Id });

export type PlanCall = z.input<typeof PlanCall>;
export type ChangeCall = z.input<typeof ChangeCall>;
export type DebriefCall = z.input<typeof DebriefCall>;
export type CancelCall = z.input<typeof CancelCall>;
export type TickCallStep = z.input<typeof TickCallStep>;
export type CallChange = z.input<typeof CallChange>;
export type CallRef = z.input<typeof CallRef>;
export type CallChoicesFor = z.input<typeof CallChoicesFor>;
export type CallsOf = z.input<typeof CallsOf>;
