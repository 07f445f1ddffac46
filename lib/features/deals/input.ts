import { z } from "zod";
import { BUYING_ROLES, STANCES } from "@/lib/domain/buying/roles";
import { EVIDENCE_KINDS } from "@/lib/domain/process/types";
import { ACTIVITY_KINDS, CLOSE_REASONS, DEVIATION_REASONS, OUTCOMES } from "@/lib/domain/run/events";
import { isDay } from "@/lib/domain/shared/day";
import { NOT_STORABLE, storable } from "@/lib/platform/storable";

import { GROUPS, NO_LANE } from "./list-input";

export * from "./address";
export * from "./list-input";
export * from "./many-input";
export * from "./views-input";

/** Amounts are whole minor units; the largest safe amount is far above any deal. */
const MAX_MINOR = 1_000_000_000_000_000;
/** Characters of a note. */
export const NOTE_LENGTH = 10_000;

export const Id = z.uuid();
export const Day = z.string().refine(isDay, "must be a day written as YYYY-MM-DD");
export const Currency = z.string().regex(/^[A-Z]{3}$/);
export const MoneyInput = z.strictObject({
  minor: z.int().min(-MAX_MINOR).max(MAX_MINOR),
  currency: Currency,
});
const text = (length: number) => z.string().max(length).refine(storable, NOT_STORABLE);
const line = (length: number) => z.string().trim().max(length).refine(storable, NOT_STORABLE);
export const Key = text(100).min(1);
/** A day, and the moment when it is known: then the day follows from it. Left out, it happened now. */
export const OccurredInput = z.strictObject({ day: Day, at: z.iso.datetime().nullable().default(null) });
export const DeviationInput = z.strictObject({
  reason: z.enum(DEVIATION_REASONS).nullable().default(null),
  note: text(NOTE_LENGTH).nullable().default(null),
});

/** What every change of a deal carries: which deal, the version last seen, and when it happened. */
const change = { id: Id, version: z.int().positive(), occurred: OccurredInput.optional() };

const fields = {
  title: line(200).min(1),
  companyId: Id.nullable(),
  contactId: Id.nullable(),
  productId: Id.nullable(),
  ownerId: Id,
  amount: MoneyInput.nullable(),
  expectedClose: Day.nullable(),
  segment: line(100).nullable(),
};

export const CreateDeal = z.strictObject({
  id: Id,
  processId: Id,
  /** The first stage when left out. */
  stageKey: Key.optional(),
  title: fields.title,
  companyId: fields.companyId.default(null),
  /** Used when no company is chosen: found by name, or made. */
  companyName: line(200).min(1).optional(),
  contactId: fields.contactId.default(null),
  productId: fields.productId.default(null),
  /** Whoever creates it, when left out. */
  ownerId: fields.ownerId.optional(),
  amount: fields.amount.default(null),
  expectedClose: fields.expectedClose.default(null),
  segment: fields.segment.default(null),
  occurred: OccurredInput.optional(),
});
export const EditDeal = z.strictObject({
  id: Id,
  version: z.int().positive(),
  fields: z.strictObject(fields).partial(),
});
export const MoveDeal = z.strictObject({
  ...change,
  to: Key,
  deviation: DeviationInput.nullable().default(null),
});
export const CloseDeal = z.strictObject({
  ...change,
  outcome: z.enum(OUTCOMES),
  reason: z.enum(CLOSE_REASONS).nullable().default(null),
  note: text(NOTE_LENGTH).nullable().default(null),
  amount: MoneyInput.nullable().default(null),
  deviation: DeviationInput.nullable().default(null),
});
export const ReopenDeal = z.strictObject({ ...change, stageKey: Key });
export const UndoMove = z.strictObject({
  id: Id,
  /** The number of the move, close or reopening: naming it stands in for the version. */
  undo: z.int().positive(),
});
export const CompleteStep = z.strictObject({ ...change, stepKey: Key });
export const WaiveStep = z.strictObject({
  ...change,
  stepKey: Key,
  deviation: DeviationInput.nullable().default(null),
});
export const UndoStep = z.strictObject({ ...change, stepKey: Key });
export const ExplainDeviation = z.strictObject({
  ...change,
  about: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("visit"), ordinal: z.int().positive() }),
    z.strictObject({ kind: z.literal("step"), stepKey: Key }),
  ]),
  /** Null takes back what was said. */
  deviation: DeviationInput.nullable(),
});
export const ExplainMove = z.strictObject({
  id: Id,
  /** The number of the move or close: naming it stands in for the version. */
  move: z.int().positive(),
  deviation: DeviationInput.nullable().default(null),
  closeReason: z.enum(CLOSE_REASONS).nullable().default(null),
});
export const GiveEvidence = z.strictObject({
  ...change,
  criterionKey: Key,
  kind: z.enum(EVIDENCE_KINDS),
  note: text(NOTE_LENGTH).nullable().default(null),
});
export const WithdrawEvidence = z.strictObject({ ...change, criterionKey: Key });
export const LogActivity = z.strictObject({
  /** The deal. An activity never conflicts with another edit, so it carries no version. */
  id: Id,
  activityId: Id,
  kind: z.enum(ACTIVITY_KINDS),
  twoWay: z.boolean().default(false),
  note: text(NOTE_LENGTH).default(""),
  /** The due step this fulfils, if any. */
  stepKey: Key.nullable().default(null),
  /** Exit criteria that hold by what happened, with the words that say so. */
  evidence: z
    .array(
      z.strictObject({
        criterionKey: Key,
        kind: z.enum(EVIDENCE_KINDS),
        note: text(NOTE_LENGTH).nullable().default(null),
      }),
    )
    .max(20)
    .default([]),
  occurred: OccurredInput.optional(),
});
export const DealRef = z.strictObject({ id: Id });
export const DealChange = z.strictObject({ id: Id, version: z.int().positive() });

const deals = {
  processId: Id,
  ownerId: Id.nullable().default(null),
  teamId: Id.nullable().default(null),
  /** The commercial role of the owner. */
  roleId: Id.nullable().default(null),
};
/** Which lane: a member, a team or a role by its id, or the deals whose owner has none. */
export const LaneKey = z.union([Id, z.literal(NO_LANE)]);
const Cursor = z.string().regex(/^\d{1,19}$/);
export const BoardFilter = z.strictObject({
  ...deals,
  /** The cursor of the board that is on the screen, when it holds further pages: what happened to their deals comes along. */
  since: Cursor.nullable().default(null),
});
/** Lanes of a board that are known to be folded away; those beyond are read though they are not seen. */
export const MAX_FOLDED = 200;
/** A board with lanes: those of one page, or after a lane of an earlier one, by where it stood in their order. */
export const LanesFilter = z.strictObject({
  ...BoardFilter.shape,
  group: z.enum(GROUPS),
  after: z
    .strictObject({ at: z.string().max(500).refine(storable, NOT_STORABLE), key: LaneKey })
    .nullable()
    .default(null),
  /** Lanes that are folded away: of these the figures alone. */
  folded: z.array(LaneKey).max(MAX_FOLDED).default([]),
});
/** What happened since the board was read; `cursor` is the board's own. */
export const DealsSince = z.strictObject({ processId: Id, cursor: Cursor });
export const MeetOnDeal = z.strictObject({
  id: Id,
  /** Number of the last event that the screen knows. */
  seq: z.int().min(0),
});
/** Cards that a page may hold: a few at first, more for who goes on. */
export const PAGE_SIZES = [50, 200, 500] as const;
export const ColumnPage = z.strictObject({
  ...deals,
  stageKey: Key,
  /** On a board with lanes: which one. */
  lane: z
    .strictObject({ group: z.enum(GROUPS), key: LaneKey })
    .refine(({ group, key }) => group !== "owner" || key !== NO_LANE, "every deal has an owner")
    .nullable()
    .default(null),
  size: z.literal(PAGE_SIZES).default(50),
  /** The last card already loaded. */
  after: z.strictObject({ due: Day, id: Id }),
});

const part = {
  role: z.enum(BUYING_ROLES),
  stance: z.enum(STANCES),
  note: line(500),
};
export const AddPerson = z.strictObject({
  /** The deal. Who takes part is no edit of it, so there is no version. */
  id: Id,
  contactId: Id,
  /** For someone who is not known yet: a person at the deal's company is made with that id. */
  person: z
    .strictObject({ name: line(200).min(1), jobTitle: line(100).nullable().default(null) })
    .nullable()
    .default(null),
  role: part.role,
  stance: part.stance.default("unknown"),
  note: part.note.default(""),
});
export const ChangePerson = z.strictObject({
  id: Id,
  contactId: Id,
  version: z.int().positive(),
  set: z.strictObject(part).partial(),
});
export const RemovePerson = z.strictObject({ id: Id, contactId: Id });
export const AddCompetitor = z.strictObject({
  id: Id,
  /** Its id, should no competitor have the name yet. */
  competitorId: Id,
  name: line(200).min(1),
});
export const RemoveCompetitor = z.strictObject({ id: Id, competitorId: Id });

export type CreateDeal = z.input<typeof CreateDeal>;
export type EditDeal = z.input<typeof EditDeal>;
export type MoveDeal = z.input<typeof MoveDeal>;
export type CloseDeal = z.input<typeof CloseDeal>;
export type ReopenDeal = z.input<typeof ReopenDeal>;
export type UndoMove = z.input<typeof UndoMove>;
export type CompleteStep = z.input<typeof CompleteStep>;
export type WaiveStep = z.input<typeof WaiveStep>;
export type UndoStep = z.input<typeof UndoStep>;
export type ExplainDeviation = z.input<typeof ExplainDeviation>;
export type ExplainMove = z.input<typeof ExplainMove>;
export type GiveEvidence = z.input<typeof GiveEvidence>;
export type WithdrawEvidence = z.input<typeof WithdrawEvidence>;
export type LogActivity = z.input<typeof LogActivity>;
export type DealRef = z.input<typeof DealRef>;
export type DealChange = z.input<typeof DealChange>;
export type BoardFilter = z.input<typeof BoardFilter>;
export type LanesFilter = z.input<typeof LanesFilter>;
export type DealsSince = z.input<typeof DealsSince>;
export type MeetOnDeal = z.input<typeof MeetOnDeal>;
export type ColumnPage = z.input<typeof ColumnPage>;
export type AddPerson = z.input<typeof AddPerson>;
export type ChangePerson = z.input<typeof ChangePerson>;
export type RemovePerson = z.input<typeof RemovePerson>;
export type AddCompetitor = z.input<typeof AddCompetitor>;
export type RemoveCompetitor = z.input<typeof RemoveCompetitor>;
