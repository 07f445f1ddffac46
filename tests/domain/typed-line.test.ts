import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CHANNELS, IMPORTANCES, type Owner, WINDOW_UNITS, type Window } from "@/lib/domain/process/types";
import { LOCALES } from "@/lib/domain/shared/text";
import { formatLine } from "@/lib/domain/typed-line/format";
import { parseLine } from "@/lib/domain/typed-line/parse";
import type { LineContext } from "@/lib/domain/typed-line/types";
import { choose, valuesOf } from "@/lib/domain/typed-line/values";

const role = (id: string, en: string, nl: string) => ({ id, name: { en, nl } });
const context: LineContext = {
  roles: [
    role("inside", "Inside sales", "Verkoop binnendienst"),
    role("bd", "Business developer", "Businessdeveloper"),
    role("manager", "Sales manager", "Verkoopleider"),
  ],
  departments: [role("legal", "Legal", "Juridische zaken"), role("presales", "Presales", "Presales")],
  steps: [
    { key: "intro", name: { en: "Intro call", nl: "Kennismaking" } },
    { key: "demo", name: { en: "Demo", nl: "Demo" } },
    { key: "propose", name: { en: "Discuss the proposal", nl: "Voorstel bespreken" } },
    { key: "send", name: { en: "Send the proposal", nl: "Voorstel sturen" } },
  ],
  after: null,
};

/** A window in short: "0..2 working-days stage-entry". */
const short = ({ earliest, latest, unit, anchor }: Window) =>
  `${earliest ?? ""}..${latest ?? ""} ${unit} ${anchor.kind === "step" ? anchor.stepKey : anchor.kind}`;
const who = (owner: Owner) => (owner.kind === "run-owner" ? "me" : owner.id);

/** What a line says, in one line: name | owner | window | importance | channel, then ? for each open choice. */
function said(text: string, given: LineContext = context): string {
  const { name, set, open, twice } = valuesOf(parseLine(text, given));
  return [
    name,
    ...(set.owner ? [`@${who(set.owner)}`] : []),
    ...(set.window ? [short(set.window)] : []),
    ...(set.importance ? [`!${set.importance}`] : []),
    ...(set.channel ? [`#${set.channel}`] : []),
    ...open.map(() => "?"),
    ...twice.map((kind) => `twice ${kind}`),
  ].join(" | ");
}

const WD = "working-days";
const cases: [line: string, means: string][] = [
  ["", ""],
  ["Call back", "Call back"],
  ["Call back @inside within 2d !key after intro", `Call back | @inside | 0..2 ${WD} intro | !key`],
  ["Call back after intro @inside within 2d", `Call back | @inside | 0..2 ${WD} intro`],
  ["Call within 2d after intro within 3d", "Call | twice window"],
  ["Bel terug @binnendienst", "Bel terug | @inside"],
  ["Bel terug @Verkoop binnendienst binnen 2 werkdagen", `Bel terug | @inside | ..2 ${WD} stage-entry`],
  ["Bel terug @juridische zaken !belangrijk", "Bel terug | @legal | !key"],
  ["Check @legal", "Check | @legal"],
  ["Check @leg", "Check | @legal"],
  ["Check @me", "Check | @me"],
  ["Check @eigenaar", "Check | @me"],
  ["Check @sales", "Check | ?"],
  ["Check @sales manager", "Check | @manager"],
  ["Check @nobody", "Check | ?"],
  ["Check @", "Check | ?"],
  ["Check @legal @inside", "Check | twice owner"],
  ["Mail jan@example.com", "Mail jan@example.com"],
  ["Go! now", "Go! now"],
  ["#1 priority", "#1 priority"],
  ["Ring #call", "Ring | #call"],
  ["Langs #bezoek", "Langs | #visit"],
  ["Stuur #e-mail !optioneel", "Stuur | !optional | #email"],
  ["Stuur #MAIL !KEY", "Stuur | !key | #email"],
  ["Ask !normal", "Ask | !normal"],
  ["Ask !unknown", "Ask | ?"],
  ["Ask !key !optional", "Ask | twice importance"],
  ["Ask within 2 days", `Ask | ..2 ${WD} stage-entry`],
  ["Ask within 2 calendar days", "Ask | ..2 calendar-days stage-entry"],
  ["Ask within 2 working days", `Ask | ..2 ${WD} stage-entry`],
  ["Ask within 1 business day", `Ask | ..1 ${WD} stage-entry`],
  ["Vraag binnen 2 kalenderdagen", "Vraag | ..2 calendar-days stage-entry"],
  ["Vraag binnen 1 werkdag", `Vraag | ..1 ${WD} stage-entry`],
  ["Vraag binnen 4 uur", "Vraag | ..4 hours stage-entry"],
  ["Vraag binnen 4u", "Vraag | ..4 hours stage-entry"],
  ["Ask within 4h", "Ask | ..4 hours stage-entry"],
  ["Ask in 3 hours", "Ask | ..3 hours stage-entry"],
  ["Ask 2wd", `Ask | ..2 ${WD} stage-entry`],
  ["Ask 2 kd", "Ask | ..2 calendar-days stage-entry"],
  ["Ask within 1 week", `Ask | ..5 ${WD} stage-entry`],
  ["Vraag binnen 2 weken", `Vraag | ..10 ${WD} stage-entry`],
  ["Ask 1-3 wd", `Ask | 1..3 ${WD} stage-entry`],
  ["Ask 1-3wd", `Ask | 1..3 ${WD} stage-entry`],
  ["Ask 3-1wd", `Ask | 1..3 ${WD} stage-entry`],
  ["Ask 1 to 3 days", `Ask | 1..3 ${WD} stage-entry`],
  ["Ask between 1 and 3 days", `Ask | 1..3 ${WD} stage-entry`],
  ["Vraag tussen 1 en 3 werkdagen", `Vraag | 1..3 ${WD} stage-entry`],
  ["Vraag tussen 1 en 3 uur na demo", "Vraag | 1..3 hours demo"],
  ["Ask at latest 3 days", `Ask | ..3 ${WD} stage-entry`],
  ["Vraag uiterlijk 3 werkdagen na demo", `Vraag | ..3 ${WD} demo`],
  ["Vraag binnen 3 werkdagen na demo", `Vraag | 0..3 ${WD} demo`],
  ["Ask from 2 wd after demo", `Ask | 2.. ${WD} demo`],
  ["Vraag vanaf 2 wd na demo", `Vraag | 2.. ${WD} demo`],
  ["Ask within 2 wd from start", `Ask | ..2 ${WD} run-start`],
  ["Vraag binnen 2 wd vanaf start", `Vraag | ..2 ${WD} run-start`],
  ["Ask within 2 wd from stage entry", `Ask | ..2 ${WD} stage-entry`],
  ["Vraag binnen 2 wd vanaf begin fase", `Vraag | ..2 ${WD} stage-entry`],
  ["Vraag 5 werkdagen vóór sluiting", `Vraag | ..-5 ${WD} expected-close`],
  ["Ask 5 wd before close", `Ask | ..-5 ${WD} expected-close`],
  ["Ask within 5 wd before close", `Ask | -5..0 ${WD} expected-close`],
  ["Ask between 5 and 2 wd before close", `Ask | -5..-2 ${WD} expected-close`],
  ["Vraag tussen 5 en 2 wd vóór de sluiting", `Vraag | -5..-2 ${WD} expected-close`],
  ["Ask after Intro call", `Ask | 0.. ${WD} intro`],
  ["Ask after intro", `Ask | 0.. ${WD} intro`],
  ["Vraag na kennismaking", `Vraag | 0.. ${WD} intro`],
  ["Vraag na de kennismaking", `Vraag | 0.. ${WD} intro`],
  ["Vraag na Voorstel bespreken", `Vraag | 0.. ${WD} propose`],
  ["Vraag na voorstel", "Vraag | ?"],
  ["Vraag na voorstel st", `Vraag | 0.. ${WD} send`],
  ["Vraag vóór demo", `Vraag | ..0 ${WD} demo`],
  ["Ask before demo", `Ask | ..0 ${WD} demo`],
  ["Vraag voor demo", "Vraag | ?"],
  ["Offerte voor klant", "Offerte voor klant"],
  ["Offerte voor voor", "Offerte voor voor"],
  ["Vraag binnen 2 wd na demp", "Vraag | ?"],
  ["Vraag binnen 2 wd na xyzzy", "Vraag | ?"],
  ["Na de demo bellen", "Na de demo bellen"],
  ["After intro", "After intro"],
  ["Within reach call", "Within reach call"],
  ["Plan the 3 days trial", "Plan the 3 days trial"],
  ["Send 3 offers", "Send 3 offers"],
  ["Between us", "Between us"],
  ['"Call after intro" within 2 wd', `Call after intro | ..2 ${WD} stage-entry`],
  ['"after" care', "after care"],
  ['Say "@legal"', "Say @legal"],
  ['Ask after "Intro call"', `Ask | 0.. ${WD} intro`],
  ["Ask within 99999 days", "Ask within 99999 days"],
  ["=SUM(A1)", "=SUM(A1)"],
  ["<script>alert(1)</script> @legal", "<script>alert(1)</script> | @legal"],
  ["  Two   spaces  ", "Two spaces"],
];

describe("a typed line", () => {
  it.each(cases)("%s", (line, means) => {
    expect(said(line)).toBe(means);
  });

  it("reads an amount and what it counts from together, wherever they stand", () => {
    expect(said("Call back @inside within 2d after intro !key")).toBe(
      `Call back | @inside | 0..2 ${WD} intro | !key`,
    );
    expect(said("Call back @inside within 2d !key after intro")).toBe(
      `Call back | @inside | 0..2 ${WD} intro | !key`,
    );
    expect(said("@legal !key binnen 2 wd Nalezen")).toBe(`Nalezen | @legal | ..2 ${WD} stage-entry | !key`);
  });

  it("offers the other reading where it took the house's habit", () => {
    const line = parseLine("Ask within 2 days", { ...context, after: "demo" });
    const [chip] = line.chips;
    expect(chip).toMatchObject({ taken: 0, assumed: true, start: 4, end: 17 });
    expect(chip?.readings.map((one) => one.kind === "window" && short(one.window))).toEqual([
      `..2 ${WD} stage-entry`,
      `0..2 ${WD} demo`,
      "..2 calendar-days stage-entry",
      "0..2 calendar-days demo",
    ]);
    expect(valuesOf(choose(line, 0, 3)).set.window).toMatchObject({ unit: "calendar-days" });
    expect(choose(line, 0, 3).chips[0]?.assumed).toBe(false);
    expect(choose(line, 0, 99)).toEqual(line);
  });

  it("offers what was nearly named, and takes nothing of it by itself", () => {
    const line = parseLine("Ask @legel", context);
    expect(line.chips[0]?.readings).toEqual([
      { kind: "owner", owner: { kind: "department", id: "legal" } },
      { kind: "words" },
    ]);
    expect(valuesOf(line)).toMatchObject({ name: "Ask", set: {}, open: [0] });
    expect(valuesOf(choose(line, 0, 0)).set).toEqual({ owner: { kind: "department", id: "legal" } });
    expect(valuesOf(choose(line, 0, 1))).toMatchObject({ name: "Ask @legel", set: {}, open: [] });
  });

  it("takes a part of a name for the step when only one has it, and says that it did", () => {
    expect(parseLine("Ask after intro", context).chips[0]).toMatchObject({ taken: 0, assumed: true });
    expect(parseLine("Ask after Intro call", context).chips[0]).toMatchObject({ taken: 0, assumed: false });
  });
});

describe("whatever is typed", () => {
  const word = fc.constantFrom(
    ...'after na vóór voor before within binnen 2 2d 1-3 wd days between tussen and en @ @legal @sales !key #call demo intro the de " \\ voorstel close start from vanaf'.split(
      " ",
    ),
  );
  const line = fc.oneof(
    fc.string({ maxLength: 60 }),
    fc.array(fc.oneof(word, fc.string({ maxLength: 6 })), { maxLength: 14 }).map((words) => words.join(" ")),
  );

  it("chips stand in order, apart and inside the line", () => {
    fc.assert(
      fc.property(line, (text) => {
        const { chips } = parseLine(text, context);
        let end = 0;
        for (const chip of chips) {
          expect(chip.start).toBeGreaterThanOrEqual(end);
          expect(chip.end).toBeGreaterThan(chip.start);
          expect(chip.taken === null || chip.readings[chip.taken] !== undefined).toBe(true);
          end = chip.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it("no word is lost: it is in a chip or in the name", () => {
    fc.assert(
      fc.property(line, (text) => {
        const read = parseLine(text, context);
        const { name } = valuesOf(read);
        const spent = read.chips.filter(
          ({ readings, taken }) => taken === null || readings[taken]?.kind !== "words",
        );
        const left = [...text]
          .map((char, at) => (spent.some(({ start, end }) => at >= start && at < end) ? " " : char))
          .join("");
        const bare = (value: string) => value.replace(/["\\\s]/g, "");
        expect(bare(name)).toBe(bare(left));
      }),
    );
  });

  it("a step written as a line reads back as that step", () => {
    const anchor = fc.constantFrom<Window["anchor"]>(
      { kind: "stage-entry" },
      { kind: "run-start" },
      { kind: "expected-close" },
      { kind: "step", stepKey: "demo" },
      { kind: "step", stepKey: "propose" },
    );
    const bound = fc.integer({ min: -999, max: 999 });
    const window = fc
      .record({
        anchor,
        unit: fc.constantFrom(...WINDOW_UNITS),
        earliest: fc.option(bound),
        latest: fc.option(bound),
      })
      .filter(
        ({ earliest, latest }) => (earliest ?? latest) !== null && (earliest ?? -999) <= (latest ?? 999),
      );
    const step = fc.record({
      text: line.map((text) => text.trim().replace(/\s+/g, " ")).filter(Boolean),
      owner: fc.constantFrom<Owner | null>(
        null,
        { kind: "run-owner" },
        { kind: "role", id: "manager" },
        { kind: "department", id: "legal" },
      ),
      window: fc.option(window),
      importance: fc.constantFrom(...IMPORTANCES),
      channel: fc.option(fc.constantFrom(...CHANNELS)),
    });
    fc.assert(
      fc.property(step, fc.constantFrom(...LOCALES), ({ text, ...values }, locale) => {
        const read = valuesOf(
          parseLine(formatLine({ name: { [locale]: text }, ...values }, context, locale), context),
        );
        expect(read.name).toBe(text);
        expect([read.open, read.twice]).toEqual([[], []]);
        expect(read.set.owner ?? null).toEqual(values.owner);
        expect(read.set.window ?? null).toEqual(values.window);
        expect(read.set.importance ?? "normal").toBe(values.importance);
        expect(read.set.channel ?? null).toBe(values.channel);
      }),
      { numRuns: 500 },
    );
  });

  it("10,000 characters are read without going over them again and again", () => {
    for (const text of [
      "na ".repeat(3_333),
      "@a".repeat(5_000),
      "1-".repeat(5_000),
      `"${"a".repeat(9_999)}`,
      "after the ".repeat(1_000),
    ])
      expect(valuesOf(parseLine(text, context)).name.length).toBeLessThanOrEqual(10_000);
  });
});
