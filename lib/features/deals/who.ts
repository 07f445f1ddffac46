import type { Owner } from "@/lib/domain/process/types";
import type { LocalText } from "@/lib/domain/shared/text";
import type { Member } from "@/lib/platform/context";

/** Names that owners of steps resolve to. */
export type OwnerNames = {
  readonly roles: ReadonlyMap<string, LocalText>;
  readonly departments: ReadonlyMap<string, LocalText>;
};

/** Whose a step is, in words, and whether that is the person looking: as the deal's owner, by role or by department. */
export function whoOf(
  owner: Owner | null,
  { ownerId, member }: { ownerId: string; member: Member },
  names: OwnerNames,
): { who: LocalText | null; mine: boolean } {
  if (owner === null || owner.kind === "run-owner") return { who: null, mine: ownerId === member.id };
  if (owner.kind === "department") {
    return { who: names.departments.get(owner.id) ?? null, mine: member.departmentId === owner.id };
  }
  // A step of the deal owner's own role is the owner's, not every colleague's.
  return {
    who: names.roles.get(owner.id) ?? null,
    mine: member.commercialRoleId === owner.id && ownerId === member.id,
  };
}
