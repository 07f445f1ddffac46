import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buyerIds, buyerSide } from "@/lib/domain/guidance/buyer-side";
import { type EntryLink, entryUses, heardIn, mergedUse } from "@/lib/domain/registers/count";
import { byId, mergeRefusal, survivorOf, survivorsOf, withoutEntry } from "@/lib/domain/registers/merge";
import type { RegisterEntry } from "@/lib/domain/registers/types";
import { sameName } from "@/lib/domain/shared/same-name";

const entry = (id: string, more: Partial<RegisterEntry> = {}): RegisterEntry => ({
  id,
  kind: "problem",
  name: { en: id },
  archived: false,
  mergedInto: null,
  ...more,
});
const link = (entryId: string, processId: string, stageKey: string, stepKey: string | null): EntryLink => ({
  processId,
  stageKey,
  stepKey,
  entryId,
});
const counts = (use: { processIds: readonly string[]; stages: number; steps: number } | undefined) =>
  use && [use.processIds.length, use.stages, use.steps];

describe("what an entry is part of", () => {
  const all = byId([
    entry("a", { mergedInto: "b" }),
    entry("b", { mergedInto: "c" }),
    entry("c"),
    entry("d"),
  ]);

  it("is found through every merge", () => {
    expect(["a", "b", "c", "d"].map((id) => survivorOf(all, id)?.id)).toEqual(["c", "c", "c", "d"]);
    expect(survivorOf(all, "gone")).toBeNull();
  });

  it("is one thing however often it is named", () => {
    expect(survivorsOf(all, ["d", "a", "gone", "c"]).map(({ id }) => id)).toEqual(["d", "c"]);
    expect(withoutEntry(all, ["d", "a", "gone", "c"], "c")).toEqual(["d", "gone"]);
  });

  it("ends where the data goes round in a circle", () => {
    expect(
      survivorOf(byId([entry("x", { mergedInto: "y" }), entry("y", { mergedInto: "x" })]), "x"),
    ).toBeDefined();
  });
});

describe("merging", () => {
  const all = byId([
    entry("a"),
    entry("b"),
    entry("o", { kind: "objection" }),
    entry("old", { archived: true }),
    entry("part", { mergedInto: "b" }),
  ]);
  it.each([
    ["itself", { id: "a", into: "a" }, { code: "register.into-itself", params: { name: "a" } }],
    ["another register", { id: "a", into: "o" }, { code: "register.other-kind" }],
    [
      "what is archived",
      { id: "a", into: "old" },
      { code: "register.into-archived", params: { into: "old" } },
    ],
    ["what was merged", { id: "a", into: "part" }, { code: "register.into-merged", params: { now: "b" } }],
    ["twice", { id: "part", into: "a" }, { code: "register.merged-before", params: { into: "b" } }],
    ["nothing", { id: "a", into: "gone" }, { code: "not-found" }],
  ])("into %s is refused", (_, input, refusal) => {
    expect(mergeRefusal(all, input, ({ id }) => id)).toMatchObject(refusal);
  });
  it("of two entries of one register may be done, an archived one too", () => {
    expect(mergeRefusal(all, { id: "a", into: "b" }, ({ id }) => id)).toBeNull();
    expect(mergeRefusal(all, { id: "old", into: "b" }, ({ id }) => id)).toBeNull();
  });
});

describe("where an entry is linked", () => {
  it("counts a stage or step once, in draft and published, by one name or two", () => {
    const all = byId([entry("a", { mergedInto: "b" }), entry("b"), entry("c")]);
    const uses = entryUses(all, [
      link("a", "p", "s1", "t1"),
      link("b", "p", "s1", "t1"),
      // The draft moved the step to another stage.
      link("b", "p", "s2", "t1"),
      link("b", "p", "s1", null),
      link("a", "q", "s1", "t1"),
      link("gone", "q", "s1", "t1"),
    ]);
    expect(counts(uses.get("b"))).toEqual([2, 1, 2]);
    expect([...uses.keys()]).toEqual(["b"]);
  });

  it("is foretold by the preview of a merge", () => {
    const all = byId([entry("a"), entry("b")]);
    const links = [link("a", "p", "s", "1"), link("a", "p", "s", "2"), link("b", "p", "s", "2")];
    const { from, into, together } = mergedUse(all, links, { id: "a", into: "b" });
    expect([from, into, together].map(counts)).toEqual([
      [1, 0, 2],
      [1, 0, 1],
      [1, 0, 2],
    ]);
  });
});

describe("how often an objection came up", () => {
  it("is once for a call, also where two of its ticks are one entry by now", () => {
    const all = byId([entry("a", { mergedInto: "b" }), entry("b"), entry("c")]);
    const heard = heardIn(all, [
      { ids: ["a", "b"], calls: 2 },
      { ids: ["a", "c", "gone"], calls: 1 },
    ]);
    expect([...heard]).toEqual([
      ["b", 3],
      ["c", 1],
    ]);
  });
});

describe("for any registers, links and merges", () => {
  const ids = ["a", "b", "c", "d", "e", "f"];
  const id = fc.constantFrom(...ids);
  const links = fc.array(
    fc.record({
      processId: fc.constantFrom("p", "q"),
      stageKey: fc.constantFrom("s1", "s2"),
      stepKey: fc.constantFrom(null, "t1", "t2", "t3"),
      entryId: id,
    }),
    { maxLength: 30 },
  );
  const merges = fc.array(fc.record({ id, into: id }), { maxLength: 12 });

  it("merging loses no place and counts none twice, the preview is the outcome, and undoing all gives the start", () => {
    fc.assert(
      fc.property(links, merges, (linked, asked) => {
        const start = byId(ids.map((one) => entry(one)));
        let all = start;
        const done: string[] = [];
        for (const merge of asked) {
          if (mergeRefusal(all, merge, (one) => one.id)) continue;
          const foretold = mergedUse(all, linked, merge).together;
          all = new Map(all).set(merge.id, entry(merge.id, { mergedInto: merge.into }));
          done.push(merge.id);
          expect(counts(entryUses(all, linked).get(merge.into)) ?? [0, 0, 0]).toEqual(counts(foretold));
        }
        const places = (of: string) =>
          new Set(
            linked
              .filter(({ entryId }) => survivorOf(all, entryId)?.id === of)
              .map(
                ({ processId, stageKey, stepKey }) =>
                  `${processId} ${stepKey ?? stageKey} ${stepKey === null}`,
              ),
          ).size;
        for (const [one, { stages, steps }] of entryUses(all, linked))
          expect(stages + steps).toBe(places(one));
        for (const one of done.toReversed()) all = new Map(all).set(one, entry(one));
        expect(entryUses(all, linked)).toEqual(entryUses(start, linked));
      }),
    );
  });
});

describe("a name", () => {
  it.each([
    [{ en: "Price" }, { en: " price " }, true],
    [{ en: "Price", nl: "Prijs" }, { nl: "PRIJS" }, true],
    [{ en: "Service" }, { nl: "service" }, true],
    [{ en: "Price" }, { nl: "Prijs" }, false],
    [{ en: "" }, { en: "" }, false],
  ])("%j and %j: the same is %s", (one, other, same) => expect(sameName(one, other)).toBe(same));
});

describe("what a deal shows of its buyers", () => {
  const all = byId([
    entry("a", { mergedInto: "b" }),
    entry("b"),
    entry("c"),
    entry("d", { archived: true }),
    entry("e", { mergedInto: "d" }),
  ]);
  const shown = (stage: string[], next: string[]) =>
    buyerSide(all, { entries: stage }, { entries: next }).map(({ entry: { id }, forNext }) => [id, forNext]);

  it("is each entry once under what it is now, with those of the next step first", () => {
    expect(shown(["c", "b"], ["a"])).toEqual([
      ["b", true],
      ["c", false],
    ]);
    expect(buyerIds({ entries: ["c", "b"] }, { entries: ["a", "c"] })).toEqual(["a", "c", "b"]);
  });

  it("leaves out what was archived, what became part of that, and what is not there", () => {
    expect(shown(["d", "e", "gone", "c"], ["gone"])).toEqual([["c", false]]);
    expect(buyerSide(all, null, null)).toEqual([]);
  });
});
