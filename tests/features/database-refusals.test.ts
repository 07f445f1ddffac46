import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { type Refusal, refuse } from "@/lib/domain/shared/result";
import { VERBS } from "@/lib/features/registry";
import { PrismaClient } from "@/lib/platform/db/generated/client";
import { closePools } from "@/lib/platform/db/pools";
import { type Tx, withNewTenant } from "@/lib/platform/db/tenant";
import { env } from "@/lib/platform/env";
import { execute } from "@/lib/platform/execute";
import { respondProblem } from "@/lib/platform/http/problem";
import { respond } from "@/lib/platform/http/respond";
import { newId } from "@/lib/platform/id";
import { refusalOf, statusOf } from "@/lib/platform/refusals";
import type { Command } from "@/lib/platform/verb";
import { publishedProcess } from "@/tests/support/process";
import { NOW, newWorld, type OrgWorld } from "@/tests/support/world";

let world: OrgWorld;
let processId: string;
let dealId: string;
beforeEach(async () => {
  world = await newWorld();
  processId = (await publishedProcess(world.org.id)).id;
  dealId = newId();
  await must("deal.create", { id: dealId, processId, title: "Crane", ownerId: world.rep.id });
});
afterAll(closePools);

const ask = (name: string, input: object) =>
  execute(VERBS.get(name) as Command, world.owner.caller, input, { now: NOW });

async function must(name: string, input: object): Promise<void> {
  const done = await ask(name, input);
  if (!done.ok) throw new Error(`${name}: ${done.refusal.code}`);
}

describe("half an emoji", () => {
  it("is refused in words, wherever somebody types on a deal", async () => {
    const half = "Crane \ud83d";
    const at = async (name: string, input: object) => {
      const done = await ask(name, input);
      return done.ok ? null : [done.refusal.code, done.refusal.field, done.refusal.params?.detail];
    };
    const said = (field: string) => ["invalid-input", field, "holds a character that cannot be kept"];
    const deal = { id: newId(), processId, title: "Hoist" };
    const change = { id: dealId, version: 1 };
    expect(await at("deal.create", { ...deal, title: half })).toEqual(said("title"));
    expect(await at("deal.create", { ...deal, companyName: half })).toEqual(said("companyName"));
    expect(await at("deal.edit", { ...change, fields: { segment: half } })).toEqual(said("fields.segment"));
    expect(await at("deal.close", { ...change, outcome: "lost", note: half })).toEqual(said("note"));
    const back = { deviation: { reason: null, note: half } };
    expect(await at("deal.move", { ...change, to: "third", ...back })).toEqual(said("deviation.note"));
    const log = { id: dealId, activityId: newId(), kind: "note", note: half };
    expect(await at("deal.log-activity", log)).toEqual(said("note"));
    const many = { deals: [{ ...change, stageKey: "third" }], ...back };
    expect(await at("deal.change-many", many)).toEqual(said("deviation.note"));
    expect(await at("company.create", { id: newId(), name: half })).toEqual(said("name"));
    await must("deal.edit", { ...change, fields: { title: "Crane \ud83d\ude80" } });
  });

  it("that slips through is no deal that is not there; a malformed id is", async () => {
    const asked = (ask: (tx: Tx) => Promise<unknown>) =>
      withNewTenant(world.org.id, ask).then(
        () => null,
        (error) => refusalOf(error, "test")?.code,
      );
    const json = JSON.stringify({ title: "\ud83d" });
    expect(await asked((tx) => tx.$queryRaw`select app.write_runs(${json}::jsonb)::text`)).toBe(
      "invalid-input",
    );
    expect(await asked((tx) => tx.$queryRaw`select id from run where id = ${"x"}::uuid`)).toBe("not-found");
  });
});

describe("a row that somebody else holds for long", () => {
  it("is refused as something to try again, with a status that says so", async () => {
    const orgId = world.org.id;
    let refused: Refusal | null = null;
    await withNewTenant(orgId, async (tx) => {
      await tx.$queryRaw`select id from run where id = ${dealId}::uuid for update`;
      await withNewTenant(orgId, async (other) => {
        await other.$executeRaw`set local lock_timeout = '1ms'`;
        await other.$queryRaw`select id from run where id = ${dealId}::uuid for update`;
      }).catch((error) => {
        refused = refusalOf(error, "test");
      });
    });
    expect(refused).toEqual({ refused: true, code: "busy" });
    expect(statusOf(refuse("busy"))).toBe(503);
  });

  it("says at both doors when to try again, and what time does not mend does not", async () => {
    const api = (code: string) => respondProblem(refuse(code), new Request("http://localhost/api/v1/deals"));
    const page = (code: string) => respond({ ok: false, refusal: refuse(code) });
    for (const answer of [api, page]) {
      expect(answer("busy").status).toBe(503);
      expect(answer("busy").headers.get("retry-after")).toBe("5");
      for (const code of ["stale", "not-found", "failed"])
        expect(answer(code).headers.has("retry-after"), code).toBe(false);
    }
    const limited = respond({ ok: false, refusal: refuse("too-many-attempts", { seconds: 40 }) });
    expect([limited.status, limited.headers.get("retry-after")]).toEqual([429, "40"]);
  });
});

describe("a connection that does not come free in time", () => {
  it("is something to try again, too, however it was asked for", async () => {
    const connectionString = env().APP_DATABASE_URL;
    const pool = new pg.Pool({ connectionString, max: 1, connectionTimeoutMillis: 1000 });
    const only = await pool.connect();
    const told = (work: Promise<unknown>) =>
      work.then(
        () => null,
        (error) => refusalOf(error, "test")?.code ?? error.message,
      );
    const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
    expect(await told(pool.connect())).toBe("busy");
    expect(await told(prisma.$transaction(async () => {}, { maxWait: 100 }))).toBe("busy");
    only.release();
    await prisma.$disconnect();
    await pool.end();
  });
});
