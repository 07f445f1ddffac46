import { z } from "zod";

export const KINDS = ["deal", "company", "contact", "task", "call", "view"] as const;
export const TrashFilter = z.strictObject({
  kind: z.enum(KINDS).default("deal"),
  /** The last one already shown. */
  after: z.strictObject({ at: z.iso.datetime(), id: z.uuid() }).nullable().default(null),
  limit: z.int().min(1).max(200).default(50),
});
export type TrashFilter = z.input<typeof TrashFilter>;
