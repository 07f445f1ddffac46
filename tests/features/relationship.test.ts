import { beforeAll, describe, expect, it } from "vitest";
import * as companies from "@/lib/features/companies/commands";
import { companiesOverview } from "@/lib/features/companies/queries";
import type { RelationshipRecord } from "@/lib/features/companies/view";
import * as deals from "@/lib/features/deals/commands";
import { setVisibility } from "@/lib/features/visibility/commands";
import { execute, read } from "@/lib/platform/execute";
import { newId } from "@/lib/platform/id";
import { publishedProcess } from "@/tests/support/process";
import { NOW, newWorld, type OrgWorld, type Person } from "@/tests/support/world";

let world: OrgWorld;
let foreign: OrgWorld;
let processId: string;

const run = (verb: Parameters<typeof execute>[0], input: unknown, by: Person = world.rep) =>
  execute(verb, by.caller, input, { now: NOW });
const newCompany = async (): Promise<string> => {
  const id = newId();
  await run(companies.createCompany, { id, name: `Company ${id}` });
  return id;
};
const judge = (companyId: string, more: object, by?: Person) =>
  run(
    companies.judgeRelationship,
    { id: newId(), companyId, level: "preferred-supplier", on: "2026-11-20", note: "No tender", ...more },
    by,
  );
const records = async (id: string, by: Person = world.rep): Promise<RelationshipRecord[]> => {
  const result = await read(companiesOverview, by.caller, { id }, { now: NOW });
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value.relationship as RelationshipRecord[];
};
const activityOn = async (companyId: string): Promise<string> => {
  const [id, activityId] = [newId(), newId()];
  await run(deals.createDeal, { id, processId, title: "Sluice", companyId });
  await run(deals.logActivity, { id, activityId, kind: "meeting", note: "Year plan" });
  return activityId;
};

beforeAll(async () => {
  world = await newWorld();
  foreign = await newWorld("Foreign");
  processId = (await publishedProcess(world.org.id)).id;
});

describe("the relationship with a company", () => {
  it("is nothing until somebody judges it, and then the latest day's, with all before it", async () => {
    const id = await newCompany();
    expect(await records(id)).toEqual([]);
    await judge(id, { level: "solutions-consultant", on: "2026-11-10" });
    await judge(id, { level: "approved-vendor", on: "2026-01-05" });
    expect((await records(id)).map(({ level, on, by }) => [level, on, by])).toEqual([
      ["solutions-consultant", "2026-11-10", "Rosa Rep"],
      ["approved-vendor", "2026-01-05", "Rosa Rep"],
    ]);
  });

  it.each([{ note: "" }, { note: "   " }])("is never judged by nothing: %j", async (none) => {
    const id = await newCompany();
    expect(await judge(id, none)).toMatchObject({ refusal: { code: "evidence-needed", field: "note" } });
    expect(await records(id)).toEqual([]);
  });

  it("may rest on an activity with that company, and not on one with another", async () => {
    const [id, other] = [await newCompany(), await newCompany()];
    const activityId = await activityOn(id);
    expect(await judge(id, { note: "", activityId })).toMatchObject({ ok: true });
    expect((await records(id))[0]?.activity).toEqual({ id: activityId, kind: "meeting", on: "2026-11-25" });
    expect(await judge(other, { note: "", activityId })).toMatchObject({ refusal: { code: "not-found" } });
  });

  it("is taken back to what was before", async () => {
    const id = await newCompany();
    await judge(id, { level: "approved-vendor", on: "2026-01-05" });
    const before = await records(id);
    const made = newId();
    await judge(id, { id: made, level: "trusted-partner" });
    expect(await run(companies.withdrawRelationship, { id: made })).toMatchObject({ ok: true });
    expect(await records(id)).toEqual(before);
  });

  it.each([
    ["a day to come", { on: "2026-11-26" }, "day-in-future"],
    ["no level of the field", { level: "friend" }, "invalid-input"],
    ["no day", { on: "2026-02-30" }, "invalid-input"],
    ["a note beyond its length", { note: "x".repeat(1001) }, "invalid-input"],
  ])("refuses %s", async (_, more, code) => {
    expect(await judge(await newCompany(), more)).toMatchObject({ refusal: { code } });
  });

  it("is judged by nobody who only looks, and by no stranger", async () => {
    const id = await newCompany();
    expect(await judge(id, {}, world.viewer)).toMatchObject({ refusal: { code: "not-allowed" } });
    expect(await judge(id, {}, foreign.owner)).toMatchObject({ refusal: { code: "not-found" } });
  });

  it("tells only that there is an activity to who does not see its deal", async () => {
    const id = await newCompany();
    const activityId = await activityOn(id);
    await judge(id, { note: "", activityId });
    const rules = { roles: { manager: "all", rep: "own", viewer: "all" }, commercialRoles: [], teams: [] };
    expect(await run(setVisibility, { version: 1, rules }, world.owner)).toMatchObject({ ok: true });
    expect((await records(id, world.otherRep))[0]?.activity).toEqual({
      id: activityId,
      kind: null,
      on: null,
    });
    expect(await judge(id, { note: "", activityId }, world.otherRep)).toMatchObject({
      refusal: { code: "not-found" },
    });
  });
});
