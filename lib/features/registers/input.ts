import { z } from "zod";
import { MOST_ENTRY_NAME, MOST_NOTE, REGISTER_KINDS } from "@/lib/domain/registers/types";
import { NOT_STORABLE, storable } from "@/lib/platform/storable";

const Words = z.string().trim().max(MOST_ENTRY_NAME).refine(storable, NOT_STORABLE);
const Name = z
  .strictObject({ en: Words.optional(), nl: Words.optional() })
  .refine(({ en, nl }) => Boolean(en || nl), "a name in a language")
  // An empty translation is left out, so that it is flagged as missing.
  .transform(({ en, nl }) => ({ ...(en && { en }), ...(nl && { nl }) }));
const Note = z.string().trim().max(MOST_NOTE).refine(storable, NOT_STORABLE);
const Id = z.uuid();

export const Nothing = z.strictObject({});
export const AddEntry = z.strictObject({
  id: Id,
  kind: z.enum(REGISTER_KINDS),
  name: Name,
  note: Note.default(""),
});
export const ChangeEntry = z.strictObject({
  id: Id,
  version: z.number().int().min(1),
  set: z.strictObject({ name: Name, note: Note }).partial(),
});
export const EntryId = z.strictObject({ id: Id });
/** `id` becomes part of `into`. */
export const MergeEntry = z.strictObject({ id: Id, into: Id });

export type AddEntry = z.input<typeof AddEntry>;
export type ChangeEntry = z.input<typeof ChangeEntry>;
export type EntryId = z.infer<typeof EntryId>;
export type MergeEntry = z.infer<typeof MergeEntry>;
