import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  createNumberJudge,
  currencyIn,
  minorDigits,
  NUMBER_READINGS,
  type NumberReading,
  parseMoney,
} from "../../lib/domain/import/numbers";

const judge = (values: readonly string[]) => {
  const made = createNumberJudge();
  values.forEach((value, index) => {
    made.add(value, index + 2);
  });
  return made.verdict();
};

describe("reading one amount", () => {
  it.each<[string, NumberReading, number | string]>([
    ["1.234,50", "comma", 123450],
    ["1,234.50", "point", 123450],
    ["1.234,50", "point", "import.not-a-number"],
    ["1,234.50", "comma", "import.not-a-number"],
    ["1.234", "comma", 123400],
    ["1.230", "point", 123],
    ["1.234", "point", "import.amount-too-precise"],
    ["€ 12.500,-", "comma", 1250000],
    ["12.500,—", "comma", 1250000],
    ["€\u00a01\u202f234,50", "comma", 123450],
    ["1 234 567,8", "comma", 123456780],
    ["1'234.50", "point", 123450],
    ["EUR 1.234,50", "comma", 123450],
    ["1.234,50 EUR", "comma", 123450],
    ["$22,700.00", "point", 2270000],
    ["-1.234,50", "comma", -123450],
    ["1.234,50-", "comma", -123450],
    ["−€ 5", "comma", -500],
    ["€ -5,25", "comma", -525],
    ["(1,234.50)", "point", -123450],
    ["-(5)", "plain", "import.not-a-number"],
    ["12k", "plain", 1200000],
    ["1,25k", "comma", 125000],
    ["1.5 mln", "point", 150000000],
    ["0.1", "point", 10],
    [",5", "comma", 50],
    ["-0", "plain", 0],
    ["1054", "plain", 105400],
    ["12.34", "plain", "import.not-a-number"],
    ["12.34.56", "comma", "import.not-a-number"],
    ["1.23,4", "comma", "import.not-a-number"],
    ["in overleg", "comma", "import.not-a-number"],
    ["", "comma", "import.not-a-number"],
    ["€", "comma", "import.not-a-number"],
    ["99999999999999999", "plain", "import.amount-too-large"],
  ])("%s as %s", (value, reading, expected) => {
    const minor = parseMoney(value, reading);
    expect(typeof minor === "number" ? minor : minor.code).toBe(expected);
  });

  it("uses the decimals of the currency", () => {
    expect([minorDigits("EUR"), minorDigits("JPY"), minorDigits("KWD"), minorDigits("x")]).toEqual([
      2, 0, 3, 2,
    ]);
    expect(parseMoney("1.234", "comma", 0)).toBe(1234);
    expect(parseMoney("1.234", "point", 3)).toBe(1234);
  });

  it.each([
    ["€ 5", "EUR"],
    ["5 USD", "USD"],
    ["US$5", "USD"],
    ["£5", "GBP"],
    ["5", null],
    ["12k", null],
  ])("currency in %s", (value, expected) => {
    expect(currencyIn(value)).toBe(expected);
  });

  const minor = fc.integer({ min: -(10 ** 14), max: 10 ** 14 });
  it("gives back every amount in every reading, to the cent", () => {
    fc.assert(
      fc.property(
        minor,
        fc.constantFrom("comma" as const, "point" as const),
        fc.boolean(),
        fc.constantFrom("", "€ ", "€\u00a0"),
        (amount, reading, grouped, sign) => {
          const digits = String(Math.abs(amount)).padStart(3, "0");
          const whole = digits.slice(0, -2);
          const [group, point] = reading === "comma" ? [".", ","] : [",", "."];
          const shown = grouped ? whole.replace(/\B(?=(\d{3})+$)/g, group) : whole;
          expect(
            parseMoney(`${amount < 0 ? "-" : ""}${sign}${shown}${point}${digits.slice(-2)}`, reading),
          ).toBe(amount);
        },
      ),
    );
  });

  it("never throws and never gives a fraction", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.constantFrom(...NUMBER_READINGS), (value, reading) => {
        const result = parseMoney(value, reading);
        if (typeof result === "number") expect(Number.isSafeInteger(result)).toBe(true);
        else expect(result.refused).toBe(true);
      }),
    );
  });
});

describe("judging a column", () => {
  it.each<[string, string[], object]>([
    ["Dutch", ["12.500,00", "8.450"], { kind: "settled", reading: "comma", decisive: 1 }],
    ["English", ["12,500.00", "8,450"], { kind: "settled", reading: "point" }],
    ["cents decide", ["12.50", "8"], { kind: "settled", reading: "point" }],
    ["whole numbers", ["1054", "4514", "0"], { kind: "settled", reading: "plain" }],
    ["1.234 in every row", ["1.234", "8.450"], { kind: "ambiguous", readings: ["comma", "point"] }],
    ["1,234 in every row", ["1,234", "8,450"], { kind: "ambiguous", readings: ["comma", "point"] }],
    ["0.500 cannot be thousands", ["0.500", "1.250"], { kind: "settled", reading: "point" }],
    [
      "two writings at once",
      ["1.234,50", "1,234.50"],
      { kind: "none", best: ["comma", "point"], offendingCount: 1 },
    ],
    [
      "a word",
      ["1.234,50", "in overleg"],
      { kind: "none", best: ["comma"], offending: [{ row: 3, value: "in overleg" }] },
    ],
  ])("%s", (_, values, expected) => {
    expect(judge(values)).toMatchObject(expected);
  });

  it("shows both meanings of 12.500", () => {
    expect(judge(["12.500"])).toMatchObject({
      samples: [
        {
          readings: [
            { reading: "comma", means: "12500" },
            { reading: "point", means: "12.5" },
          ],
        },
      ],
    });
  });
});
