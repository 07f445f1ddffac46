import { emptyDocument } from "../process/blank";
import { copyStep } from "../process/copy";
import type { Condition, Owner, ProcessDocument } from "../process/types";
import type { LocalText } from "../shared/text";
import { LOCALES } from "../shared/text";
import type { FileCondition, FileOwner, ProcessFile } from "./types";

/** What the names of a file are here. */
export type FileResolver = {
  readonly owner: (owner: Exclude<FileOwner, { kind: "run-owner" }>) => Owner | null;
  /** The id of a product with this name, or null. */
  readonly product: (name: string) => string | null;
};

/** The roles and departments that a file names, each once: what has to be found or made before it can come in. */
export function ownersIn(file: ProcessFile): Exclude<FileOwner, { kind: "run-owner" }>[] {
  const found = new Map<string, Exclude<FileOwner, { kind: "run-owner" }>>();
  const all = file.stages.flatMap(({ steps }) =>
    steps.flatMap(({ owner, supporting }) => [owner, ...supporting]),
  );
  if (file.role) all.push({ kind: "role", name: file.role });
  for (const owner of all) {
    if (owner && owner.kind !== "run-owner") found.set(`${owner.kind} ${nameKey(owner.name)}`, owner);
  }
  return [...found.values()];
}

/** Two names are of one thing when they agree in a language, whatever their case. */
export const sameName = (one: LocalText, other: LocalText): boolean =>
  LOCALES.some((locale) => plain(one[locale]) !== "" && plain(one[locale]) === plain(other[locale]));

const plain = (text: string | undefined): string => text?.trim().toLowerCase() ?? "";
const nameKey = (name: LocalText): string => LOCALES.map((locale) => plain(name[locale])).join("\n");

/**
 * The document of a file with keys of its own: `newKey` is called once per stage, step and criterion. Windows and served
 * criteria follow their new keys. A product without a match is left out of its condition.
 */
export function fromFile(file: ProcessFile, resolve: FileResolver, newKey: () => string): ProcessDocument {
  const fresh = (things: readonly { readonly key: string }[]): Record<string, string> =>
    Object.fromEntries(things.map(({ key }) => [key, newKey()]));
  const stepKeys = fresh(file.stages.flatMap(({ steps }) => steps));
  const criterionKeys = fresh(file.stages.flatMap(({ criteria }) => criteria));
  const owner = (one: FileOwner | null): Owner | null =>
    one === null || one.kind === "run-owner" ? one : resolve.owner(one);
  const condition = (one: FileCondition): Condition =>
    one.kind === "product"
      ? { ...one, anyOf: one.anyOf.flatMap((name) => resolve.product(name) ?? []) }
      : one;
  return {
    ...emptyDocument,
    timing: file.timing,
    stages: file.stages.map((stage) => ({
      ...stage,
      key: newKey(),
      entries: [],
      steps: stage.steps.map((step) => {
        const whole = {
          ...step,
          owner: owner(step.owner),
          supporting: step.supporting.flatMap((one) => owner(one) ?? []),
          conditions: step.conditions.map(condition),
          entries: [],
        };
        return copyStep(whole, stepKeys[step.key] ?? step.key, stepKeys, criterionKeys);
      }),
      criteria: stage.criteria.map((one) => ({ ...one, key: criterionKeys[one.key] ?? one.key })),
    })),
  };
}
