import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { refuse } from "@/lib/domain/shared/result";
import { createApiKey, revokeApiKey } from "@/lib/features/api-keys/commands";
import { createTeam } from "@/lib/features/members/commands";
import { apiKeyCaller } from "@/lib/platform/auth/api-key";
import { type Tx, withNewTenant } from "@/lib/platform/db/tenant";
import { execute } from "@/lib/platform/execute";
import { rawEndpoint, serve } from "@/lib/platform/http/endpoint";
import { isSameSite } from "@/lib/platform/http/respond";
import { newId } from "@/lib/platform/id";
import { log } from "@/lib/platform/log";
import { command } from "@/lib/platform/verb";
import { NOW, newWorld, type OrgWorld } from "../support/world";

let world: OrgWorld;
beforeAll(async () => {
  world = await newWorld();
});

/** A command that the database refuses with `state` the first times, after it wrote something. */
function failing(state: string, times: number) {
  let calls = 0;
  return command({
    name: "test.failing",
    input: z.strictObject({}),
    can: "organization.read",
    async run({ tx, ctx }) {
      calls++;
      await tx.team.create({ data: { orgId: ctx.org.id, id: newId(), name: `${state} ${times}` } });
      if (calls <= times)
        await tx.$executeRawUnsafe(`do $$ begin raise exception 'again' using errcode = '${state}'; end $$`);
      return { calls };
    },
  });
}

describe("a command that the database could not fit in beside others", () => {
  it.each(["40001", "40P01"])("is tried again after %s and counts once", async (state) => {
    const result = await execute(failing(state, 2), world.viewer.caller, {}, { now: NOW });
    expect(result).toEqual({ ok: true, value: { calls: 3 } });
    const made = await withNewTenant(world.org.id, (tx) => tx.team.count({ where: { name: `${state} 2` } }));
    expect(made).toBe(1);
  });

  it("is not tried for ever, and a fault of ours not at all", async () => {
    const tries = (state: string) => execute(failing(state, 9), world.viewer.caller, {}, { now: NOW });
    await expect(tries("40P01")).rejects.toThrow();
    await expect(tries("P0001")).rejects.toThrow();
  });
});

it("what the database finds wrong with our own work is a fault and not 'not found'", async () => {
  const broken = command({
    name: "test.broken",
    input: z.strictObject({}),
    can: "organization.read",
    run: ({ tx, ctx }) => tx.organization.update({ where: { id: ctx.org.id }, data: { currency: "euro" } }),
  });
  await expect(execute(broken, world.viewer.caller, {}, { now: NOW })).rejects.toThrow("check constraint");
});

describe("what the database refuses and a client reads as 'not found'", () => {
  const warn = vi.spyOn(log, "warn").mockImplementation(() => {});
  beforeEach(() => warn.mockClear());
  afterAll(() => warn.mockRestore());
  const secret = newId();
  const refused = (run: (tx: Tx, orgId: string) => Promise<unknown>) =>
    execute(
      command({
        name: "test.refused",
        input: z.strictObject({}),
        can: "organization.read",
        run: ({ tx, ctx }) => run(tx, ctx.org.id),
      }),
      world.viewer.caller,
      {},
      { now: NOW },
    );

  it.each([
    [
      "23503",
      (tx: Tx, orgId: string) =>
        tx.membership.updateMany({ where: { orgId, name: "Rosa Rep" }, data: { teamId: secret } }),
    ],
    [
      "23503",
      (tx: Tx, orgId: string) =>
        tx.$executeRaw`update membership set team_id = ${secret}::uuid where org_id = ${orgId}::uuid and name = 'Rosa Rep'`,
    ],
    ["42501", (tx: Tx) => tx.team.create({ data: { orgId: secret, id: secret, name: "Theirs" } })],
    ["42501", (tx: Tx) => tx.$executeRaw`delete from event`],
  ])("is logged with its state %s and no values", async (state, run) => {
    expect(await refused(run)).toEqual({ ok: false, refusal: refuse("not-found") });
    expect(warn.mock.calls).toEqual([[{ verb: "test.refused", state }, expect.any(String)]]);
  });

  it("is not logged when a row is merely not there", async () => {
    const run = (tx: Tx, orgId: string) =>
      tx.team.update({ where: { orgId_id: { orgId, id: secret } }, data: { name: "Gone" } });
    expect(await refused(run)).toEqual({ ok: false, refusal: refuse("not-found") });
    expect(warn).not.toHaveBeenCalled();
  });
});

describe("what a client may send", () => {
  it("but no column holds is refused, not a fault", async () => {
    const input = { id: newId(), name: "North\u0000West" };
    const result = await execute(createTeam, world.owner.caller, input, { now: NOW });
    expect(result).toMatchObject({ ok: false, refusal: { code: "invalid-input" } });
  });

  it.each([
    ["of our own", "http://koers.test", true],
    ["of another host", "http://other.test", false],
    ["of a sandboxed page", "null", false],
    ["that is no address", "koers.test", false],
  ])("with an origin %s", (_, origin, same) => {
    const request = new Request("http://koers.test/", { headers: { origin, host: "koers.test" } });
    expect(isSameSite(request)).toBe(same);
  });
});

it("an API request that is done is answered so, also when its key could not be noted any more", async () => {
  const id = newId();
  const made = await execute(createApiKey, world.owner.caller, { id, name: "Brief", role: "viewer" });
  if (!made.ok) throw new Error(made.refusal.code);
  const authorization = `Bearer ${made.value.secret}`;
  const handler = serve(
    rawEndpoint({
      method: "GET",
      path: "/brief",
      tag: "test",
      summary: "Revokes its own key",
      input: z.object({}),
      body: "none",
      answer: z.object({}),
      run: async () => execute(revokeApiKey, world.owner.caller, { id }),
    }),
  );
  const request = new Request("http://koers.test/api/v1/brief", { headers: { authorization } });
  expect(apiKeyCaller(request)).not.toBeNull();
  const response = await handler(request, { params: Promise.resolve({}) });
  expect(response.status).toBe(200);
});
