import { action } from "@/lib/platform/door";
import type {
  DeleteGroup,
  GiveBackDeals,
  GiveDeals,
  Invite,
  NameRole,
  NameTeam,
  ReadmitMember,
  RemoveMember,
  RenewInvitation,
  RevokeInvitation,
  SetMember,
} from "./input";
import type { DealsGiven, Invited, Removed } from "./view";

type Id = { id: string };

export const inviteMember = action<Invite, Invited>("member.invite");
export const renewInvitation = action<RenewInvitation, Invited>("member.renew-invitation");
export const revokeInvitation = action<RevokeInvitation, Id>("member.revoke-invitation");
export const setMember = action<SetMember, { version: number }>("member.set");
export const removeMember = action<RemoveMember, Removed>("member.remove");
export const readmitMember = action<ReadmitMember, Id & { deals: number; tasks: number }>("member.readmit");
export const giveDeals = action<GiveDeals, DealsGiven>("member.give-deals");
export const giveBackDeals = action<GiveBackDeals, { deals: number; tasks: number }>(
  "member.give-back-deals",
);
export const leaveOrganization = action<Record<string, never>, { deals: number }>("member.leave");

export const createTeam = action<NameTeam, Id>("member.create-team");
export const renameTeam = action<NameTeam, Id>("member.rename-team");
export const deleteTeam = action<DeleteGroup, Id>("member.delete-team");
export const createRole = action<NameRole, Id>("member.create-role");
export const renameRole = action<NameRole, Id>("member.rename-role");
export const deleteRole = action<DeleteGroup, Id>("member.delete-role");
export const createDepartment = action<NameRole, Id>("member.create-department");
export const renameDepartment = action<NameRole, Id>("member.rename-department");
export const deleteDepartment = action<DeleteGroup, Id>("member.delete-department");
