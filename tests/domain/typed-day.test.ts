import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, isDayWithin } from "@/lib/domain/shared/day";
import { readTypedDay } from "@/lib/domain/typed-line/typed-day";
import { day } from "@/lib/platform/i18n/format";

/** A Wednesday. */
const TODAY = "2026-11-25";

describe("a day as it is typed", () => {
  it.each([
    ["31-12", ["2026-12-31"]],
    ["31/12", ["2026-12-31"]],
    ["31.12", ["2026-12-31"]],
    ["31-12-2027", ["2027-12-31"]],
    ["2027-03-01", ["2027-03-01"]],
    ["vrijdag", ["2026-11-27", "2026-11-20"]],
    ["vr", ["2026-11-27", "2026-11-20"]],
    ["Friday", ["2026-11-27", "2026-11-20"]],
    ["next Tuesday", ["2026-12-01", "2026-12-08"]],
    ["volgende dinsdag", ["2026-12-01", "2026-12-08"]],
    ["by Friday", ["2026-11-27", "2026-11-20"]],
    ["uiterlijk vrijdag", ["2026-11-27", "2026-11-20"]],
    ["today", ["2026-11-25"]],
    ["vandaag", ["2026-11-25"]],
    ["morgen", ["2026-11-26"]],
    ["overmorgen", ["2026-11-27"]],
    ["in 2 weken", ["2026-12-09"]],
    ["over 3 dagen", ["2026-11-28"]],
    ["next week", ["2026-11-30"]],
    ["3 mei", ["2027-05-03", "2026-05-03"]],
    ["3 May 2027", ["2027-05-03"]],
    ["  31-12  ", ["2026-12-31"]],
  ])("%s", (text, wanted) => {
    const read = readTypedDay(text, TODAY, "ahead");
    expect(read.slice(0, wanted.length)).toEqual(wanted);
  });

  it.each(["", "soon", "31-13-2026", "32-12", "vrijdag of zo", "call on Friday", "12", "12k", "2026"])(
    "%j is none",
    (text) => expect(readTypedDay(text, TODAY, "ahead")).toEqual([]),
  );

  it("is looked for on the side where it belongs", () => {
    expect(readTypedDay("vrijdag", TODAY, "back")[0]).toBe("2026-11-20");
    expect(readTypedDay("31-12", TODAY, "back")[0]).toBe("2025-12-31");
    expect(readTypedDay("3/4", TODAY, "ahead")[0]).toBe("2027-04-03");
  });

  it("is read back as it is shown, in both languages", () => {
    fc.assert(
      fc.property(fc.integer({ min: -9_000, max: 9_000 }), fc.constantFrom("en", "nl"), (days, locale) => {
        const wanted = addDays(TODAY, days);
        for (const style of ["year", "long"] as const)
          expect(readTypedDay(day(wanted, locale as "en", style), TODAY, "ahead")).toEqual([wanted]);
      }),
    );
  });
});

describe("a day that may be chosen", () => {
  it.each([
    ["2026-11-25", {}, true],
    ["friday", {}, false],
    ["", {}, false],
    ["2026-11-25", { min: TODAY, max: TODAY }, true],
    ["2026-11-24", { min: TODAY }, false],
    ["2026-11-26", { max: TODAY }, false],
    ["2026-02-30", { max: TODAY }, false],
  ])("%s within %j: %s", (value, range, may) => expect(isDayWithin(value, range)).toBe(may));
});
