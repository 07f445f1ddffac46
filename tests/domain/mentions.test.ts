import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  keepMentions,
  mentionedIn,
  nameMentions,
  peopleLike,
  typedMention,
} from "@/lib/domain/mentions/mentions";
import { distinctNames } from "@/lib/domain/mentions/names";
import { parseTaskLine } from "@/lib/domain/tasks/line";

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

describe("a name by which one is meant alone", () => {
  const member = (id: string, name: string, email: string | null = null) => ({ id, name, email });
  const names = (...members: ReturnType<typeof member>[]) => distinctNames(members).map(({ name }) => name);
  it("is one's own where nobody else has it, else with the address", () => {
    expect(
      names(
        member("1", "Jan Jansen", "jan.j@a.example"),
        member("2", "jan jansen", "jan@a.example"),
        member("3", "Rosa", "rosa@a.example"),
      ),
    ).toEqual(["Jan Jansen (jan.j)", "jan jansen (jan)", "Rosa"]);
    expect(names(member("1", "Jan", "jan@a.example"), member("2", "Jan", "jan@b.example"))).toEqual([
      "Jan (jan@a.example)",
      "Jan (jan@b.example)",
    ]);
    expect(names(member("1", "Jan"), member("2", "Jan", "jan@b.example"))).toEqual(["Jan", "Jan (jan)"]);
  });
  it("is kept and read as theirs, in a text and in a task's line", () => {
    const two = distinctNames([
      member(OTTO, "Jan Jansen", "jan.j@a.example"),
      member(ROSA, "Jan Jansen", "jan@a.example"),
    ]);
    const kept = keepMentions("@Jan Jansen (jan.j) asks @Jan Jansen (jan), @Jan Jansen", two);
    expect(kept).toBe(`@{${OTTO}} asks @{${ROSA}}, @Jan Jansen`);
    expect(keepMentions(nameMentions(kept, new Map(two.map(({ id, name }) => [id, name]))), two)).toBe(kept);
    const line = (text: string) => parseTaskLine(text, { today: "2026-11-25", minutes: 0, people: two });
    expect(line("Call the bank @Jan Jansen (jan)")).toMatchObject({
      title: "Call the bank",
      assigneeId: ROSA,
    });
    expect(line("Call the bank @Jan Jansen")).toMatchObject({ assigneeId: null });
  });
});

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
