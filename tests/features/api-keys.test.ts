import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApiKey, revokeApiKey } from "@/lib/features/api-keys/commands";
import { apiKeyList } from "@/lib/features/api-keys/queries";
import { inviteMember, leaveOrganization, removeMember, setMember } from "@/lib/features/members/commands";
import { memberList } from "@/lib/features/members/queries";
import { organizationMe } from "@/lib/features/organizations/queries";
import { apiKeyCaller, noteApiKeyUse } from "@/lib/platform/auth/api-key";
import { closePools } from "@/lib/platform/db/pools";
import { withNewTenant } from "@/lib/platform/db/tenant";
import { execute, read } from "@/lib/platform/execute";
import { newId } from "@/lib/platform/id";
import { NOW, newWorld, type OrgWorld } from "../support/world";

let world: OrgWorld;
let foreign: OrgWorld;
beforeAll(async () => {
  [world, foreign] = [await newWorld(), await newWorld("Foreign")];
});
afterAll(closePools);

const codeOf = (result: { ok: boolean; refusal?: { code: string } }) =>
  result.ok ? "ok" : result.refusal?.code;

const requestWith = (authorization?: string) =>
  new Request("http://localhost/api/v1/deals", authorization ? { headers: { authorization } } : {});

async function newKey(role: string) {
  const id = newId();
  const made = await execute(
    createApiKey,
    world.owner.caller,
    { id, name: `For ${role}`, role },
    { now: NOW },
  );
  if (!made.ok) throw new Error(made.refusal.code);
  const caller = apiKeyCaller(requestWith(`Bearer ${made.value.secret}`));
  if (!caller) throw new Error("a fresh key is not read");
  return { id, secret: made.value.secret, caller };
}

describe("an API key", () => {
  it("speaks for its organisation with its role, and for nothing else", async () => {
    const { id, caller } = await newKey("manager");
    const me = await read(organizationMe, caller, {});
    expect(me.ok && me.value).toMatchObject({
      org: { slug: world.org.slug },
      member: { id, userId: null, role: "manager" },
    });
    const members = await read(memberList, caller, {});
    const names = members.ok ? members.value.members.map((member) => member.id) : [];
    expect(names).toContain(world.rep.id);
    expect(names).not.toContain(foreign.rep.id);
    expect(codeOf(await execute(removeMember, caller, { id: foreign.rep.id }))).toBe("not-found");
    expect(codeOf(await execute(removeMember, caller, { id: world.owner.id }))).toBe("owner-by-owner");
  });

  it("may do no more than its role", async () => {
    const { caller } = await newKey("viewer");
    expect(codeOf(await execute(removeMember, caller, { id: world.rep.id }))).toBe("not-allowed");
    expect(codeOf(await read(apiKeyList, caller, {}))).toBe("not-allowed");
  });

  it("cannot stand in for a person: it makes no keys, invites nobody and cannot leave", async () => {
    const { caller } = await newKey("owner");
    const more = { id: newId(), name: "Another", role: "owner" };
    expect(codeOf(await execute(createApiKey, caller, more))).toBe("members-only");
    const invitation = { id: newId(), email: "x@example.test", role: "rep" };
    expect(codeOf(await execute(inviteMember, caller, invitation))).toBe("members-only");
    expect(codeOf(await execute(leaveOrganization, caller, {}))).toBe("members-only");
  });

  it("is refused on the very next request after it is revoked", async () => {
    const { id, caller } = await newKey("rep");
    expect(codeOf(await read(organizationMe, caller, {}))).toBe("ok");
    expect(codeOf(await execute(revokeApiKey, world.owner.caller, { id }, { now: NOW }))).toBe("ok");
    expect(codeOf(await read(organizationMe, caller, {}))).toBe("signed-out");
    expect(codeOf(await execute(revokeApiKey, world.owner.caller, { id }))).toBe("not-found");
  });

  it("is kept as a hash only, and listed by its first characters", async () => {
    const { id, secret } = await newKey("viewer");
    const kept = await withNewTenant(world.org.id, async (tx) => ({
      key: await tx.apiKey.findMany({ where: { orgId: world.org.id, id } }),
      audit: await tx.audit.findMany({ where: { orgId: world.org.id, entityId: id } }),
    }));
    expect(JSON.stringify(kept)).not.toContain(secret);
    const listed = await read(apiKeyList, world.owner.caller, {});
    const row = listed.ok && listed.value.keys.find((key) => key.id === id);
    expect(row).toMatchObject({ createdBy: "Olga Owner", createdOn: "2026-11-25", lastUsedOn: null });
    expect(row && secret.startsWith(row.prefix) && secret.length > row.prefix.length + 30).toBe(true);
  });

  it("remembers the day it was used", async () => {
    const { id, caller } = await newKey("viewer");
    await noteApiKeyUse(caller, NOW);
    await noteApiKeyUse(caller, NOW);
    const listed = await read(apiKeyList, world.owner.caller, {});
    expect(listed.ok && listed.value.keys.find((key) => key.id === id)?.lastUsedOn).toBe("2026-11-25");
  });

  it.each(["manager", "rep", "viewer"] as const)("is not made, seen or revoked by a %s", async (role) => {
    const { id } = await newKey("viewer");
    const { caller } = world[role];
    const input = { id: newId(), name: "Mine", role: "viewer" };
    expect(codeOf(await execute(createApiKey, caller, input))).toBe("not-allowed");
    expect(codeOf(await read(apiKeyList, caller, {}))).toBe("not-allowed");
    expect(codeOf(await execute(revokeApiKey, caller, { id }))).toBe("not-allowed");
  });

  it("is not found by another organisation's owner", async () => {
    const { id, caller } = await newKey("viewer");
    expect(codeOf(await execute(revokeApiKey, foreign.owner.caller, { id }))).toBe("not-found");
    expect(codeOf(await read(organizationMe, caller, {}))).toBe("ok");
  });

  it.each([
    undefined,
    "",
    "Bearer",
    "Bearer short",
    "Basic koers_0123456789012345678901234567890123",
    "Bearer other_0123456789012345678901234567890",
    "koers_0123456789012345678901234567890123456789",
  ])("is not read from %j", (header) => {
    expect(apiKeyCaller(requestWith(header))).toBeNull();
  });

  it("that does not exist is refused", async () => {
    const caller = apiKeyCaller(requestWith(`Bearer koers_${"a".repeat(43)}`));
    if (!caller) throw new Error("not read");
    expect(codeOf(await read(organizationMe, caller, {}))).toBe("signed-out");
  });
});

describe("the keys of an owner", () => {
  const NOWHERE = { teamId: null, commercialRoleId: null, departmentId: null, managerId: null };

  /** An organisation with a second owner, a key of that one's making, and a key of the first's. */
  async function twoOwners() {
    const at = await newWorld();
    const set = (role: string, version: number) =>
      execute(setMember, at.owner.caller, { id: at.manager.id, version, role, ...NOWHERE }, { now: NOW });
    expect(codeOf(await set("owner", 1))).toBe("ok");
    const keyOf = async (by: OrgWorld["owner"]) => {
      const input = { id: newId(), name: "Sync", role: "rep" };
      const made = await execute(createApiKey, by.caller, input, { now: NOW });
      const caller = made.ok && apiKeyCaller(requestWith(`Bearer ${made.value.secret}`));
      if (!caller) throw new Error("no key");
      return caller;
    };
    return { at, set, theirs: await keyOf(at.manager), kept: await keyOf(at.owner) };
  }
  const answer = async (caller: Parameters<typeof read>[1]) => codeOf(await read(organizationMe, caller, {}));

  it("are revoked when their maker is removed", async () => {
    const { at, theirs, kept } = await twoOwners();
    const removed = await execute(removeMember, at.owner.caller, { id: at.manager.id }, { now: NOW });
    expect(codeOf(removed)).toBe("ok");
    expect(await answer(theirs)).toBe("signed-out");
    expect(await answer(kept)).toBe("ok");
    const listed = await read(apiKeyList, at.owner.caller, {});
    expect(listed.ok && listed.value.keys.map(({ revokedOn }) => revokedOn)).toEqual([null, "2026-11-25"]);
  });

  it("are revoked when their maker leaves", async () => {
    const { at, theirs, kept } = await twoOwners();
    expect(codeOf(await execute(leaveOrganization, at.manager.caller, {}, { now: NOW }))).toBe("ok");
    expect(await answer(theirs)).toBe("signed-out");
    expect(await answer(kept)).toBe("ok");
  });

  it("are revoked when their maker is owner no longer, and not by another change", async () => {
    const { set, theirs, kept } = await twoOwners();
    expect(codeOf(await set("owner", 2))).toBe("ok");
    expect(await answer(theirs)).toBe("ok");
    expect(codeOf(await set("manager", 3))).toBe("ok");
    expect(await answer(theirs)).toBe("signed-out");
    expect(await answer(kept)).toBe("ok");
  });
});
