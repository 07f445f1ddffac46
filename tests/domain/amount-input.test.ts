import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAmount, writeAmount } from "../../lib/domain/shared/amount-input";
import { LOCALES, type Locale } from "../../lib/domain/shared/text";

describe("an amount as it is typed", () => {
  it.each<[string, Locale, number, string]>([
    ["1.234,50", "nl", 123450, "EUR"],
    ["1.234,50", "en", 123450, "EUR"],
    ["1,234.50", "nl", 123450, "EUR"],
    ["1,234.50", "en", 123450, "EUR"],
    ["1.234", "nl", 123400, "EUR"],
    ["1.234", "en", 123400, "EUR"],
    ["1,234", "nl", 123400, "EUR"],
    ["1,5", "nl", 150, "EUR"],
    ["1.5", "en", 150, "EUR"],
    ["1.5", "nl", 150, "EUR"],
    ["12k", "nl", 1200000, "EUR"],
    ["12.5k", "en", 1250000, "EUR"],
    ["12,5k", "nl", 1250000, "EUR"],
    ["€ 12.500,-", "nl", 1250000, "EUR"],
    [" 900 ", "en", 90000, "EUR"],
    ["-450", "en", -45000, "EUR"],
    ["$500", "nl", 50000, "USD"],
    ["500 GBP", "nl", 50000, "GBP"],
    ["¥ 5000", "en", 5000, "JPY"],
  ])("%s in %s", (text, locale, minor, currency) => {
    expect(readAmount(text, locale, "EUR")).toEqual({ minor, currency });
  });

  it.each(["", "   "])("nothing is no amount: %j", (text) => {
    expect(readAmount(text, "en", "EUR")).toBeNull();
  });

  it.each([
    ["soon", "amount-unclear"],
    ["1.2.3", "amount-unclear"],
    ["=1+1", "amount-unclear"],
    ["1,2345", "amount-too-precise"],
    ["99999999999999999999", "amount-too-large"],
  ])("%s is refused as %s", (text, code) => {
    for (const locale of LOCALES) expect(readAmount(text, locale, "EUR")).toMatchObject({ code });
  });

  it("reads back what it wrote, in both languages and any number of decimals", () => {
    const money = fc.record({
      minor: fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
      currency: fc.constantFrom("EUR", "JPY", "USD"),
    });
    fc.assert(
      fc.property(money, fc.constantFrom(...LOCALES), (amount, locale) => {
        expect(readAmount(writeAmount(amount, locale), locale, amount.currency)).toEqual(amount);
      }),
    );
  });
});
