import { z } from "zod";
import { CATEGORIES, SELLING_STYLES } from "@/lib/domain/process/types";
import { LOCALES } from "@/lib/domain/shared/text";
import { NOT_STORABLE, storable } from "@/lib/platform/storable";
import { LIBRARY_SORTS, LIBRARY_STATES, NO_ROLE } from "./view";

/** What of the library is asked for; what is left out is not filtered by. */
export const ListProcesses = z.strictObject({
  role: z.union([z.uuid(), z.literal(NO_ROLE)]).optional(),
  category: z.enum(CATEGORIES).optional(),
  style: z.enum(SELLING_STYLES).optional(),
  /** Left out: everything in use, so not what is archived. */
  state: z.enum(LIBRARY_STATES).optional(),
  /** Part of the name, in either language. */
  q: z.string().trim().max(100).refine(storable, NOT_STORABLE).default(""),
  sort: z.enum(LIBRARY_SORTS).default("role"),
  /** The language in which names are sorted. */
  locale: z.enum(LOCALES).default("en"),
  /** The last process of the page before; a process that is gone begins anew. */
  after: z.uuid().optional(),
  limit: z.int().min(1).max(100).default(30),
});
export type ListProcesses = z.output<typeof ListProcesses>;

/** Processes that have a published version and are not archived, in the order of their ids: no rename moves one to another page. */
export const PublishedAsk = z.strictObject({
  after: z.strictObject({ id: z.uuid() }).nullable().default(null),
  limit: z.int().min(1).max(200).default(50),
});
