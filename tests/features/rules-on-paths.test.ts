import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Deviation } from "@/lib/domain/run/events";
import { closeDeal, createDeal, giveEvidence } from "@/lib/features/deals/commands";
import { dealsRead } from "@/lib/features/deals/queries";
import type { DealView } from "@/lib/features/deals/view";
import { closePools } from "@/lib/platform/db/pools";
import { withNewTenant } from "@/lib/platform/db/tenant";
import { execute, read } from "@/lib/platform/execute";
import { newId } from "@/lib/platform/id";
import { newKey } from "@/tests/support/api";
import { type Deal, type Door, doorsOf, PATHS, type Path } from "@/tests/support/doors";
import { DOCUMENT, publishedProcess } from "@/tests/support/process";
import { NOW, newWorld, type OrgWorld } from "@/tests/support/world";

/*
 * Every rule of a deal on every path: each rule is one test, driven through each door in turn. A path without a door does not
 * compile, and a feature that moves or closes deals in a file of its own is one that nobody drove yet.
 */

vi.mock("next/headers", () => import("@/tests/support/headers"));

let world: OrgWorld;
/** One process that asks nothing, and one that wants a reason where the first stage's criterion has no proof. */
let free: string;
let strict: string;
let doors: Record<Path, Door>;
const WHY: Deviation = { reason: "buyer-asked", note: null };

const [first, ...later] = DOCUMENT.stages;
if (!first) throw new Error("the document has stages");
const STRICT = {
  ...DOCUMENT,
  stages: [
    { ...first, criteria: first.criteria.map((each) => ({ ...each, requirement: "reason" as const })) },
    ...later,
  ],
};

beforeEach(async () => {
  world = await newWorld("Rules");
  free = (await publishedProcess(world.org.id)).id;
  strict = (await publishedProcess(world.org.id, { document: STRICT })).id;
  const key = (await newKey(world, "manager")).secret;
  doors = doorsOf({ world, processId: free, key, who: "manager" }, () => deal());
}, 30_000);
afterAll(closePools);

async function deal(processId = free, ownerId = world.manager.id): Promise<Deal> {
  const id = newId();
  const input = { id, processId, ownerId, title: `Deal ${id.slice(-6)}` };
  const made = await execute(createDeal, world.owner.caller, input, { now: NOW });
  if (!made.ok) throw new Error(made.refusal.code);
  return { id, version: 1 };
}

async function view({ id }: Deal): Promise<DealView> {
  const result = await read(dealsRead, world.owner.caller, { id }, { now: NOW });
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

async function asItIs(of: Deal): Promise<object> {
  const { seq, stageKey, status, outcome, closeReason } = await view(of);
  return { seq, stageKey, status, outcome, closeReason };
}

/** What the last event of a kind says. */
const said = async (of: Deal, type: string) =>
  (await view(of)).history.find((each) => each.type === type)?.payload;

const RULES: Record<string, (door: Door) => Promise<void>> = {
  "a reason is kept where one is said, and asked of nobody who may go on without": async (door) => {
    const skipping = await deal();
    const why = door.asksWhy ? (door.says ?? WHY) : null;
    expect(await door.move({ ...skipping, to: "third", ...(why && { why }) })).toBe(null);
    expect(await said(skipping, "run.moved")).toMatchObject({ from: "first", to: "third", deviation: why });
    const silent = await deal();
    expect(await door.move({ ...silent, to: "third" })).toBe(null);
    expect(await said(silent, "run.moved")).toMatchObject({ to: "third", deviation: null });
    if (!door.close) return;
    const lost = await deal();
    expect(await door.close({ ...lost, outcome: "lost", reason: "price" })).toBe(null);
    expect(await view(lost)).toMatchObject({ status: "closed", outcome: "lost", closeReason: "price" });
  },

  "a criterion that asks for a reason is passed with proof or a reason, and otherwise not": async (door) => {
    const bare = await deal(strict);
    const before = await asItIs(bare);
    expect(await door.move({ ...bare, to: "second" })).toBe("exit-needs-reason");
    if (door.close)
      expect(await door.close({ ...bare, outcome: "won", reason: null })).toBe("exit-needs-reason");
    expect(await asItIs(bare)).toEqual(before);
    if (door.asksWhy) {
      const why = door.says ?? WHY;
      expect(await door.move({ ...bare, to: "second", why })).toBe(null);
      expect(await said(bare, "run.moved")).toMatchObject({ deviation: why });
    }
    const proven = await deal(strict);
    const proof = { ...proven, criterionKey: "first-exit", kind: "buyer-confirmed" };
    expect(await execute(giveEvidence, world.owner.caller, proof, { now: NOW })).toMatchObject({ ok: true });
    expect(await door.move({ ...proven, version: 2, to: "second" })).toBe(null);
    expect(await view(proven)).toMatchObject({ stageKey: "second" });
    // What is lost needs no proof: nothing is claimed by it.
    if (!door.close) return;
    const lost = await deal(strict);
    expect(await door.close({ ...lost, outcome: "lost", reason: "price" })).toBe(null);
  },

  "a deal that one does not see is not there, and stays as it is": async (door) => {
    const [mine, hidden] = [await deal(), await deal(free, world.otherRep.id)];
    const ids = [mine.id, hidden.id];
    expect(await door.shows(ids)).toEqual(ids);
    const orgId = world.org.id;
    await withNewTenant(orgId, (tx) =>
      tx.organization.update({ where: { id: orgId }, data: { visibility: { roles: { manager: "team" } } } }),
    );
    const before = await asItIs(hidden);
    // A key of the API owns nothing, and so sees none of them.
    expect(await door.shows(ids)).toEqual(door === doors.API ? [] : [mine.id]);
    const version = (await view(hidden)).version;
    expect(await door.move({ ...hidden, version, to: "second" })).toBe("not-found");
    if (door.close)
      expect(await door.close({ ...hidden, version, outcome: "lost", reason: null })).toBe("not-found");
    expect(await asItIs(hidden)).toEqual(before);
  },

  "a deal ends by its closing alone, once, and a closed one stays where it ended": async (door) => {
    // No stage is an outcome.
    const open = await deal();
    expect(await door.move({ ...open, to: "won" })).not.toBe(null);
    expect(await view(open)).toMatchObject({ status: "open", outcome: null, stageKey: "first" });
    const ended = await deal();
    const lost = { ...ended, outcome: "lost", reason: "price" } as const;
    if (door.close) expect(await door.close(lost)).toBe(null);
    else await execute(closeDeal, world.owner.caller, lost, { now: NOW });
    const before = await asItIs(ended);
    expect(before).toMatchObject({ status: "closed", outcome: "lost" });
    const again = { ...ended, version: (await view(ended)).version };
    expect(await door.move({ ...again, to: "second" })).toBe(door.closed);
    if (door.close) expect(await door.close({ ...again, outcome: "won", reason: null })).toBe(door.closed);
    expect(await asItIs(ended)).toEqual(before);
  },
};

describe.each(PATHS)("by the %s", (path) => {
  it.each(Object.entries(RULES))("%s", (_rule, holds) => holds(doors[path]), 60_000);
});

describe("the doors", () => {
  it("are all there are: nothing else moves or closes a deal", () => {
    // The demo tells a story of its own, in an organisation of its own.
    const turning = readdirSync("lib/features", { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts") && !name.startsWith("demo"))
      .filter((name) =>
        /\b(decideMove|decideClose|moveEvents)\(|type: "run\.(moved|closed)"/.test(
          readFileSync(`lib/features/${name}`, "utf8"),
        ),
      )
      .sort();
    expect(turning).toEqual([
      // Board, deal page, API and offline queue.
      "deals/commands.ts",
      "deals/decisions.ts",
      // List and bulk.
      "deals/many.ts",
      // Import: of a deal that is there, and the past of a new one.
      "imports/change-deal.ts",
      "imports/history.ts",
    ]);
  });
});
