import "server-only";
import { type Refusal, refuse } from "@/lib/domain/shared/result";
import { revokeKeysOf } from "@/lib/features/api-keys/commands";
import type { Tx } from "@/lib/platform/db/tenant";
import { lastChange } from "@/lib/platform/last-change";
import { command } from "@/lib/platform/verb";
import { SetMember } from "./input";
import { revokeInvitations } from "./invitation-store";
import { guardOwners, mayInvite, mayMakeKeys } from "./rules";
import { anotherOwner, findMember, isBelow, saveMember } from "./store";
import type { StaleMember } from "./view";

export {
  createDepartment,
  createRole,
  createTeam,
  deleteDepartment,
  deleteRole,
  deleteTeam,
  renameDepartment,
  renameRole,
  renameTeam,
} from "./groups";
export { inviteMember, renewInvitation, revokeInvitation } from "./invitations";
export { giveBackDeals, giveMemberDeals, leaveOrganization, readmitMember, removeMember } from "./leaving";

/** Changes a member's role, team, commercial role, department or manager. */
export const setMember = command({
  name: "member.set",
  input: SetMember,
  can: "member.edit",
  async run({ tx, ctx, input }) {
    const { id, version, ...values } = input;
    const member = await findMember(tx, ctx.org.id, id);
    if (!member) return refuse("not-found");
    if (member.status === "removed") return refuse("member-removed", { name: member.name });
    const forbidden = guardOwners(ctx.member.role, member.values.role, values.role);
    if (forbidden) return forbidden;
    if (values.managerId) {
      const manager = await findMember(tx, ctx.org.id, values.managerId);
      if (!manager) return refuse("not-found");
      if (await isBelow(tx, ctx.org.id, id, values.managerId))
        return refuse("manager-circle", { name: manager.name, member: member.name }, { field: "managerId" });
    }
    const demoted = member.values.role === "owner" && values.role !== "owner" && member.status === "active";
    if (demoted && !(await anotherOwner(tx, ctx.org.id, id)))
      return refuse("last-owner", { name: member.name }, { field: "role" });
    if (!(await saveMember(tx, ctx.org.id, id, version, values))) return stale(tx, ctx.org.id, id);
    if (!mayInvite(values.role)) await revokeInvitations(tx, ctx.org.id, { invitedById: id }, ctx.now);
    if (!mayMakeKeys(values.role)) await revokeKeysOf(tx, ctx.org.id, id, ctx.now);
    return { version: version + 1 };
  },
});

async function stale(tx: Tx, orgId: string, id: string): Promise<Refusal> {
  const now = await findMember(tx, orgId, id);
  if (!now) return refuse("not-found");
  const verbs = ["member.set", "member.remove", "account.accept-invitation"];
  const change = await lastChange(tx, orgId, { verbs, entityId: id });
  const current: StaleMember = { version: now.version, values: now.values, change };
  return refuse("stale", { by: change?.by ?? "" }, { current });
}
