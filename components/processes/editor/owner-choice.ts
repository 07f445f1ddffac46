import type { Owner } from "@/lib/domain/process/types";
import type { Names } from "@/lib/features/processes/view";
import type { Words } from "../words";

/** An owner as the value of a choice; nobody is the empty one. */
export const ownerValue = (owner: Owner | null): string =>
  owner === null ? "" : owner.kind === "run-owner" ? "run-owner" : `${owner.kind}:${owner.id}`;

/** The owner that a choice's value stands for. */
export function ownerOf(value: string): Owner | null {
  if (value === "run-owner") return { kind: "run-owner" };
  const [kind, id] = value.split(":");
  return id && (kind === "role" || kind === "department") ? { kind, id } : null;
}

/** Everyone who may own a step, as choices. */
export const ownerOptions = (names: Names, words: Words): { value: string; label: string }[] => [
  { value: "run-owner", label: words.ownerLong },
  ...names.roles.map((one) => ({ value: `role:${one.id}`, label: words.text(one.name) })),
  ...names.departments.map((one) => ({
    value: `department:${one.id}`,
    label: `${words.text(one.name)} (${words.t("owner.department")})`,
  })),
];
