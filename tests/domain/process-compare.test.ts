import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newCriterion } from "@/lib/domain/process/blank";
import {
  type Both,
  type Comparison,
  compareProcesses,
  type Halves,
  type Side,
} from "@/lib/domain/process/compare";
import { applyEdit } from "@/lib/domain/process/edit";
import { allCriteria, allSteps } from "@/lib/domain/process/locate";
import type { Owner, ProcessDocument, Stage, Step } from "@/lib/domain/process/types";
import { isRefusal } from "@/lib/domain/shared/result";
import type { LocalText } from "@/lib/domain/shared/text";
import { editOf, recipe, sampleDocument, sampleStage, sampleStep } from "./process-support";

const side = (document: ProcessDocument, roleId: string | null = null) => ({ document, roleId });
const docOf = (steps: readonly Step[], more: Partial<Stage> = {}): ProcessDocument => ({
  ...sampleDocument(),
  stages: [{ ...sampleStage("a"), criteria: [], ...more, steps }],
});
const named = (key: string, name: LocalText): Step => ({ ...sampleStep(key), name });
const week = { hoursPerDay: 8, daysPerWeek: 5 };
const against = (left: Side, right: Side) => compareProcesses(left, right, week);
const compare = (left: readonly Step[], right: readonly Step[]) =>
  against(side(docOf(left)), side(docOf(right))).steps;
const keys = <T extends { key: string }>({ shared, onlyLeft, onlyRight }: Halves<T>) => ({
  shared: shared.map(({ left, right, by }) => [left.item.key, right.item.key, by]),
  left: onlyLeft.map(({ item }) => item.key),
  right: onlyRight.map(({ item }) => item.key),
});

describe("steps of two processes", () => {
  const cases: [string, Step[], Step[], ReturnType<typeof keys>][] = [
    [
      "are the same by their key, whatever they are called",
      [named("k", { en: "Call" })],
      [named("k", { en: "Ring" })],
      { shared: [["k", "k", "key"]], left: [], right: [] },
    ],
    [
      "are the same by their name, in case and spaces",
      [named("l", { en: " Send  quote" })],
      [named("r", { en: "send QUOTE", nl: "x" })],
      { shared: [["l", "r", "name"]], left: [], right: [] },
    ],
    [
      "are not the same by words of another language",
      [named("l", { en: "Demo" })],
      [named("r", { nl: "Demo" })],
      { shared: [], left: ["l"], right: ["r"] },
    ],
    [
      "without a name are never the same",
      [named("l", {}), named("m", { en: " " })],
      [named("r", {})],
      { shared: [], left: ["l", "m"], right: ["r"] },
    ],
    [
      "pair once each, in their order",
      [named("l1", { en: "Call" }), named("l2", { en: "Call" }), named("l3", { en: "Call" })],
      [named("r1", { en: "Call" }), named("r2", { en: "Call" })],
      {
        shared: [
          ["l1", "r1", "name"],
          ["l2", "r2", "name"],
        ],
        left: ["l3"],
        right: [],
      },
    ],
    [
      "prefer their key to their name",
      [named("k", { en: "Call" }), named("l", { en: "Ring" })],
      [named("r", { en: "Call" }), named("k", { en: "Ring" })],
      { shared: [["k", "k", "key"]], left: ["l"], right: ["r"] },
    ],
  ];
  it.each(cases)("%s", (_, left, right, expected) => expect(keys(compare(left, right))).toEqual(expected));
});

describe("hand-overs", () => {
  const role = (id: string): Owner => ({ kind: "role", id });
  const legal: Owner = { kind: "department", id: "d" };
  const of = (owners: readonly (Owner | null)[], roleId: string | null = null) => {
    const steps = owners.map((owner, at) => ({ ...sampleStep(`s${at}`), owner }));
    const { left } = against(side(docOf(steps), roleId), side(docOf([]))).hands;
    return left.handOvers.map(({ fromStep, toStep }) => `${fromStep}>${toStep}`);
  };
  it.each<[string, (Owner | null)[], string | null, string[]]>([
    ["none while one has it all", [role("r"), role("r")], null, []],
    ["where it changes, there and back", [role("r"), legal, role("r")], null, ["s0>s1", "s1>s2"]],
    ["none between the run's owner and the role it is for", [{ kind: "run-owner" }, role("r")], "r", []],
    ["between the run's owner and another role", [{ kind: "run-owner" }, role("x")], "r", ["s0>s1"]],
    ["not at a step that nobody has", [role("r"), null, role("r"), null, legal], null, ["s2>s4"]],
    ["between a role and a department of one id", [role("d"), legal], null, ["s0>s1"]],
  ])("%s", (_, owners, roleId, expected) => expect(of(owners, roleId)).toEqual(expected));
});

it("adds the planned days and counts the stages without", () => {
  const stages = [7, null, 14, 0].map((plannedDays, at) => ({ ...sampleStage(`s${at}`), plannedDays }));
  const doc = { ...sampleDocument(), stages };
  expect(against(side(doc), side(docOf([]))).planned.left).toEqual({ days: 21, without: 2 });
});

it("pairs criteria as it pairs steps", () => {
  const withExit = (key: string, en: string) => docOf([], { criteria: [newCriterion(key, { en })] });
  const { criteria } = against(side(withExit("l", "Signed")), side(withExit("r", "signed ")));
  expect(keys(criteria)).toEqual({ shared: [["l", "r", "name"]], left: [], right: [] });
});

describe("whatever was drawn", () => {
  const anyDocument = fc
    .tuple(fc.array(recipe, { maxLength: 25 }), fc.constantFrom("k", "m"))
    .map(([list, fresh]) =>
      list.reduce<ProcessDocument>((doc, one, at) => {
        const next = applyEdit(doc, editOf(doc, one, `${fresh}${at}`));
        return isRefusal(next) ? doc : next;
      }, sampleDocument()),
    );
  const swap = <T>({ left, right }: Both<T>): Both<T> => ({ left: right, right: left });
  const ofKeys = ({ steps, criteria, hands, planned }: Comparison) => ({
    steps: keys(steps),
    criteria: keys(criteria),
    hands,
    planned,
  });
  const mirrored = (half: ReturnType<typeof keys>) => ({
    shared: half.shared.map(([left, right, by]) => [right, left, by]).sort(),
    left: half.right,
    right: half.left,
  });
  const sorted = (half: ReturnType<typeof keys>) => ({ ...half, shared: [...half.shared].sort() });

  it("nothing is lost and nothing stands twice", () => {
    fc.assert(
      fc.property(anyDocument, anyDocument, (left, right) => {
        const { steps, criteria } = ofKeys(against(side(left), side(right)));
        const all = (doc: ProcessDocument, list: (doc: ProcessDocument) => { key: string }[]) =>
          list(doc)
            .map(({ key }) => key)
            .sort();
        for (const [half, list] of [
          [steps, allSteps],
          [criteria, allCriteria],
        ] as const) {
          expect([...half.shared.map(([key]) => key), ...half.left].sort()).toEqual(all(left, list));
          expect([...half.shared.map(([, key]) => key), ...half.right].sort()).toEqual(all(right, list));
        }
      }),
    );
  });

  it("either may be left", () => {
    fc.assert(
      fc.property(anyDocument, anyDocument, (left, right) => {
        const there = ofKeys(against(side(left, "r"), side(right)));
        const back = ofKeys(against(side(right), side(left, "r")));
        expect(mirrored(back.steps)).toEqual(sorted(there.steps));
        expect(mirrored(back.criteria)).toEqual(sorted(there.criteria));
        expect(swap(back.hands)).toEqual(there.hands);
        expect(swap(back.planned)).toEqual(there.planned);
      }),
    );
  });

  it("with itself, all is shared and the same", () => {
    fc.assert(
      fc.property(anyDocument, (doc) => {
        const { steps, criteria, hands, planned } = against(side(doc), side(doc));
        for (const half of [steps, criteria]) {
          expect([half.onlyLeft, half.onlyRight]).toEqual([[], []]);
          expect(half.shared.every(({ left, right, by }) => left.item === right.item && by === "key")).toBe(
            true,
          );
        }
        expect(hands.left).toEqual(hands.right);
        expect(planned.left).toEqual(planned.right);
      }),
    );
  });
});
