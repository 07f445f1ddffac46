import { newId } from "@/lib/platform/id";
import type { Samples } from "../ground";

export const members: Samples = {
  "member.create-department": () => ({ id: newId(), name: { en: "Finance" } }),
  "member.create-role": () => ({ id: newId(), name: { en: "Closer" } }),
  "member.create-team": () => ({ id: newId(), name: "South" }),
  "member.delete-department": ({ emptyDepartment }) => ({ id: emptyDepartment }),
  "member.delete-role": ({ emptyRole }) => ({ id: emptyRole }),
  "member.delete-team": ({ emptyTeam }) => ({ id: emptyTeam }),
  "member.rename-department": ({ department }) => ({ id: department, name: { en: "Legal affairs" } }),
  "member.rename-role": ({ role }) => ({ id: role, name: { en: "Hunter" } }),
  "member.rename-team": ({ team }) => ({ id: team, name: "Far north" }),
  "member.groups": () => ({}),
  "member.invite": ({ team, role, placeholder }) => ({
    id: newId(),
    email: "new@example.test",
    role: "rep",
    teamId: team,
    commercialRoleId: role,
    membershipId: placeholder,
  }),
  "member.leave": () => ({}),
  "member.list": () => ({}),
  "member.remove": ({ member }) => ({ id: member }),
  "member.readmit": ({ removedMember, manager }) => ({ id: removedMember, managerId: manager, reports: [] }),
  "member.give-deals": ({ placeholder, member }) => ({ id: placeholder, to: member }),
  "member.give-back-deals": ({ placeholder, member }) => ({
    id: placeholder,
    to: member,
    at: "2026-11-25T09:00:00.000Z",
  }),
  "member.renew-invitation": ({ invitation }) => ({ id: invitation, newId: newId() }),
  "member.revoke-invitation": ({ invitation }) => ({ id: invitation }),
  "member.set": ({ member, team, role, department, manager }) => ({
    id: member,
    version: 1,
    role: "rep",
    teamId: team,
    commercialRoleId: role,
    departmentId: department,
    managerId: manager,
  }),
};
