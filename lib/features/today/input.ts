import { z } from "zod";
import { isDay } from "@/lib/domain/shared/day";

const Id = z.uuid();
const Key = z.string().min(1).max(100);

/** A page of the list; after the last step already shown. */
export const TodayPage = z.strictObject({
  after: z.strictObject({ id: Id, stepKey: Key }).nullable().default(null),
});
/** Until when a step is put off, and of which deal. */
export const SnoozeStep = z.strictObject({
  id: Id,
  stepKey: Key,
  until: z.string().refine(isDay, "must be a day written as YYYY-MM-DD"),
});
export const WakeStep = z.strictObject({ id: Id, stepKey: Key });

export type TodayPage = z.input<typeof TodayPage>;
export type SnoozeStep = z.input<typeof SnoozeStep>;
export type WakeStep = z.input<typeof WakeStep>;
