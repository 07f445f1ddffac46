import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { changeManyDeals, createDeal, editDeal } from "@/lib/features/deals/commands";
import { closePools } from "@/lib/platform/db/pools";
import { execute } from "@/lib/platform/execute";
import { newId } from "@/lib/platform/id";
import { publishedProcess } from "@/tests/support/process";
import { NOW, newWorld, type OrgWorld } from "@/tests/support/world";

let world: OrgWorld;
let processId: string;
const TODAY = NOW.toISOString().slice(0, 10);
const year = Number(TODAY.slice(0, 4));
const BEFORE = `${year - 1}-06-30`;
const AFTER = `${year + 1}-06-30`;

beforeAll(async () => {
  world = await newWorld("Closes");
  processId = (await publishedProcess(world.org.id)).id;
});
afterAll(closePools);

const create = (more: object) => {
  const input = { id: newId(), processId, title: "Pumps", ownerId: world.rep.id, ...more };
  return execute(createDeal, world.rep.caller, input as never, { now: NOW });
};
const codeOf = (result: Awaited<ReturnType<typeof create>>) => (result.ok ? null : result.refusal.code);

describe("the expected close of a deal", () => {
  it.each([
    ["tomorrow's year", { expectedClose: AFTER }, null],
    ["a day before it began", { expectedClose: BEFORE }, "close-before-opened"],
    ["year 1", { expectedClose: "0001-01-01" }, "close-too-far"],
    ["year 9999", { expectedClose: "9999-12-31" }, "close-too-far"],
    [
      "a day of before today, of a deal that began earlier",
      { expectedClose: BEFORE, occurred: { day: `${year - 1}-01-15`, at: null } },
      null,
    ],
  ])("as it is made: %s", async (_, input, code) => {
    expect(codeOf(await create(input))).toBe(code);
  });

  it("as it is edited, alone or with others, says which field and leaves the deal as it was", async () => {
    const made = await create({});
    if (!made.ok) throw new Error(made.refusal.code);
    const { id } = made.value;
    const set = (expectedClose: string) =>
      execute(
        editDeal,
        world.rep.caller,
        { id, version: 1, fields: { expectedClose, title: "Other" } },
        { now: NOW },
      );
    for (const day of [BEFORE, "9999-12-31"])
      expect(await set(day)).toMatchObject({ ok: false, refusal: { field: "expectedClose" } });
    const many = (expectedClose: string) =>
      execute(
        changeManyDeals,
        world.rep.caller,
        { deals: [{ id, version: 1, expectedClose }] },
        { now: NOW },
      );
    expect(await many(BEFORE)).toMatchObject({
      ok: true,
      value: { changed: [], refused: [{ id, title: "Pumps", refusal: { code: "close-before-opened" } }] },
    });
    expect(await many(AFTER)).toMatchObject({
      ok: true,
      value: { changed: [{ id, version: 1 }].map(() => ({ id })) },
    });
  });
});
