import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DATE_READINGS, type DateReading, parseDate, readDate } from "../../lib/domain/import/date-readings";
import { createDateJudge } from "../../lib/domain/import/dates";
import { addDays } from "../../lib/domain/shared/day";

const judge = (values: readonly string[]) => {
  const made = createDateJudge();
  values.forEach((value, index) => {
    made.add(value, index + 2);
  });
  return made.verdict();
};

const day = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays("1970-01-01", days));
const MONTHS = "jan feb mrt apr mei jun jul aug sep okt nov dec".split(" ");

/** Writes a day in a reading, as people do. */
function write(date: string, reading: DateReading, separator: string): string {
  const [y = "", m = "", d = ""] = date.split("-");
  const month = MONTHS[Number(m) - 1] ?? "";
  const written: Record<DateReading, string> = {
    "y-m-d": [y, m, d].join(separator),
    "d-m-y": [d, m, y].join(separator),
    "m-d-y": [m, d, y].join(separator),
    "d-month-y": `${Number(d)} ${month} ${y}`,
    "month-d-y": `${month} ${Number(d)}, ${y}`,
    serial: String(Math.round(Date.parse(date) / 86_400_000) + 25_569),
  };
  return written[reading];
}

describe("reading one date", () => {
  it("gives back every day in every reading", () => {
    fc.assert(
      fc.property(
        day,
        fc.constantFrom(...DATE_READINGS),
        fc.constantFrom("-", "/", ".", " "),
        (date, reading, separator) => {
          expect(parseDate(write(date, reading, separator), reading, "Europe/Brussels")).toEqual({
            day: date,
            at: null,
          });
        },
      ),
    );
  });

  it.each<[string, DateReading, string | null]>([
    ["31-12-2026", "d-m-y", "2026-12-31"],
    ["31-12-2026", "m-d-y", null],
    ["1/2/26", "d-m-y", "2026-02-01"],
    ["1/2/71", "m-d-y", "1971-01-02"],
    ["29-02-2025", "d-m-y", null],
    ["29-02-2024", "d-m-y", "2024-02-29"],
    ["31-12/2026", "d-m-y", null],
    ["20261231", "y-m-d", "2026-12-31"],
    ["2026-1-5", "y-m-d", "2026-01-05"],
    ["15 Apr, 2021 00:02:00", "d-month-y", "2021-04-15"],
    ["ma 3 maart 2025", "d-month-y", "2025-03-03"],
    ["Apr 15, 2021", "month-d-y", "2021-04-15"],
    ["45631", "serial", "2024-12-05"],
    ["  2026-12-31\u00a0", "y-m-d", "2026-12-31"],
    ["2026-12-31T25:00", "y-m-d", null],
    ["morgen", "d-m-y", null],
    ["", "d-m-y", null],
  ])("%s as %s is %s", (value, reading, expected) => {
    expect(readDate(value, reading)?.day ?? null).toBe(expected);
  });

  it.each([
    ["2024-08-27 14:03", "Europe/Brussels", "2024-08-27", "2024-08-27T12:03:00.000Z"],
    ["2024-08-27 14:03", "America/Los_Angeles", "2024-08-27", "2024-08-27T21:03:00.000Z"],
    ["2011-10-01T00:38:44.546+02:00", "Europe/Amsterdam", "2011-10-01", "2011-09-30T22:38:44.546Z"],
    ["2011-10-01T00:38:44.546+02:00", "America/New_York", "2011-09-30", "2011-09-30T22:38:44.546Z"],
    ["2024-08-27T23:30:00Z", "Europe/Brussels", "2024-08-28", "2024-08-27T23:30:00.000Z"],
    ["2024-08-27 12:15 AM", "UTC", "2024-08-27", "2024-08-27T00:15:00.000Z"],
    ["2024-08-27 12:15:09 pm", "UTC", "2024-08-27", "2024-08-27T12:15:09.000Z"],
    ["2026-03-29 02:30:15", "Europe/Brussels", "2026-03-29", "2026-03-29T01:30:15.000Z"],
  ])("%s in %s", (value, timeZone, expected, at) => {
    expect(parseDate(value, "y-m-d", timeZone)).toEqual({ day: expected, at });
  });

  it("refuses with the value and the reading", () => {
    expect(parseDate("31/12/2026", "m-d-y", "UTC")).toMatchObject({
      refused: true,
      code: "import.not-a-date",
      params: { value: "31/12/2026", reading: "m-d-y" },
    });
  });
});

describe("judging a column", () => {
  it.each<[string, string[], object]>([
    [
      "one day above twelve settles it",
      ["03-04-2025", "", "31-03-2025"],
      { kind: "settled", reading: "d-m-y", fits: 2, decisive: 1, empty: 1 },
    ],
    ["American", ["03/04/2025", "03/31/2025"], { kind: "settled", reading: "m-d-y" }],
    ["ISO", ["2025-03-04", "2025-03-31"], { kind: "settled", reading: "y-m-d", decisive: 2 }],
    [
      "all days up to twelve",
      ["03-04-2025", "05-06-2025"],
      { kind: "ambiguous", readings: ["d-m-y", "m-d-y"] },
    ],
    [
      "both readings mean the same days",
      ["03-03-2025", "05/05/2025"],
      { kind: "settled", reading: "d-m-y", decisive: 0 },
    ],
    [
      "two orders in one column",
      ["25-12-2025", "12-25-2025", "12-26-2025"],
      { kind: "none", best: ["m-d-y"], offendingCount: 1, offending: [{ row: 2, value: "25-12-2025" }] },
    ],
    [
      "a word among dates",
      ["25-12-2025", "in overleg"],
      { kind: "none", best: ["d-m-y"], offending: [{ row: 3, value: "in overleg" }] },
    ],
    ["words for nothing", ["n.v.t.", "-", "2025-01-01"], { kind: "settled", empty: 2 }],
    ["nothing at all", ["", " "], { kind: "empty", empty: 2 }],
    ["no dates", ["Acme"], { kind: "none", best: [], fits: 0 }],
  ])("%s", (_, values, expected) => {
    expect(judge(values)).toMatchObject(expected);
  });

  it("shows an ambiguous value in both readings", () => {
    expect(judge(["03-04-2025"])).toMatchObject({
      samples: [
        {
          row: 2,
          value: "03-04-2025",
          readings: [
            { reading: "d-m-y", means: "2025-04-03" },
            { reading: "m-d-y", means: "2025-03-04" },
          ],
        },
      ],
    });
  });

  it("never settles on a reading other than the one the column was written in", () => {
    fc.assert(
      fc.property(
        fc.array(day, { minLength: 1, maxLength: 30 }),
        fc.constantFrom(...DATE_READINGS),
        (days, reading) => {
          const verdict = judge(days.map((date) => write(date, reading, "-")));
          if (verdict.kind === "ambiguous") expect(verdict.readings).toContain(reading);
          else {
            // Another name of the reading is fine when it means the same days throughout.
            const settled = verdict.kind === "settled" ? verdict.reading : null;
            expect(settled).not.toBeNull();
            if (settled)
              for (const date of days) expect(readDate(write(date, reading, "-"), settled)?.day).toBe(date);
          }
        },
      ),
    );
  });

  it("keeps a bounded number of samples", () => {
    const verdict = judge(Array.from({ length: 5000 }, (_, index) => `x${index}`));
    expect(verdict.kind === "none" && verdict.offending.length).toBe(20);
    expect(verdict.kind === "none" && verdict.offendingCount).toBe(5000);
  });
});
