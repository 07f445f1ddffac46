import type { Day } from "@/lib/domain/shared/day";

const formats = new Map<string, Intl.DateTimeFormat>();

/** The calendar day at `moment` in a time zone. */
export function dayIn(timeZone: string, moment: Date): Day {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-CA", {
      timeZone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
    });
    formats.set(timeZone, format);
  }
  // A year before 1000 comes without its zeros.
  return format.format(moment).padStart(10, "0");
}

/** A `date` column as a Day. Prisma and pg give such a column as midnight UTC. */
export const toDay = (value: Date | null): Day | null =>
  value === null ? null : value.toISOString().slice(0, 10);

/** A Day as the value of a `date` column. */
export const fromDay = (day: Day): Date => new Date(`${day}T00:00:00Z`);
