import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inBulk } from "@/lib/domain/maturity/credit";
import type { GateFacts } from "@/lib/domain/maturity/facts";
import { COUNTS_FROM, GATES, type GateId, gatesOf, type Level } from "@/lib/domain/maturity/gates";
import { judgeGate } from "@/lib/domain/maturity/judge";
import { maturityOf } from "@/lib/domain/maturity/maturity";
import { organizationLevel } from "@/lib/domain/maturity/organization";
import { addDays } from "@/lib/domain/shared/day";
import { DYNAMIC, withFacts } from "./maturity-fixtures";

type Case = readonly [
  gate: GateId,
  level: 2 | 3 | 4,
  what: string,
  facts: Partial<GateFacts>,
  state: string,
  missing?: number | null,
];

const part = (k: number, n: number) => ({ k, n });
const ago = (days: number) => addDays(DYNAMIC.today, -days);
const NOT = "not-met";
const UNSEEN = "not-measurable";

/** Every gate at every level it changes: below, at and above its threshold, and on too few. */
const CASES: readonly Case[] = [
  ["defined", 2, "nothing published", { defined: { version: null, stages: 0, withStep: 0 } }, NOT, 3],
  ["defined", 2, "two stages", { defined: { version: 1, stages: 2, withStep: 2 } }, NOT, 1],
  ["defined", 2, "an empty stage", { defined: { version: 1, stages: 4, withStep: 3 } }, NOT, 1],
  ["defined", 2, "three stages", { defined: { version: 1, stages: 3, withStep: 3 } }, "met", 0],
  ["defined", 4, "more", { defined: { version: 9, stages: 8, withStep: 8 } }, "met", 0],
  ["complete", 3, "below", { complete: { steps: part(18, 22), stages: part(4, 4) } }, NOT, 2],
  ["complete", 3, "at", { complete: { steps: part(9, 10), stages: part(4, 4) } }, "met", 0],
  ["complete", 3, "above", { complete: { steps: part(22, 22), stages: part(4, 4) } }, "met", 0],
  [
    "complete",
    3,
    "a stage the buyer cannot confirm",
    { complete: { steps: part(10, 10), stages: part(3, 4) } },
    NOT,
    1,
  ],
  ["complete", 3, "no required step", { complete: { steps: part(0, 0), stages: part(4, 4) } }, NOT, 0],
  ["complete", 3, "no version", { complete: { steps: part(0, 0), stages: part(0, 0) } }, UNSEEN],
  ["buyer-anchored", 3, "below", { anchored: part(0, 4) }, NOT, 1],
  ["buyer-anchored", 3, "at", { anchored: part(1, 4) }, "met", 0],
  ["buyer-anchored", 4, "below", { anchored: part(1, 4) }, NOT, 1],
  ["buyer-anchored", 4, "at", { anchored: part(2, 4) }, "met", 0],
  ["buyer-anchored", 4, "above", { anchored: part(4, 4) }, "met", 0],
  ["buyer-anchored", 3, "not seen", { anchored: null }, UNSEEN, null],
  ["on-process", 2, "below", { onProcess: part(9, 20) }, NOT, 1],
  ["on-process", 2, "at", { onProcess: part(10, 20) }, "met", 0],
  ["on-process", 3, "below", { onProcess: part(15, 20) }, NOT, 1],
  ["on-process", 3, "at", { onProcess: part(16, 20) }, "met", 0],
  ["on-process", 4, "below", { onProcess: part(17, 20) }, NOT, 1],
  ["on-process", 4, "at", { onProcess: part(18, 20) }, "met", 0],
  ["on-process", 4, "above", { onProcess: part(20, 20) }, "met", 0],
  ["on-process", 2, "too few", { onProcess: part(4, 4) }, UNSEEN, 1],
  ["in-use", 3, "below", { inUse: part(3, 4) }, NOT, 1],
  ["in-use", 3, "at", { inUse: part(4, 5) }, "met", 0],
  ["in-use", 4, "below", { inUse: part(5, 6) }, NOT, 1],
  ["in-use", 4, "at", { inUse: part(9, 10) }, "met", 0],
  ["in-use", 4, "above", { inUse: part(6, 6) }, "met", 0],
  ["in-use", 3, "nobody holds the role", { inUse: part(0, 0) }, UNSEEN, 1],
  ["followed", 3, "below", { followed: { median: 0.59, lo: 0.5, hi: 0.7, n: 61 } }, NOT],
  ["followed", 3, "at", { followed: { median: 0.6, lo: 0.5, hi: 0.7, n: 10 } }, "met"],
  ["followed", 4, "below", { followed: { median: 0.74, lo: 0.7, hi: 0.8, n: 61 } }, NOT],
  ["followed", 4, "at", { followed: { median: 0.75, lo: 0.7, hi: 0.8, n: 61 } }, "met"],
  ["followed", 3, "too few", { followed: { median: 0.9, lo: 0.5, hi: 1, n: 9 } }, UNSEEN, 1],
  ["explained", 3, "below", { explained: { ...part(9, 20), deals: 30 } }, NOT, 1],
  ["explained", 3, "at", { explained: { ...part(10, 20), deals: 30 } }, "met", 0],
  ["explained", 4, "below", { explained: { ...part(15, 20), deals: 30 } }, NOT, 1],
  ["explained", 4, "at", { explained: { ...part(16, 20), deals: 30 } }, "met", 0],
  ["explained", 4, "nothing to explain", { explained: { ...part(0, 0), deals: 10 } }, "met", 0],
  ["explained", 3, "too few deals", { explained: { ...part(5, 5), deals: 9 } }, UNSEEN, 1],
  ["feedback", 4, "below", { feedback: { ...part(13, 20), deals: 30 } }, NOT, 1],
  ["feedback", 4, "at", { feedback: { ...part(14, 20), deals: 30 } }, "met", 0],
  ["feedback", 4, "above", { feedback: { ...part(20, 20), deals: 30 } }, "met", 0],
  ["feedback", 4, "too few deals", { feedback: { ...part(3, 3), deals: 8 } }, UNSEEN, 2],
  ["feedback", 4, "not seen", { feedback: null }, UNSEEN, null],
  ["evidenced", 3, "below", { evidenced: { exits: part(15, 20), proofs: part(20, 20) } }, NOT, 1],
  ["evidenced", 3, "at", { evidenced: { exits: part(16, 20), proofs: part(10, 20) } }, "met", 0],
  [
    "evidenced",
    3,
    "the seller's word only",
    { evidenced: { exits: part(20, 20), proofs: part(9, 20) } },
    NOT,
    0,
  ],
  ["evidenced", 3, "too few", { evidenced: { exits: part(8, 8), proofs: part(8, 8) } }, UNSEEN, 2],
  ["evidenced", 3, "not seen", { evidenced: null }, UNSEEN, null],
  ["measurable", 3, "below", { measurable: part(15, 20) }, NOT, 1],
  ["measurable", 3, "at", { measurable: part(16, 20) }, "met", 0],
  ["measurable", 3, "too few", { measurable: part(19, 19) }, UNSEEN, 1],
  ["measurable", 4, "below", { measurable: part(35, 40) }, NOT, 1],
  ["measurable", 4, "at", { measurable: part(36, 40) }, "met", 0],
  ["measurable", 4, "too few", { measurable: part(39, 39) }, UNSEEN, 1],
  ["coached", 3, "below", { coached: { hours: 2.9, reps: 4 } }, NOT],
  ["coached", 3, "at", { coached: { hours: 3, reps: 4 } }, "met"],
  ["coached", 3, "nobody", { coached: { hours: 0, reps: 0 } }, UNSEEN],
  ["coached", 3, "not seen", { coached: null }, UNSEEN, null],
  ["reviewed", 3, "never", { reviewedOn: null }, NOT],
  ["reviewed", 3, "too long ago", { reviewedOn: ago(181) }, NOT],
  ["reviewed", 3, "the last day", { reviewedOn: ago(180) }, "met"],
  ["reviewed", 4, "too long ago", { reviewedOn: ago(93) }, NOT],
  ["reviewed", 4, "the last day", { reviewedOn: ago(92) }, "met"],
  ["reviewed", 4, "today", { reviewedOn: DYNAMIC.today }, "met"],
  ["refined", 4, "never a second version", { refined: { versionOn: null, decidedOn: ago(1) } }, NOT],
  ["refined", 4, "an old version", { refined: { versionOn: ago(366), decidedOn: ago(1) } }, NOT],
  ["refined", 4, "an old decision", { refined: { versionOn: ago(365), decidedOn: ago(93) } }, NOT],
  ["refined", 4, "the last day of both", { refined: { versionOn: ago(365), decidedOn: ago(92) } }, "met"],
  ["checked", 4, "one version", { checked: { publishedOn: null, closed: 90, concludedOn: ago(1) } }, UNSEEN],
  [
    "checked",
    4,
    "too few",
    { checked: { publishedOn: ago(100), closed: 19, concludedOn: ago(1) } },
    UNSEEN,
    1,
  ],
  ["checked", 4, "not concluded", { checked: { publishedOn: ago(100), closed: 20, concludedOn: null } }, NOT],
  ["checked", 4, "too late", { checked: { publishedOn: ago(200), closed: 20, concludedOn: ago(19) } }, NOT],
  [
    "checked",
    4,
    "the last day",
    { checked: { publishedOn: ago(200), closed: 20, concludedOn: ago(20) } },
    "met",
  ],
  ["triaged", 4, "below", { triaged: part(3, 4) }, NOT, 1],
  ["triaged", 4, "at", { triaged: part(4, 5) }, "met", 0],
  ["triaged", 4, "no alarm yet", { triaged: part(0, 0) }, UNSEEN, 1],
  ["triaged", 4, "not seen", { triaged: null }, UNSEEN, null],
];

describe("a gate", () => {
  for (const [gate, level, what, change, state, missing] of CASES) {
    it(`${gate} at level ${level}, ${what}: ${state}`, () => {
      const judged = judgeGate(gate, withFacts(change), level);
      expect(judged.state).toBe(state);
      if (missing !== undefined) expect(judged.missing).toBe(missing);
      if (state === UNSEEN) expect(judged.waitsFor).not.toBeNull();
      expect(judged.needed.length).toBeGreaterThan(0);
    });
  }

  it("has a case below, at and too few for each", () => {
    for (const gate of GATES) {
      const states = new Set(CASES.filter(([each]) => each === gate).map(([, , , , state]) => state));
      expect(states.has("met"), gate).toBe(true);
      expect(states.has(NOT), gate).toBe(true);
    }
  });
});

/** One change per gate that fails it and nothing else. */
const BREACH: Readonly<Record<GateId, Partial<GateFacts>>> = {
  defined: { defined: { version: 3, stages: 4, withStep: 3 } },
  complete: { complete: { steps: part(1, 10), stages: part(4, 4) } },
  "buyer-anchored": { anchored: null },
  "on-process": { onProcess: part(1, 20) },
  "in-use": { inUse: part(1, 6) },
  followed: { followed: { median: 0.2, lo: 0.1, hi: 0.3, n: 30 } },
  explained: { explained: { ...part(1, 20), deals: 40 } },
  feedback: { feedback: null },
  evidenced: { evidenced: { exits: part(1, 20), proofs: part(20, 20) } },
  measurable: { measurable: part(1, 60) },
  coached: { coached: null },
  reviewed: { reviewedOn: null },
  refined: { refined: { versionOn: null, decidedOn: null } },
  checked: { checked: { publishedOn: ago(90), closed: 40, concludedOn: null } },
  triaged: { triaged: null },
};

const FORMAL: Partial<GateFacts> = { refined: { versionOn: null, decidedOn: null }, triaged: null };
const INFORMAL: Partial<GateFacts> = { ...FORMAL, coached: null, anchored: null };

describe("the level", () => {
  it.each([
    ["Random", 1, { ...INFORMAL, onProcess: part(9, 20) }],
    ["Informal", 2, INFORMAL],
    ["Formal", 3, FORMAL],
    ["Dynamic", 4, {}],
  ] as const)("%s is exactly %i", (_name, level, change) => {
    expect(maturityOf(withFacts(change)).level).toBe(level);
  });

  it.each(GATES)("falls below what %s counts for when only that gate fails", (gate) => {
    const found = maturityOf(withFacts(BREACH[gate]));
    expect(found.level).toBe(COUNTS_FROM[gate] - 1);
    expect(found.missingForNext.map((judged) => judged.gate)).toEqual([gate]);
  });

  it("asks nothing more at the top, and everything of level 2 at the bottom", () => {
    expect(maturityOf(DYNAMIC).missingForNext).toEqual([]);
    const nothing = maturityOf(
      withFacts({ defined: { version: null, stages: 0, withStep: 0 }, onProcess: part(0, 0) }),
    );
    expect(nothing.level).toBe(1);
    expect(nothing.missingForNext.map(({ gate }) => gate)).toEqual(gatesOf(2));
  });

  it("warns thirty days before the passing of time takes a level away", () => {
    const on = ago(92 - 29);
    const near = maturityOf(withFacts({ reviewedOn: on, refined: { versionOn: ago(1), decidedOn: ago(1) } }));
    expect(near.lapses).toEqual({ day: addDays(DYNAMIC.today, 30), gate: "reviewed", to: 3 });
    const far = maturityOf(
      withFacts({ reviewedOn: addDays(on, 1), refined: { versionOn: ago(1), decidedOn: ago(1) } }),
    );
    expect(far.lapses).toBeNull();
    const onThatDay = withFacts({ reviewedOn: on, today: near.lapses?.day ?? "" });
    expect(maturityOf(onThatDay).level).toBeLessThan(4);
  });
});

const share = (min: number) =>
  fc.integer({ min, max: 60 }).chain((n) => fc.integer({ min: 0, max: n }).map((k) => ({ k, n })));
const day = fc.option(fc.integer({ min: 0, max: 500 }).map(ago), { nil: null });
const anyFacts: fc.Arbitrary<GateFacts> = fc.record({
  today: fc.constant(DYNAMIC.today),
  defined: fc
    .tuple(fc.option(fc.constant(2), { nil: null }), fc.integer({ min: 0, max: 6 }))
    .map(([version, stages]) => ({ version, stages, withStep: stages })),
  complete: fc.record({ steps: share(0), stages: share(0) }),
  anchored: fc.option(share(0), { nil: null }),
  onProcess: share(0),
  inUse: share(0),
  followed: fc
    .tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 40 }))
    .map(([median, n]) => ({ median, lo: null, hi: null, n })),
  explained: fc.tuple(share(0), fc.integer({ min: 0, max: 30 })).map(([of, deals]) => ({ ...of, deals })),
  feedback: fc.option(
    fc.tuple(share(0), fc.integer({ min: 0, max: 30 })).map(([of, deals]) => ({ ...of, deals })),
    { nil: null },
  ),
  evidenced: fc.option(fc.record({ exits: share(0), proofs: share(0) }), { nil: null }),
  measurable: share(0),
  coached: fc.option(
    fc.record({ hours: fc.double({ min: 0, max: 6, noNaN: true }), reps: fc.integer({ min: 0, max: 9 }) }),
    {
      nil: null,
    },
  ),
  reviewedOn: day,
  refined: fc.record({ versionOn: day, decidedOn: day }),
  checked: fc.record({ publishedOn: day, closed: fc.integer({ min: 0, max: 40 }), concludedOn: day }),
  triaged: fc.option(share(0), { nil: null }),
});
/** Facts that are mostly good, so that every level is really visited. */
const mixedFacts = fc
  .tuple(anyFacts, fc.subarray(Object.keys(DYNAMIC) as (keyof GateFacts)[]))
  .map(
    ([facts, bad]): GateFacts => ({ ...DYNAMIC, ...Object.fromEntries(bad.map((key) => [key, facts[key]])) }),
  );

describe("maturity as a whole", () => {
  it("never falls when one fact becomes as good as it can be", () => {
    fc.assert(
      fc.property(
        mixedFacts,
        fc.constantFrom(...(Object.keys(DYNAMIC) as (keyof GateFacts)[])),
        (facts, key) => {
          const better = { ...facts, [key]: DYNAMIC[key] };
          expect(maturityOf(better).level).toBeGreaterThanOrEqual(maturityOf(facts).level);
        },
      ),
      { numRuns: 400 },
    );
  });

  it("is given only when every gate of that level and below holds, and withheld only when one of the next does not", () => {
    fc.assert(
      fc.property(mixedFacts, (facts) => {
        const { level, gatesPerLevel, missingForNext } = maturityOf(facts);
        for (const below of [2, 3, 4] as const) {
          if (below <= level) expect(gatesPerLevel[below].every(({ state }) => state === "met")).toBe(true);
        }
        expect(missingForNext.length === 0).toBe(level === 4);
      }),
      { numRuns: 400 },
    );
  });
});

describe("the organisation", () => {
  const role = (id: string, reps: number, level: Level) => ({ id, reps, level });
  it.each([
    ["all at 3", [role("a", 5, 3), role("b", 5, 3)], 3, ["a", "b"]],
    ["exactly 80 % at 3", [role("a", 8, 3), role("b", 2, 1)], 3, ["b", "a"]],
    ["just under 80 %", [role("a", 79, 3), role("b", 21, 1)], 1, ["b"]],
    ["the laggards are named, lowest first", [role("a", 3, 3), role("b", 2, 2), role("c", 5, 1)], 1, ["c"]],
    ["a role without people weighs nothing", [role("a", 4, 2), role("b", 0, 1)], 2, ["a"]],
    ["nothing holds back the top", [role("a", 4, 4)], 4, []],
  ] as const)("%s", (_what, roles, level, laggards) => {
    const found = organizationLevel(roles);
    expect(found.level).toBe(level);
    expect(found.laggards.map(({ id }) => id)).toEqual(laggards);
  });

  it("has no level while nobody holds a role", () => {
    expect(organizationLevel([role("a", 0, 4)]).level).toBeNull();
  });
});

describe("credit for steps", () => {
  const at = (second: number) => `2026-11-01T09:00:${String(second).padStart(2, "0")}Z`;
  it("is lost by a burst of ticks, not by three after a meeting", () => {
    expect(inBulk([at(0), at(10), at(20)])).toEqual([false, false, false]);
    expect(inBulk([at(0), at(10), at(20), at(59)])).toEqual([true, true, true, true]);
    expect(inBulk([at(0), "2026-11-01T11:00:00Z", at(10), at(20), at(30)])).toEqual([
      true,
      false,
      true,
      true,
      true,
    ]);
    expect(inBulk([at(0), at(30), "2026-11-01T09:01:01Z", "2026-11-01T09:01:31Z"])).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});
