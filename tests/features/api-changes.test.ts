import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as company from "@/app/api/v1/companies/[id]/route";
import * as companies from "@/app/api/v1/companies/route";
import * as contact from "@/app/api/v1/contacts/[id]/route";
import * as contacts from "@/app/api/v1/contacts/route";
import * as activities from "@/app/api/v1/deals/[id]/activities/route";
import * as close from "@/app/api/v1/deals/[id]/close/route";
import * as criteria from "@/app/api/v1/deals/[id]/criteria/[criterionKey]/route";
import * as move from "@/app/api/v1/deals/[id]/move/route";
import * as reopen from "@/app/api/v1/deals/[id]/reopen/route";
import * as restore from "@/app/api/v1/deals/[id]/restore/route";
import * as deal from "@/app/api/v1/deals/[id]/route";
import * as complete from "@/app/api/v1/deals/[id]/steps/[stepKey]/complete/route";
import * as undo from "@/app/api/v1/deals/[id]/steps/[stepKey]/undo/route";
import * as waive from "@/app/api/v1/deals/[id]/steps/[stepKey]/waive/route";
import * as deals from "@/app/api/v1/deals/route";
import { closePools } from "@/lib/platform/db/pools";
import { newId } from "@/lib/platform/id";
import { ask, newKey } from "../support/api";
import { DOCUMENT, publishedProcess } from "../support/process";
import { newWorld, type OrgWorld } from "../support/world";

type Body = Record<string, unknown>;
let world: OrgWorld;
let key: string;
let processId: string;

beforeAll(async () => {
  world = await newWorld();
  key = (await newKey(world, "manager")).secret;
  const stages = DOCUMENT.stages.map((stage) => ({
    ...stage,
    criteria: stage.criteria.map((criterion) => ({ ...criterion, requirement: "reason" as const })),
  }));
  processId = (await publishedProcess(world.org.id, { document: { ...DOCUMENT, stages } })).id;
});
afterAll(closePools);

const send = (
  route: Record<string, unknown>,
  params: Record<string, string>,
  body: object,
  more: { method?: string; headers?: Record<string, string> } = {},
) => ask(route, params, { key, method: "POST", body, ...more });
const drop = (route: Record<string, unknown>, params: Record<string, string>, version: number) =>
  ask(route, params, { key, method: "DELETE", query: { version: String(version) } });
const readDeal = async (id: string) => (await ask(deal, { id }, { key })).body as Body;
const newDeal = () => ({ processId, title: "Over the wire", companyName: "Acme", ownerId: world.rep.id });

async function made(): Promise<string> {
  const answer = await send(deals, {}, newDeal());
  expect(answer).toMatchObject({ status: 201, body: { version: 1 } });
  return (answer.body as { id: string }).id;
}

describe("deals are changed over the API", () => {
  it("made without an id, once per idempotency key", async () => {
    const headers = { "idempotency-key": newId() };
    const first = await send(deals, {}, newDeal(), { headers });
    expect(await send(deals, {}, newDeal(), { headers })).toMatchObject({ status: 201, body: first.body });
    expect(await made()).not.toBe((first.body as { id: string }).id);
    const { ownerId: _, ...nobodys } = newDeal();
    expect((await send(deals, {}, nobodys)).body).toMatchObject({ code: "owner-unknown", field: "ownerId" });
  });

  it("edited, moved, closed and opened again under the rules of the board", async () => {
    const id = await made();
    const edited = await send(
      deal,
      { id },
      { version: 1, fields: { title: "Renamed" } },
      { method: "PATCH" },
    );
    expect(edited).toMatchObject({ status: 200, body: { version: 2 } });
    const stale = await send(deal, { id }, { version: 1, fields: { title: "Late" } }, { method: "PATCH" });
    expect(stale).toMatchObject({ status: 409, body: { code: "stale" } });

    const asked = await send(move, { id }, { version: 2, to: "second" });
    expect(asked.body).toMatchObject({ code: "exit-needs-reason", current: { criteria: ["first-exit"] } });
    const deviation = { reason: "buyer-asked" };
    expect(await send(move, { id }, { version: 2, to: "second", deviation })).toMatchObject({ status: 200 });
    const won = await send(close, { id }, { version: 3, outcome: "won" });
    expect(won.body).toMatchObject({
      code: "exit-needs-reason",
      current: { criteria: ["second-exit", "third-exit"] },
    });
    expect(await send(close, { id }, { version: 3, outcome: "lost", reason: "price" })).toMatchObject({
      status: 200,
    });
    expect(await readDeal(id)).toMatchObject({ status: "closed", outcome: "lost", title: "Renamed" });
    expect(await send(reopen, { id }, { version: 4, stageKey: "second" })).toMatchObject({ status: 200 });
    expect(await readDeal(id)).toMatchObject({ status: "open", stageKey: "second", version: 5 });
  });

  it("worked step by step, with evidence that can be withdrawn", async () => {
    const id = await made();
    const { stages } = (await readDeal(id)) as { stages: { steps: { key: string }[] }[] };
    const [first, second] = stages.flatMap(({ steps }) => steps.map(({ key: step }) => step));
    if (!first || !second) throw new Error("the process has two steps");
    const step = (stepKey: string) => ({ id, stepKey });
    expect(await send(complete, step(first), { version: 1 })).toMatchObject({ body: { version: 2 } });
    expect(await send(undo, step(first), { version: 2 })).toMatchObject({ body: { version: 3 } });
    expect(await send(waive, step(first), { version: 3 })).toMatchObject({ body: { version: 4 } });
    expect((await send(complete, step("nowhere"), { version: 4 })).body).toMatchObject({
      code: "step-unknown",
    });
    const log = { kind: "call", note: "Talked", stepKey: second };
    const headers = { "idempotency-key": newId() };
    const logged = await send(activities, { id }, log, { headers });
    expect(logged).toMatchObject({ status: 201, body: { version: 5 } });
    expect((await send(activities, { id }, log, { headers })).body).toEqual(logged.body);
    const proof = { id, criterionKey: "first-exit" };
    const given = { version: 5, kind: "buyer-confirmed" };
    expect(await send(criteria, proof, given, { method: "PUT" })).toMatchObject({ body: { version: 6 } });
    expect(await drop(criteria, proof, 6)).toMatchObject({ status: 200, body: { version: 7 } });
    const seen = (await readDeal(id)) as { activities: unknown[]; stages: { criteria: Body[] }[] };
    expect(seen.activities).toHaveLength(1);
    expect(seen.stages[0]?.criteria[0]).toMatchObject({ requirement: "reason", given: null });
  });

  it("thrown away and restored", async () => {
    const id = await made();
    expect(await drop(deal, { id }, 1)).toMatchObject({ status: 200 });
    const version = ((await readDeal(id)).version as number | undefined) ?? 2;
    expect(await send(restore, { id }, { version })).toMatchObject({ status: 200 });
    expect(await readDeal(id)).toMatchObject({ deleted: false });
  });

  it("only by a key whose role may", async () => {
    const id = await made();
    const viewer = (await newKey(world, "viewer")).secret;
    const body = { version: 1, to: "second" };
    const refused = await ask(move, { id }, { key: viewer, method: "POST", body });
    expect(refused).toMatchObject({ status: 403, body: { code: "not-allowed" } });
    expect(await readDeal(id)).toMatchObject({ version: 1 });
  });
});

describe("companies and people over the API", () => {
  it("are added, found, changed and read", async () => {
    const name = `Werf ${newId()}`;
    const added = await send(companies, {}, { name, country: "NL" });
    expect(added).toMatchObject({ status: 201, body: { version: 1 } });
    const { id } = added.body as { id: string };
    const found = await ask(companies, {}, { key, query: { q: name } });
    expect(found.body).toMatchObject({ companies: [{ id, name }], total: 1, next: null });
    const edit = { version: 1, fields: { sector: "Shipping" } };
    expect(await send(company, { id }, edit, { method: "PATCH" })).toMatchObject({ body: { version: 2 } });
    expect(await send(company, { id }, edit, { method: "PATCH" })).toMatchObject({ body: { code: "stale" } });
    const person = await send(contacts, {}, { companyId: id, name: "Ria", email: "ria@example.org" });
    expect(person.status).toBe(201);
    const { id: contactId } = person.body as { id: string };
    const renamed = { version: 1, fields: { name: "Ria de Boer" } };
    expect(await send(contact, { id: contactId }, renamed, { method: "PATCH" })).toMatchObject({
      status: 200,
    });
    expect((await ask(company, { id }, { key })).body).toMatchObject({
      sector: "Shipping",
      contacts: [{ id: contactId, name: "Ria de Boer" }],
    });
  });
});
