import "server-only";
import Holidays from "date-holidays";
import type { Day } from "@/lib/domain/shared/day";
import type { Calendar } from "@/lib/domain/timing/calendar";
import type { Org } from "./context";

const YEARS_BACK = 4;
const YEARS_AHEAD = 2;
const known = new Map<string, ReadonlySet<Day>>();

/** The public holidays of a region ("NL", "BE", "BE-VLG"), from a few years back to a few ahead of `year`. */
export function holidaysOf(region: string, year: number): ReadonlySet<Day> {
  const key = `${region} ${year}`;
  const kept = known.get(key);
  if (kept) return kept;
  const [country = "NL", ...part] = region.split("-");
  const source = part.length ? new Holidays(country, part.join("-")) : new Holidays(country);
  const days = new Set<Day>();
  for (let each = year - YEARS_BACK; each <= year + YEARS_AHEAD; each++) {
    for (const holiday of source.getHolidays(each))
      if (holiday.type === "public") days.add(holiday.date.slice(0, 10));
  }
  known.set(key, days);
  return days;
}

/** When an organisation works, as the domain's business-time functions want it. */
export function calendarOf(
  org: Pick<Org, "timeZone" | "workingDays" | "workFrom" | "workUntil" | "holidayRegion">,
  now: Date,
): Calendar {
  return {
    timeZone: org.timeZone,
    workingDays: org.workingDays,
    workingHours: { from: org.workFrom, to: org.workUntil },
    holidays: holidaysOf(org.holidayRegion, now.getUTCFullYear()),
  };
}
