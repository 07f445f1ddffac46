import type { Condition, Owner, ProcessDocument } from "../process/types";
import type { LocalText } from "../shared/text";
import { FILE_FORMAT, FILE_VERSION, type FileCondition, type FileOwner, type ProcessFile } from "./types";

type Named = { readonly id: string; readonly name: LocalText };

/** The names behind the ids of a document. */
export type FileNames = {
  readonly roles: readonly Named[];
  readonly departments: readonly Named[];
  readonly products: readonly { readonly id: string; readonly name: string }[];
};

/**
 * A document as a file. What an id points at that is gone has no name any more: such an owner becomes nobody and such a
 * product is left out, as the check says of them.
 */
export function toFile(
  head: Omit<ProcessFile, "format" | "formatVersion" | "timing" | "stages">,
  doc: ProcessDocument,
  names: FileNames,
): ProcessFile {
  const owner = (one: Owner): FileOwner[] => {
    if (one.kind === "run-owner") return [one];
    const list = one.kind === "role" ? names.roles : names.departments;
    return list.filter(({ id }) => id === one.id).map(({ name }) => ({ kind: one.kind, name }));
  };
  const condition = (one: Condition): FileCondition => {
    if (one.kind !== "product") return one;
    return {
      ...one,
      anyOf: names.products.filter(({ id }) => one.anyOf.includes(id)).map(({ name }) => name),
    };
  };
  return {
    format: FILE_FORMAT,
    formatVersion: FILE_VERSION,
    ...head,
    timing: doc.timing,
    stages: doc.stages.map(({ entries: _, ...stage }) => ({
      ...stage,
      steps: stage.steps.map(({ entries: __, ...step }) => ({
        ...step,
        owner: step.owner ? (owner(step.owner)[0] ?? null) : null,
        supporting: step.supporting.flatMap(owner),
        conditions: step.conditions.map(condition),
      })),
    })),
  };
}
