import { z } from "zod";
import { NOT_STORABLE, storable } from "@/lib/platform/storable";
import { viewOf } from "./address";

const Name = z.string().trim().min(1).max(80).refine(storable, NOT_STORABLE);

/** What a view shows, as the search part of the address of the deals: read as an address is, and kept without what is unknown. */
const Query = z
  .record(z.string().max(40), z.string().max(500).refine(storable, NOT_STORABLE))
  .refine((query) => Object.keys(query).length <= 40)
  .transform((query): Record<string, string> => {
    const written = Object.entries(viewOf(query));
    return Object.fromEntries(written.filter((entry): entry is [string, string] => entry[1] !== undefined));
  });

export const SaveView = z.strictObject({
  id: z.uuid(),
  name: Name,
  query: Query,
  /** Whether everyone of the organisation finds it. */
  shared: z.boolean().default(false),
});
export const ChangeView = z.strictObject({
  id: z.uuid(),
  version: z.int().positive(),
  fields: z.strictObject({ name: Name, query: Query, shared: z.boolean() }).partial(),
});
export const RemoveView = z.strictObject({ id: z.uuid(), version: z.int().positive() });
export const RestoreView = z.strictObject({ id: z.uuid() });

export type SaveView = z.input<typeof SaveView>;
export type ChangeView = z.input<typeof ChangeView>;
export type RemoveView = z.input<typeof RemoveView>;
export type RestoreView = z.input<typeof RestoreView>;
