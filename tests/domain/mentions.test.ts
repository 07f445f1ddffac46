import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  keepMentions,
  mentionedIn,
  nameMentions,
  peopleLike,
  typedMention,
} from "@/lib/domain/mentions/mentions";

const OTTO = "01976f2c-0000-7000-8000-000000000001";
const OTTO_LONG = "01976f2c-0000-7000-8000-000000000002";
const ROSA = "01976f2c-0000-7000-8000-000000000003";
const people = [
  { id: OTTO, name: "Otto" },
  { id: OTTO_LONG, name: "Otto de Vries" },
  { id: ROSA, name: "Rosa Rep" },
  { id: "01976f2c-0000-7000-8000-000000000004", name: "Jan Jansen" },
  { id: "01976f2c-0000-7000-8000-000000000005", name: "Jan Jansen" },
];

describe("a mention", () => {
  it.each<[string, string]>([
    ["@Otto please", `@{${OTTO}} please`],
    ["@otto de vries, look", `@{${OTTO_LONG}}, look`],
    ["(@Rosa Rep)", `(@{${ROSA}})`],
    ["@Rosa Reporter", "@Rosa Reporter"],
    ["@Rosa", "@Rosa"],
    ["@Jan Jansen", "@Jan Jansen"],
    ["a@b.example", "a@b.example"],
    ["@ @@", "@ @@"],
    ["@Otto @Otto", `@{${OTTO}} @{${OTTO}}`],
  ])("%s is kept as %s", (text, kept) => {
    expect(keepMentions(text, people)).toBe(kept);
  });

  it("reads with the name of today, and says once who is meant", () => {
    const kept = keepMentions("@Otto and @Rosa Rep, @Otto", people);
    expect(mentionedIn(kept)).toEqual([OTTO, ROSA]);
    expect(
      nameMentions(
        kept,
        new Map([
          [OTTO, "Otto V."],
          [ROSA, "Rosa"],
        ]),
      ),
    ).toBe("@Otto V. and @Rosa, @Otto V.");
  });

  it("changes nothing else of any text", () => {
    const names = new Map(people.map(({ id, name }) => [id, name]));
    const part = fc.oneof(
      fc.string(),
      fc.constantFrom("@Otto", "@Rosa Rep", "@Jan Jansen", "@", " ", "İ", "😀"),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        const text = parts.join("");
        expect(nameMentions(keepMentions(text, people), names)).toBe(text);
      }),
    );
  });
});

describe("while a name is typed", () => {
  it.each<[string, string | null]>([
    ["@", ""],
    ["Ask @ot", "ot"],
    ["Ask @otto de", "otto de"],
    ["a@b", null],
    ["Ask otto", null],
    ["@one two three four five", null],
  ])("%s asks for %s", (text, typed) => {
    expect(typedMention(text, text.length)?.typed ?? null).toBe(typed);
  });

  it("finds people by any word of their name", () => {
    expect(peopleLike(people, "vr").map(({ id }) => id)).toEqual([OTTO_LONG]);
    expect(peopleLike(people, "otto d").map(({ id }) => id)).toEqual([OTTO_LONG]);
    expect(peopleLike(people, "")).toHaveLength(5);
  });
});
