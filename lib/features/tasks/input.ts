import { z } from "zod";
import { isDay } from "@/lib/domain/shared/day";
import { NOT_STORABLE, storable } from "@/lib/platform/storable";

export const TASK_KINDS = ["task", "promise"] as const;
export const MOST_TITLE = 300;
export const MOST_NOTE = 5_000;

const Id = z.uuid();
const Version = z.int().positive();
const Title = z.string().trim().min(1).max(MOST_TITLE).refine(storable, NOT_STORABLE);
const Note = z
  .string()
  .trim()
  .max(MOST_NOTE)
  .refine(storable, NOT_STORABLE)
  .nullable()
  .transform((value) => value || null);
/** A day, and minutes past midnight on the organisation's clock where a time was said. */
const DAY = z.string().refine(isDay, "must be a day written as YYYY-MM-DD");
const Minutes = z.int().min(0).max(1439);
const Due = z.strictObject({ day: DAY, minutes: Minutes.nullable() });
const Remind = z.strictObject({ day: DAY, minutes: Minutes });

export const AddTask = z.strictObject({
  id: Id,
  kind: z.enum(TASK_KINDS).default("task"),
  title: Title,
  note: Note.default(null),
  /** On a deal, or at a company; neither: one's own. */
  dealId: Id.nullable().default(null),
  companyId: Id.nullable().default(null),
  contactId: Id.nullable().default(null),
  due: Due.nullable().default(null),
  remind: Remind.nullable().default(null),
  /** Whoever asks, when left out. */
  assigneeId: Id.nullable().default(null),
});
export const EditTask = z.strictObject({
  id: Id,
  version: Version,
  fields: z
    .strictObject({
      title: Title,
      note: Note,
      contactId: Id.nullable(),
      due: Due.nullable(),
      remind: Remind.nullable(),
      assigneeId: Id,
    })
    .partial(),
});
export const TaskRef = z.strictObject({ id: Id });
/** The tasks of a deal or of a company. */
export const TasksOf = z.strictObject({ on: z.enum(["deal", "company"]), id: Id });

export type AddTask = z.input<typeof AddTask>;
export type EditTask = z.input<typeof EditTask>;
export type TaskRef = z.input<typeof TaskRef>;
export type TasksOf = z.input<typeof TasksOf>;
