import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CHANNELS, type Owner, type Window } from "@/lib/domain/process/types";
import { LOCALES } from "@/lib/domain/shared/text";
import { formatLine } from "@/lib/domain/typed-line/format";
import { parseLine } from "@/lib/domain/typed-line/parse";
import type { LineContext, Reading, TypedLine } from "@/lib/domain/typed-line/types";
import { choose, valuesOf } from "@/lib/domain/typed-line/values";

const named = (id: string, en: string, nl: string) => ({ id, name: { en, nl } });
const step = (key: string, en: string, nl: string) => ({ key, name: { en, nl } });
const context: LineContext = {
  roles: [named("inside", "Inside sales", "Binnendienst"), named("field", "Field sales", "Buitendienst")],
  departments: [named("legal", "Legal", "Juridische zaken")],
  steps: [
    step("intro", "Intro call", "Kennismaking"),
    step("demo", "Demo", "Demo"),
    step("propose", "Discuss the proposal", "Voorstel bespreken"),
    step("send", "Send the proposal", "Voorstel sturen"),
    step("review", "Q4-review", "Q4-evaluatie"),
    step("trial", "2 weeks of trial", "2 weken proef"),
  ],
  after: "propose",
};

/** A reading in short: "0..2 wd intro", "@legal", "words", with what it leaves to the name. */
function short(reading: Reading, text: string): string {
  if (reading.kind === "owner") return `@${who(reading.owner)}`;
  if (reading.kind !== "window") return reading.kind;
  const { leaves, window } = reading;
  return `${when(window)}${leaves ? ` leaves "${text.slice(leaves.start, leaves.end)}"` : ""}`;
}
const who = (owner: Owner) => (owner.kind === "run-owner" ? "me" : owner.id);
const UNITS = { hours: "h", "working-days": "wd", "calendar-days": "kd" };
const when = ({ earliest, latest, unit, anchor }: Window) =>
  `${earliest ?? ""}..${latest ?? ""} ${UNITS[unit]} ${anchor.kind === "step" ? anchor.stepKey : anchor.kind}`;

/** Every chip: its words, then its readings, the taken one in [brackets], or ((brackets)) when it is only assumed. */
function chipsOf({ text, chips }: TypedLine): string[] {
  return chips.map(({ start, end, readings, taken, assumed }) => {
    const all = readings.map((reading, at) => {
      const said = short(reading, text);
      return at !== taken ? said : assumed ? `((${said}))` : `[${said}]`;
    });
    return `${text.slice(start, end)}: ${all.join(", ")}`;
  });
}

const cases: [line: string, name: string, ...chips: string[]][] = [
  // Taken as the house does, with what else it may be.
  ["Bel binnen 2 werkdagen", "Bel", "binnen 2 werkdagen: ((..2 wd stage-entry)), 0..2 wd propose"],
  [
    "Bel binnen een week",
    "Bel",
    "binnen een week: ((..5 wd stage-entry)), 0..5 wd propose, ..7 kd stage-entry, 0..7 kd propose",
  ],
  ["Ask within two hours", "Ask", "within two hours: ((..2 h stage-entry)), 0..2 h propose"],
  ["Lunch 12 u", "Lunch", "12 u: ((..12 h stage-entry)), 0..12 h propose, words"],
  ["Bel na 2 wd", "Bel", "na 2 wd: ((2.. wd stage-entry)), 2.. wd propose, words"],
  ["Ask after intro", "Ask", "after intro: ((0.. wd intro)), words"],
  [
    "Ask within 3 wd after intro",
    "Ask",
    'within 3 wd after intro: ((0..3 wd intro)), ..3 wd stage-entry leaves "after intro", 0..3 wd propose leaves "after intro", words',
  ],
  [
    "Bel 2 wd voor demo",
    "Bel",
    '2 wd voor demo: ((..-2 wd demo)), ..2 wd stage-entry leaves "voor demo", 0..2 wd propose leaves "voor demo", words',
  ],
  [
    "Na de demo bellen binnen 2 wd",
    "Na de demo bellen",
    "binnen 2 wd: ((..2 wd stage-entry)), 0..2 wd propose, 0..2 wd demo",
  ],
  ["Na de demo bellen", "Na de demo bellen", "Na de demo: 0.. wd demo, ((words))"],
  ["Ask after demp", "Ask after demp", "after demp: 0.. wd demo, ((words))"],
  ["Ask after introo call", "Ask after introo call", "after introo call: 0.. wd intro, ((words))"],
  // Left to the person.
  ["Plan 3kd model", "Plan model", "3kd: ..3 kd stage-entry, 0..3 kd propose, words"],
  ["Vraag voor demo", "Vraag", "voor demo: ..0 wd demo, words"],
  ["Notes from demo", "Notes", "from demo: 0.. wd demo, words"],
  ["Vraag na voorstel", "Vraag", "na voorstel: 0.. wd propose, 0.. wd send, words"],
  [
    "Bel binnen 2 wd na overleg met klant",
    "Bel met klant",
    'binnen 2 wd na overleg: ..2 wd stage-entry leaves "na overleg", 0..2 wd propose leaves "na overleg", words',
  ],
  [
    "Bel binnen 2 wd @legal voor demo",
    "Bel",
    'binnen 2 wd: -2..0 wd demo, ..2 wd stage-entry leaves "voor demo", 0..2 wd propose leaves "voor demo"',
    "@legal: [@legal]",
    "voor demo: [joined]",
  ],
  [
    "Make 2wd drawing after demo",
    "Make drawing",
    '2wd: 0..2 wd demo, 0.. wd demo leaves "2wd"',
    "after demo: [joined]",
  ],
  [
    "Ask more than 2 wd after demo",
    "Ask more than",
    '2 wd after demo: 0..2 wd demo, ..2 wd stage-entry leaves "after demo", 0..2 wd propose leaves "after demo", words',
  ],
  ["Ask @sales", "Ask", "@sales: @inside, @field, words"],
  ["Ask @legel", "Ask", "@legel: @legal, words"],
  // Certain.
  [
    "Bel 5 wd vóór de verwachte afsluiting",
    "Bel",
    "5 wd vóór de verwachte afsluiting: [..-5 wd expected-close]",
  ],
  ["Ask at least 2 wd after demo", "Ask", "at least 2 wd after demo: [2.. wd demo]"],
  ["Vraag minstens 2 wd vóór demo", "Vraag", "minstens 2 wd vóór demo: [..-2 wd demo]"],
  ["Vraag vanaf 2 wd vóór demo", "Vraag", "vanaf 2 wd vóór demo: [-2.. wd demo]"],
  ["Ask no later than 2 wd after demo", "Ask", "no later than 2 wd after demo: [..2 wd demo]"],
  ["Vraag 1 t/m 3 wd na demo", "Vraag", "1 t/m 3 wd na demo: [1..3 wd demo]"],
  ["Ask within 2 wd from demo", "Ask", "within 2 wd from demo: [0..2 wd demo]"],
  [
    "Ask within 2 wd, after demo; @legal.",
    "Ask",
    "within 2 wd, after demo;: [0..2 wd demo]",
    "@legal.: [@legal]",
  ],
  ["Bel na 2 weken proef", "Bel", "na 2 weken proef: [0.. wd trial]"],
  // Nothing but a name.
  ["Ask within -2 days", "Ask within -2 days"],
  ["Ask -3 wd", "Ask -3 wd"],
  ["Vraag binnen 9999 weken", "Vraag binnen 9999 weken"],
  ["Vraag tussen 3 dagen", "Vraag tussen 3 dagen"],
  ["Proefperiode van 2 weken", "Proefperiode van 2 weken"],
  ["Trial for 2 weeks", "Trial for 2 weeks"],
  ["Na 2 dagen bellen", "Na 2 dagen bellen"],
  ["Log in 2 systems", "Log in 2 systems"],
  ["Offerte voor voorstel", "Offerte voor voorstel"],
  ["“after demo” care", "after demo care"],
  ["Na overleg bellen", "Na overleg bellen"],
  ["Offerte voor klant", "Offerte voor klant"],
  ["Ask #1 of 2! !", "Ask #1 of 2! !"],
  // Nothing known: shown, and left to the person or a word until something is chosen.
  [
    "Call after hours",
    "Call after hours",
    "after hours: 0.. wd propose, 0.. wd demo, 0.. wd intro, ((words))",
  ],
  [
    "Bel vóór de lunch",
    "Bel vóór de lunch",
    "vóór de lunch: ..0 wd propose, ..0 wd demo, ..0 wd intro, ((words))",
  ],
  [
    "Call after Q3-review",
    "Call after Q3-review",
    "after Q3-review: 0.. wd propose, 0.. wd demo, 0.. wd intro, ((words))",
  ],
  ["#__proto__ !constructor", "#__proto__", "!constructor: importance, importance, importance, words"],
  ["Ask @nobody", "Ask", "@nobody: @me, @inside, @field, @legal, words"],
  ["Ask #nowhere", "Ask #nowhere", `#nowhere: ${"channel, ".repeat(CHANNELS.length)}((words))`],
];

describe("where a typed line leaves room", () => {
  it.each(cases)("%s", (text, name, ...chips) => {
    const line = parseLine(text, context);
    expect(chipsOf(line)).toEqual(chips);
    expect(valuesOf(line).name).toBe(name);
  });

  it("the words that a chosen window does not need are the name's again", () => {
    const line = parseLine("Bel binnen 2 wd na overleg met klant", context);
    expect(valuesOf(choose(line, 0, 0))).toMatchObject({ name: "Bel na overleg met klant", open: [] });
    expect(valuesOf(choose(line, 0, 2))).toMatchObject({ name: line.text, set: {}, open: [] });
    const drawing = valuesOf(choose(parseLine("Make 2wd drawing after demo", context), 0, 1));
    expect(drawing.name).toBe("Make 2wd drawing");
    expect(drawing.set.window).toMatchObject({ earliest: 0, latest: null });
  });

  it("says that nothing known fits, and takes what is chosen instead or leaves the word", () => {
    const line = parseLine("Bel @wie !heel na lunch", context);
    expect(line.chips.map(({ unknown }) => unknown)).toEqual([true, true, true]);
    expect(valuesOf(line)).toMatchObject({ name: "Bel na lunch", set: {}, open: [0, 1] });
    const owner = choose(choose(choose(line, 0, 1), 1, 0), 2, 0);
    expect(valuesOf(owner)).toMatchObject({ name: "Bel", open: [] });
    expect(valuesOf(owner).set).toMatchObject({
      owner: { kind: "role", id: "inside" },
      importance: "optional",
      window: { anchor: { kind: "step", stepKey: "propose" } },
    });
    const words = (chip: number) => (line.chips[chip]?.readings.length ?? 0) - 1;
    expect(valuesOf(choose(choose(line, 0, words(0)), 1, words(1))).name).toBe(line.text);
  });

  it("a role or step named like one of the line's own words is not taken for it", () => {
    const odd: LineContext = {
      ...context,
      roles: [named("owner", "Owner", "Eigenaar")],
      steps: [step("start", "Start", "Start"), step("close", "Close", "Sluiting")],
    };
    expect(chipsOf(parseLine("Ask @owner", odd))).toEqual(["@owner: @me, @owner, words"]);
    expect(chipsOf(parseLine("Bel na start", odd))).toEqual([
      "na start: 0.. wd start, 0.. wd run-start, words",
    ]);
  });
});

describe("whatever is typed and chosen", () => {
  const words =
    'after na from vóór voor before binnen in 2 2d 3kd 1-3 wd days tussen en a @ @legal @sales @me !key #call Demo, intro "intro" the de lunch !zzz #zzz @zzz " “ ” \\ voorstel bespreken close start at least -2 demp'.split(
      " ",
    );
  const text = fc
    .array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...words) }, fc.string({ maxLength: 6 })), {
      maxLength: 12,
    })
    .map((parts) => parts.join(" "));
  /** A line of which some chips were given another of their readings. */
  const chosen = fc
    .tuple(text, fc.array(fc.option(fc.nat(8)), { maxLength: 6 }))
    .map(([typed, picks]) =>
      picks.reduce<TypedLine>(
        (line, pick, chip) => (pick === null ? line : choose(line, chip, pick)),
        parseLine(typed, context),
      ),
    );

  it("each word is in the name or in a chip that took it", () => {
    fc.assert(
      fc.property(chosen, (line) => {
        const taken = line.chips.map(({ readings, taken }) => (taken === null ? null : readings[taken]));
        const spent = line.chips.filter((_, at) => taken[at]?.kind !== "words");
        const left = taken.flatMap((one) => (one?.kind === "window" && one.leaves) || []);
        const inside = (at: number) => (span: { start: number; end: number }) =>
          at >= span.start && at < span.end;
        const kept = Array.from({ length: line.text.length }, (_, at) =>
          left.some(inside(at)) || !spent.some(inside(at)) ? line.text.charAt(at) : " ",
        ).join("");
        const bare = (value: string) => value.replace(/["“”„\\\s]/g, "");
        expect(bare(valuesOf(line).name)).toBe(bare(kept));
      }),
      { numRuns: 500 },
    );
  });

  it("no reading asks for what cannot be", () => {
    fc.assert(
      fc.property(text, (typed) => {
        for (const { readings } of parseLine(typed, context).chips)
          for (const reading of readings)
            if (reading.kind === "window") {
              const { earliest, latest } = reading.window;
              expect(earliest ?? latest).not.toBeNull();
              expect(earliest ?? Number.NEGATIVE_INFINITY).toBeLessThanOrEqual(
                latest ?? Number.POSITIVE_INFINITY,
              );
            }
      }),
      { numRuns: 500 },
    );
  });

  it("what a line says, written again, says the same and is written the same once more", () => {
    fc.assert(
      fc.property(chosen, fc.constantFrom(...LOCALES), (line, locale) => {
        const write = (read: TypedLine) => {
          const { name, set } = valuesOf(read);
          const said = { owner: null, window: null, importance: "normal", channel: null, ...set } as const;
          return formatLine({ name: { [locale]: name }, ...said }, context, locale);
        };
        const again = parseLine(write(line), context);
        const { name, set } = valuesOf(line);
        const { importance = "normal", ...rest } = set;
        const expected = { name, set: importance === "normal" ? rest : set, open: [], twice: [] };
        expect(valuesOf(again)).toEqual(expected);
        expect(again.chips.some(({ assumed }) => assumed)).toBe(false);
        expect(write(again)).toBe(write(line));
      }),
      { numRuns: 500 },
    );
  });

  it("a step whose owner or anchor shares its name is never written as another", () => {
    const twins: LineContext = {
      roles: [named("a", "Sales", "Sales"), named("me", "Me", "Eigenaar")],
      departments: [named("b", "Sales", "Sales")],
      steps: [
        step("one", "Demo", "Demo"),
        step("two", "demo", "Demo."),
        step("start", "Start", "Begin fase"),
      ],
      after: null,
    };
    const anchors: Window["anchor"][] = [
      ...twins.steps.map(({ key }) => ({ kind: "step", stepKey: key }) as const),
      { kind: "run-start" },
      { kind: "stage-entry" },
    ];
    const owners: Owner[] = [
      { kind: "run-owner" },
      { kind: "role", id: "a" },
      { kind: "department", id: "b" },
    ];
    for (const locale of LOCALES)
      for (const owner of owners)
        for (const anchor of anchors) {
          const window: Window = { anchor, unit: "hours", earliest: null, latest: 4 };
          const said = { name: { en: "Ask" }, owner, window, importance: "normal", channel: null } as const;
          const { set, open } = valuesOf(parseLine(formatLine(said, twins, locale), twins));
          expect(open).toEqual([]);
          expect([owner, undefined]).toContainEqual(set.owner);
          expect([window, undefined]).toContainEqual(set.window);
          if (owner.kind === "run-owner") expect(set.owner).toEqual(owner);
          if (anchor.kind !== "step") expect(set.window).toEqual(window);
        }
  });
});
