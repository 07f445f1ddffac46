import { describe, expect, test } from "vitest";
import { day, formatter, instant, money, relativeDays } from "@/lib/platform/i18n/format";
import { pickLocale, readTheme } from "@/lib/platform/i18n/locale";

/** Spaces that do not break are an Intl detail. */
const plain = (text: string) => text.replace(/[\u00a0\u202f\u2009]/g, " ");

describe("money", () => {
  test.each([
    [3_750_000, "EUR", "en", {}, "€37,500"],
    [3_750_000, "EUR", "nl", {}, "€ 37.500"],
    [3_750_050, "EUR", "nl", {}, "€ 37.500,50"],
    [3_750_000, "EUR", "en", { compact: true }, "€37.5k"],
    [3_750_000, "EUR", "nl", { compact: true, bare: true }, "37,5k"],
    [123_749_999, "EUR", "en", { compact: true }, "€1.2m"],
    [99_999_999, "EUR", "nl", { compact: true }, "€ 1 mln."],
    [99_949, "EUR", "en", { compact: true }, "€999"],
    [0, "EUR", "nl", { compact: true }, "€ 0"],
    [1500, "JPY", "en", {}, "JP¥1,500"],
    [-120_00, "EUR", "en", {}, "-€120"],
  ] as const)("%d %s in %s %o", (minor, currency, locale, options, expected) => {
    expect(plain(money(minor, currency, locale, options))).toBe(expected);
  });
});

describe("days", () => {
  test("a day is never moved by a time zone", () => {
    expect(day("2026-11-25", "en")).toBe("Wed 25 Nov");
    expect(day("2026-11-25", "nl")).toBe("wo 25 nov");
    expect(day("2026-11-25", "en", "date")).toBe("25 Nov");
    expect(day("2026-01-01", "nl", "long")).toBe("1 januari 2026");
  });
  test("a moment is written in the zone it is asked in, whatever the language", () => {
    expect(instant("2026-11-25T23:30:00.000Z", "Europe/Amsterdam", "en")).toBe("Thu 26 Nov, 00:30");
    expect(instant("2026-11-25T23:30:00.000Z", "America/New_York", "nl")).toContain("18:30");
  });
  test.each([
    [0, "today", "vandaag"],
    [1, "tomorrow", "morgen"],
    [-3, "3 days ago", "3 dagen geleden"],
  ])("%d days from today", (days, en, nl) => {
    expect([relativeDays(days, "en"), relativeDays(days, "nl")]).toEqual([en, nl]);
  });
});

test("ranges write the unit once", () => {
  expect(plain(formatter("en").percentRange(0.41, 0.74))).toBe("41–74%");
  expect(plain(formatter("nl").numberRange(52, 61.5, 1))).toBe("52–61,5");
});

describe("the language of a request", () => {
  test.each([
    ["nl", "en-GB,en;q=0.9", "nl"],
    [undefined, "nl-BE,nl;q=0.9,en;q=0.8", "nl"],
    [undefined, "en;q=0.5, nl;q=0.9", "nl"],
    [undefined, "fr-FR,fr;q=0.9,nl;q=0.1", "nl"],
    [undefined, "nl;q=0, fr", "en"],
    [undefined, null, "en"],
    ["tlh", "de", "en"],
  ])("cookie %s and header %s give %s", (cookie, header, expected) =>
    expect(pickLocale(cookie, header)).toBe(expected),
  );
});

test("an unknown theme follows the system", () => {
  expect(["light", "dark", "neon", undefined].map(readTheme)).toEqual(["light", "dark", "system", "system"]);
});
