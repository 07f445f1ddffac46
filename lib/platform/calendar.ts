import "server-only";
import Holidays from "date-holidays";
import type { Day } from "@/lib/domain/shared/day";
import type { Calendar } from "@/lib/domain/timing/calendar";
import type { Org } from "./context";

const known = new Map<string, Calendar["holidays"]>();

/**
 * The public holidays of a region ("NL", "BE", "BE-VLG"). Each year is looked up when a day of it is asked about, so that what
 * is said of a day never hangs on when it is asked.
 */
export function holidaysOf(region: string): Calendar["holidays"] {
  const kept = known.get(region);
  if (kept) return kept;
  const [country = "NL", ...part] = region.split("-");
  const source = part.length ? new Holidays(country, part.join("-")) : new Holidays(country);
  const years = new Map<string, ReadonlySet<Day>>();
  const ofYear = (year: string): ReadonlySet<Day> => {
    const found = source.getHolidays(year).filter(({ type }) => type === "public");
    const days = new Set(found.map(({ date }) => date.slice(0, 10)));
    years.set(year, days);
    return days;
  };
  const holidays = {
    has: (day: Day): boolean => {
      const year = day.slice(0, 4);
      return (years.get(year) ?? ofYear(year)).has(day);
    },
  };
  known.set(region, holidays);
  return holidays;
}

/** When an organisation works, as the domain's business-time functions want it. */
export const calendarOf = (
  org: Pick<Org, "timeZone" | "workingDays" | "workFrom" | "workUntil" | "holidayRegion">,
): Calendar => ({
  timeZone: org.timeZone,
  workingDays: org.workingDays,
  workingHours: { from: org.workFrom, to: org.workUntil },
  holidays: holidaysOf(org.holidayRegion),
});
