import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyEdit } from "@/lib/domain/process/edit";
import type { ProcessDocument } from "@/lib/domain/process/types";
import { fromFile, ownersIn } from "@/lib/domain/process-file/from-file";
import { toFile } from "@/lib/domain/process-file/to-file";
import { isRefusal } from "@/lib/domain/shared/result";
import { readFile } from "@/lib/features/processes/file-schema";
import { editOf, recipe, sampleDocument } from "./process-support";

const names = {
  roles: [{ id: "r", name: { en: "Rep", nl: "Verkoper" } }],
  departments: [{ id: "d", name: { en: "Legal" } }],
  products: [{ id: "p", name: "Crane" }],
};
const head = {
  name: { en: "Process" },
  category: "opportunity",
  style: "consultative",
  objective: {},
  role: null,
} as const;
const resolve = {
  owner: ({ kind, name }: { kind: "role" | "department"; name: { en?: string } }) =>
    kind === "role" && name.en === "Rep" ? ({ kind, id: "r" } as const) : null,
  product: (name: string) => (name === "Crane" ? "p" : null),
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
  fc.assert(
    fc.property(fc.array(recipe, { maxLength: 25 }), (recipes) => {
      let doc = sampleDocument();
      recipes.forEach((one, at) => {
        const next = applyEdit(doc, editOf(doc, one, `n${at}`));
        if (!isRefusal(next)) doc = next;
      });
      // Register entries are an organisation's own and do not travel.
      doc = {
        ...doc,
        stages: doc.stages.map((stage) => ({
          ...stage,
          plannedDays: stage.plannedDays || null,
          entries: [],
        })),
        timing: { ...doc.timing, plannedDays: doc.timing.plannedDays || null },
      };
      const read = readFile(JSON.stringify(toFile(head, doc, names)));
      if (isRefusal(read)) throw new Error(JSON.stringify(read));
      let count = 0;
      const back = fromFile(read, resolve, () => `k${count++}`);
      expect(renumbered(back)).toEqual(renumbered(doc));
    }),
  );
});

describe("a file that cannot come in is refused with place and reason", () => {
  const cases: [string, unknown, object][] = [
    ["no JSON", readFile('{"format": }'), { code: "process-file.not-json", params: { at: "1:12" } }],
    ["something else", readFile('{"a": 1}'), { code: "process-file.not-a-process" }],
    ["nothing", readFile("null"), { code: "process-file.not-a-process" }],
    [
      "another format version",
      broken((raw) => {
        raw.formatVersion = 2;
      }),
      { code: "process-file.other-version", params: { found: "2", known: 1 } },
    ],
    [
      "an unknown field",
      broken((raw) => {
        raw.stages[0].steps[1].colour = "red";
      }),
      {
        code: "process-file.wrong-place",
        params: { at: "stages[0].steps[1].colour", why: "unrecognized_keys", count: 1 },
      },
    ],
    [
      "a wrong value",
      broken((raw) => {
        raw.stages[1].steps[0].importance = "huge";
      }),
      { code: "process-file.wrong-place", params: { at: "stages[1].steps[0].importance" } },
    ],
    [
      "a text that is too long",
      broken((raw) => {
        raw.stages[0].steps[0].howTo.en = "x".repeat(10_001);
      }),
      { code: "process-file.wrong-place", params: { at: "stages[0].steps[0].howTo" } },
    ],
    [
      "a script in an address",
      broken((raw) => {
        raw.stages[0].steps[0].resources = [{ kind: "link", label: {}, url: "javascript:alert(1)" }];
      }),
      { code: "process-file.wrong-place" },
    ],
    [
      "a key that comes twice",
      broken((raw) => {
        raw.stages[1].steps[0].key = "a1";
      }),
      { code: "process-file.key-twice", params: { key: "a1" } },
    ],
    [
      "a window from a step that is not there",
      broken((raw) => {
        raw.stages[0].steps[1].window.anchor.stepKey = "gone";
      }),
      { code: "process-file.no-such-step", params: { at: "stages[0].steps[1].window.anchor.stepKey" } },
    ],
  ];
  it.each(cases)("%s", (_, refused, expected) => {
    expect(refused).toMatchObject({ refused: true, ...expected });
  });
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
    ["role", "Rep"],
    ["department", "Legal"],
    ["role", "REP"],
  ]);
});
