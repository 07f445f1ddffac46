import type { Condition, Owner, ProcessDocument } from "../process/types";
import type { RegisterKind } from "../registers/types";
import type { LocalText } from "../shared/text";
import {
  FILE_FORMAT,
  FILE_VERSION,
  type FileCondition,
  type FileEntry,
  type FileOwner,
  type ProcessFile,
} from "./types";

type Named = { readonly id: string; readonly name: LocalText };

/** The names behind the ids of a document. */
export type FileNames = {
  readonly roles: readonly Named[];
  readonly departments: readonly Named[];
  readonly products: readonly { readonly id: string; readonly name: string }[];
  readonly entries: readonly (Named & { readonly register: RegisterKind })[];
};

/**
 * A document as a file. What an id points at that is gone has no name any more: such an owner becomes nobody, and such a
 * product or register entry is left out.
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
    const products = named(names.products, one.anyOf).map(({ name }) => name);
    // A condition that names nothing asks for nothing; one whose products are gone must not become that.
    return { ...one, anyOf: products.length > 0 ? products : one.anyOf };
  };
  const entries = (ids: readonly string[]): FileEntry[] =>
    named(names.entries, ids).map(({ register, name }) => ({ register, name }));
  return {
    format: FILE_FORMAT,
    formatVersion: FILE_VERSION,
    ...head,
    timing: doc.timing,
    stages: doc.stages.map((stage) => ({
      ...stage,
      entries: entries(stage.entries),
      steps: stage.steps.map((step) => ({
        ...step,
        owner: step.owner ? (owner(step.owner)[0] ?? null) : null,
        supporting: step.supporting.flatMap(owner),
        conditions: step.conditions.map(condition),
        entries: entries(step.entries),
      })),
    })),
  };
}

/** Those of `list` that the ids name, in the order of the ids. */
const named = <T extends { readonly id: string }>(list: readonly T[], ids: readonly string[]): T[] =>
  ids.flatMap((id) => list.filter((one) => one.id === id));
