import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as deals from "@/lib/features/deals/commands";
import { dealsSimilar } from "@/lib/features/deals/queries";
import { closePools } from "@/lib/platform/db/pools";
import { withNewTenant } from "@/lib/platform/db/tenant";
import { execute, read } from "@/lib/platform/execute";
import { newId } from "@/lib/platform/id";
import { publishedProcess } from "../support/process";
import { NOW, newWorld, type OrgWorld, type Person } from "../support/world";

let world: OrgWorld;
let processId: string;
const at = (days: number) => new Date(NOW.getTime() + days * 86_400_000);
const euros = (amount: number) => ({ minor: amount * 100, currency: "EUR" });

beforeAll(async () => {
  world = await newWorld();
  processId = (await publishedProcess(world.org.id)).id;
});
afterAll(closePools);

async function must<T>(done: Promise<{ ok: true; value: T } | { ok: false; refusal: { code: string } }>) {
  const result = await done;
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}
async function opened(more: object, by = world.rep): Promise<string> {
  const id = newId();
  const input = { id, processId, title: "Deal", ...more };
  await must(execute(deals.createDeal, by.caller, input, { now: NOW }));
  return id;
}
const move = (id: string, version: number, to: string, days: number) =>
  must(execute(deals.moveDeal, world.rep.caller, { id, version, to }, { now: at(days) }));
const close = (id: string, version: number, outcome: string, days: number) =>
  must(execute(deals.closeDeal, world.rep.caller, { id, version, outcome }, { now: at(days) }));
const similar = (id: string) => must(read(dealsSimilar, world.rep.caller, { id }, { now: at(30) }));

describe("won deals like this one", () => {
  it("come with what they share and the days they took in each stage", async () => {
    const mine = await opened({ segment: "Steel", amount: euros(1_000) });
    expect(await similar(mine)).toEqual({ looked: 0, deals: [] });

    const like = await opened({ segment: "steel", amount: euros(1_500), companyName: "Acme" });
    await move(like, 1, "third", 4);
    await move(like, 2, "first", 6);
    await move(like, 3, "third", 7);
    await close(like, 4, "won", 10);
    const lost = await opened({ segment: "Steel" });
    await close(lost, 1, "lost", 3);
    const unlike = await opened({ segment: "Wood" });
    await close(unlike, 1, "won", 3);

    const found = await similar(mine);
    expect(found.looked).toBe(2);
    expect(found.deals).toEqual([
      {
        id: like,
        title: "Deal",
        company: "Acme",
        shared: ["segment", "amount"],
        closedOn: expect.any(String),
        days: 10,
        stages: { first: 5, third: 5 },
      },
    ]);
  });

  it("are three at most, the most alike first, and none that one does not see", async () => {
    processId = (await publishedProcess(world.org.id)).id;
    const mine = await opened({ segment: "Steel", amount: euros(1_000) });
    const won = async (more: object, by: Person) => {
      const id = await opened({ segment: "Steel", ...more }, by);
      await must(execute(deals.closeDeal, by.caller, { id, version: 1, outcome: "won" }, { now: at(3) }));
      return id;
    };
    const own: string[] = [];
    for (let n = 0; n < 4; n++) own.push(await won({}, world.rep));
    const nearest = await won({ amount: euros(1_000) }, world.otherRep);
    const all = await similar(mine);
    expect([all.looked, all.deals.length, all.deals[0]?.id]).toEqual([5, 3, nearest]);
    await withNewTenant(world.org.id, (tx) =>
      tx.organization.update({
        where: { id: world.org.id },
        data: { visibility: { roles: { rep: "own" } } },
      }),
    );
    const seen = await similar(mine);
    expect([seen.looked, seen.deals.length]).toEqual([4, 3]);
    expect(seen.deals.every(({ id }) => own.includes(id))).toBe(true);
  });
});
