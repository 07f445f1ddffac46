import { afterAll, describe, expect, it } from "vitest";
import {
  acceptInvitation,
  changePassword,
  chooseLocale,
  foundOrganization,
  signUp,
} from "@/lib/features/accounts/commands";
import { ownPath } from "@/lib/features/accounts/next-path";
import { invitationByToken, myOrganizations } from "@/lib/features/accounts/queries";
import { signInWithPassword } from "@/lib/features/accounts/sign-in";
import { inviteMember, removeMember, revokeInvitation, setMember } from "@/lib/features/members/commands";
import { memberList } from "@/lib/features/members/queries";
import { organizationMe } from "@/lib/features/organizations/queries";
import { executeAccount } from "@/lib/platform/account";
import { clientAddress } from "@/lib/platform/auth/client-address";
import { closeLimits, countAttempt } from "@/lib/platform/auth/limits";
import { endSession, tokenHash } from "@/lib/platform/auth/session";
import { closePools, pools } from "@/lib/platform/db/pools";
import { withNewTenant } from "@/lib/platform/db/tenant";
import { execute, read } from "@/lib/platform/execute";
import { newId } from "@/lib/platform/id";
import { NOW, newWorld, type OrgWorld } from "../support/world";

afterAll(async () => {
  await closeLimits();
  await closePools();
});

const PASSWORD = "a good long password";
const HOUR = 3_600_000;

async function newPerson(name = "Nina New") {
  const email = `nina.${newId()}@example.test`;
  const made = await executeAccount(
    signUp,
    null,
    { email, name, password: PASSWORD, locale: "nl" },
    { now: NOW, address: newId() },
  );
  if (!made.ok) throw new Error(made.refusal.code);
  return { id: made.value.id, email, name };
}

async function invite(world: OrgWorld, email: string, more: Record<string, unknown> = {}) {
  const id = newId();
  const input = { id, email, role: "rep", ...more };
  const made = await execute(inviteMember, world.owner.caller, input, { now: NOW });
  if (!made.ok) throw new Error(made.refusal.code);
  return { ...made.value, id };
}

const accept = (
  token: string,
  user: { id: string; email: string; name: string },
  { now = NOW, address = newId() }: { now?: Date; address?: string } = {},
) => executeAccount(acceptInvitation, user, { token }, { now, address });

const codeOf = (result: { ok: boolean; refusal?: { code: string } }) =>
  result.ok ? "ok" : result.refusal?.code;

describe("signing up and in", () => {
  it("makes an account that can sign in, whatever the letter case of the address", async () => {
    const person = await newPerson();
    const signedIn = await signInWithPassword(person.email.toUpperCase(), PASSWORD, newId(), NOW);
    expect(signedIn).toMatchObject({ userId: person.id, locale: "nl" });
  });

  it("keeps no password and no session token", async () => {
    const person = await newPerson();
    const signedIn = await signInWithPassword(person.email, PASSWORD, newId(), NOW);
    const token = "token" in signedIn ? signedIn.token : "";
    const user = await pools().auth.user.findUniqueOrThrow({ where: { id: person.id } });
    const sessions = await pools().auth.session.findMany({ where: { userId: person.id } });
    expect(user.passwordHash).toMatch(/^\$argon2id\$/);
    expect(sessions.map(({ hash }) => Buffer.from(hash))).toEqual([Buffer.from(tokenHash(token))]);
    expect(JSON.stringify([user, sessions])).not.toContain(token);
  });

  it("refuses a taken address at its field, a short password and a wrong address", async () => {
    const { email } = await newPerson();
    const attempt = (input: Record<string, unknown>) =>
      executeAccount(
        signUp,
        null,
        { email, name: "Twin", password: PASSWORD, locale: "en", ...input },
        { now: NOW, address: newId() },
      );
    expect(await attempt({})).toMatchObject({ ok: false, refusal: { code: "email-taken", field: "email" } });
    expect(await attempt({ email: "no-address" })).toMatchObject({ refusal: { field: "email" } });
    expect(await attempt({ email: `x${email}`, password: "too short" })).toMatchObject({
      refusal: { field: "password" },
    });
  });

  it("answers a wrong password and an unknown address alike", async () => {
    const { email } = await newPerson();
    expect(await signInWithPassword(email, "not the password", newId(), NOW)).toEqual({ error: "wrong" });
    expect(await signInWithPassword(`x${email}`, PASSWORD, newId(), NOW)).toEqual({ error: "wrong" });
  });

  it("makes a guesser wait before anything is hashed, even with the right password", async () => {
    const { email } = await newPerson();
    for (let n = 0; n < 5; n++) await signInWithPassword(email, "guess", newId(), NOW);
    // The right password is not even looked at: were it hashed, this would sign in.
    const answer = await signInWithPassword(email, PASSWORD, newId(), NOW);
    expect(answer).toEqual({ error: expect.stringMatching(/^wait:\d+$/) });
  });

  it("lets no success clear what an address has tried", async () => {
    const mine = await newPerson();
    const address = newId();
    for (let n = 0; n < 9; n++) await signInWithPassword(`${newId()}@example.test`, "guess", address, NOW);
    expect(await signInWithPassword(mine.email, PASSWORD, address, NOW)).toMatchObject({ userId: mine.id });
    await signInWithPassword(`${newId()}@example.test`, "guess", address, NOW);
    expect(await signInWithPassword(`${newId()}@example.test`, "guess", address, NOW)).toMatchObject({
      error: expect.stringMatching(/^wait:/),
    });
  });

  it("counts each key on its own and says how long to wait", async () => {
    const key = newId();
    const answers = [];
    for (let n = 0; n < 12; n++) answers.push(await countAttempt("sign-in-address", key));
    expect(answers.slice(0, 10)).toEqual(Array(10).fill(null));
    expect(answers[10]).toBeGreaterThan(0);
    expect(await countAttempt("sign-in-address", newId())).toBeNull();
  });

  it("ends every session when the password changes, and asks for the old one", async () => {
    const person = await newPerson();
    await signInWithPassword(person.email, PASSWORD, newId(), NOW);
    const change = (currentPassword: string) =>
      executeAccount(changePassword, person, { currentPassword, password: "another long password" });
    expect(await change("not it at all")).toMatchObject({
      refusal: { code: "password-wrong", field: "currentPassword" },
    });
    expect(await pools().auth.session.count({ where: { userId: person.id } })).toBe(1);
    expect(codeOf(await change(PASSWORD))).toBe("ok");
    expect(await pools().auth.session.count({ where: { userId: person.id } })).toBe(0);
    expect(await signInWithPassword(person.email, PASSWORD, newId(), NOW)).toEqual({ error: "wrong" });
  });

  it("keeps the language with the person", async () => {
    const person = await newPerson();
    await executeAccount(chooseLocale, person, { locale: "en" });
    expect(await signInWithPassword(person.email, PASSWORD, newId(), NOW)).toMatchObject({ locale: "en" });
  });

  it.each([
    [undefined, "direct"],
    ["", "direct"],
    ["198.51.100.7", "198.51.100.7"],
    ["1.1.1.1, 198.51.100.7", "198.51.100.7"],
    [["1.1.1.1", "198.51.100.7"], "198.51.100.7"],
  ])("takes the address the nearest proxy wrote: %j", (header, address) => {
    expect(clientAddress(header)).toBe(address);
  });
});

describe("sessions and membership", () => {
  it("refuses an ended session on the very next request", async () => {
    const world = await newWorld();
    const token = newId() + newId();
    await pools().auth.session.create({
      data: { hash: tokenHash(token), userId: world.rep.userId, expiresAt: new Date("2099-01-01") },
    });
    const caller = { kind: "session", hash: tokenHash(token), slug: world.org.slug } as const;
    expect(codeOf(await read(organizationMe, caller, {}))).toBe("ok");
    await endSession(token);
    expect(codeOf(await read(organizationMe, caller, {}))).toBe("signed-out");
  });

  it("refuses a session past its thirty days", async () => {
    const world = await newWorld();
    const token = newId() + newId();
    await pools().auth.session.create({
      data: { hash: tokenHash(token), userId: world.rep.userId, expiresAt: new Date("2020-01-01") },
    });
    const caller = { kind: "session", hash: tokenHash(token), slug: world.org.slug } as const;
    expect(codeOf(await read(organizationMe, caller, {}))).toBe("signed-out");
  });

  it("refuses a removed member on the very next read and write", async () => {
    const world = await newWorld();
    expect(codeOf(await read(memberList, world.manager.caller, {}))).toBe("ok");
    const removed = await execute(removeMember, world.owner.caller, { id: world.manager.id }, { now: NOW });
    expect(removed).toMatchObject({ ok: true, value: { id: world.manager.id, deals: 0 } });
    expect(codeOf(await read(memberList, world.manager.caller, {}))).toBe("not-found");
    const write = await execute(removeMember, world.manager.caller, { id: world.rep.id });
    expect(codeOf(write)).toBe("not-found");
    expect(await myOrganizations(world.manager.userId)).toEqual([]);
  });

  it("acts on a changed role on the very next request", async () => {
    const world = await newWorld();
    const input = {
      id: world.manager.id,
      version: 1,
      role: "viewer",
      teamId: null,
      commercialRoleId: null,
      departmentId: null,
      managerId: null,
    };
    expect(codeOf(await execute(setMember, world.owner.caller, input))).toBe("ok");
    expect(codeOf(await execute(removeMember, world.manager.caller, { id: world.rep.id }))).toBe(
      "not-allowed",
    );
  });
});

describe("founding an organisation", () => {
  it("makes the founder its owner, and a second one of the same name gets an address of its own", async () => {
    const person = await newPerson();
    const name = `Koers & Zn. ${newId().slice(-6)}`;
    const first = await executeAccount(foundOrganization, person, { name });
    const second = await executeAccount(foundOrganization, person, { name });
    const slugs = [first, second].map((made) => (made.ok ? made.value.slug : ""));
    expect(slugs[0]).toMatch(/^koers-zn-/);
    expect(slugs[1]).not.toBe(slugs[0]);
    const mine = await myOrganizations(person.id);
    expect(mine.map(({ slug, role }) => [slug, role])).toEqual(
      expect.arrayContaining(slugs.map((slug) => [slug, "owner"])),
    );
  });

  it("refuses whoever is not signed in", async () => {
    expect(codeOf(await executeAccount(foundOrganization, null, { name: "Nobody's" }))).toBe("signed-out");
  });
});

describe("an invitation", () => {
  it("lets the address in once, with the role and place it was made for", async () => {
    const world = await newWorld();
    const person = await newPerson();
    const { token } = await invite(world, person.email, { role: "manager", teamId: world.team.id });
    expect(await invitationByToken(token, NOW)).toMatchObject({ state: "open", role: "manager" });
    expect(await accept(token, person)).toEqual({ ok: true, value: { slug: world.org.slug } });
    expect(await invitationByToken(token, NOW)).toMatchObject({ state: "used" });
    expect(codeOf(await accept(token, person))).toBe("invitation-used");
    const listed = await read(memberList, world.owner.caller, {});
    const joined = listed.ok && listed.value.members.find(({ email }) => email === person.email);
    expect(joined).toMatchObject({ role: "manager", status: "active", teamId: world.team.id });
  });

  it("has exactly one winner when twenty accept at once", async () => {
    const world = await newWorld();
    const person = await newPerson();
    const { token } = await invite(world, person.email);
    const results = await Promise.all(Array.from({ length: 20 }, () => accept(token, person)));
    const codes = results.map(codeOf);
    expect(codes.filter((code) => code === "ok")).toHaveLength(1);
    expect(codes.filter((code) => code === "invitation-used")).toHaveLength(19);
    const members = await withNewTenant(world.org.id, (tx) =>
      tx.membership.count({ where: { orgId: world.org.id, userId: person.id } }),
    );
    expect(members).toBe(1);
  });

  it("is worthless for another address, and names the right one", async () => {
    const world = await newWorld();
    const [person, other] = [await newPerson(), await newPerson("Otto Other")];
    const { token } = await invite(world, person.email);
    expect(await accept(token, other)).toMatchObject({
      refusal: { code: "invitation-other-address", params: { email: person.email } },
    });
    expect(await myOrganizations(other.id)).toEqual([]);
  });

  it("ends after 72 hours", async () => {
    const world = await newWorld();
    const person = await newPerson();
    const { token } = await invite(world, person.email);
    const late = new Date(NOW.getTime() + 72 * HOUR);
    expect(await invitationByToken(token, late)).toMatchObject({ state: "expired" });
    expect(codeOf(await accept(token, person, { now: late }))).toBe("invitation-expired");
    const justInTime = new Date(late.getTime() - 1000);
    expect(codeOf(await accept(token, person, { now: justInTime }))).toBe("ok");
  });

  it("is worthless once revoked, and unknown tokens tell nothing", async () => {
    const world = await newWorld();
    const person = await newPerson();
    const { token, id } = await invite(world, person.email);
    await execute(revokeInvitation, world.owner.caller, { id }, { now: NOW });
    expect(await invitationByToken(token, NOW)).toMatchObject({ state: "revoked" });
    expect(codeOf(await accept(token, person))).toBe("invitation-unknown");
    expect(codeOf(await accept(`${newId()}-no-such-token`, person))).toBe("invitation-unknown");
    expect(await invitationByToken(newId(), NOW)).toBeNull();
  });

  it("is limited per address before it is looked up", async () => {
    const person = await newPerson();
    const address = newId();
    const codes = [];
    for (let n = 0; n < 21; n++) codes.push(codeOf(await accept(`${newId()}-guess`, person, { address })));
    expect(codes.slice(0, 20)).toEqual(Array(20).fill("invitation-unknown"));
    expect(codes[20]).toBe("too-many-attempts");
  });

  it("never changes the role of someone who is in", async () => {
    const world = await newWorld();
    const owner = { id: world.owner.userId, email: world.owner.email, name: "Olga Owner" };
    const refused = await execute(inviteMember, world.owner.caller, {
      id: newId(),
      email: owner.email,
      role: "viewer",
    });
    expect(codeOf(refused)).toBe("already-member");
    // A link from before they joined another way must not demote them either.
    const token = `${newId()}-early-link`;
    await withNewTenant(world.org.id, (tx) =>
      tx.invitation.create({
        data: {
          orgId: world.org.id,
          id: newId(),
          tokenHash: tokenHash(token),
          email: owner.email,
          role: "viewer",
          invitedById: world.owner.id,
          expiresAt: new Date(NOW.getTime() + HOUR),
        },
      }),
    );
    expect(codeOf(await accept(token, owner))).toBe("invitation-member");
    const me = await read(organizationMe, world.owner.caller, {});
    expect(me.ok && me.value.member.role).toBe("owner");
  });

  it("hands a placeholder over with its id, so with its deals", async () => {
    const world = await newWorld();
    const person = await newPerson();
    const id = newId();
    await withNewTenant(world.org.id, (tx) =>
      tx.membership.create({
        data: {
          orgId: world.org.id,
          id,
          name: "Moses Frase",
          role: "rep",
          status: "placeholder",
          teamId: world.team.id,
        },
      }),
    );
    const { token } = await invite(world, person.email, { membershipId: id });
    expect(codeOf(await accept(token, person))).toBe("ok");
    const listed = await read(memberList, world.owner.caller, {});
    const claimed = listed.ok && listed.value.members.find((member) => member.id === id);
    expect(claimed).toMatchObject({
      status: "active",
      email: person.email,
      name: person.name,
      teamId: world.team.id,
    });
  });

  it("brings a removed member back to the same place", async () => {
    const world = await newWorld();
    const rep = { id: world.rep.userId, email: world.rep.email, name: "Rosa Rep" };
    await execute(removeMember, world.owner.caller, { id: world.rep.id }, { now: NOW });
    const { token } = await invite(world, rep.email);
    expect(codeOf(await accept(token, rep))).toBe("ok");
    const me = await read(organizationMe, world.rep.caller, {});
    expect(me.ok && me.value.member.id).toBe(world.rep.id);
  });
});

describe("where sign-in leads back to", () => {
  it.each(["/", "/acme", "/acme/deals?owner=1#top", "/invitation/abc"])("follows %s", (path) => {
    expect(ownPath(path)).toBe(path);
  });

  it.each([
    undefined,
    "",
    "acme",
    "//evil.example",
    "/\\evil.example",
    "/.//evil.example",
    "/a/..//evil.example",
    "/\t/evil.example",
    "https://evil.example",
    "javascript:alert(1)",
    "/api/auth/signout",
    "/%2e%2e//evil.example",
    ["/a", "/b"],
  ])("does not follow %j", (path) => {
    expect(ownPath(path)).toBeNull();
  });
});
