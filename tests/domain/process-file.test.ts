import fs from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withoutAgreed } from "@/lib/domain/process/agreed";
import { applyEdit } from "@/lib/domain/process/edit";
import type { Edit, StepPatch } from "@/lib/domain/process/edits";
import { LIMITS } from "@/lib/domain/process/limits";
import type { ProcessDocument } from "@/lib/domain/process/types";
import { fromFile, ownersIn } from "@/lib/domain/process-file/from-file";
import { toFile } from "@/lib/domain/process-file/to-file";
import type { FileEntry } from "@/lib/domain/process-file/types";
import { isRefusal } from "@/lib/domain/shared/result";
import { sameName } from "@/lib/domain/shared/same-name";
import { readFile } from "@/lib/features/processes/file-read";
import { EditInput } from "@/lib/features/processes/input-edits";
import { MOST_FILE_BYTES } from "@/lib/features/processes/view";
import { editOf, recipe, sampleDocument } from "./process-support";

const names = {
  roles: [{ id: "r", name: { en: "Rep", nl: "Verkoper" } }],
  departments: [{ id: "d", name: { en: "Legal" } }],
  products: [{ id: "p", name: "Crane" }],
  entries: [
    { id: "e1", register: "problem", name: { en: "Slow answers", nl: "Trage antwoorden" } },
    { id: "e2", register: "objection", name: { en: "Slow answers" } },
    { id: "e3", register: "message", name: { nl: "Snel live" } },
  ],
} as const;
const ENTRIES = names.entries.map(({ id }) => id);
const head = {
  name: { en: "Process" },
  category: "opportunity",
  style: "consultative",
  objective: {},
  target: { label: "New customers", value: 12, unit: "count" },
  role: null,
} as const;
const resolve = {
  owner: ({ kind, name }: { kind: "role" | "department"; name: { en?: string } }) =>
    kind === "role" && name.en === "Rep" ? ({ kind, id: "r" } as const) : null,
  product: (name: string) => (name === "Crane" ? "p" : null),
  entry: (entry: FileEntry) =>
    names.entries.find(({ register, name }) => register === entry.register && sameName(name, entry.name))
      ?.id ?? null,
};
const file = () => toFile(head, sampleDocument(), names);
const broken = (change: (raw: ReturnType<typeof JSON.parse>) => void) => {
  const raw = JSON.parse(JSON.stringify(file()));
  change(raw);
  return readFile(JSON.stringify(raw));
};

/** The document with its keys numbered per kind, so that only what they tie together is compared. */
function renumbered({ stages, ...doc }: ProcessDocument): unknown {
  const number = (list: readonly { key: string }[]) => new Map(list.map(({ key }, at) => [key, `#${at}`]));
  const steps = number(stages.flatMap((stage) => stage.steps));
  const criteria = number(stages.flatMap((stage) => stage.criteria));
  return {
    ...doc,
    stages: stages.map((stage, at) => ({
      ...stage,
      key: at,
      steps: stage.steps.map(({ window, ...step }) => ({
        ...step,
        key: steps.get(step.key),
        serves: step.serves.flatMap((key) => criteria.get(key) ?? []),
        window:
          window?.anchor.kind === "step" ? { ...window, anchor: steps.get(window.anchor.stepKey) } : window,
      })),
      criteria: stage.criteria.map((one) => ({ ...one, key: criteria.get(one.key) })),
    })),
  };
}

it("a process written to a file and read back is the same process, keys aside", () => {
  const some = fc.subarray(ENTRIES);
  fc.assert(
    fc.property(fc.array(recipe, { maxLength: 25 }), fc.array(some, { minLength: 1 }), (recipes, lists) => {
      let doc = sampleDocument();
      recipes.forEach((one, at) => {
        const next = applyEdit(doc, editOf(doc, one, `n${at}`));
        if (!isRefusal(next)) doc = next;
      });
      // Only entries that the registers know travel.
      const entries = (at: number) => lists[at % lists.length] ?? [];
      doc = {
        ...doc,
        stages: doc.stages.map((stage, at) => ({
          ...stage,
          entries: entries(at),
          steps: stage.steps.map((step, place) => ({ ...step, entries: entries(at + place) })),
        })),
      };
      const read = readFile(JSON.stringify(toFile(head, doc, names)));
      if (isRefusal(read)) throw new Error(JSON.stringify(read));
      expect(read.target).toEqual(head.target);
      let count = 0;
      const back = fromFile(read, resolve, () => `k${count++}`);
      expect(renumbered(back)).toEqual(renumbered(withoutAgreed(doc)));
      expect(toFile(head, back, names)).toEqual({ ...read, stages: expect.anything() });
    }),
  );
});

it("whatever the edits accept at the edge of every limit comes in again from its file", () => {
  const edge = (limit: number) => fc.constantFrom(0, 1, limit - 1, limit, limit + 1);
  const some = <T>(item: fc.Arbitrary<T>, limit: number) =>
    edge(limit).chain((length) => fc.array(item, { minLength: length, maxLength: length }));
  // Letters that take one, two, three and six bytes in a file.
  const text = (limit: number) =>
    fc
      .record({ letter: fc.constantFrom("x", "\n", "é", "語", "\u0001"), en: edge(limit), nl: edge(limit) })
      .map(({ letter, en, nl }) => ({ en: letter.repeat(en), nl: letter.repeat(nl) }));
  const units = fc.constantFrom(-LIMITS.windowUnits - 1, -LIMITS.windowUnits, 0, LIMITS.windowUnits, null);
  const key = fc.constantFrom("k", "k".repeat(100));
  const resource = fc.oneof(
    fc.record({
      kind: fc.constant("link" as const),
      label: text(LIMITS.name),
      url: edge(LIMITS.url).map((length) => (length < 30 ? "" : `https://a.example/`.padEnd(length, "x"))),
    }),
    fc.record({
      kind: fc.constant("snippet" as const),
      label: text(LIMITS.name),
      text: text(LIMITS.snippet),
    }),
    fc.record({ kind: fc.constant("question" as const), text: text(LIMITS.stepText) }),
  );
  const money = fc.constantFrom(null, 0, LIMITS.amount, LIMITS.amount + 1);
  const condition = fc.oneof(
    fc.record({
      kind: fc.constant("amount" as const),
      currency: fc.constant("EUR"),
      from: money,
      below: money,
    }),
    fc.record({
      kind: fc.constant("segment" as const),
      anyOf: some(fc.constantFrom("s", "s".repeat(LIMITS.conditionValue)), LIMITS.conditionValues),
    }),
  );
  const set: fc.Arbitrary<StepPatch> = fc.record(
    {
      name: text(LIMITS.name),
      objective: text(LIMITS.stepText),
      howTo: text(LIMITS.howTo),
      buyerAction: text(LIMITS.stepText),
      buyerGains: text(LIMITS.buyerGains),
      desiredResult: text(LIMITS.stepText),
      window: fc.record({
        anchor: fc.constant({ kind: "run-start" as const }),
        unit: fc.constant("hours" as const),
        earliest: units,
        latest: units,
      }),
      supporting: some(fc.constant({ kind: "role" as const, id: "r" }), LIMITS.itemsPerStep),
      serves: some(key, LIMITS.itemsPerStep),
      conditions: some(condition, 2),
      resources: some(resource, 2),
    },
    { requiredKeys: [] },
  );
  const edits: fc.Arbitrary<Edit> = fc.oneof(
    set.map((set): Edit => ({ type: "step.set", stepKey: "a1", set })),
    fc
      .record({ name: text(LIMITS.name), buyerStep: text(LIMITS.buyerStep), days: edge(LIMITS.plannedDays) })
      .map(
        ({ days, ...set }): Edit => ({
          type: "stage.set",
          stageKey: "a",
          set: { ...set, plannedDays: days },
        }),
      ),
    text(LIMITS.criterion).map(
      (text): Edit => ({ type: "criterion.set", criterionKey: "ac", set: { text } }),
    ),
  );
  let accepted = 0;
  fc.assert(
    fc.property(fc.array(edits, { minLength: 1, maxLength: 4 }), (list) => {
      let doc = sampleDocument();
      for (const edit of list) {
        // An edit that the door of the server does not let in never comes to a draft.
        const next = EditInput.safeParse(edit).success ? applyEdit(doc, edit) : null;
        if (next === null || isRefusal(next)) continue;
        accepted++;
        doc = next;
      }
      const read = readFile(JSON.stringify(toFile(head, doc, names), null, 2));
      if (isRefusal(read)) throw new Error(JSON.stringify(read));
      expect(renumbered(fromFile(read, resolve, newKeys()))).toEqual(renumbered(withoutAgreed(doc)));
    }),
  );
  expect(accepted).toBeGreaterThan(20);
});

function newKeys() {
  let count = 0;
  return () => `k${count++}`;
}

it("the example in the description of the format comes in", () => {
  const text = fs.readFileSync("lib/domain/process-file/README.md", "utf8");
  const [, example = ""] = /```json\n([\s\S]+?)```/.exec(text) ?? [];
  expect(readFile(example)).toMatchObject({ name: { nl: "Nieuwe klanten" }, stages: [{ key: "meet" }] });
});

it("a file of before the registers and the target comes in without them", () => {
  const { target: _, ...old } = JSON.parse(JSON.stringify(file()));
  for (const stage of old.stages) {
    delete stage.entries;
    for (const step of stage.steps) delete step.entries;
  }
  const read = readFile(JSON.stringify(old));
  expect(read).toMatchObject({ target: null, stages: [{ entries: [] }, { entries: [] }] });
});

describe("a file that is no file of this format is refused with the reason", () => {
  it.each([
    ["no JSON", '{\n  "format": }', { code: "process-file.not-json", params: { line: 2, column: 13 } }],
    ["nothing at all", "", { code: "process-file.not-json", params: { line: 1, column: 1 } }],
    ["something else", '{"a": 1}', { code: "process-file.not-a-process" }],
    ["null", "null", { code: "process-file.not-a-process" }],
    ["brackets in brackets without end", "[".repeat(300_000), { code: "process-file.not-a-process" }],
    [
      "too much",
      `{"format": "${"x".repeat(MOST_FILE_BYTES)}"}`,
      { code: "process-file.too-big", params: { megabytes: 5 } },
    ],
  ])("%s", (_, text, expected) => expect(readFile(text)).toMatchObject({ refused: true, ...expected }));

  it.each([
    [2, "newer"],
    [0, "other-version"],
    ["1", "no-version"],
    [undefined, "no-version"],
  ])("format version %s: %s", (formatVersion, code) => {
    expect(readFile(JSON.stringify({ ...file(), formatVersion }))).toMatchObject({
      code: `process-file.${code}`,
      params: { found: String(formatVersion), known: 1 },
    });
  });
});

describe("a place in the file that cannot stay is refused with place and reason", () => {
  // biome-ignore lint/suspicious/noExplicitAny: the raw file, to break it
  const cases: [string, (raw: any) => void, object][] = [
    [
      "an unknown field",
      (raw) => Object.assign(raw.stages[0].steps[1], { colour: "red" }),
      { at: "stages[0].steps[1].colour", reason: "unknown-field" },
    ],
    [
      "a missing field",
      (raw) => delete raw.stages[0].buyerStep,
      { at: "stages[0].buyerStep", reason: "missing" },
    ],
    [
      "a wrong type",
      (raw) => Object.assign(raw.stages[0], { steps: "none" }),
      { at: "stages[0].steps", reason: "wrong-type", params: { wanted: "array" } },
    ],
    [
      "a wrong value",
      (raw) => Object.assign(raw.stages[1].steps[0], { importance: "huge" }),
      {
        at: "stages[1].steps[0].importance",
        reason: "not-one-of",
        params: { values: "optional, normal, key" },
      },
    ],
    [
      "a text that is too long",
      (raw) => Object.assign(raw.stages[0].steps[0].howTo, { en: "x".repeat(10_001) }),
      { at: "stages[0].steps[0].howTo.en", reason: "too-long", params: { limit: 10_000 } },
    ],
    [
      "a script in an address",
      (raw) =>
        Object.assign(raw.stages[0].steps[0], {
          resources: [{ kind: "link", label: {}, url: "javascript:alert(1)" }],
        }),
      { at: expect.stringMatching(/^stages\[0\].steps\[0\].resources\[0\].url/) },
    ],
    ["no name", (raw) => Object.assign(raw, { name: { en: " " } }), { at: "name", reason: "no-name" }],
    [
      "what cannot be stored",
      (raw) => Object.assign(raw.stages[0].name, { nl: "a\0b" }),
      { at: "stages[0].name.nl", reason: "not-storable" },
    ],
    [
      "a register that is none",
      (raw) => Object.assign(raw.stages[0], { entries: [{ register: "rival", name: { en: "Acme" } }] }),
      { at: "stages[0].entries[0].register", reason: "not-one-of" },
    ],
    [
      "a key that comes twice",
      (raw) => Object.assign(raw.stages[1].steps[0], { key: "a1" }),
      { at: "stages[1].steps[0].key", reason: "key-twice", params: { key: "a1" } },
    ],
    [
      "a window from a step that is not there",
      (raw) => Object.assign(raw.stages[0].steps[1].window.anchor, { stepKey: "gone" }),
      { at: "stages[0].steps[1].window.anchor.stepKey", reason: "no-such-step" },
    ],
  ];
  it.each(cases)("%s", (_, change, expected) => {
    expect(broken(change)).toMatchObject({
      refused: true,
      code: "process-file.has-problems",
      current: { problems: expect.arrayContaining([expect.objectContaining(expected)]) },
    });
  });

  it("a field that stands there twice, at its line and column", () => {
    const text = JSON.stringify(file(), null, 2).replace(
      '  "category": "opportunity",',
      '  "category": "opportunity",\n  "category": "call",',
    );
    expect(readFile(text)).toMatchObject({
      current: { problems: [{ at: "category", reason: "field-twice", line: 8, column: 3 }], count: 1 },
    });
  });

  it("everything at once in the order of the lines, twenty named and the rest counted", () => {
    const refused = broken((raw) => {
      for (let at = 0; at < 30; at++) raw.stages[0][`extra${at}`] = at;
      raw.category = "none";
    });
    if (!isRefusal(refused)) throw new Error("not refused");
    const { problems, count } = refused.current as {
      problems: { at: string; line: number }[];
      count: number;
    };
    expect([problems.length, count, problems[0]?.at]).toEqual([20, 31, "category"]);
  });
});

it("a product with the longest name that a list may give it comes in again", () => {
  const doc = sampleDocument();
  const long = { id: "long", name: "Crane ".repeat(84).slice(0, 500) };
  const asks = applyEdit(doc, {
    type: "step.set",
    stepKey: "a1",
    set: { conditions: [{ kind: "product", anyOf: [long.id] }] },
  });
  if (isRefusal(asks)) throw new Error(asks.code);
  const read = readFile(JSON.stringify(toFile(head, asks, { ...names, products: [long] })));
  expect(read).toMatchObject({ stages: [{ steps: [{ conditions: [{ anyOf: [long.name] }] }, {}] }, {}] });
});

it("owners, products and conditions travel by name", () => {
  const doc = sampleDocument();
  const [stage] = doc.stages;
  const [step] = stage?.steps ?? [];
  if (!stage || !step) throw new Error("no step");
  const own = {
    ...step,
    owner: { kind: "role", id: "r" } as const,
    supporting: [
      { kind: "department", id: "d" },
      { kind: "role", id: "gone" },
    ] as const,
    conditions: [{ kind: "product", anyOf: ["p", "gone"] }] as const,
  };
  const written = toFile(
    { ...head, role: { en: "REP" } },
    { ...doc, stages: [{ ...stage, steps: [own] }] },
    names,
  );
  expect(written.stages[0]?.steps[0]).toMatchObject({
    owner: { kind: "role", name: { en: "Rep", nl: "Verkoper" } },
    supporting: [{ kind: "department", name: { en: "Legal" } }],
    conditions: [{ kind: "product", anyOf: ["Crane"] }],
  });
  expect(ownersIn(written).map(({ kind, name }) => [kind, name.en])).toEqual([
    ["role", "REP"],
    ["department", "Legal"],
  ]);
});
