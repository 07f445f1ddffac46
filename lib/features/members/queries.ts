import "server-only";
import { z } from "zod";
import { reach } from "@/lib/domain/policy/permissions";
import { query } from "@/lib/platform/verb";
import { groupUse } from "./group-store";
import { listInvitations } from "./invitation-store";
import { listGroups, listMembers } from "./store";
import type { GroupsView, MembersView } from "./view";

const Nothing = z.strictObject({});

/** Everyone in the organisation; open invitations too for those who may invite. */
export const memberList = query({
  name: "member.list",
  input: Nothing,
  can: "member.read",
  async run({ tx, ctx }): Promise<MembersView> {
    const mayEdit = reach(ctx.member.role, "member.edit") !== null;
    const { members, more } = await listMembers(tx, ctx.org.id);
    return {
      me: { id: ctx.member.id, role: ctx.member.role },
      mayEdit,
      timeZone: ctx.org.timeZone,
      members,
      more,
      invitations: mayEdit ? await listInvitations(tx, ctx.org.id, ctx.now) : [],
      ...(await listGroups(tx, ctx.org.id)),
    };
  },
});

/** Teams, commercial roles and departments with how much each is used. */
export const memberGroups = query({
  name: "member.groups",
  input: Nothing,
  can: "member.read",
  async run({ tx, ctx }): Promise<GroupsView> {
    const { teams, commercialRoles, departments } = await listGroups(tx, ctx.org.id);
    const use = await groupUse(tx, ctx.org.id);
    const withUse = <T extends { id: string }>(row: T) => ({
      ...row,
      members: use.members.get(row.id) ?? 0,
      processes: use.processes.get(row.id) ?? 0,
    });
    return {
      mayEdit: reach(ctx.member.role, "member.edit") !== null,
      teams: teams.map(withUse),
      commercialRoles: commercialRoles.map(withUse),
      departments: departments.map(withUse),
    };
  },
});
