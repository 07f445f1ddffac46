import { z } from "zod";

const Id = z.uuid();

export const InboxPage = z.strictObject({
  /** The last one already shown. */
  after: z.strictObject({ at: z.iso.datetime(), id: Id }).nullable().default(null),
  limit: z.int().min(1).max(200).default(50),
});
export const MarkNotice = z.strictObject({ id: Id, read: z.boolean() });
/** The moment of marking all that is to be taken back. */
export const UnmarkAll = z.strictObject({ at: z.iso.datetime() });

export type InboxPage = z.input<typeof InboxPage>;
export type MarkNotice = z.input<typeof MarkNotice>;
export type UnmarkAll = z.input<typeof UnmarkAll>;
