import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ChainEvent, longestChain } from "@/lib/domain/conformance/chain";
import { judge, replay } from "@/lib/domain/conformance/replay";
import { creditOf } from "@/lib/domain/conformance/score";
import { orderOf } from "@/lib/domain/run/decide-turn";
import type { RunEvent } from "@/lib/domain/run/events";
import { project } from "@/lib/domain/run/project";
import type { Calendar } from "@/lib/domain/timing/calendar";
import { TIMING_CLASSES } from "@/lib/domain/timing/classify";
import { closed, done, log, moved, opened, stage, step, version, waived } from "./run-fixtures";

const calendar: Calendar = {
  timeZone: "Europe/Amsterdam",
  workingDays: [1, 2, 3, 4, 5],
  workingHours: { from: "09:00", to: "17:00" },
  holidays: new Set(),
};
const now = "2026-11-25T12:00:00Z";

/** Every subset in order; the best by length, then by key steps. */
function bestByHand(events: readonly ChainEvent[]): { length: number; keys: number } {
  let best = { length: 0, keys: 0 };
  for (let set = 0; set < 2 ** events.length; set += 1) {
    const chosen = events.filter((_, index) => set & (1 << index));
    if (chosen.some(({ rank }, index) => rank < (chosen[index - 1]?.rank ?? 0))) continue;
    const keys = chosen.filter(({ key }) => key).length;
    if (chosen.length > best.length || (chosen.length === best.length && keys > best.keys)) {
      best = { length: chosen.length, keys };
    }
  }
  return best;
}

describe("the longest chain", () => {
  const events = fc
    .array(fc.record({ rank: fc.nat(4), key: fc.boolean() }), { maxLength: 8 })
    .map((list) => list.map((each, index) => ({ ...each, stepKey: `s${index}` })));

  it("blames as few steps as any choice could, and keeps as many key steps", () => {
    fc.assert(
      fc.property(events, (list) => {
        const chain = longestChain(list).flatMap((index) => list[index] ?? []);
        expect({ length: chain.length, keys: chain.filter(({ key }) => key).length }).toEqual(
          bestByHand(list),
        );
        for (const [index, { rank }] of chain.entries()) {
          expect(rank).toBeGreaterThanOrEqual(chain[index - 1]?.rank ?? 0);
        }
      }),
      { numRuns: 500 },
    );
  });

  const ranks = (...list: number[]) =>
    list.map((rank, index) => ({ stepKey: `s${index}`, rank, key: false }));
  it.each([
    ["in order", ranks(1, 1, 2, 3), [0, 1, 2, 3]],
    ["one early step is blamed, not all that follow", ranks(3, 1, 1, 2, 2), [1, 2, 3, 4]],
    ["one late step is blamed", ranks(1, 2, 3, 1), [0, 1, 2]],
    ["of two equal ones the later stays", ranks(2, 1), [1]],
    ["nothing", [], []],
  ])("%s", (_name, list, chain) => expect(longestChain(list)).toEqual(chain));

  it("keeps the key step of two that exclude each other", () => {
    const [first, second] = ranks(2, 1);
    expect(longestChain(first && second ? [{ ...first, key: true }, second] : [])).toEqual([0]);
  });
});

describe("a run against a version", () => {
  const soon = {
    anchor: { kind: "stage-entry" } as const,
    unit: "working-days" as const,
    earliest: 0,
    latest: 2,
  };
  const process = version(
    stage("a", [step("a1"), step("a2", { importance: "key", window: soon })]),
    stage("b", [step("b1", { window: soon }), step("b2"), step("extra", { importance: "optional" })]),
    stage("c", [step("c1", { importance: "key" })]),
  );
  const orders = { v1: orderOf(process) };
  const judged = (events: RunEvent[], at = now) => judge(process, project(events, orders), calendar, at);

  const worked = log(
    ["2026-11-02", opened("a")],
    ["2026-11-02", done("a1")],
    ["2026-11-09", done("a2")],
    ["2026-11-10", moved("a", "b")],
    ["2026-11-11", done("c1")],
    ["2026-11-12", done("b1")],
    ["2026-11-16", moved("b", "c")],
  );

  it("counts first, weighs key steps double and gives half for the wrong moment", () => {
    const found = judged(worked);
    expect(found.steps.map((each) => [each.step.key, each.timing])).toEqual([
      ["a1", "on-time"],
      ["a2", "late"],
      ["b1", "on-time"],
      ["b2", "skipped"],
      ["extra", "skipped"],
      ["c1", "early"],
    ]);
    // The optional step is not counted: a1 1, a2 2 x ½, b1 1, b2 0, c1 2 x ½ of 7.
    expect(found.counts).toEqual({ due: 5, done: 4, rightMoment: 2, skipped: 1, overdue: 0, waived: 0 });
    expect(found.fit).toBeCloseTo(4 / 7, 12);
  });

  it("lists what was out of order beside the score", () => {
    const found = judged(worked);
    // c1 then b1: one of the two is blamed, and the key step is kept.
    expect(found.outOfPlace).toEqual(["b1"]);
    // Due: a1 a2 b1 b2 c1; missing from the chain: b1 and b2; one event outside it; four events.
    expect(found.alignment).toBeCloseTo(1 - 3 / 9, 12);
  });

  it("takes waived steps out of the sum and does not ask for what was not due", () => {
    const found = judged(
      log(["2026-11-24", opened("a")], ["2026-11-24", waived("a2")], ["2026-11-24", done("a1")]),
    );
    expect(found.counts).toEqual({ due: 1, done: 1, rightMoment: 1, skipped: 0, overdue: 0, waived: 1 });
    expect(found.fit).toBe(1);
    expect(judged(log(["2026-11-24", opened("a")])).fit).toBeNull();
    expect(judged(log(["2026-11-24", opened("a")])).alignment).toBeNull();
  });

  it("counts an overdue step against an open run", () => {
    expect(judged(log(["2026-11-16", opened("a")]))).toMatchObject({
      fit: 0,
      counts: { due: 1, overdue: 1 },
    });
  });

  it.each([
    ["direct", worked],
    ["skipped", log(["2026-11-02", opened("a")], ["2026-11-03", moved("a", "c")])],
    [
      "back",
      log(["2026-11-02", opened("a")], ["2026-11-03", moved("a", "c")], ["2026-11-04", moved("c", "a")]),
    ],
    [
      "restarted",
      log(
        ["2026-11-02", opened("a")],
        ["2026-11-03", closed("lost")],
        ["2026-11-20", { type: "run.reopened", stageKey: "a" }],
      ),
    ],
  ])("names the route %s", (route, events) => expect(judged(events).route).toBe(route));

  it.each([
    ["2026-11-04T22:59:00Z", []],
    ["2026-11-04T23:00:00Z", ["a1"]],
  ])("marks what was written down more than two working days later: %s", (recordedAt, late) => {
    // Done on Monday 2 November; Amsterdam's Thursday begins at 23:00 UTC.
    const events = worked.map((event) => (event.seq === 2 ? { ...event, recordedAt } : event));
    const found = judged(events).steps.filter(({ recordedLate }) => recordedLate);
    expect(found.map(({ step: { key } }) => key)).toEqual(late);
  });

  it("replays a trace as of a moment", () => {
    const trace = { runId: "r", versionId: "v1", openedOn: null, expectedClose: null, events: worked };
    expect(replay(trace, process, orders, calendar, "2026-11-01T12:00:00Z")).toBeNull();
    expect(replay(trace, process, orders, calendar, "2026-11-03T12:00:00Z")?.counts.done).toBe(1);
    expect(replay(trace, process, orders, calendar, now)).toEqual(judged(worked));
  });

  it("does not mind steps of another version", () => {
    const events = log(
      ["2026-11-24", opened("a")],
      ["2026-11-24", done("gone-since")],
      ["2026-11-24", done("a1")],
    );
    expect(judged(events)).toMatchObject({ fit: 1, outOfPlace: [], alignment: 1 });
  });

  it("credits every class of timing", () => {
    expect(TIMING_CLASSES.map(creditOf)).toEqual([1, 0.5, 0.5, 0.5, 0, 0, 0, 0, 0]);
  });
});
