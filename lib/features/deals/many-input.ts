import { z } from "zod";
import { DEVIATION_REASONS } from "@/lib/domain/run/events";
import { isDay } from "@/lib/domain/shared/day";
import { NOT_STORABLE, storable } from "@/lib/platform/storable";

/** Deals changed in one transaction; more are sent in parts. */
export const MOST_IN_PART = 50;
/** Deals changed in one go, over all its parts. */
export const MOST_IN_ONE_GO = 2_000;

const of = { id: z.uuid(), version: z.int().positive() };

/** What changes on one deal: its owner, its stage or the day it is expected to close; or the move that is undone, by its number. */
export const OneOfMany = z.union([
  z.strictObject({ ...of, ownerId: z.uuid() }),
  z.strictObject({ ...of, stageKey: z.string().min(1).max(100).refine(storable, NOT_STORABLE) }),
  z.strictObject({ ...of, undo: z.int().positive() }),
  z.strictObject({
    ...of,
    expectedClose: z.string().refine(isDay, "must be a day written as YYYY-MM-DD").nullable(),
  }),
]);

export const ChangeMany = z.strictObject({
  deals: z.array(OneOfMany).min(1).max(MOST_IN_PART),
  /** Why stages are skipped, gone back to or left without evidence: said once, for all of them. */
  deviation: z
    .strictObject({
      reason: z.enum(DEVIATION_REASONS).nullable().default(null),
      note: z.string().max(10_000).refine(storable, NOT_STORABLE).nullable().default(null),
    })
    .nullable()
    .default(null),
});

export type OneOfMany = z.infer<typeof OneOfMany>;
export type ChangeMany = z.input<typeof ChangeMany>;
