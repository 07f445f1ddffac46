import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alike, alikePeople } from "@/lib/domain/companies/alike";
import {
  CHOSEN_FIELDS,
  type CompanyFields,
  mergedFields,
  restoredFields,
} from "@/lib/domain/companies/merge";

const text = fc.option(fc.string(), { nil: null });
const fields: fc.Arbitrary<CompanyFields> = fc.record({
  name: fc.string({ minLength: 1 }),
  sector: text,
  country: text,
  employees: fc.option(fc.nat(), { nil: null }),
  yearEstablished: fc.option(fc.nat(), { nil: null }),
  revenue: text,
  parentName: text,
  externalId: text,
  attributes: fc.dictionary(fc.string(), fc.string()),
});
const take = fc.subarray([...CHOSEN_FIELDS]);

describe("merging the fields of two companies", () => {
  it("is undone whole: what changed goes back, whatever it was", () => {
    fc.assert(
      fc.property(fields, fields, take, (into, from, chosen) => {
        const { before, after } = mergedFields(into, from, chosen);
        const merged = { ...into, ...after };
        expect({ ...merged, ...restoredFields(merged, before, after) }).toEqual(into);
      }),
    );
  });

  it("keeps what was edited since when it is undone", () => {
    fc.assert(
      fc.property(fields, fields, take, fields, (into, from, chosen, edited) => {
        const { before, after } = mergedFields(into, from, chosen);
        const now = { ...into, ...after, name: `${edited.name} edited since` };
        expect({ ...now, ...restoredFields(now, before, after) }.name).toBe(now.name);
      }),
    );
  });

  it("loses nothing that only one of them knew", () => {
    fc.assert(
      fc.property(fields, fields, take, (into, from, chosen) => {
        const merged = { ...into, ...mergedFields(into, from, chosen).after };
        for (const field of [...CHOSEN_FIELDS, "revenue", "externalId"] as const)
          expect(merged[field] === null).toBe(into[field] === null && from[field] === null);
        expect(Object.keys(merged.attributes).sort()).toEqual(
          [...new Set([...Object.keys(into.attributes), ...Object.keys(from.attributes)])].sort(),
        );
      }),
    );
  });

  it("takes the fields that were chosen, and keeps its own otherwise", () => {
    fc.assert(
      fc.property(fields, fields, take, (into, from, chosen) => {
        const merged = { ...into, ...mergedFields(into, from, chosen).after };
        for (const field of CHOSEN_FIELDS)
          expect(merged[field]).toEqual(
            chosen.includes(field) ? (from[field] ?? into[field]) : (into[field] ?? from[field]),
          );
      }),
    );
  });
});

describe("names that are alike", () => {
  it.each([
    ["Acme B.V.", "acme", "same"],
    ["GTX Pro", "GTXPro", "spacing"],
    ["Haventec", "Haventek", "typo"],
    ["Brouwerij Halve Maat", "Brouwerij Halve Maan", "typo"],
    ["Acme", "Acme Benelux", null],
    ["Depot 5", "Depot 6", null],
    ["Abc", "Abd", null],
    ["🦊", "🦊", null],
    ["", "", null],
    ["شركة الميناء", "شركة المينا", "typo"],
  ])("%s and %s: %s", (one, other, why) => {
    expect(alike(one, other)).toBe(why);
    expect(alike(other, one)).toBe(why);
  });

  it.each([
    ["Eva Jansen", "eva jansen", true],
    ["Eva Jansen", "Éva Janssen", true],
    ["Eva Jansen", "Luc Peeters", false],
    ["🦊", "🦊", false],
  ])("people %s and %s: %s", (one, other, is) => expect(alikePeople(one, other)).toBe(is));
});
