import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { judge } from "@/lib/domain/conformance/replay";
import { previewDraft } from "@/lib/domain/preview/preview-draft";
import { previewSwitch, switchedState } from "@/lib/domain/preview/preview-switch";
import { emptyDocument, newCriterion } from "@/lib/domain/process/blank";
import { compile } from "@/lib/domain/process/compile";
import { diff } from "@/lib/domain/process/diff";
import { applyEdit } from "@/lib/domain/process/edit";
import type { ProcessDocument, Window } from "@/lib/domain/process/types";
import { decideSwitch } from "@/lib/domain/run/decide-switch";
import { orderOf } from "@/lib/domain/run/decide-turn";
import { project } from "@/lib/domain/run/project";
import { staysOf } from "@/lib/domain/run/visits";
import { isRefusal } from "@/lib/domain/shared/result";
import type { Calendar } from "@/lib/domain/timing/calendar";
import { editOf, recipe } from "./process-support";
import { closed, done, log, moved, opened, stage, step, waived } from "./run-fixtures";

const calendar: Calendar = {
  timeZone: "Europe/Amsterdam",
  workingDays: [1, 2, 3, 4, 5],
  workingHours: { from: "09:00", to: "17:00" },
  holidays: new Set(),
};
const NOW = "2026-06-30T12:00:00.000Z";
const TODAY = { day: "2026-06-30", at: null };
const within = (latest: number): Window => ({
  anchor: { kind: "stage-entry" },
  unit: "calendar-days",
  earliest: null,
  latest,
});
const doc = (...stages: ProcessDocument["stages"]): ProcessDocument => ({ ...emptyDocument, stages });

const OLD = doc(
  stage("talk", [step("call", { window: within(10) }), step("visit", { window: within(20) })], {
    plannedDays: 30,
  }),
  stage("offer", [step("quote", { window: within(5) }), step("remind")], {
    criteria: [newCriterion("yes", { en: "Yes" })],
  }),
);
const before = compile(OLD);
const ORDERS = { v1: orderOf(before) };
const stateOf = (...events: Parameters<typeof log>) => project(log(...events), ORDERS);
/** Opened on 1 June, to the offer on the 12th. */
const run = (id: string, ...events: Parameters<typeof log>) => ({
  id,
  state: stateOf(["2026-06-01", opened("talk")], ...events),
});
const CASES = [
  run(
    "early",
    ["2026-06-02", done("call")],
    ["2026-06-12", moved("talk", "offer")],
    ["2026-06-13", done("quote")],
    ["2026-06-20", closed("won")],
  ),
  run(
    "slow",
    ["2026-06-09", done("call")],
    ["2026-06-12", moved("talk", "offer")],
    ["2026-06-25", done("quote")],
    ["2026-06-26", closed("lost")],
  ),
  run("never", ["2026-06-12", closed("lost")]),
];
const preview = (after: ProcessDocument) =>
  previewDraft(CASES, diff(OLD, after), before, compile(after), calendar, NOW);
const edited = (...edits: Parameters<typeof applyEdit>[1][]): ProcessDocument =>
  edits.reduce((now, edit) => {
    const next = applyEdit(now, edit);
    if (isRefusal(next)) throw new Error(next.code);
    return next;
  }, OLD);

describe("past runs replayed on a draft", () => {
  it("a tighter window: who kept it, who was later, who never did it", () => {
    const found = preview(edited({ type: "step.set", stepKey: "call", set: { window: within(3) } }));
    expect(found.changes).toMatchObject([
      {
        change: { change: "retimed", key: "call" },
        reached: ["early", "slow", "never"],
        kept: ["early"],
        otherwise: ["slow"],
        not: ["never"],
      },
    ]);
    expect(found.flagged.after).toEqual(["early", "slow", "never"]);
  });

  it("a step moved to a later stage, done before it: at another moment", () => {
    const found = preview(edited({ type: "step.move", stepKey: "call", toStageKey: "offer", index: 0 }));
    expect(found.changes).toMatchObject([
      {
        change: { change: "moved" },
        reached: ["early", "slow"],
        kept: [],
        otherwise: ["early", "slow"],
        not: [],
      },
    ]);
  });

  it("a new step that nobody can have done, and who came where it would be", () => {
    const found = preview(
      edited({ type: "step.add", stageKey: "offer", index: 0, step: step("new", { window: within(1) }) }),
    );
    expect(found.changes).toMatchObject([
      { change: { change: "added" }, reached: ["early", "slow"], kept: [], not: ["early", "slow"] },
    ]);
    expect(found.never.map(({ stepKey }) => stepKey)).toContain("new");
  });

  it("a step taken out: who did it", () => {
    const found = preview(edited({ type: "step.remove", stepKey: "quote" }));
    expect(found.changes).toMatchObject([
      { change: { change: "removed" }, kept: [], otherwise: ["early", "slow"], not: [] },
    ]);
    const criterion = preview(edited({ type: "criterion.remove", criterionKey: "yes" }));
    expect(criterion.changes).toMatchObject([{ kept: ["early", "slow"], otherwise: [], not: [] }]);
  });

  describe("a retimed step says nothing of a deal", () => {
    const [small, both] = [{ segment: "small" }, { segment: "big" }];
    const asked = (more: object, fields: object, ...events: Parameters<typeof log>) => {
      const drawn = doc(stage("talk", [step("call", { window: within(30), ...more })]), stage("offer", []));
      const compiled = compile(drawn);
      const opening = log(["2026-06-01", opened("talk")], ...events);
      const state = project(opening, { v1: orderOf(compiled) });
      const cases = [{ id: "one", state: { ...state, fields: { ...state.fields, ...fields } } }];
      const next = applyEdit(drawn, { type: "step.set", stepKey: "call", set: { window: within(25) } });
      if (isRefusal(next)) throw new Error(next.code);
      const found = previewDraft(cases, diff(drawn, next), compiled, compile(next), calendar, NOW);
      const [change] = found.changes;
      return {
        went: change && [change.kept, change.otherwise, change.not].map((ids) => ids.length),
        never: found.never,
      };
    };
    const lost: Parameters<typeof log>[0] = ["2026-06-03", closed("lost")];
    const won: Parameters<typeof log>[0] = ["2026-06-03", closed("won")];
    const big = { conditions: [{ kind: "segment", anyOf: ["big"] }] };
    const NOTHING = { went: [0, 0, 0], never: [] };
    const missed = { went: [0, 0, 1], never: [{ stepKey: "call", reached: ["one"] }] };

    it("that it was not meant for", () => {
      expect(asked(big, small, won)).toEqual(NOTHING);
      expect(asked(big, both, won)).toEqual(missed);
    });
    it("that was lost before it was due", () => {
      expect(asked({}, {}, lost)).toEqual(NOTHING);
      expect(asked({}, {}, ["2026-06-29", closed("lost")])).toEqual(missed);
    });
    it("where it was optional and left out; one that was done counts", () => {
      expect(asked({ importance: "optional" }, {}, won)).toEqual(NOTHING);
      expect(asked({ importance: "optional" }, {}, ["2026-06-02", done("call")], won).went).toEqual([
        1, 0, 0,
      ]);
    });
    it("where it was waived", () => {
      expect(asked({}, {}, ["2026-06-02", waived("call")], won)).toEqual(NOTHING);
    });
  });

  it("a shorter stage, a new criterion, and a new name that says nothing", () => {
    const found = preview(
      edited(
        { type: "stage.set", stageKey: "talk", set: { plannedDays: 11, name: { en: "Listen" } } },
        {
          type: "criterion.add",
          stageKey: "talk",
          index: 0,
          criterion: newCriterion("agreed", { en: "Agreed" }),
        },
      ),
    );
    expect(
      found.changes.map(({ change, kept, not }) => [change.what, change.change, kept.length, not.length]),
    ).toEqual([
      ["stage", "retimed", 3, 0],
      ["criterion", "added", 0, 3],
    ]);
  });

  it("the parts of a change add up to the runs it is about, whatever the draft", () => {
    fc.assert(
      fc.property(fc.array(recipe, { maxLength: 12 }), (recipes) => {
        let after = OLD;
        recipes.forEach((one, at) => {
          const next = applyEdit(after, editOf(after, one, `n${at}`));
          if (!isRefusal(next)) after = next;
        });
        for (const { reached, kept, otherwise, not } of preview(after).changes)
          expect([...kept, ...otherwise, ...not].sort()).toEqual([...reached].sort());
      }),
    );
  });
});

describe("a run that goes over to another version", () => {
  const after = compile(
    doc(
      stage("listen", [step("call", { window: within(10) }), step("ask", { window: within(3) })]),
      stage("offer", [step("quote", { window: within(5) })]),
    ),
  );
  const orders = { ...ORDERS, v2: orderOf(after) };
  const open = run("open", ["2026-06-02", done("call")]);
  const map = { talk: "listen" };

  it("goes on with the same stay: nothing starts over, and what was done stays done", () => {
    const state = switchedState(open.state, "v2", "listen", TODAY, orders);
    expect(staysOf(state.visits)).toMatchObject([
      { stageKey: "listen", entered: { day: "2026-06-01" }, left: null },
    ]);
    const steps = judge(after, state, calendar, NOW).steps.map((each) => [each.step.key, each.timing]);
    expect(steps).toEqual([
      ["call", "on-time"],
      ["ask", "overdue"],
      ["quote", "not-due"],
    ]);
  });

  it("is previewed as it will be", () => {
    const shown = previewSwitch(open, before, after, map, calendar, NOW, TODAY);
    expect(shown).toEqual({
      id: "open",
      from: "talk",
      to: "listen",
      added: ["ask"],
      overdue: ["ask"],
      gone: ["visit"],
      next: { before: "visit", after: "ask" },
    });
  });

  it("is refused where it cannot go, and says where", () => {
    const to = { id: "v2", compiled: after };
    expect(decideSwitch(open.state, to, {}, TODAY, TODAY.day)).toMatchObject({ code: "stage-unmapped" });
    expect(decideSwitch(open.state, { id: "v1", compiled: before }, {}, TODAY, TODAY.day)).toMatchObject({
      code: "version-same",
    });
    expect(decideSwitch(CASES[0]?.state ?? open.state, to, map, TODAY, TODAY.day)).toMatchObject({
      code: "run-closed",
    });
    expect(decideSwitch(open.state, to, map, TODAY, TODAY.day)).toEqual([
      { type: "run.version-switched", from: "v1", to: "v2", stageKey: "listen" },
    ]);
    expect(previewSwitch(open, before, after, {}, calendar, NOW, TODAY)).toMatchObject({
      to: null,
      added: [],
    });
  });

  it("keeps every event it had, and stays without a gap or an overlap, however often it goes over", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("v1", "v2"), { maxLength: 6 }), (versions) => {
        let state = open.state;
        for (const to of versions) {
          if (to === state.versionId) continue;
          state = switchedState(state, to, to === "v2" ? "listen" : "talk", TODAY, orders);
        }
        expect(staysOf(state.visits)).toHaveLength(1);
        expect(staysOf(state.visits)[0]?.entered?.day).toBe("2026-06-01");
        expect(state.steps).toEqual(open.state.steps);
        expect(state.history).toEqual(open.state.history);
      }),
    );
  });
});
