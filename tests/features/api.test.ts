import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import * as rest from "@/app/api/v1/[...rest]/route";
import * as deal from "@/app/api/v1/deals/[id]/route";
import * as deals from "@/app/api/v1/deals/route";
import { revokeApiKey } from "@/lib/features/api-keys/commands";
import { createDeal } from "@/lib/features/deals/commands";
import { dealsRead } from "@/lib/features/deals/queries";
import { closePools } from "@/lib/platform/db/pools";
import { withNewTenant } from "@/lib/platform/db/tenant";
import { execute, read } from "@/lib/platform/execute";
import { endpoint, routes } from "@/lib/platform/http/endpoint";
import { Problem } from "@/lib/platform/http/problem";
import { newId } from "@/lib/platform/id";
import { ask, newKey } from "../support/api";
import { publishedProcess } from "../support/process";
import { NOW, newWorld, type OrgWorld } from "../support/world";

const DEALS = 7;
let world: OrgWorld;
let foreign: OrgWorld;
let process: { id: string };
let viewer: string;
const ids: string[] = [];

beforeAll(async () => {
  [world, foreign] = [await newWorld(), await newWorld("Foreign")];
  process = await publishedProcess(world.org.id);
  viewer = (await newKey(world, "viewer")).secret;
  for (let index = 0; index < DEALS; index++) ids.push(await newDeal(index));
});
afterAll(closePools);

async function newDeal(index: number) {
  const id = newId();
  const input = { id, processId: process.id, title: `Deal ${index}`, companyName: "Acme" };
  // Two deals share each moment, so that a page may end between them.
  const now = new Date(NOW.getTime() + Math.floor(index / 2) * 60_000);
  const made = await execute(createDeal, world.rep.caller, input, { now });
  if (!made.ok) throw new Error(made.refusal.code);
  return id;
}

type Page = { deals: { id: string }[]; total: number; next: string | null };

describe("the door of the REST API", () => {
  it("wants a key, and says how to send one", async () => {
    const answer = await ask(deals, {});
    expect(answer.status).toBe(401);
    expect(answer.headers.get("www-authenticate")).toBe('Bearer realm="koers"');
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(Problem.parse(answer.body)).toMatchObject({
      type: "urn:koers:problem:key-needed",
      code: "key-needed",
      status: 401,
    });
  });

  it("takes no cookie for a key", async () => {
    const cookie = { cookie: `next-auth.session-token=${viewer}` };
    expect((await ask(deals, {}, { headers: cookie })).status).toBe(401);
  });

  it("refuses an unknown key, and a revoked one on the very next request", async () => {
    expect((await ask(deals, {}, { key: `koers_${"a".repeat(43)}` })).status).toBe(401);
    const { id, secret } = await newKey(world, "viewer");
    expect((await ask(deals, {}, { key: secret })).status).toBe(200);
    await execute(revokeApiKey, world.owner.caller, { id }, { now: NOW });
    expect((await ask(deals, {}, { key: secret })).body).toMatchObject({ code: "key-needed", status: 401 });
  });

  it("speaks the caller's language", async () => {
    const [dutch, english] = [
      await ask(deals, {}, { headers: { "accept-language": "nl-BE,nl;q=0.9" } }),
      await ask(deals, {}, { headers: { "accept-language": "fr" } }),
    ];
    expect(dutch.headers.get("content-language")).toBe("nl");
    expect(dutch.body).toMatchObject({ code: "key-needed", title: expect.stringContaining("API-sleutel") });
    expect(english.body).toMatchObject({ title: expect.stringContaining("API key") });
  });

  it("knows which methods an address has, and which addresses there are", async () => {
    const posted = await ask(deals, {}, { key: viewer, method: "PUT", body: {} });
    expect(posted.status).toBe(405);
    expect(posted.headers.get("allow")).toBe("GET, POST");
    expect(Problem.parse(posted.body).params).toEqual({ allowed: "GET, POST" });
    const nowhere = await ask(rest, { rest: "nowhere" }, { key: viewer });
    expect(nowhere.body).toMatchObject({ code: "address-unknown", status: 404 });
  });

  it("tells which part of the input is wrong", async () => {
    const wrong = await ask(deals, {}, { key: viewer, query: { limit: "many" } });
    expect(wrong.status).toBe(422);
    expect(Problem.parse(wrong.body)).toMatchObject({ code: "invalid-input", field: "limit" });
    expect(Problem.parse(wrong.body).detail).toBeTruthy();
    const unknown = await ask(deals, {}, { key: viewer, query: { colour: "red" } });
    expect(Problem.parse(unknown.body).detail).toContain("colour");
    const cursor = await ask(deals, {}, { key: viewer, query: { cursor: "x" } });
    expect(Problem.parse(cursor.body)).toMatchObject({ status: 422, field: "cursor" });
  });

  it("notes the day a key was used", async () => {
    const { id, secret } = await newKey(world, "viewer");
    const dayOf = () =>
      withNewTenant(world.org.id, (tx) =>
        tx.apiKey.findUnique({
          where: { orgId_id: { orgId: world.org.id, id } },
          select: { lastUsedOn: true },
        }),
      );
    expect(await dayOf()).toEqual({ lastUsedOn: null });
    await ask(deals, {}, { key: secret });
    expect((await dayOf())?.lastUsedOn).toBeInstanceOf(Date);
  });
});

describe("deals over the API", () => {
  it("come whole by following the cursor, none twice", async () => {
    const seen: string[] = [];
    let next: string | null = null;
    do {
      const answer = await ask(
        deals,
        {},
        { key: viewer, query: { limit: "3", ...(next && { cursor: next }) } },
      );
      const page = answer.body as Page;
      expect(page.total).toBe(DEALS);
      seen.push(...page.deals.map(({ id }) => id));
      next = page.next;
    } while (next);
    expect(seen).toHaveLength(DEALS);
    expect(new Set(seen)).toEqual(new Set(ids));
  });

  it("are filtered as asked; empty means none", async () => {
    const query = {
      processId: process.id,
      ownerId: world.rep.id,
      stageKey: "first",
      q: "Deal 3",
      outcome: "",
    };
    const one = await ask(deals, {}, { key: viewer, query });
    expect((one.body as Page).deals.map(({ id }) => id)).toEqual([ids[3]]);
    const none = await ask(deals, {}, { key: viewer, query: { ownerId: world.otherRep.id } });
    expect(none.body).toMatchObject({ deals: [], total: 0, next: null });
  });

  it("are read as the page reads them", async () => {
    const id = ids[0] ?? "";
    const answer = await ask(deal, { id }, { key: viewer });
    const page = await read(dealsRead, world.viewer.caller, { id });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      id,
      title: "Deal 0",
      owner: { id: world.rep.id },
      stageKey: "first",
    });
    const { today: _, ...same } = JSON.parse(JSON.stringify(page.ok && page.value));
    expect(answer.body).toMatchObject(same);
  });

  it("of another organisation are not there", async () => {
    const key = (await newKey(foreign, "owner")).secret;
    const theirs = await ask(deal, { id: ids[0] ?? "" }, { key });
    expect(theirs.body).toMatchObject({ code: "not-found", status: 404 });
    expect((await ask(deals, {}, { key })).body).toMatchObject({ deals: [], total: 0 });
    const mine = await ask(deal, { id: ids[0] ?? "" }, { key: viewer });
    expect(mine.status).toBe(200);
  });
});

describe("a command behind the door", () => {
  const creating = endpoint(createDeal, {
    method: "POST",
    path: "/deals",
    tag: "deals",
    summary: "For this test",
    status: 201,
    answer: z.object({ id: z.uuid(), version: z.int(), seq: z.int() }),
  });
  const route = routes(creating);
  const input = () => ({ id: newId(), processId: process.id, title: "Over the wire", ownerId: world.rep.id });
  const countOf = (title: string) =>
    ask(deals, {}, { key: viewer, query: { q: title } }).then(({ body }) => (body as Page).total);

  it("is held to the key's role", async () => {
    const refused = await ask(route, {}, { key: viewer, method: "POST", body: input() });
    expect(refused.body).toMatchObject({ code: "not-allowed", status: 403 });
    expect(await countOf("Over the wire")).toBe(0);
  });

  it("is done once, however often it is sent with its key", async () => {
    const key = (await newKey(world, "manager")).secret;
    const headers = { "idempotency-key": newId() };
    const body = input();
    const send = (more: object = {}) =>
      ask(route, {}, { key, method: "POST", headers, body: { ...body, ...more } });
    const first = await send();
    expect(first).toMatchObject({ status: 201, body: { id: body.id, version: 1 } });
    expect(await send()).toMatchObject({ status: 201, body: first.body });
    expect(await countOf("Over the wire")).toBe(1);
    expect((await send({ title: "Other" })).body).toMatchObject({ code: "repeat-differs", status: 409 });
    const second = await ask(route, {}, { key, method: "POST", body });
    expect(second.body).toMatchObject({ code: "already-there", status: 409 });
  });

  it("takes JSON of a bounded size and nothing else", async () => {
    const key = (await newKey(world, "manager")).secret;
    const send = (body: string, headers = {}) => ask(route, {}, { key, method: "POST", body, headers });
    expect((await send("{")).body).toMatchObject({ code: "body-not-json", status: 400 });
    expect((await send("{}", { "content-type": "text/plain" })).body).toMatchObject({ status: 415 });
    expect((await send(`"${"x".repeat(1_048_577)}"`)).body).toMatchObject({
      code: "body-too-large",
      status: 413,
    });
    expect((await send("[]")).body).toMatchObject({ code: "invalid-input", status: 422 });
    expect((await send("{}", { "idempotency-key": "k".repeat(201) })).body).toMatchObject({ status: 422 });
  });
});
