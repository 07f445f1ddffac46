import type { Owner } from "../process/types";

/** Whom a step may be for: a person with a commercial role and a department, where they have one. */
export type Person = {
  readonly id: string;
  readonly roleId: string | null;
  readonly departmentId: string | null;
};

/** Commercial roles and departments that somebody in the organisation has. */
export type Held = { readonly roles: ReadonlySet<string>; readonly departments: ReadonlySet<string> };

/**
 * Whether a step of a run is for a person. A step without an owner of its own is the run owner's, and so is one of the run
 * owner's own role: it is not every colleague's. A step of another role or of a department is for whoever has it. What
 * nobody has would be done by nobody, so that is the run owner's too.
 */
export function isFor(
  owner: Owner | null,
  runOwner: Pick<Person, "id" | "roleId">,
  person: Person,
  held: Held,
): boolean {
  const runs = runOwner.id === person.id;
  if (owner === null || owner.kind === "run-owner") return runs;
  if (owner.kind === "department")
    return held.departments.has(owner.id) ? person.departmentId === owner.id : runs;
  if (!held.roles.has(owner.id) || runOwner.roleId === owner.id) return runs;
  return person.roleId === owner.id;
}
