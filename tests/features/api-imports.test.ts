import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ENDPOINTS } from "@/app/api/v1/_api/endpoints";
import * as deals from "@/app/api/v1/deals/route";
import * as apply from "@/app/api/v1/imports/[id]/apply/route";
import * as check from "@/app/api/v1/imports/[id]/check/route";
import * as mapping from "@/app/api/v1/imports/[id]/mapping/route";
import * as reading from "@/app/api/v1/imports/[id]/reading/route";
import * as rejects from "@/app/api/v1/imports/[id]/rejects/route";
import * as whole from "@/app/api/v1/imports/[id]/route";
import * as status from "@/app/api/v1/imports/[id]/status/route";
import * as undo from "@/app/api/v1/imports/[id]/undo/route";
import * as imports from "@/app/api/v1/imports/route";
import { closePools } from "@/lib/platform/db/pools";
import { withNewTenant } from "@/lib/platform/db/tenant";
import { newId } from "@/lib/platform/id";
import { ask, newKey } from "../support/api";
import { ApiImporting, type Told } from "../support/api-imports";
import { newWorld, type OrgWorld } from "../support/world";

const FILE = `Deal;Company;Owner;Stage;Amount;Opened;Closed
Pumps;Bakker BV;Rosa Rep;Intake;1.234,50;15-01-2026;
Valves;Visser NV;Piet Nieuw;Offerte;€ 2.000,00;20-02-2026;
Seals;Bakker BV;Rosa Rep;Gewonnen;3.000,00;25-03-2026;30-04-2026
Broken;Bakker BV;Rosa Rep;Gewonnen;4.000,00;25-03-2026;30-04-2025
`;

let world: OrgWorld;
let foreign: OrgWorld;
let api: ApiImporting;
let viewer: ApiImporting;

beforeAll(async () => {
  [world, foreign] = [await newWorld(), await newWorld("Foreign")];
  api = new ApiImporting(world.org.id, await newKey(world, "manager"));
  viewer = new ApiImporting(world.org.id, await newKey(world, "viewer"));
});
afterAll(closePools);

const totalOf = async (query: Record<string, string> = {}) =>
  (
    (await ask(deals, {}, { key: api.key.secret, query: { status: "all", ...query } })).body as {
      total: number;
    }
  ).total;
const documented = (method: string, path: string, body: unknown) => {
  const found = ENDPOINTS.find((each) => each.method === method && each.path === path);
  expect(found?.answer?.parse(body), `${method} ${path}`).toEqual(body);
};

describe("an import through the API alone", () => {
  it("is sent, mapped, tried, applied and taken back, as described", async () => {
    const sent = await api.send("deals", FILE);
    expect(sent.status).toBe(201);
    documented("POST", "/imports", sent.body);
    const { id, mapping: proposed } = sent.body as Awaited<ReturnType<typeof api.view>>;
    expect(proposed?.columns.map(({ target }) => target)).toMatchObject([
      { field: "title" },
      { field: "company" },
      { field: "owner" },
      { field: "stage" },
      { field: "amount" },
      { field: "openedOn" },
      { field: "closedOn" },
    ]);
    expect(proposed?.owners).toMatchObject([
      { value: "Rosa Rep", memberId: world.rep.id },
      { value: "Piet Nieuw", memberId: null },
    ]);

    const mapped = await api.map(id, {
      process: { kind: "as-found", name: "From the file" },
      owners: [{ value: "Piet Nieuw", target: null }],
      currency: "EUR",
    });
    expect(mapped).toMatchObject({ status: 200, body: { status: "mapped", questions: [] } });
    documented("PUT", "/imports/{id}/mapping", mapped.body);

    const checked = await api.check(id);
    expect(checked.status).toBe(202);
    documented("POST", "/imports/{id}/check", checked.body);
    const tried = await ask(status, { id }, { key: api.key.secret });
    documented("GET", "/imports/{id}/status", tried.body);
    expect(tried.body).toMatchObject({
      status: "checked",
      counts: { check: { rows: 4, created: 3, rejected: 1 } },
    });
    expect(await totalOf()).toBe(0);

    const file = await ask(rejects, { id }, { key: api.key.secret, headers: { "accept-language": "nl" } });
    expect(file.headers.get("content-type")).toContain("text/csv");
    expect(file.text.split("\r\n")[1]).toMatch(/^Broken;Bakker BV;.*;5;/);
    expect(file.text.split("\r\n")[1]).toContain("ligt vóór de opening op 25 mrt 2026");
    const english = await ask(rejects, { id }, { key: api.key.secret });
    expect(english.text).toContain("lies before the opening on 25 Mar 2026");

    expect((await api.apply(id)).status).toBe(202);
    const applied = await api.view(id);
    documented("GET", "/imports/{id}", applied);
    expect(applied).toMatchObject({ status: "applied", counts: { apply: { created: 3, rejected: 1 } } });
    expect(await totalOf()).toBe(3);
    expect(await totalOf({ ownerId: world.rep.id })).toBe(2);
    // A key is no member: like every write of a key, what it imports names nobody.
    const actors = await withNewTenant(world.org.id, async (tx) => [
      ...(await tx.event.findMany({ distinct: ["actorId", "actorKind"] })),
      ...(await tx.audit.findMany({ where: { entityId: id }, distinct: ["actorId"] })),
    ]);
    expect(new Set(actors.map(({ actorId }) => actorId))).toEqual(new Set([null]));

    const listed = await ask(imports, {}, { key: api.key.secret });
    documented("GET", "/imports", listed.body);
    expect(listed.body).toMatchObject({ imports: [{ id, status: "applied" }], next: null });

    const discarded = await ask(whole, { id }, { key: api.key.secret, method: "DELETE" });
    expect(discarded.body).toMatchObject({ code: "import.wrong-moment", status: 422 });
    expect((await api.undo(id)).status).toBe(202);
    expect(await api.view(id)).toMatchObject({ status: "undone", counts: { undo: { removed: 3 } } });
    expect(await totalOf()).toBe(0);
  });

  it("has its reading set right", async () => {
    const { id } = (await api.send("companies", "Name,Employees\nBakker,1.234\nVisser,2.345\n")).body as Told;
    const asked = (await api.view(id)).mapping?.questions ?? [];
    expect(asked).toEqual([{ code: "numbers", column: 1 }]);
    const early = await api.check(id);
    expect(early.body).toMatchObject({ code: "import.questions-open", current: asked });
    const body = { columns: [{ index: 1, numbers: "comma" }] };
    const set = await ask(reading, { id }, { key: api.key.secret, method: "PUT", body });
    expect(set).toMatchObject({ status: 200, body: { status: "mapped", questions: [] } });
    documented("PUT", "/imports/{id}/reading", set.body);
    const gone = await ask(whole, { id }, { key: api.key.secret, method: "DELETE" });
    documented("DELETE", "/imports/{id}", gone.body);
    expect((await ask(whole, { id }, { key: api.key.secret })).status).toBe(404);
  });

  it("pages through imports by cursor", async () => {
    const sent: string[] = [];
    for (const name of ["a", "b", "c"])
      sent.push(((await api.send("companies", `Name\n${name}\n`)).body as Told).id);
    const seen: string[] = [];
    for (let next: string | null = ""; next !== null; ) {
      const query: Record<string, string> = { limit: "2", ...(next && { after: next }) };
      const page = (await ask(imports, {}, { key: api.key.secret, query })).body as {
        imports: { id: string }[];
        next: string | null;
      };
      seen.push(...page.imports.map(({ id }) => id));
      next = page.next;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(expect.arrayContaining(sent));
  });
});

describe("sending a file", () => {
  it("twice with one idempotency key makes one import, though no id was given", async () => {
    const headers = { "idempotency-key": newId() };
    const first = await api.send("companies", "Name\nBakker\n", { headers });
    const again = await api.send("companies", "Name\nBakker\n", { headers });
    expect(first.status).toBe(201);
    expect(again.body).toEqual(first.body);
    const other = await api.send("products", "Name\nBakker\n", { headers });
    expect(other.body).toMatchObject({ code: "repeat-differs", status: 409 });
  });

  it("refuses what is no file, and says which import it was", async () => {
    const id = newId();
    const empty = await api.send("companies", "", { query: { id } });
    expect(empty.body).toMatchObject({ code: "import.file-empty", status: 422, current: { id } });
    const wrong = await api.send("cars", "Name\nBakker\n");
    expect(wrong.body).toMatchObject({ code: "invalid-input", field: "kind" });
  });

  it("is for those who may import: a viewer makes nothing and sees nothing", async () => {
    const id = newId();
    const refused = await viewer.send("companies", "Name\nBakker\n", { query: { id } });
    expect(refused.body).toMatchObject({ code: "not-allowed", status: 403 });
    expect((await ask(whole, { id }, { key: api.key.secret })).status).toBe(404);
    expect((await ask(imports, {}, { key: viewer.key.secret })).status).toBe(403);
  });
});

it("nothing of an import is there for another organisation, or without a key", async () => {
  const { id } = (await api.send("companies", "Name\nBakker\n")).body as Told;
  const key = (await newKey(foreign, "owner")).secret;
  const doors = [
    ["GET", whole],
    ["DELETE", whole],
    ["GET", status],
    ["PUT", reading],
    ["PUT", mapping],
    ["POST", check],
    ["POST", apply],
    ["POST", undo],
    ["GET", rejects],
  ] as const;
  for (const [method, route] of doors) {
    const body = method === "PUT" ? { body: {} } : {};
    const theirs = await ask(route, { id }, { key, method, ...body });
    expect(theirs.body, method).toMatchObject({ code: "not-found", status: 404 });
    expect((await ask(route, { id }, { method, ...body })).status).toBe(401);
  }
  const taken = await ask(
    imports,
    {},
    {
      key,
      method: "POST",
      query: { id, kind: "companies", fileName: "x.csv" },
      bytes: new TextEncoder().encode("Name\nTheirs\n"),
    },
  );
  // Ids are per organisation: theirs is another import, and ours is as it was.
  expect(taken.status).toBe(201);
  expect((await api.view(id)).reading?.header).toEqual(["Name"]);
  expect((await api.view(id)).mapping?.columns[0]?.samples).toEqual(["Bakker"]);
});
