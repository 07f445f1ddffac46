import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fingerprint } from "../../lib/domain/import/fingerprint";
import { editDistance, nearMatches } from "../../lib/domain/import/fuzzy";
import { normalName, plainName } from "../../lib/domain/import/names";
import { countryNames, SECTORS } from "../../lib/domain/import/vocabulary";

describe("near matches", () => {
  it.each<[string, readonly string[], string | null]>([
    ["GTXPro", ["GTX Basic", "GTX Pro", "GTX Plus Pro"], "GTX Pro"],
    ["GTX-Pro", ["GTX Pro"], null],
    ["technolgy", SECTORS, "technology"],
    ["Philipines", countryNames(), "Philippines"],
    ["Belgie", countryNames(), null],
    ["GTK 500", ["GTK 600"], null],
    ["MG Special", ["MG Advanced", "GTX Basic"], null],
    ["Acme", ["Acne"], null],
    ["Cancity", ["Cancit", "Cancita"], null],
    ["retail", SECTORS, null],
    ["", ["x"], null],
  ])("%s", (value, known, match) => {
    expect(nearMatches([value], known)[0]?.match ?? null).toBe(match);
  });

  it("says why", () => {
    expect(nearMatches(["GTXPro", "technolgy"], ["GTX Pro", "technology"])).toEqual([
      { value: "GTXPro", match: "GTX Pro", why: "spacing", distance: 0 },
      { value: "technolgy", match: "technology", why: "typo", distance: 1 },
    ]);
  });

  it("never matches what is known", () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (names) => {
        expect(nearMatches(names, names)).toEqual([]);
      }),
    );
  });
});

describe("edit distance", () => {
  it.each([
    ["", "abc", 3],
    ["abc", "acb", 1],
    ["kitten", "sitting", 3],
    ["same", "same", 0],
  ])("%s %s", (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
  });

  it("is symmetric, and a limit changes only what lies above it", () => {
    const word = fc.string({ maxLength: 8 });
    fc.assert(
      fc.property(word, word, fc.nat(4), (a, b, limit) => {
        const exact = editDistance(a, b);
        expect(editDistance(b, a)).toBe(exact);
        const limited = editDistance(a, b, limit);
        if (exact <= limit) expect(limited).toBe(exact);
        else expect(limited).toBeGreaterThan(limit);
      }),
    );
  });
});

describe("names", () => {
  it.each([
    ["Acme B.V.", "acme"],
    ["  ACME   nv", "acme"],
    ["Société Générale S.A.", "societe generale"],
    ["Ron-tech", "ron tech"],
    ["d’Or", "dor"],
    ["AB", "ab"],
    ["Bed & Bath", "bed & bath"],
    ["---", ""],
  ])("%s", (name, normal) => {
    expect(normalName(name)).toBe(normal);
  });

  it("is its own normal form", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (name) => {
        expect(normalName(normalName(name))).toBe(normalName(name));
        expect(plainName(plainName(name))).toBe(plainName(name));
      }),
    );
  });
});

it("fingerprints tell values apart and ignore the order of keys", () => {
  expect(fingerprint({ a: 1, b: { c: 2, d: 3 } })).toBe(fingerprint({ b: { d: 3, c: 2 }, a: 1 }));
  const seen = new Set(Array.from({ length: 20_000 }, (_, index) => fingerprint(["row", index])));
  expect(seen.size).toBe(20_000);
});
