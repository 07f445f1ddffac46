import { z } from "zod";
import { NOT_STORABLE, storable } from "@/lib/platform/storable";
import { KINDS, SEARCH_LENGTH } from "./view";

export const Find = z.strictObject({
  q: z.string().max(SEARCH_LENGTH).refine(storable, NOT_STORABLE).default(""),
  /** What this device opened last, newest first: named again when nothing is typed. */
  recent: z
    .array(z.strictObject({ kind: z.enum(KINDS), id: z.uuid() }))
    .max(8)
    .default([]),
});

export type Find = z.input<typeof Find>;
