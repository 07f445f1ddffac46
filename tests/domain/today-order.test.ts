import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { standing, waitingSteps } from "@/lib/domain/guidance/due-steps";
import { type RankedStep, rankToday, TODAY_RULES, todayRule } from "@/lib/domain/guidance/rank-today";
import { isFor } from "@/lib/domain/guidance/step-for";
import { todayFigures } from "@/lib/domain/guidance/today-figures";
import { quietOf } from "@/lib/domain/insights/quiet";
import { decideExplain } from "@/lib/domain/run/decide-explain";
import { orderOf } from "@/lib/domain/run/decide-turn";
import type { DeviationReason, RunEventBody } from "@/lib/domain/run/events";
import { project } from "@/lib/domain/run/project";
import { addDays } from "@/lib/domain/shared/day";
import type { Calendar } from "@/lib/domain/timing/calendar";
import { log, moved, opened, stage, step, version, waived } from "./run-fixtures";

const TODAY = "2026-11-25";
const calendar: Calendar = {
  timeZone: "Europe/Amsterdam",
  workingDays: [1, 2, 3, 4, 5],
  workingHours: { from: "09:00", to: "17:00" },
  holidays: new Set(),
};

const waits = (stepKey: string, more: Partial<RankedStep> = {}): RankedStep => ({
  stepKey,
  runId: "run",
  position: 0,
  amountMinor: null,
  importance: "normal",
  owed: true,
  timing: "not-due",
  mayStart: true,
  until: null,
  ...more,
});
const by = (day: string, at: string | null = null) => ({ until: { day, at } });

describe("the order of Today", () => {
  it.each([
    ["late-key", { importance: "key", timing: "overdue", ...by("2026-11-24") }],
    ["late", { importance: "normal", timing: "overdue", ...by("2026-11-20") }],
    // Not known to be meant for the deal: late, and no key step that is owed.
    ["late", { importance: "key", owed: false, timing: "overdue", ...by("2026-11-20") }],
    ["today", { timing: "due-soon", ...by(TODAY) }],
    ["passed-over", { importance: "key", timing: "skipped", ...by("2026-10-01") }],
    ["passed-over", { importance: "key", timing: "skipped" }],
    ["by-day", { timing: "due-soon", ...by("2026-11-26") }],
    ["open", {}],
    ["not-yet", { mayStart: false, ...by("2026-11-26") }],
    // It begins this afternoon and ends today.
    ["today", { mayStart: false, ...by(TODAY) }],
  ] as const)("%s", (rule, facts) => expect(todayRule(waits("x", facts), TODAY)).toBe(rule));

  it("goes by rule, then by the end, then by the larger deal, then by the process", () => {
    const order = rankToday(
      [
        waits("not-yet", { mayStart: false }),
        waits("open"),
        waits("friday-small", { ...by("2026-11-27"), amountMinor: 1 }),
        waits("friday-unknown", by("2026-11-27")),
        waits("friday-large", { ...by("2026-11-27"), amountMinor: 900 }),
        waits("friday-large-later", { ...by("2026-11-27"), amountMinor: 900, position: 1 }),
        waits("friday-noon", by("2026-11-27", "2026-11-27T11:00:00Z")),
        waits("late", { timing: "overdue", ...by("2026-11-01") }),
        waits("late-key", { timing: "overdue", importance: "key", ...by("2026-11-24") }),
      ],
      TODAY,
    );
    expect(order.map(({ stepKey }) => stepKey)).toEqual([
      "late-key",
      "late",
      "friday-noon",
      "friday-large",
      "friday-large-later",
      "friday-small",
      "friday-unknown",
      "open",
      "not-yet",
    ]);
  });

  const day = fc.integer({ min: -5, max: 5 }).map((days) => addDays(TODAY, days));
  const any = fc.record({
    stepKey: fc.constantFrom("a", "b", "c"),
    runId: fc.constantFrom("1", "2", "3"),
    position: fc.nat(3),
    amountMinor: fc.option(fc.nat(3)),
    importance: fc.constantFrom("optional", "normal", "key"),
    owed: fc.boolean(),
    timing: fc.constantFrom("not-due", "due-soon", "overdue", "skipped"),
    mayStart: fc.boolean(),
    until: fc.option(
      day.chain((on) =>
        fc.option(fc.constantFrom(9, 15)).map((hour) => ({
          day: on,
          at: hour === null ? null : `${on}T${String(hour).padStart(2, "0")}:00:00Z`,
        })),
      ),
    ),
  });
  const list = fc.uniqueArray(any, { selector: ({ runId, stepKey }) => `${runId} ${stepKey}`, maxLength: 9 });

  it("is one order, however the steps come in, and every step stands under the rule it names", () => {
    fc.assert(
      fc.property(
        list.chain((steps) =>
          fc.tuple(fc.constant(steps), fc.shuffledSubarray(steps, { minLength: steps.length })),
        ),
        ([steps, shuffled]) => {
          const order = rankToday(steps as RankedStep[], TODAY);
          expect(rankToday(shuffled as RankedStep[], TODAY)).toEqual(order);
          expect(rankToday(order, TODAY)).toEqual(order);
          const rules = order.map((each) => TODAY_RULES.indexOf(todayRule(each, TODAY)));
          expect(rules).toEqual([...rules].sort((a, b) => a - b));
          // Leaving one out moves none of the others.
          const [, ...rest] = order;
          expect(rankToday(rest.reverse(), TODAY)).toEqual(order.slice(1));
        },
      ),
    );
  });

  const DAYS: [string, ...string[]] = [TODAY, "2026-11-26", "2026-11-27", "2026-11-30", "2026-12-01"];
  it("is counted in figures that add up to its rows, today's and each day's", () => {
    fc.assert(
      fc.property(list, fc.nat(5), (some, unranked) => {
        const steps = some as RankedStep[];
        const rules = steps.map((each) => todayRule(each, TODAY));
        const rows = (...of: string[]) => rules.filter((rule) => of.includes(rule)).length;
        const figures = todayFigures(steps, DAYS, steps.length + unranked);
        const { total, late, today, passedOver, later, now, days } = figures;
        expect(late + today + passedOver + later).toBe(total);
        expect(total).toBe(steps.length + unranked);
        expect([late, today]).toEqual([rows("late-key", "late"), rows("today")]);
        expect(passedOver).toBe(rows("passed-over"));
        expect(now).toBe(late + today);
        expect(days[0]).toEqual({ day: TODAY, steps: now, late });
        // The days after it hold every later row that ends by the last of them, each once.
        const ahead = steps.filter(
          ({ until }, at) =>
            until && until.day <= "2026-12-01" && ["by-day", "not-yet"].includes(rules[at] ?? ""),
        );
        expect(days.slice(1).reduce((sum, each) => sum + each.steps, 0)).toBe(ahead.length);
      }),
    );
  });

  it("counts what ends on a day off on the working day after it", () => {
    const { days } = todayFigures(
      [waits("a", by("2026-11-27")), waits("b", by("2026-11-28")), waits("c", by("2026-11-30")), waits("d")],
      DAYS,
    );
    expect(days.map(({ steps }) => steps)).toEqual([0, 0, 1, 2, 0]);
  });
});

describe("waiting steps", () => {
  const within = (earliest: number | null, latest: number | null) => ({
    window: { anchor: { kind: "stage-entry" }, unit: "working-days", earliest, latest } as const,
  });
  const process = version(
    stage("a", [step("a-key", { importance: "key", ...within(null, 1) }), step("a-plain")]),
    stage("b", [step("plain"), step("soon", within(0, 3)), step("later", within(2, 4))]),
  );
  const state = project(log(["2026-11-20", opened("a")], ["2026-11-23", moved("a", "b")]), {
    v1: orderOf(process),
  });

  it("are the same at any moment; only how they stand changes", () => {
    const waiting = waitingSteps(process, state, calendar);
    const at = (day: string) =>
      Object.fromEntries(
        standing(waiting, calendar, `${day}T10:00:00Z`).map((each) => [
          each.stepKey,
          [each.timing, each.mayStart],
        ]),
      );
    expect(at("2026-11-23")).toEqual({
      "a-key": ["skipped", true],
      plain: ["not-due", true],
      soon: ["not-due", true],
      later: ["not-due", false],
    });
    expect(at("2026-11-30")).toMatchObject({ soon: ["overdue", true], later: ["overdue", true] });
  });
});

describe("a key step whose stage was moved past", () => {
  const key = (name: string) => step(name, { importance: "key" });
  const process = version(
    stage("a", [key("a1")]),
    stage("b", [key("b1")]),
    stage("c", [key("c1")]),
    stage("d", [step("d1")]),
  );
  const skip = (from: string, to: string, reason: DeviationReason | null) =>
    ({
      ...moved(from, to),
      deviation: reason && { reason, note: null },
    }) as RunEventBody;
  const explain = (ordinal: number, reason: DeviationReason | null) =>
    ({
      type: "deviation.explained",
      about: { kind: "visit", ordinal },
      deviation: { reason, note: null },
    }) as RunEventBody;
  const owed = (...events: RunEventBody[]) => {
    const days = events.map((event, index) => [addDays("2026-11-02", index), event] as const);
    const state = project(
      log(["2026-11-01", opened("a")], ...days.map(([on, event]) => [on, event] as [string, RunEventBody])),
      {
        v1: orderOf(process),
      },
    );
    return waitingSteps(process, state, calendar)
      .filter(({ earlier }) => earlier)
      .map(({ stepKey }) => stepKey);
  };
  it.each([
    ["without a reason is owed", [skip("a", "c", null)], ["a1", "b1"]],
    [
      "done before is not, neither of the stage left nor of the one between",
      [skip("a", "c", "done-before")],
      [],
    ],
    ["nor where it does not matter", [skip("a", "c", "not-relevant")], []],
    ["is owed where the reason is about something else", [skip("a", "c", "no-access")], ["a1", "b1"]],
    ["nor is it when that is said later", [skip("a", "c", null), explain(1, "done-before")], []],
    [
      "is owed again when the reason is taken back",
      [skip("a", "c", "done-before"), explain(1, null)],
      ["a1", "b1"],
    ],
    ["is owed when a later move went past it in order", [moved("a", "b"), moved("b", "c")], ["a1", "b1"]],
    [
      "is owed by what the explained move did not pass",
      [moved("a", "b"), skip("b", "d", "done-before")],
      ["a1"],
    ],
    [
      "is owed once the run came back and left in order",
      [skip("a", "c", "done-before"), skip("c", "a", null), moved("a", "b")],
      ["a1"],
    ],
  ] as const)("%s", (_, events, left) => expect(owed(...events)).toEqual(left));
});

describe("whom a step is for", () => {
  const held = { roles: new Set(["presales"]), departments: new Set(["legal"]) };
  const owner = { id: "owner", roleId: "sales" };
  const person = (id: string, roleId: string | null = null, departmentId: string | null = null) => ({
    id,
    roleId,
    departmentId,
  });
  const role = (id: string) => ({ kind: "role", id }) as const;
  const department = (id: string) => ({ kind: "department", id }) as const;
  it.each([
    ["no owner", null, person("owner"), true],
    ["no owner, a colleague", null, person("other", "sales"), false],
    ["the run owner", { kind: "run-owner" } as const, person("owner"), true],
    ["another role", role("presales"), person("other", "presales"), true],
    ["another role, the run owner", role("presales"), person("owner", "sales"), false],
    ["a role nobody has", role("gone"), person("owner", "sales"), true],
    ["a role nobody has, a colleague", role("gone"), person("other", "presales"), false],
    ["a department", department("legal"), person("other", null, "legal"), true],
    ["a department, the run owner", department("legal"), person("owner"), false],
    ["a department nobody is in", department("gone"), person("owner"), true],
  ] as const)("%s", (_, of, who, mine) => expect(isFor(of, owner, who, held)).toBe(mine));
  it("is the run owner for their own role, and none of the colleagues who have it", () => {
    const both = { ...held, roles: new Set(["sales"]) };
    expect(isFor(role("sales"), owner, person("owner", "sales"), both)).toBe(true);
    expect(isFor(role("sales"), owner, person("other", "sales"), both)).toBe(false);
  });
});

describe("a quiet deal", () => {
  const of = (more: object) =>
    quietOf({
      lastTwoWay: null,
      openedOn: "2026-11-01",
      today: TODAY,
      wonVisitDays: [],
      plannedDays: 10,
      ...more,
    });
  it.each([
    ["without contact since it began", {}, { days: 24, limit: 10, basis: "planned", n: 0 }],
    ["since the last contact", { lastTwoWay: "2026-11-14" }, { days: 11, limit: 10 }],
    ["not yet on the last day", { lastTwoWay: "2026-11-15" }, null],
    ["not where the start is unknown", { openedOn: null }, null],
    ["not where there is nothing to hold it against", { plannedDays: null }, null],
    [
      "against won deals where there are enough",
      { wonVisitDays: [[20, 20]] },
      { days: 24, limit: 20, basis: "measured", n: 20 },
    ],
  ])("%s", (_, facts, quiet) => {
    if (quiet === null) expect(of(facts)).toBeNull();
    else expect(of(facts)).toMatchObject(quiet);
  });
});

describe("a reason given later", () => {
  const process = version(stage("a", [step("x")]), stage("b"), stage("c"));
  const events = log(
    ["2026-11-20", opened("a")],
    ["2026-11-20", { type: "step.waived", stepKey: "x", deviation: { reason: null, note: null } }],
    ["2026-11-21", moved("a", "c")],
    ["2026-11-22", moved("c", "b")],
  );
  const state = project(events, { v1: orderOf(process) });
  const deviation = { reason: "buyer-asked", note: null } as const;
  it("is an event about what was left out, and what holds is the last that was said", () => {
    for (const about of [
      { kind: "step", stepKey: "x" },
      { kind: "visit", ordinal: 1 },
      { kind: "visit", ordinal: 2 },
    ] as const) {
      const decided = decideExplain(state, { about, deviation });
      expect(decided).toEqual([{ type: "deviation.explained", about, deviation }]);
      const bodies = decided as Exclude<typeof decided, { refused: true }>;
      const after = project(
        log(
          ["2026-11-20", opened("a")],
          ["2026-11-20", { type: "step.waived", stepKey: "x", deviation: { reason: null, note: null } }],
          ["2026-11-21", moved("a", "c")],
          ["2026-11-22", moved("c", "b")],
          ...bodies.map((body): [string, (typeof bodies)[number]] => ["2026-11-23", body]),
        ),
        { v1: orderOf(process) },
      );
      const said =
        about.kind === "step" ? after.steps.x?.deviation : after.visits[about.ordinal - 1]?.deviation;
      expect(said).toEqual(deviation);
      expect(decideExplain(after, { about, deviation })).toEqual([]);
      expect(decideExplain(after, { about, deviation: null })).toMatchObject([
        { deviation: { reason: null } },
      ]);
    }
  });
  it("is refused for what did not leave the order", () => {
    const forward = project(log(["2026-11-20", opened("a")], ["2026-11-21", moved("a", "b")]), {
      v1: orderOf(process),
    });
    for (const about of [
      { kind: "visit", ordinal: 1 },
      { kind: "visit", ordinal: 2 },
      { kind: "step", stepKey: "x" },
    ] as const)
      expect(decideExplain(forward, { about, deviation })).toMatchObject({ code: "deviation-gone" });
  });
  it("goes with the step when that is taken back", () => {
    const undone = project(
      log(
        ["2026-11-20", opened("a")],
        ["2026-11-20", waived("x")],
        ["2026-11-20", { type: "step.undone", stepKey: "x" }],
      ),
      { v1: orderOf(process) },
    );
    expect(decideExplain(undone, { about: { kind: "step", stepKey: "x" }, deviation })).toMatchObject({
      code: "deviation-gone",
    });
  });
});
