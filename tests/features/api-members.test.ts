import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as deals from "@/app/api/v1/deals/route";
import * as members from "@/app/api/v1/members/route";
import * as processes from "@/app/api/v1/processes/route";
import { closePools } from "@/lib/platform/db/pools";
import { newId } from "@/lib/platform/id";
import { ask, newKey } from "../support/api";
import { publishedProcess } from "../support/process";
import { newWorld, type OrgWorld } from "../support/world";

let world: OrgWorld;
let manager: string;
let viewer: string;

beforeAll(async () => {
  world = await newWorld();
  await publishedProcess(world.org.id);
  manager = (await newKey(world, "manager")).secret;
  viewer = (await newKey(world, "viewer")).secret;
});
afterAll(closePools);

type Row = { id: string; name: string; role: string; status: string };
const listed = async (key: string) =>
  (await ask(members, {}, { key })).body as { members: Row[]; more: number };

describe("members over the API", () => {
  it("are the organisation's own, by id, name, role and status and nothing else", async () => {
    await newWorld("Foreign");
    const { members: rows, more } = await listed(viewer);
    const { owner, manager: lead, rep, otherRep, viewer: reader } = world;
    expect(rows.map(({ id }) => id).sort()).toEqual(
      [owner, lead, rep, otherRep, reader].map(({ id }) => id).sort(),
    );
    for (const row of rows) expect(Object.keys(row)).toEqual(["id", "name", "role", "status"]);
    expect(more).toBe(0);
  });

  it("and the processes are all that a key needs to make the first deal", async () => {
    const { body } = await ask(processes, {}, { key: manager });
    const [process] = (body as { processes: { id: string }[] }).processes;
    const owner = (await listed(manager)).members.find(({ role }) => role === "rep");
    const make = (ownerId?: string) =>
      ask(
        deals,
        {},
        {
          key: manager,
          method: "POST",
          body: { id: newId(), processId: process?.id, title: "First", ownerId },
        },
      );
    expect(await make(owner?.id)).toMatchObject({ status: 201 });
    expect(await make(newId())).toMatchObject({
      status: 422,
      body: { detail: expect.stringContaining("GET /api/v1/members") },
    });
  });
});
