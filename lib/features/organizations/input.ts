import { z } from "zod";
import { LIMITS } from "@/lib/domain/process/limits";
import { WINDOW_UNITS } from "@/lib/domain/process/types";
import { isDay } from "@/lib/domain/shared/day";
import { LOCALES } from "@/lib/domain/shared/text";

/** Regions whose public holidays we know: NL and BE and the parts of them with days of their own (ISO 3166-2 letters). */
export const HOLIDAY_REGIONS = [
  "NL",
  "NL-GR",
  "NL-NH",
  "NL-ZH",
  "BE",
  "BE-BRU",
  "BE-DE",
  "BE-VLG",
  "BE-WAL",
] as const;

/** ISO weekdays, 1 is Monday. */
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

// Messages are keys of `settings.problems`.
const isTimeZone = (name: string): boolean => {
  // Offsets ("+01:00") are zones to some engines, but they know no summer time.
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
};

const CURRENCIES = new Set(Intl.supportedValuesOf("currency"));
export const Currency = z
  .string()
  .regex(/^[A-Z]{3}$/, "currency")
  .refine((code) => CURRENCIES.has(code), "currency");

const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "time");

const Days = z.number("days").int("days").min(1, "days").max(LIMITS.plannedDays, "days");
const Amount = z.number("days").int("days").min(0, "days").max(LIMITS.windowUnits, "days");

/** What processes inherit where they say nothing themselves; null where the organisation is silent too. */
const Timing = z.strictObject({
  plannedDays: Days.nullable(),
  stepWindow: z.strictObject({ unit: z.enum(WINDOW_UNITS), latest: Amount }).nullable(),
});

export const OrganizationSettings = z.strictObject({
  name: z.string().trim().min(1, "name").max(120, "long"),
  timeZone: z.string().max(60).refine(isTimeZone, "timeZone"),
  workingDays: z.array(z.number().int().min(1).max(7)).min(1, "workingDays").max(7),
  workFrom: ClockTime,
  workUntil: ClockTime,
  holidayRegion: z.enum(HOLIDAY_REGIONS, "region"),
  currency: Currency,
  languages: z.array(z.enum(LOCALES)).min(1, "languages").max(2),
  timing: Timing,
});

const hoursInOrder = {
  check: (value: { workFrom: string; workUntil: string }) => value.workFrom < value.workUntil,
  problem: { path: ["workUntil"], message: "hours" },
};

/** What the form holds; the version it was opened at travels beside it. */
export const OrganizationForm = OrganizationSettings.refine(hoursInOrder.check, hoursInOrder.problem);
export const SetOrganization = OrganizationSettings.extend({
  version: z.number().int().positive(),
}).refine(hoursInOrder.check, hoursInOrder.problem);

/** A positive decimal with at most 8 decimals, written with a point or a comma; kept as text, never as a float. */
export const Rate = z
  .string()
  .trim()
  .regex(/^\d{1,9}([.,]\d{1,8})?$/, "rate")
  .transform((text) => text.replace(",", "."))
  .refine((text) => /[1-9]/.test(text), "rate");

const pair = { base: Currency, quote: Currency, day: z.string().refine(isDay, "day") };
export const SetRate = z
  .strictObject({ ...pair, rate: Rate })
  .refine(({ base, quote }) => base !== quote, { path: ["base"], message: "samePair" });
export const RemoveRate = z.strictObject(pair);

export type OrganizationForm = z.infer<typeof OrganizationForm>;
export type SetOrganization = z.infer<typeof SetOrganization>;
export type SetRate = z.input<typeof SetRate>;
export type RemoveRate = z.infer<typeof RemoveRate>;
