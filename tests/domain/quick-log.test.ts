import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { guessStep } from "@/lib/domain/quick-log/guess-step";
import { parseLog } from "@/lib/domain/quick-log/parse";
import type { LogContext, LogLine, OpenStep } from "@/lib/domain/quick-log/types";
import { chooseReading, logValues, occurredFrom } from "@/lib/domain/quick-log/values";
import { readDay } from "@/lib/domain/typed-line/read-day";
import { readTime } from "@/lib/domain/typed-line/read-time";
import { tokensOf } from "@/lib/domain/typed-line/tokens";

/** A Wednesday, at noon. */
const TODAY = "2026-11-25";
const context: LogContext = {
  today: TODAY,
  minutes: 12 * 60,
  criteria: [
    { key: "budget", text: { en: "Budget is confirmed", nl: "Het budget is bevestigd" } },
    { key: "owner", text: { en: "The decision maker is known", nl: "De beslisser is bekend" } },
  ],
};
const read = (text: string) => logValues(parseLog(text, context));
const chipsOf = ({ text, chips }: LogLine, kind: string) =>
  chips
    .filter((chip) => chip.kind === kind)
    .map(({ start, end, taken, assumed, readings }) => ({
      words: text.slice(start, end),
      taken: taken === null ? null : (readings[taken]?.kind ?? null),
      assumed,
      readings: readings.length,
    }));

describe("a day as typed", () => {
  it.each<[string, string[]]>([
    ["vandaag", ["2026-11-25"]],
    ["this morning", ["2026-11-25"]],
    ["gisteren", ["2026-11-24"]],
    ["yesterday afternoon", ["2026-11-24"]],
    ["eergisteren", ["2026-11-23"]],
    ["the day before yesterday", ["2026-11-23"]],
    ["morgen", ["2026-11-26"]],
    ["overmorgen", ["2026-11-27"]],
    ["vrijdag", ["2026-11-20", "2026-11-27"]],
    ["on Friday", ["2026-11-20", "2026-11-27"]],
    ["woensdag", ["2026-11-25", "2026-11-18", "2026-12-02"]],
    ["afgelopen maandag", ["2026-11-23"]],
    ["last Monday", ["2026-11-23", "2026-11-16"]],
    ["vorige maandag", ["2026-11-23", "2026-11-16"]],
    ["komende dinsdag", ["2026-12-01"]],
    ["next Tuesday", ["2026-12-01", "2026-12-08"]],
    ["volgende dinsdag", ["2026-12-01", "2026-12-08"]],
    ["2 dagen geleden", ["2026-11-23"]],
    ["a week ago", ["2026-11-18"]],
    ["over een week", ["2026-12-02"]],
    ["in 3 days", ["2026-11-28"]],
    ["31-12", ["2026-12-31", "2025-12-31"]],
    ["20/11", ["2026-11-20", "2027-11-20"]],
    ["31-12-2026", ["2026-12-31"]],
    ["2026-11-03", ["2026-11-03"]],
    ["3-11-2026", ["2026-11-03", "2026-03-11"]],
    ["3 november", ["2026-11-03", "2027-11-03"]],
    ["3 nov 2025", ["2025-11-03"]],
    ["Nov 3rd", ["2026-11-03", "2027-11-03"]],
    ["1st of December", ["2026-12-01", "2025-12-01"]],
    ["29 februari", ["2028-02-29", "2024-02-29"]],
  ])("%s", (text, days) => {
    const tokens = tokensOf(text);
    const found = readDay(tokens, 0, TODAY);
    expect(found?.days).toEqual(days);
    expect(found?.count).toBe(tokens.length);
  });

  it("asks which of two a short number is, and whether it is a day at all", () => {
    const found = readDay(tokensOf("3-4"), 0, TODAY);
    expect(found?.days).toEqual(["2027-04-03", "2026-04-03", "2027-03-04", "2026-03-04"]);
    expect(found?.odd).toBe(true);
    expect(readDay(tokensOf("op 3-4"), 0, TODAY)?.odd).toBe(false);
  });

  it.each(["31-13", "32 mei", "30 februari", "budget", "in 2 systems", "2 dagen", '"gisteren"', "12"])(
    "%s is none",
    (text) => expect(readDay(tokensOf(text), 0, TODAY)).toBeNull(),
  );
});

describe("a time as typed", () => {
  it.each<[string, number]>([
    ["10:30", 630],
    ["om 10:30", 630],
    ["10u30", 630],
    ["om 10u", 600],
    ["om 10 uur", 600],
    ["10.30 uur", 630],
    ["at 3pm", 900],
    ["3:15pm", 915],
    ["12am", 0],
    ["at 9:05", 545],
  ])("%s", (text, minutes) => {
    const tokens = tokensOf(text);
    expect(readTime(tokens, 0)).toEqual({ minutes, count: tokens.length });
  });

  it.each(["4u", "25:00", "10:61", "10.30", "10", "13pm", "3"])("%s is none", (text) =>
    expect(readTime(tokensOf(text), 0)).toBeNull(),
  );
});

describe("a line about a deal", () => {
  it.each([
    ["gebeld, budget ok, offerte vrijdag", { kind: "call", when: null, note: "budget ok, offerte vrijdag" }],
    ["called the buyer, budget ok, quote friday", { kind: "call", when: null }],
    ["gisteren gebeld met Wim", { kind: "call", when: { day: "2026-11-24", minutes: null } }],
    ["called yesterday at 10:30", { kind: "call", when: { day: "2026-11-24", minutes: 630 }, note: "" }],
    ["10:30 gebeld, geen gehoor", { kind: "call", reached: false, when: { day: TODAY, minutes: 630 } }],
    ["maandag bezocht", { kind: "visit", when: { day: "2026-11-23", minutes: null }, note: "" }],
    ["emailed the quote on 20/11", { kind: "email", when: { day: "2026-11-20", minutes: null } }],
    ["Niet bereikt", { kind: null, reached: false, note: "" }],
    ["spoke to Eva, no budget yet", { kind: null, reached: true, note: "spoke to Eva, no budget yet" }],
    ["overleg over de planning", { kind: "meeting", note: "overleg over de planning" }],
    ["video call with Jan", { kind: "video" }],
    ["geappt", { kind: "message", note: "" }],
    ["Wim is op vakantie", { kind: null, reached: null, when: null, note: "Wim is op vakantie" }],
    ['"gebeld"', { kind: null, note: '"gebeld"' }],
    ["", { kind: null, note: "" }],
  ])("%s", (text, expected) => expect(read(text)).toMatchObject(expected));

  it("takes what was done and not what is to be done", () => {
    expect(read("bezocht, morgen bellen").kind).toBe("visit");
    expect(chipsOf(parseLog("gebeld en gemaild", context), "kind")).toMatchObject([
      { words: "gebeld", taken: "kind", assumed: true, readings: 3 },
    ]);
  });

  it("leaves a day to come in the note, and shows back what may be either", () => {
    expect(chipsOf(parseLog("gebeld, offerte volgende dinsdag", context), "when")).toEqual([]);
    expect(chipsOf(parseLog("gebeld, offerte vrijdag", context), "when")).toEqual([
      { words: "vrijdag", taken: "words", assumed: true, readings: 2 },
    ]);
    expect(chipsOf(parseLog("vrijdag gebeld", context), "when")).toMatchObject([
      { taken: "when", assumed: true },
    ]);
    expect(chipsOf(parseLog("gesproken met 3-4 mensen", context), "when")).toMatchObject([{ taken: null }]);
    expect(chipsOf(parseLog("gebeld 14:00", context), "when")).toEqual([]);
  });

  it("offers a criterion that the words say holds, and takes it only when a person does", () => {
    const line = parseLog("gebeld, budget ok", context);
    expect(chipsOf(line, "criterion")).toEqual([
      { words: "budget ok", taken: null, assumed: false, readings: 2 },
    ]);
    expect(logValues(line).criteria).toEqual([]);
    const at = line.chips.findIndex(({ kind }) => kind === "criterion");
    expect(logValues(chooseReading(line, at, 0)).criteria).toEqual([{ key: "budget", words: "budget ok" }]);
    expect(logValues(chooseReading(line, at, 9))).toEqual(logValues(line));
  });

  it.each([
    "budget nog niet ok",
    "geen budget, ok",
    "budget ok?",
    "asked if budget is ok",
    "budget besproken",
  ])("offers nothing for %s", (text) => expect(chipsOf(parseLog(text, context), "criterion")).toEqual([]));

  it("keeps both: the moment on the organisation's clock, or only the day", () => {
    const zone = "Europe/Amsterdam";
    expect(occurredFrom({ day: TODAY, minutes: 630 }, zone)).toEqual({
      day: TODAY,
      at: "2026-11-25T09:30:00.000Z",
    });
    expect(occurredFrom({ day: TODAY, minutes: null }, zone)).toEqual({ day: TODAY, at: null });
  });

  it("never throws, loses no word it did not take, and never says a day to come", () => {
    const some = fc.oneof(
      fc.string(),
      fc
        .array(
          fc.constantFrom(
            "gebeld",
            "called,",
            "vrijdag",
            "31-12",
            "10:30",
            "om",
            "op",
            "budget",
            "ok,",
            "next",
            "niet",
            "3",
            "mei",
            '"',
            "ago",
          ),
        )
        .map((words) => words.join(" ")),
    );
    fc.assert(
      fc.property(some, (text) => {
        const values = read(text);
        if (values.when) {
          expect(values.when.day <= TODAY).toBe(true);
          if (values.when.day === TODAY && values.when.minutes !== null)
            expect(values.when.minutes).toBeLessThanOrEqual(context.minutes);
        }
        const words = values.note.split(/\s+/).filter(Boolean);
        for (const word of words) expect(text).toContain(word.replace(/[,;]+$/, ""));
      }),
    );
  });
});

describe("the step that an activity fulfils", () => {
  const step = (key: string, nl: string, channel: OpenStep["channel"], next = false): OpenStep => ({
    key,
    name: { nl },
    channel,
    next,
  });
  const steps = [
    step("quote", "Stuur de offerte", "email", true),
    step("planning", "Bel Wim over de planning", null),
    step("budget", "Bel over het budget", "call"),
    step("site", "Bezoek de werf", "visit"),
  ];
  it.each<[string, Parameters<typeof guessStep>[1], string | null]>([
    ["by its channel", { kind: "visit", reached: true, text: "" }, "site"],
    ["the first of several", { kind: "call", reached: true, text: "" }, "planning"],
    ["by the words", { kind: "call", reached: true, text: "gebeld, budget ok" }, "budget"],
    [
      "by the words of another channel",
      { kind: "meeting", reached: true, text: "budget besproken" },
      "budget",
    ],
    ["none when nobody answered", { kind: "call", reached: false, text: "budget" }, null],
    ["but a mail needs no answer", { kind: "email", reached: false, text: "" }, "quote"],
    ["none for a note", { kind: "note", reached: false, text: "budget" }, null],
    ["none when nothing fits", { kind: "message", reached: true, text: "" }, null],
  ])("%s", (_, said, key) => expect(guessStep(steps, said)?.stepKey ?? null).toBe(key));

  it("prefers the next step among those that fit as well", () => {
    const calls = [step("one", "Bel A", "call"), step("two", "Bel B", "call", true)];
    expect(guessStep(calls, { kind: "call", reached: true, text: "" })).toEqual({
      stepKey: "two",
      by: "channel",
    });
  });
});
