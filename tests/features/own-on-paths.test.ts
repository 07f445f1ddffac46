import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { createDeal } from "@/lib/features/deals/commands";
import { dealsRead } from "@/lib/features/deals/queries";
import { closePools } from "@/lib/platform/db/pools";
import { withNewTenant } from "@/lib/platform/db/tenant";
import { execute, read } from "@/lib/platform/execute";
import { newId } from "@/lib/platform/id";
import { newKey } from "@/tests/support/api";
import { type Deal, type Door, doorsOf, PATHS, type Path } from "@/tests/support/doors";
import { publishedProcess } from "@/tests/support/process";
import { NOW, newWorld, type OrgWorld } from "@/tests/support/world";

/*
 * Reps change only their own deals, on every path: `rules-on-paths` says what holds of a deal, this what holds of who comes. The key of
 * the API is a rep's too; it owns nothing, so that none is its own.
 */
vi.mock("next/headers", () => import("@/tests/support/headers"));

let world: OrgWorld;
let processId: string;
/** Whose the deals are that stand by where many are moved at once. */
let beside: string;
let doors: Record<Path, Door>;

beforeEach(async () => {
  world = await newWorld("Own");
  processId = (await publishedProcess(world.org.id)).id;
  const key = (await newKey(world, "rep")).secret;
  beside = world.rep.id;
  doors = doorsOf({ world, processId, key, who: "rep" }, () => deal(beside));
}, 30_000);
afterAll(closePools);

async function deal(ownerId: string): Promise<Deal> {
  const id = newId();
  const input = { id, processId, ownerId, title: `Deal ${id.slice(-6)}` };
  const made = await execute(createDeal, world.owner.caller, input, { now: NOW });
  if (!made.ok) throw new Error(made.refusal.code);
  return { id, version: 1 };
}

async function asItIs({ id }: Deal): Promise<object> {
  const result = await read(dealsRead, world.owner.caller, { id }, { now: NOW });
  if (!result.ok) throw new Error(result.refusal.code);
  const { version, seq, stageKey, status, outcome } = result.value;
  return { version, seq, stageKey, status, outcome };
}

const repsSee = (rep: "own" | "all") =>
  withNewTenant(world.org.id, (tx) =>
    tx.organization.update({ where: { id: world.org.id }, data: { visibility: { roles: { rep } } } }),
  );

/** What a path says to a rep of their own deal, of one of a colleague, and of one that they do not see; null is done. */
type Says = Record<"own" | "others" | "unseen", string | null>;
const SAYS: Says = { own: null, others: "not-yours", unseen: "not-found" };
const OF: Partial<Record<Path, Says>> = {
  // Files are imported by who manages; then by nobody else, whatever is in them.
  import: { own: "not-allowed", others: "not-allowed", unseen: "not-allowed" },
  API: { own: "not-yours", others: "not-yours", unseen: "not-found" },
};

describe.each(PATHS)("a rep by the %s", (path) => {
  const says = OF[path] ?? SAYS;

  it("moves and ends their own, and no colleague's", async () => {
    const door = doors[path];
    for (const [ownerId, code] of [
      [world.rep.id, says.own],
      [world.otherRep.id, says.others],
      [world.manager.id, says.others],
    ] as const) {
      const moving = await deal(ownerId);
      const before = await asItIs(moving);
      expect(await door.move({ ...moving, to: "second" })).toBe(code);
      if (code === null) expect(await asItIs(moving)).toMatchObject({ version: 2, stageKey: "second" });
      else expect(await asItIs(moving)).toEqual(before);
      if (!door.close) continue;
      const ending = await deal(ownerId);
      expect(await door.close({ ...ending, outcome: "lost", reason: "price" })).toBe(code);
      if (code === null) expect(await asItIs(ending)).toMatchObject({ status: "closed", outcome: "lost" });
      else expect(await asItIs(ending)).toEqual(before);
    }
  });

  it("is told nothing of one that they do not see, not even that it is another's", async () => {
    const door = doors[path];
    const [mine, hidden] = [await deal(world.rep.id), await deal(world.otherRep.id)];
    const ids = [mine.id, hidden.id];
    const shown = path === "import" ? [] : ids;
    expect(await door.shows(ids)).toEqual(shown);
    await repsSee("own");
    expect(await door.shows(ids)).toEqual(path === "API" ? [] : shown.slice(0, 1));
    const before = await asItIs(hidden);
    expect(await door.move({ ...hidden, to: "second" })).toBe(says.unseen);
    if (door.close) expect(await door.close({ ...hidden, outcome: "won", reason: null })).toBe(says.unseen);
    // Nor does it differ from one that never was.
    expect(await door.move({ id: newId(), version: 1, to: "second" })).toBe(
      path === "import" ? "not-allowed" : "not-found",
    );
    expect(await asItIs(hidden)).toEqual(before);
  });

  it("changes nothing once they may only look", async () => {
    const door = doors[path];
    const mine = await deal(world.rep.id);
    const { id } = world.rep;
    beside = world.manager.id;
    await withNewTenant(world.org.id, async (tx) => {
      await tx.membership.update({
        where: { orgId_id: { orgId: world.org.id, id } },
        data: { role: "viewer" },
      });
      await tx.$executeRaw`update api_key set role = 'viewer' where org_id = ${world.org.id}::uuid`;
    });
    const before = await asItIs(mine);
    expect(await door.move({ ...mine, to: "second" })).toBe("not-allowed");
    expect(await asItIs(mine)).toEqual(before);
  });
});
