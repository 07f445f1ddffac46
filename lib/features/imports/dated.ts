import type { Day } from "@/lib/domain/shared/day";

/** The particulars of a problem with each day written as the reader writes it; what was typed in a cell stays as it is. */
export const dated = (
  params: Readonly<Record<string, string | number>>,
  day: (value: Day, style: "year") => string,
): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === "string" && name !== "value" && /^\d{4}-\d{2}-\d{2}$/.test(value)
        ? day(value, "year")
        : value,
    ]),
  );
