import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Window } from "@/lib/domain/process/types";
import { addDays } from "@/lib/domain/shared/day";
import {
  addWorkingDays,
  type Calendar,
  isWorkingDay,
  withinWorkingDays,
  workingDaysBetween,
} from "@/lib/domain/timing/calendar";
import { type Anchors, dueWindow } from "@/lib/domain/timing/due-window";
import { addWorkingHours } from "@/lib/domain/timing/working-hours";
import { dayOf, instantAt, startOfDay } from "@/lib/domain/timing/zone";

const NL = ["2026-12-25", "2026-12-26", "2027-01-01", "2027-03-29", "2027-04-27", "2027-05-06", "2027-05-17"];
const BE = ["2026-07-21", "2026-11-11", "2026-12-25", "2027-01-01", "2027-03-29", "2027-05-06", "2027-05-17"];
const calendar = (holidays: string[], timeZone = "Europe/Amsterdam"): Calendar => ({
  timeZone,
  workingDays: [1, 2, 3, 4, 5],
  workingHours: { from: "09:00", to: "17:00" },
  holidays: new Set(holidays),
});
const nl = calendar(NL);
const be = calendar(BE, "Europe/Brussels");

describe("days in a time zone", () => {
  it.each([
    ["2026-03-31T23:30:00Z", "Europe/Amsterdam", "2026-04-01"],
    ["2026-12-31T22:59:59Z", "Europe/Amsterdam", "2026-12-31"],
    ["2026-12-31T23:00:00Z", "Europe/Amsterdam", "2027-01-01"],
    ["2026-06-30T22:00:00Z", "Europe/Amsterdam", "2026-07-01"],
    ["2026-11-25T02:00:00Z", "America/New_York", "2026-11-24"],
    ["2026-11-25T12:30:00Z", "Asia/Kolkata", "2026-11-25"],
  ])("%s in %s is %s", (instant, zone, day) => expect(dayOf(instant, zone)).toBe(day));

  it.each([
    ["2026-10-25", "Europe/Amsterdam", "2026-10-24T22:00:00.000Z"],
    ["2026-10-26", "Europe/Amsterdam", "2026-10-25T23:00:00.000Z"],
    ["2027-03-28", "Europe/Amsterdam", "2027-03-27T23:00:00.000Z"],
    ["2027-03-29", "Europe/Amsterdam", "2027-03-28T22:00:00.000Z"],
    // Midnight does not exist there on this day: the clock goes from 24:00 to 01:00.
    ["2026-04-24", "Africa/Cairo", "2026-04-23T22:00:00.000Z"],
    ["2026-11-25", "Pacific/Kiritimati", "2026-11-24T10:00:00.000Z"],
  ])("%s in %s starts at %s", (day, zone, instant) => expect(startOfDay(day, zone)).toBe(instant));

  it("takes the first of a doubled hour and goes on through a skipped one", () => {
    expect(instantAt("2026-10-25", 150, "Europe/Amsterdam")).toBe("2026-10-25T00:30:00.000Z");
    expect(instantAt("2027-03-28", 150, "Europe/Amsterdam")).toBe("2027-03-28T01:30:00.000Z");
  });

  it("a day starts with its first moment, in every zone and season", () => {
    const zones = ["Europe/Amsterdam", "America/New_York", "Australia/Lord_Howe", "Africa/Cairo", "UTC"];
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 800 }), fc.constantFrom(...zones), (offset, zone) => {
        const day = addDays("2026-01-01", offset);
        const start = startOfDay(day, zone);
        expect(dayOf(start, zone)).toBe(day);
        expect(dayOf(new Date(Date.parse(start) - 1).toISOString(), zone)).toBe(addDays(day, -1));
      }),
    );
  });
});

describe("working days", () => {
  it.each([
    ["2026-11-25", true, true],
    ["2026-11-28", false, false],
    ["2026-11-11", true, false],
    ["2027-04-27", false, true],
    ["2027-03-29", false, false],
  ])("%s works in NL %s, in BE %s", (day, inNl, inBe) => {
    expect([isWorkingDay(day, nl), isWorkingDay(day, be)]).toEqual([inNl, inBe]);
  });

  it.each([
    ["over a weekend", "2026-11-27", 1, nl, "2026-11-30"],
    ["from a Saturday", "2026-11-28", 1, nl, "2026-11-30"],
    ["over Christmas and New Year", "2026-12-24", 5, nl, "2027-01-04"],
    ["over Armistice Day in BE", "2026-11-10", 1, be, "2026-11-12"],
    ["over Armistice Day in NL", "2026-11-10", 1, nl, "2026-11-11"],
    ["over King's Day in NL", "2027-04-26", 1, nl, "2027-04-28"],
    ["back over Easter", "2027-03-30", -1, nl, "2027-03-26"],
    ["none", "2026-11-28", 0, nl, "2026-11-28"],
  ] as const)("%s", (_name, from, count, where, to) => expect(addWorkingDays(from, count, where)).toBe(to));

  it("counting undoes adding", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: -60, max: 60 }), (offset, count) => {
        const day = addDays("2026-06-01", offset);
        expect(workingDaysBetween(day, addWorkingDays(day, count, be), be)).toBe(count);
      }),
    );
  });

  it("looking whether few enough pass says what counting them says", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: -20, max: 40 }),
        fc.integer({ min: 0, max: 12 }),
        (offset, days, most) => {
          const from = addDays("2026-06-01", offset);
          const to = addDays(from, days);
          expect(withinWorkingDays(from, to, most, be)).toBe(workingDaysBetween(from, to, be) <= most);
        },
      ),
    );
  });

  it("refuses to search a calendar without working days for ever", () => {
    expect(() => addWorkingDays("2026-11-25", 1, { ...nl, workingDays: [] })).toThrow();
  });
});

describe("working hours", () => {
  it.each([
    ["inside a day", "2026-11-25T08:30:00Z", 2, "2026-11-25T10:30:00.000Z"],
    ["to the very end of a day", "2026-11-25T08:00:00Z", 8, "2026-11-25T16:00:00.000Z"],
    ["over a night", "2026-11-25T15:00:00Z", 2, "2026-11-26T09:00:00.000Z"],
    ["over a weekend", "2026-11-27T15:30:00Z", 1, "2026-11-30T08:30:00.000Z"],
    ["from the evening", "2026-11-25T19:00:00Z", 1, "2026-11-26T09:00:00.000Z"],
    ["from before work", "2026-11-25T05:00:00Z", 1, "2026-11-25T09:00:00.000Z"],
    ["over the end of summer time", "2026-10-23T14:00:00Z", 2, "2026-10-26T09:00:00.000Z"],
    ["over the start of summer time and Easter", "2027-03-26T15:00:00Z", 2, "2027-03-30T08:00:00.000Z"],
    ["over New Year", "2026-12-31T15:00:00Z", 9, "2027-01-04T16:00:00.000Z"],
    ["backwards", "2026-11-30T09:00:00Z", -2, "2026-11-27T15:00:00.000Z"],
    ["backwards from a Sunday", "2026-11-29T09:00:00Z", -1, "2026-11-27T15:00:00.000Z"],
  ])("%s", (_name, start, hours, end) => expect(addWorkingHours(start, hours, nl)).toBe(end));

  it("adding in two parts is adding at once", () => {
    const start = fc
      .integer({ min: 0, max: 500 * 24 })
      .map((hour) => Date.parse("2026-06-01T00:00:00Z") + hour * 3_600_000);
    fc.assert(
      fc.property(start, fc.nat(30), fc.integer({ min: 1, max: 30 }), (ms, first, second) => {
        const at = new Date(ms).toISOString();
        const once = addWorkingHours(at, first + second, nl);
        expect(addWorkingHours(addWorkingHours(at, first, nl), second, nl)).toBe(once);
      }),
    );
  });
});

describe("due windows", () => {
  const none: Anchors = { stageEntry: null, runStart: null, expectedClose: null, steps: new Map() };
  const entry = (day: string, at: string | null = null): Anchors => ({ ...none, stageEntry: { day, at } });
  const window = (unit: Window["unit"], earliest: number | null, latest: number | null): Window => ({
    anchor: { kind: "stage-entry" },
    unit,
    earliest,
    latest,
  });

  it("waits for its anchor", () => expect(dueWindow(window("working-days", 0, 2), none, nl)).toBeNull());

  it("counts from each kind of anchor", () => {
    const anchors: Anchors = {
      stageEntry: { day: "2026-11-02", at: null },
      runStart: { day: "2026-11-03", at: null },
      expectedClose: "2026-11-20",
      steps: new Map([["demo", { day: "2026-11-05", at: null }]]),
    };
    const until = (anchor: Window["anchor"], latest: number) =>
      dueWindow({ anchor, unit: "calendar-days", earliest: null, latest }, anchors, nl)?.until?.day;
    expect(until({ kind: "stage-entry" }, 1)).toBe("2026-11-03");
    expect(until({ kind: "run-start" }, 1)).toBe("2026-11-04");
    expect(until({ kind: "step", stepKey: "demo" }, 1)).toBe("2026-11-06");
    expect(until({ kind: "step", stepKey: "never" }, 1)).toBeUndefined();
    expect(until({ kind: "expected-close" }, -5)).toBe("2026-11-15");
  });

  it.each([
    [
      "working days over a weekend",
      window("working-days", 1, 3),
      entry("2026-11-26"),
      "2026-11-27",
      "2026-12-01",
    ],
    [
      "calendar days over a weekend",
      window("calendar-days", 1, 3),
      entry("2026-11-26"),
      "2026-11-27",
      "2026-11-29",
    ],
    ["on a Saturday itself", window("working-days", 0, 0), entry("2026-11-28"), "2026-11-28", "2026-11-30"],
    ["open at the start", window("working-days", null, 1), entry("2026-11-26"), undefined, "2026-11-27"],
    ["open at the end", window("working-days", 2, null), entry("2026-11-26"), "2026-11-30", undefined],
  ])("%s", (_name, each, anchors, from, until) => {
    const due = dueWindow(each, anchors, nl);
    expect([due?.from?.day, due?.until?.day]).toEqual([from, until]);
  });

  it("hours count from the moment, and from the whole day when only the day is known", () => {
    expect(dueWindow(window("hours", 0, 4), entry("2026-11-27", "2026-11-27T14:00:00Z"), nl)).toEqual({
      from: { day: "2026-11-27", at: "2026-11-27T14:00:00.000Z" },
      until: { day: "2026-11-30", at: "2026-11-30T10:00:00.000Z" },
    });
    expect(dueWindow(window("hours", 0, 4), entry("2026-11-27"), nl)).toEqual({
      from: { day: "2026-11-27", at: "2026-11-27T08:00:00.000Z" },
      until: { day: "2026-11-30", at: "2026-11-30T12:00:00.000Z" },
    });
  });
});
