import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { taskTiming } from "@/lib/domain/tasks/due";
import { parseTaskLine } from "@/lib/domain/tasks/line";

/** A Wednesday, at noon. */
const context = {
  today: "2026-11-25",
  minutes: 12 * 60,
  people: [
    { id: "otto", name: "Otto de Vries" },
    { id: "rosa", name: "Rosa Rep" },
    { id: "rosa2", name: "Rosa Maes" },
  ],
};

describe("a task as typed", () => {
  it.each<[string, string, string[], string | null]>([
    ["Call the buyer", "Call the buyer", [], null],
    ["Offerte sturen vrijdag", "Offerte sturen", ["2026-11-27"], null],
    ["Send the offer by Friday", "Send the offer", ["2026-11-27"], null],
    ["Offerte uiterlijk 31-12", "Offerte", ["2026-12-31"], null],
    ["Call back next Tuesday", "Call back", ["2026-12-01", "2026-12-08"], null],
    ["Bellen, woensdag", "Bellen", ["2026-11-25", "2026-12-02"], null],
    ["Volgende week de planning bespreken", "de planning bespreken", ["2026-11-30"], null],
    ["Bel morgen om 10u30", "Bel", ["2026-11-26 630"], null],
    ["Call at 3pm", "Call", ["2026-11-25 900"], null],
    ["Call at 9am", "Call", ["2026-11-26 540"], null],
    ["Call at 15:00 on Friday", "Call", ["2026-11-27 900"], null],
    ["Ask about yesterday", "Ask about yesterday", [], null],
    ["Room for 3-4 people", "Room for 3-4 people", [], null],
    ["After friday call tomorrow", "After friday call", ["2026-11-26"], null],
    ["Draft @otto friday", "Draft", ["2026-11-27"], "otto"],
    ["Draft @Otto de Vries in 3 days", "Draft", ["2026-11-28"], "otto"],
    ["Draft @rosa", "Draft @rosa", [], null],
    ["Draft @Rosa Maes", "Draft", [], "rosa2"],
    ["Draft @nobody", "Draft @nobody", [], null],
    ['Send "the friday file" tomorrow', 'Send "the friday file"', ["2026-11-26"], null],
    ["=1+1 <script> 😀 مرحبا morgen", "=1+1 <script> 😀 مرحبا", ["2026-11-26"], null],
    ["friday", "", ["2026-11-27"], null],
  ])("%s", (line, title, dues, assigneeId) => {
    const read = parseTaskLine(line, context);
    expect({ title: read.title, assigneeId: read.assigneeId }).toEqual({ title, assigneeId });
    expect(read.dues.map(({ day, minutes }) => (minutes === null ? day : `${day} ${minutes}`))).toEqual(dues);
  });

  it("keeps the words when no day is meant", () => {
    expect(parseTaskLine("Prepare friday", context, { keepDay: true })).toMatchObject({
      title: "Prepare friday",
      dues: [],
    });
  });

  it("never reads a day that has been, and never makes up words", () => {
    const words = fc.constantFrom(
      "call",
      "friday",
      "31-12",
      "@otto",
      "3/4",
      "gisteren",
      "om",
      "10:30",
      "by",
      ",",
      "next",
      "week",
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 9 }), (all) => {
        const { title, dues } = parseTaskLine(all.join(" "), context);
        for (const { day } of dues) expect(day >= context.today).toBe(true);
        for (const word of title.split(" ").filter(Boolean)) expect(all).toContain(word);
      }),
    );
  });
});

describe("where a task stands", () => {
  const NOW = "2026-11-25T11:00:00.000Z";
  it.each([
    [null, "open"],
    [{ day: "2026-11-24", at: null }, "late"],
    [{ day: "2026-11-25", at: null }, "today"],
    [{ day: "2026-11-25", at: "2026-11-25T10:59:59.000Z" }, "late"],
    [{ day: "2026-11-25", at: "2026-11-25T11:00:00.000Z" }, "today"],
    [{ day: "2026-11-26", at: null }, "ahead"],
  ] as const)("%j is %s", (due, timing) => {
    expect(taskTiming(due, "2026-11-25", NOW)).toBe(timing);
  });
});
