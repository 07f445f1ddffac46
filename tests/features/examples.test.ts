import { describe, expect, it } from "vitest";
import { callsToday } from "@/lib/features/calls/queries";
import { openExample } from "@/lib/features/demo/account-commands";
import { throwExampleAway } from "@/lib/features/demo/commands";
import { organizationChecklist } from "@/lib/features/organizations/queries";
import { registersList } from "@/lib/features/registers/queries";
import { todayRead } from "@/lib/features/today/queries";
import { emptyTrash } from "@/lib/features/trash/jobs";
import { executeAccount } from "@/lib/platform/account";
import { pools } from "@/lib/platform/db/pools";
import { withTenant } from "@/lib/platform/db/tenant";
import { execute, read } from "@/lib/platform/execute";
import { newId } from "@/lib/platform/id";
import { NOW, newWorld, sessionOf } from "@/tests/support/world";

const must = <T>(result: { ok: boolean; value?: T }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value as T;
};

async function newPerson() {
  const person = { id: newId(), email: `${newId()}@werf.example`, name: "Nora Vos" };
  await pools().auth.user.create({ data: { ...person, passwordHash: "none" } });
  return person;
}

describe("an example", () => {
  it("is one person's, speaks their language, is there whole, and is gone at once when thrown away", async () => {
    const person = await newPerson();
    const open = () => executeAccount(openExample, person, { locale: "nl" }, { now: NOW });
    const { slug } = must(await open());
    // Asked again it is the same one, and nothing is filled twice.
    expect(must(await open())).toEqual({ slug });

    const organization = await pools().auth.organization.findUniqueOrThrow({ where: { slug } });
    expect(organization).toMatchObject({ name: "Lichtpunt", exampleOf: person.id, isDemo: true });
    const caller = await sessionOf(person.id, slug);
    const today = must(await read(todayRead, caller, {}, { now: NOW }));
    expect(today.openDeals).toBeGreaterThan(0);
    const calls = must(await read(callsToday, caller, {}, { now: NOW }));
    expect(calls.calls.map(({ goal }) => goal).filter(Boolean).length).toBe(calls.calls.length);
    expect(calls.calls.length).toBeGreaterThan(1);
    const { entries } = must(await read(registersList, caller, {}, { now: NOW }));
    expect(entries.filter(({ heard }) => heard > 0).length).toBeGreaterThan(1);
    const job = { kind: "job", orgId: organization.id, actorId: null, as: "job" } as const;
    const count = () => withTenant(job, NOW, (tx) => tx.run.count({ where: { orgId: organization.id } }));
    expect(await count()).toBeGreaterThan(50);
    const members = await pools().auth.membership.findMany({ where: { orgId: organization.id } });
    expect(members.filter(({ userId }) => userId !== null).map(({ userId }) => userId)).toEqual([person.id]);

    must(await execute(throwExampleAway, caller, {}, { now: NOW }));
    expect(await read(todayRead, caller, {}, { now: NOW })).toMatchObject({ ok: false });
    await emptyTrash(organization.id, NOW);
    expect(await count()).toBe(0);
    // The next one is a new one.
    expect(must(await open()).slug).not.toBe(slug);
  });

  it("is one, also when two windows open it at once: the second asks again until it is there", async () => {
    const person = await newPerson();
    const open = (now = NOW) => executeAccount(openExample, person, { locale: "en" }, { now });
    const both = await Promise.all([open(), open()]);
    const opened = both.filter(({ ok }) => ok);
    const waits = both.filter(({ ok }) => !ok);
    expect(opened).toHaveLength(1);
    expect(waits).toMatchObject([{ refusal: { code: "example-opening" } }]);
    const { slug } = must(opened[0] ?? { ok: false });
    expect(must(await open())).toEqual({ slug });
    expect(await pools().auth.organization.count({ where: { exampleOf: person.id } })).toBe(1);
  });

  it("that was broken off is filled on, once that is certain", async () => {
    const person = await newPerson();
    const open = (now: Date) => executeAccount(openExample, person, { locale: "en" }, { now });
    const { slug } = must(await open(NOW));
    const { id } = await pools().auth.organization.findUniqueOrThrow({ where: { slug } });
    const job = { kind: "job", orgId: id, actorId: null, as: "job" } as const;
    await withTenant(job, NOW, (tx) => tx.organization.update({ where: { id }, data: { isDemo: false } }));
    expect(await open(new Date(NOW.getTime() + 59_000))).toMatchObject({
      refusal: { code: "example-opening" },
    });
    expect(must(await open(new Date(NOW.getTime() + 61_000)))).toEqual({ slug });
    expect(await pools().auth.organization.findUnique({ where: { slug } })).toMatchObject({ isDemo: true });
  });

  it("is all that can be thrown away like that, and asks for nothing itself", async () => {
    const world = await newWorld("Real");
    const thrown = await execute(throwExampleAway, world.owner.caller, {}, { now: NOW });
    expect(thrown).toMatchObject({ ok: false, refusal: { code: "not-an-example" } });
  });

  it("is opened by who is signed in", async () => {
    expect(await executeAccount(openExample, null, { locale: "en" })).toMatchObject({ ok: false });
  });
});

describe("the checklist of an organisation", () => {
  it("counts what is there", async () => {
    const world = await newWorld("Begin");
    const list = must(await read(organizationChecklist, world.owner.caller, {}, { now: NOW }));
    expect(list.items.map(({ key, done }) => [key, done])).toEqual([
      ["process", false],
      ["people", true],
      ["deal", false],
      ["step", false],
      ["proof", false],
    ]);
    expect(await read(organizationChecklist, world.rep.caller, {}, { now: NOW })).toMatchObject({
      ok: false,
    });
  });
});
