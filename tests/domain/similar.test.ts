import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DealTraits, likenesses, mostSimilar } from "@/lib/domain/guidance/similar";

const unknown: DealTraits = { companyId: null, productId: null, segment: null, sector: null, amount: null };
const euro = (minor: number) => ({ minor, currency: "EUR" });
const won = (id: string, closedOn: string, more: Partial<DealTraits>) => ({
  ...unknown,
  id,
  closedOn,
  ...more,
});

describe("what two deals have in common", () => {
  it.each([
    ["nothing that is not known", {}, {}, []],
    [
      "a product, whatever else",
      { productId: "p", sector: "a" },
      { productId: "p", sector: "b" },
      ["product"],
    ],
    ["words without regard to capitals", { sector: "Steel" }, { sector: "steel" }, ["sector"]],
    ["no empty words", { segment: "" }, { segment: "" }, []],
    ["amounts up to twice as large", { amount: euro(100) }, { amount: euro(200) }, ["amount"]],
    ["not more", { amount: euro(100) }, { amount: euro(201) }, []],
    ["not in another currency", { amount: euro(1) }, { amount: { minor: 1, currency: "USD" } }, []],
    ["no amounts of nothing", { amount: euro(0) }, { amount: euro(0) }, []],
  ])("is %s", (_name, a, b, expected) => {
    expect(likenesses({ ...unknown, ...a }, { ...unknown, ...b })).toEqual(expected);
    expect(likenesses({ ...unknown, ...b }, { ...unknown, ...a })).toEqual(expected);
  });
});

describe("the most similar won deals", () => {
  const deal = { ...unknown, productId: "p", segment: "large", amount: euro(1_000) };

  it("share most by weight, then are the latest; the others are left out", () => {
    const found = mostSimilar(
      deal,
      [
        won("old", "2026-01-01", { productId: "p", segment: "large" }),
        won("new", "2026-09-01", { productId: "p", segment: "large" }),
        won("weak", "2026-10-01", { amount: euro(900) }),
        won("product", "2026-10-01", { productId: "p" }),
        won("other", "2026-11-01", { productId: "q" }),
      ],
      3,
    );
    expect(found.map(({ id }) => id)).toEqual(["new", "old", "product"]);
    expect(found[0]?.shared).toEqual(["product", "segment"]);
  });

  const trait = fc.option(fc.constantFrom("a", "b"), { nil: null });
  const traits = fc.record({
    companyId: trait,
    productId: trait,
    segment: trait,
    sector: trait,
    amount: fc.option(fc.integer({ min: -5, max: 50 }).map(euro), { nil: null }),
  });
  const many = fc.uniqueArray(
    fc.record({ id: fc.uuid(), closedOn: fc.constantFrom("2026-01-01", "2026-02-01"), traits }),
    { selector: ({ id }) => id, maxLength: 20 },
  );
  it("do not depend on the order they come in, and never share nothing", () => {
    fc.assert(
      fc.property(traits, many, (mine, list) => {
        const deals = list.map(({ id, closedOn, traits: its }) => ({ id, closedOn, ...its }));
        const found = mostSimilar(mine, deals, 3);
        expect(mostSimilar(mine, deals.toReversed(), 3)).toEqual(found);
        expect(found.length).toBeLessThanOrEqual(3);
        for (const each of found) expect(each.shared.length).toBeGreaterThan(0);
      }),
    );
  });
});
