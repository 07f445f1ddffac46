import { emptyDocument } from "../process/blank";
import { copyStep } from "../process/copy";
import type { Condition, Owner, ProcessDocument } from "../process/types";
import { sameName } from "../shared/same-name";
import type { FileCondition, FileEntry, FileOwner, NamedOwner, ProcessFile } from "./types";

/** What the names of a file are here; null for what is not here. */
export type FileResolver = {
  readonly owner: (owner: NamedOwner) => Owner | null;
  /** The id of a product with this name. */
  readonly product: (name: string) => string | null;
  /** The id of a register entry with this name. */
  readonly entry: (entry: FileEntry) => string | null;
};

/**
 * The roles and departments that a file names, each once, the role it is for first: what has to be found or made before
 * it can come in. Two spellings of one name are one owner.
 */
export function ownersIn(file: ProcessFile): NamedOwner[] {
  const named: readonly (FileOwner | null)[] = [
    file.role && { kind: "role", name: file.role },
    ...file.stages.flatMap(({ steps }) => steps.flatMap(({ owner, supporting }) => [owner, ...supporting])),
  ];
  const found: NamedOwner[] = [];
  for (const one of named) {
    if (!one || one.kind === "run-owner") continue;
    if (!found.some(({ kind, name }) => kind === one.kind && sameName(name, one.name))) found.push(one);
  }
  return found;
}

/** The products that the conditions of a file name, each once. */
export const productsIn = (file: ProcessFile): string[] => [
  ...new Set(
    file.stages.flatMap(({ steps }) =>
      steps.flatMap(({ conditions }) =>
        conditions.flatMap((one) => (one.kind === "product" ? one.anyOf : [])),
      ),
    ),
  ),
];

/** The register entries that a file names, each once. */
export function entriesIn(file: ProcessFile): FileEntry[] {
  const all = file.stages.flatMap(({ entries, steps }) => [
    ...entries,
    ...steps.flatMap((step) => step.entries),
  ]);
  const same = (one: FileEntry, other: FileEntry) =>
    one.register === other.register && sameName(one.name, other.name);
  return all.filter((one, at) => all.findIndex((other) => same(one, other)) === at);
}

/**
 * The document of a file with keys of its own, all made by `newKey`, which is told the key in the file. Windows and served criteria follow their new keys.
 * An owner without a match is nobody and a register entry without one is left out. A product without one becomes a product
 * that is gone: the check says so, while leaving it out could make the step one for every run.
 */
export function fromFile(
  file: ProcessFile,
  resolve: FileResolver,
  newKey: (key?: string) => string,
): ProcessDocument {
  const fresh = (things: readonly { readonly key: string }[]): Record<string, string> =>
    Object.fromEntries(things.map(({ key }) => [key, newKey(key)]));
  const stepKeys = fresh(file.stages.flatMap(({ steps }) => steps));
  const criterionKeys = fresh(file.stages.flatMap(({ criteria }) => criteria));
  const owner = (one: FileOwner | null): Owner | null =>
    one === null || one.kind === "run-owner" ? one : resolve.owner(one);
  const condition = (one: FileCondition): Condition =>
    one.kind === "product"
      ? { ...one, anyOf: one.anyOf.map((name) => resolve.product(name) ?? newKey()) }
      : one;
  const entries = (list: readonly FileEntry[]): string[] => [
    ...new Set(list.flatMap((one) => resolve.entry(one) ?? [])),
  ];
  return {
    ...emptyDocument,
    timing: file.timing,
    stages: file.stages.map((stage) => ({
      ...stage,
      key: newKey(stage.key),
      entries: entries(stage.entries),
      steps: stage.steps.map((step) => {
        const whole = {
          ...step,
          owner: owner(step.owner),
          supporting: step.supporting.flatMap((one) => owner(one) ?? []),
          conditions: step.conditions.map(condition),
          entries: entries(step.entries),
        };
        return copyStep(whole, stepKeys[step.key] ?? step.key, stepKeys, criterionKeys);
      }),
      criteria: stage.criteria.map((one) => ({ ...one, key: criterionKeys[one.key] ?? one.key })),
    })),
  };
}
