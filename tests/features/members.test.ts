import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  createRole,
  createTeam,
  deleteDepartment,
  deleteRole,
  deleteTeam,
  inviteMember,
  leaveOrganization,
  removeMember,
  renameRole,
  renewInvitation,
  revokeInvitation,
  setMember,
} from "@/lib/features/members/commands";
import { memberGroups, memberList } from "@/lib/features/members/queries";
import { closePools } from "@/lib/platform/db/pools";
import { withNewTenant } from "@/lib/platform/db/tenant";
import { execute, read } from "@/lib/platform/execute";
import { newId } from "@/lib/platform/id";
import { NOW, newWorld, type OrgWorld, type Person } from "../support/world";

let world: OrgWorld;
let foreign: OrgWorld;
beforeAll(async () => {
  [world, foreign] = [await newWorld(), await newWorld("Foreign")];
});
afterAll(closePools);

const codeOf = (result: { ok: boolean; refusal?: { code: string } }) =>
  result.ok ? "ok" : result.refusal?.code;

const NOWHERE = { teamId: null, commercialRoleId: null, departmentId: null, managerId: null };
const set = (by: Person, id: string, version: number, values: Record<string, unknown>) =>
  execute(setMember, by.caller, { id, version, ...NOWHERE, role: "rep", ...values }, { now: NOW });

async function rowOf(at: OrgWorld, id: string) {
  const listed = await read(memberList, at.owner.caller, {}, { now: NOW });
  const row = listed.ok && listed.value.members.find((member) => member.id === id);
  if (!row) throw new Error("no such member");
  return row;
}

describe("changing a member", () => {
  it("gives a role, team, commercial role, department and manager", async () => {
    const values = {
      role: "viewer",
      teamId: world.team.id,
      commercialRoleId: world.role.id,
      departmentId: world.department.id,
      managerId: world.manager.id,
    };
    expect(await set(world.manager, world.otherRep.id, 1, values)).toEqual({
      ok: true,
      value: { version: 2 },
    });
    expect(await rowOf(world, world.otherRep.id)).toMatchObject(values);
  });

  it.each(["rep", "viewer"] as const)("is not for a %s", async (role) => {
    expect(codeOf(await set(world[role], world.rep.id, 1, { role: "manager" }))).toBe("not-allowed");
    expect((await rowOf(world, world.rep.id)).role).toBe("rep");
  });

  it("lets a manager neither make an owner nor touch one", async () => {
    expect(codeOf(await set(world.manager, world.rep.id, 1, { role: "owner" }))).toBe("owner-by-owner");
    expect(codeOf(await set(world.manager, world.owner.id, 1, { role: "rep" }))).toBe("owner-by-owner");
    const remove = await execute(removeMember, world.manager.caller, { id: world.owner.id });
    expect(codeOf(remove)).toBe("owner-by-owner");
    const invite = { id: newId(), email: "boss@example.test", role: "owner" };
    expect(codeOf(await execute(inviteMember, world.manager.caller, invite))).toBe("owner-by-owner");
  });

  it("gives a stale save back what stands and who did it, and changes nothing", async () => {
    const at = await newWorld();
    await set(at.manager, at.rep.id, 1, { teamId: at.team.id });
    const late = await set(at.owner, at.rep.id, 1, { role: "viewer" });
    expect(late).toMatchObject({
      refusal: {
        code: "stale",
        params: { by: "Mark Manager" },
        current: { version: 2, values: { role: "rep", teamId: at.team.id }, change: { by: "Mark Manager" } },
      },
    });
    expect(await rowOf(at, at.rep.id)).toMatchObject({ role: "rep", version: 2 });
  });

  it("lets nobody report to themselves or to someone below", async () => {
    const at = await newWorld();
    expect(codeOf(await set(at.owner, at.rep.id, 1, { managerId: at.rep.id }))).toBe("manager-circle");
    await set(at.owner, at.rep.id, 1, { managerId: at.otherRep.id });
    expect(codeOf(await set(at.owner, at.otherRep.id, 1, { managerId: at.rep.id }))).toBe("manager-circle");
  });

  it("finds no member and no team of another organisation", async () => {
    expect(codeOf(await set(world.owner, foreign.rep.id, 1, { role: "viewer" }))).toBe("not-found");
    const mine = await rowOf(world, world.rep.id);
    const borrowed = await set(world.owner, world.rep.id, mine.version, { teamId: foreign.team.id });
    expect(codeOf(borrowed)).toBe("not-found");
    const boss = await set(world.owner, world.rep.id, mine.version, { managerId: foreign.manager.id });
    expect(codeOf(boss)).toBe("not-found");
    expect(codeOf(await execute(removeMember, world.owner.caller, { id: foreign.rep.id }))).toBe("not-found");
    expect(await rowOf(foreign, foreign.rep.id)).toMatchObject({ status: "active", version: 1 });
    expect(await rowOf(world, world.rep.id)).toMatchObject({ version: mine.version });
  });
});

describe("the last owner", () => {
  it("cannot be demoted, removed or leave", async () => {
    const at = await newWorld();
    expect(codeOf(await set(at.owner, at.owner.id, 1, { role: "manager" }))).toBe("last-owner");
    expect(codeOf(await execute(removeMember, at.owner.caller, { id: at.owner.id }))).toBe("last-owner");
    expect(codeOf(await execute(leaveOrganization, at.owner.caller, {}))).toBe("last-owner");
    expect(await rowOf(at, at.owner.id)).toMatchObject({ role: "owner", status: "active" });
  });

  it("may go once there is another", async () => {
    const at = await newWorld();
    await set(at.owner, at.manager.id, 1, { role: "owner" });
    expect(codeOf(await execute(leaveOrganization, at.owner.caller, {}, { now: NOW }))).toBe("ok");
    expect(codeOf(await read(memberList, at.owner.caller, {}))).toBe("not-found");
  });

  it("is still there after two owners remove each other at once", async () => {
    for (let round = 0; round < 5; round++) {
      const at = await newWorld();
      await set(at.owner, at.manager.id, 1, { role: "owner" });
      const codes = (
        await Promise.all([
          execute(removeMember, at.owner.caller, { id: at.manager.id }),
          execute(removeMember, at.manager.caller, { id: at.owner.id }),
        ])
      ).map(codeOf);
      expect(codes.filter((code) => code === "ok")).toHaveLength(1);
      const owners = await withNewTenant(at.org.id, (tx) =>
        tx.membership.count({ where: { orgId: at.org.id, role: "owner", status: "active" } }),
      );
      expect(owners).toBe(1);
    }
  });
});

describe("removing and leaving", () => {
  it("lets anyone else leave, and shuts the invitations they made", async () => {
    const at = await newWorld();
    const id = newId();
    await execute(
      inviteMember,
      at.manager.caller,
      { id, email: "p@example.test", role: "rep" },
      { now: NOW },
    );
    expect(codeOf(await execute(leaveOrganization, at.viewer.caller, {}, { now: NOW }))).toBe("ok");
    expect(codeOf(await execute(leaveOrganization, at.manager.caller, {}, { now: NOW }))).toBe("ok");
    const listed = await read(memberList, at.owner.caller, {}, { now: NOW });
    expect(listed.ok && listed.value.invitations).toEqual([]);
    expect(await rowOf(at, at.viewer.id)).toMatchObject({ status: "removed" });
  });

  it("shuts the open invitations of a manager who becomes a rep", async () => {
    const at = await newWorld();
    const id = newId();
    await execute(
      inviteMember,
      at.manager.caller,
      { id, email: "q@example.test", role: "rep" },
      { now: NOW },
    );
    await set(at.owner, at.manager.id, 1, { role: "rep" });
    expect(codeOf(await execute(revokeInvitation, at.owner.caller, { id }))).toBe("not-found");
  });

  it("cannot be done twice, and a removed member cannot be edited", async () => {
    const at = await newWorld();
    await execute(removeMember, at.owner.caller, { id: at.rep.id }, { now: NOW });
    expect(codeOf(await execute(removeMember, at.owner.caller, { id: at.rep.id }))).toBe("not-found");
    expect(codeOf(await set(at.owner, at.rep.id, 2, { role: "viewer" }))).toBe("member-removed");
  });
});

describe("invitations", () => {
  const invite = (by: Person, email: string) =>
    execute(inviteMember, by.caller, { id: newId(), email, role: "rep" }, { now: NOW });

  it("are made by owners and managers only, and seen by them only", async () => {
    expect(codeOf(await invite(world.manager, "one@example.test"))).toBe("ok");
    expect(codeOf(await invite(world.rep, "two@example.test"))).toBe("not-allowed");
    const seen = async (by: Person) => {
      const listed = await read(memberList, by.caller, {}, { now: NOW });
      return listed.ok && listed.value.invitations.length;
    };
    expect(await seen(world.manager)).toBeGreaterThan(0);
    expect(await seen(world.rep)).toBe(0);
  });

  it("replace the open one to the same address", async () => {
    await invite(world.owner, "again@example.test");
    await invite(world.owner, "again@example.test");
    const listed = await read(memberList, world.owner.caller, {}, { now: NOW });
    const open = listed.ok && listed.value.invitations.filter(({ email }) => email === "again@example.test");
    expect(open).toHaveLength(1);
  });

  it("are renewed with a new link, also after they ended", async () => {
    const made = await invite(world.owner, "late@example.test");
    if (!made.ok) throw new Error(made.refusal.code);
    const later = new Date(NOW.getTime() + 100 * 3_600_000);
    const input = { id: made.value.id, newId: newId() };
    const renewed = await execute(renewInvitation, world.owner.caller, input, { now: later });
    expect(renewed.ok && renewed.value.token).not.toBe(made.value.token);
    expect(codeOf(await execute(renewInvitation, world.owner.caller, input, { now: later }))).toBe(
      "not-found",
    );
  });

  it("keep no token anywhere, not even for a repeat", async () => {
    const input = { id: newId(), email: "secret@example.test", role: "rep" };
    const key = newId();
    const made = await execute(inviteMember, world.owner.caller, input, { now: NOW, key });
    const token = made.ok ? made.value.token : "";
    expect(token.length).toBeGreaterThan(40);
    const kept = await withNewTenant(world.org.id, async (tx) =>
      JSON.stringify([
        await tx.commandReceipt.findMany({ where: { orgId: world.org.id, key } }),
        await tx.audit.findMany({ where: { orgId: world.org.id, entityId: input.id } }),
        await tx.invitation.findMany({ where: { orgId: world.org.id, id: input.id } }),
      ]),
    );
    expect(kept).toContain("secret@example.test");
    expect(kept).not.toContain(token);
  });

  it("claim only placeholders of this organisation", async () => {
    const claim = (membershipId: string) =>
      execute(inviteMember, world.owner.caller, {
        id: newId(),
        email: "claim@example.test",
        role: "rep",
        membershipId,
      });
    expect(codeOf(await claim(world.rep.id))).toBe("not-a-placeholder");
    expect(codeOf(await claim(foreign.rep.id))).toBe("not-found");
  });
});

describe("teams, commercial roles and departments", () => {
  it("are made, renamed and deleted when nothing uses them", async () => {
    const id = newId();
    const name = { en: "Channel manager", nl: "Channelmanager" };
    expect(codeOf(await execute(createRole, world.manager.caller, { id, name }))).toBe("ok");
    const renamed = await execute(renameRole, world.manager.caller, { id, name: { en: "", nl: "Kanaal" } });
    expect(codeOf(renamed)).toBe("ok");
    const groups = await read(memberGroups, world.viewer.caller, {});
    const role = groups.ok && groups.value.commercialRoles.find((row) => row.id === id);
    expect(role).toMatchObject({ name: { nl: "Kanaal" }, members: 0, processes: 0 });
    expect(codeOf(await execute(deleteRole, world.manager.caller, { id }))).toBe("ok");
  });

  it("give one name once, however many people give it at the same moment", async () => {
    const name = { en: `Partner ${newId()}` };
    const codes = await Promise.all(
      Array.from({ length: 5 }, () => execute(createRole, world.manager.caller, { id: newId(), name })),
    );
    expect(codes.map(codeOf).toSorted()).toEqual([
      "name-taken",
      "name-taken",
      "name-taken",
      "name-taken",
      "ok",
    ]);
  });

  it("keep their names apart, letter case aside", async () => {
    const team = await execute(createTeam, world.owner.caller, { id: newId(), name: "NORTH" });
    expect(team).toMatchObject({ refusal: { code: "name-taken", field: "name" } });
    const role = { id: newId(), name: { en: "business developer" } };
    expect(codeOf(await execute(createRole, world.owner.caller, role))).toBe("name-taken");
    expect(codeOf(await execute(createRole, world.owner.caller, { id: newId(), name: {} }))).toBe(
      "invalid-input",
    );
  });

  it("stay while used, and the refusal names by whom", async () => {
    const at = await newWorld();
    await set(at.owner, at.rep.id, 1, {
      teamId: at.team.id,
      commercialRoleId: at.role.id,
      departmentId: at.department.id,
    });
    const tries = [
      execute(deleteTeam, at.owner.caller, { id: at.team.id }),
      execute(deleteRole, at.owner.caller, { id: at.role.id }),
      execute(deleteDepartment, at.owner.caller, { id: at.department.id }),
    ];
    for (const result of await Promise.all(tries)) {
      expect(result).toMatchObject({ refusal: { code: "in-use", params: { users: "Rosa Rep", more: 0 } } });
    }
    await execute(removeMember, at.owner.caller, { id: at.rep.id }, { now: NOW });
    expect(codeOf(await execute(deleteTeam, at.owner.caller, { id: at.team.id }))).toBe("ok");
  });

  it("stay while a process or its draft uses them", async () => {
    const at = await newWorld();
    const process = newId();
    await withNewTenant(at.org.id, async (tx) => {
      const base = { orgId: at.org.id, category: "opportunity", style: "consultative" };
      await tx.process.create({
        data: { ...base, id: process, name: { en: "New business" }, commercialRoleId: at.role.id },
      });
      await tx.processVersion.create({
        data: {
          orgId: at.org.id,
          id: newId(),
          processId: process,
          status: "draft",
          document: { stages: [{ steps: [{ owner: { kind: "department", id: at.department.id } }] }] },
        },
      });
    });
    for (const verb of [deleteRole, deleteDepartment]) {
      const id = verb === deleteRole ? at.role.id : at.department.id;
      expect(await execute(verb, at.owner.caller, { id })).toMatchObject({
        refusal: { code: "in-use", params: { users: "New business" } },
      });
    }
  });

  it("are not for reps, nor found in another organisation", async () => {
    const input = { id: newId(), name: "South" };
    expect(codeOf(await execute(createTeam, world.rep.caller, input))).toBe("not-allowed");
    expect(codeOf(await execute(deleteTeam, world.owner.caller, { id: foreign.team.id }))).toBe("not-found");
  });
});
