import { type Held, isFor } from "@/lib/domain/guidance/step-for";
import type { Owner } from "@/lib/domain/process/types";
import type { LocalText } from "@/lib/domain/shared/text";
import type { Member } from "@/lib/platform/context";

/** Names that owners of steps resolve to, and which roles and departments somebody has. */
export type OwnerNames = {
  readonly roles: ReadonlyMap<string, LocalText>;
  readonly departments: ReadonlyMap<string, LocalText>;
  readonly held: Held;
};

/** Whose a step is, in words, and whether it is for the person looking: as the deal's owner, by role or by department. */
export function whoOf(
  owner: Owner | null,
  { runOwner, member }: { runOwner: { id: string; roleId: string | null }; member: Member },
  names: OwnerNames,
): { who: LocalText | null; mine: boolean } {
  const { id, commercialRoleId: roleId, departmentId } = member;
  const mine = isFor(owner, runOwner, { id, roleId, departmentId }, names.held);
  if (owner === null || owner.kind === "run-owner") return { who: null, mine };
  const known = owner.kind === "department" ? names.departments : names.roles;
  return { who: known.get(owner.id) ?? null, mine };
}
