import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listProcesses, readProcess } from "@/app/api/v1/_api/processes";
import * as calls from "@/app/api/v1/calls/route";
import * as deals from "@/app/api/v1/deals/route";
import * as one from "@/app/api/v1/processes/[processId]/route";
import * as processes from "@/app/api/v1/processes/route";
import { archiveProcess, createEmpty, retireVersion } from "@/lib/features/processes/commands";
import { closePools } from "@/lib/platform/db/pools";
import { execute } from "@/lib/platform/execute";
import { newId } from "@/lib/platform/id";
import { ask, newKey } from "../support/api";
import { DOCUMENT, publishedProcess } from "../support/process";
import { NOW, newWorld, type OrgWorld } from "../support/world";

let world: OrgWorld;
let viewer: string;
let manager: string;
const inUse: string[] = [];
let archived: string;
let retired: string;
const drawn = newId();
let theirs: string;

async function must(result: Promise<{ ok: boolean }>) {
  const told = await result;
  if (!told.ok) throw new Error(JSON.stringify(told));
}

beforeAll(async () => {
  const foreign = await newWorld("Foreign");
  world = await newWorld();
  viewer = (await newKey(world, "viewer")).secret;
  manager = (await newKey(world, "manager")).secret;
  const { id } = world.org;
  for (let index = 0; index < 5; index++) inUse.push((await publishedProcess(id)).id);
  inUse.push((await publishedProcess(id, { category: "call" })).id);
  const by = world.owner.caller;
  archived = (await publishedProcess(id)).id;
  await must(execute(archiveProcess, by, { processId: archived }, { now: NOW }));
  const out = await publishedProcess(id);
  retired = out.id;
  await must(execute(retireVersion, by, { processId: out.id, versionId: out.versionId }, { now: NOW }));
  const empty = { id: drawn, name: { en: "Drawn" }, category: "account", style: "transactional" } as const;
  await must(execute(createEmpty, by, empty, { now: NOW }));
  theirs = (await publishedProcess(foreign.org.id)).id;
});
afterAll(closePools);

type Row = { id: string; category: string; published: { stages: { key: string }[] } };
type Page = { processes: Row[]; total: number; next: string | null };
const list = (query: Record<string, string> = {}) => ask(processes, {}, { key: viewer, query });
const pick = ({ key, name }: { key: string; name: unknown }) => ({ key, name });
const STAGES = DOCUMENT.stages.map((stage) => ({
  ...pick(stage),
  steps: stage.steps.map((step) => ({ ...pick(step), importance: step.importance })),
}));

describe("processes over the API", () => {
  it("are those that deals can be put on, with the stages and steps of what is published", async () => {
    const { status, body } = await list();
    expect(status).toBe(200);
    expect(listProcesses.answer?.parse(body)).toEqual(body);
    const { processes: rows, total, next } = body as Page;
    expect({ total, next }).toEqual({ total: inUse.length, next: null });
    expect(rows.map(({ id }) => id).sort()).toEqual([...inUse].sort());
    expect(rows.find(({ id }) => id === inUse[0])).toEqual({
      id: inUse[0],
      name: { en: "Process", nl: "Process" },
      category: "opportunity",
      published: { number: 1, stages: STAGES },
    });
    expect(rows.find(({ category }) => category === "call")?.id).toBe(inUse.at(-1));
  });

  it("come whole by following the cursor, none twice", async () => {
    const seen: string[] = [];
    let next: string | null = null;
    do {
      const page: Page = (await list({ limit: "2", ...(next && { after: next }) })).body as Page;
      expect(page).toMatchObject({ total: inUse.length, processes: { length: 2 } });
      seen.push(...page.processes.map(({ id }) => id));
      next = page.next;
    } while (next && seen.length < 20);
    expect(seen.sort()).toEqual([...inUse].sort());
    expect(await list({ after: "x" })).toMatchObject({ status: 422, body: { field: "after" } });
  });

  it("are read one by one; what is not in use says so, what is only drawn is not there for who reads", async () => {
    const read = async (processId: string, key = viewer) => {
      const { status, body } = await ask(one, { processId }, { key });
      if (status === 200) expect(readProcess.answer?.parse(body)).toEqual(body);
      return { status, body };
    };
    const [row] = ((await list()).body as Page).processes;
    expect(await read(row?.id ?? "")).toEqual({ status: 200, body: { ...row, archived: false } });
    expect((await read(archived)).body).toMatchObject({ archived: true });
    expect((await read(retired)).body).toMatchObject({ archived: false, published: null });
    expect((await read(drawn)).status).toBe(404);
    expect((await read(drawn, manager)).body).toMatchObject({ published: null });
    expect((await read(theirs)).status).toBe(404);
    expect((await read(newId())).status).toBe(404);
  });

  it("lead a new organisation to its first deal", async () => {
    const post = (processId?: string, more = {}) => {
      const body = { processId, title: "First", companyName: "Acme", ownerId: world.rep.id, ...more };
      return ask(deals, {}, { key: manager, method: "POST", body });
    };
    const where = expect.stringContaining("GET /api/v1/processes");
    expect(await post()).toMatchObject({
      status: 422,
      body: { code: "invalid-input", field: "processId", detail: where },
    });
    for (const not of [theirs, archived, retired, newId()])
      expect((await post(not)).body).toMatchObject({
        ...{ code: "process-not-published", field: "processId", detail: where },
      });
    // What is wrong elsewhere is not sent there.
    expect(JSON.stringify((await post(inUse[0], { title: "" })).body)).not.toContain("/processes");
    const [row] = ((await list()).body as Page).processes;
    expect((await post(row?.id, { stageKey: row?.published.stages[1]?.key })).status).toBe(201);
  });

  it("are where a new call is sent to for its process", async () => {
    const body = { dealId: newId(), processId: "sales", when: { day: "2026-11-26", minutes: 600 } };
    const told = await ask(calls, {}, { key: manager, method: "POST", body });
    expect(told.body).toMatchObject({
      ...{ field: "processId", detail: expect.stringContaining("GET /api/v1/processes") },
    });
  });
});
