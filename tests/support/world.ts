import { createHash, randomUUID } from "node:crypto";
import type { Role } from "@/lib/domain/policy/permissions";
import type { Caller } from "@/lib/platform/context";
import { pools } from "@/lib/platform/db/pools";
import { withNewTenant } from "@/lib/platform/db/tenant";
import { newId } from "@/lib/platform/id";

export type Person = {
  id: string;
  userId: string;
  email: string;
  caller: Extract<Caller, { kind: "session" }>;
};
export type OrgWorld = {
  org: { id: string; slug: string };
  owner: Person;
  manager: Person;
  rep: Person;
  otherRep: Person;
  viewer: Person;
  role: { id: string };
  department: { id: string };
  team: { id: string };
};

const hashOf = (token: string) => new Uint8Array(createHash("sha256").update(token).digest());

/** The moment every suite lives at, unless it says otherwise: a Wednesday morning in Amsterdam. */
export const NOW = new Date("2026-11-25T09:00:00Z");

/** A session of somebody, at an organisation's address. */
export async function sessionOf(userId: string, slug: string): Promise<Person["caller"]> {
  const hash = hashOf(randomUUID());
  await pools().auth.session.create({
    data: { hash, userId, createdAt: NOW, expiresAt: new Date("2099-01-01T00:00:00Z") },
  });
  return { kind: "session", hash, slug };
}

async function person(orgId: string, slug: string, role: Role, name: string): Promise<Person> {
  const { auth } = pools();
  const userId = newId();
  const email = `${name.toLowerCase().replace(/\W+/g, ".")}.${userId.slice(-8)}@example.test`;
  await auth.user.create({ data: { id: userId, email, name, passwordHash: "none" } });
  const id = newId();
  await withNewTenant(orgId, (tx) =>
    tx.membership.create({ data: { orgId, id, userId, name, email, role } }),
  );
  return { id, userId, email, caller: await sessionOf(userId, slug) };
}

/** An organisation of the suite's own with one person per role, a team, a commercial role and a department. */
export async function newWorld(name = "World"): Promise<OrgWorld> {
  const id = newId();
  const slug = `w-${id.slice(-12)}`;
  const role = { id: newId() };
  const department = { id: newId() };
  const team = { id: newId() };
  await withNewTenant(id, async (tx) => {
    await tx.organization.create({ data: { id, slug, name } });
    await tx.commercialRole.create({
      data: {
        orgId: id,
        id: role.id,
        key: "business-developer",
        name: { en: "Business developer", nl: "Businessdeveloper" },
      },
    });
    await tx.department.create({
      data: { orgId: id, id: department.id, key: "legal", name: { en: "Legal", nl: "Juridisch" } },
    });
    await tx.team.create({ data: { orgId: id, id: team.id, name: "North" } });
  });
  const owner = await person(id, slug, "owner", "Olga Owner");
  const manager = await person(id, slug, "manager", "Mark Manager");
  const rep = await person(id, slug, "rep", "Rosa Rep");
  const otherRep = await person(id, slug, "rep", "Otto Rep");
  const viewer = await person(id, slug, "viewer", "Vera Viewer");
  return { org: { id, slug }, owner, manager, rep, otherRep, viewer, role, department, team };
}
