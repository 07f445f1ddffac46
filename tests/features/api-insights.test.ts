import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ENDPOINTS } from "@/app/api/v1/_api/endpoints";
import * as deal from "@/app/api/v1/deals/[id]/route";
import * as deals from "@/app/api/v1/deals/route";
import * as processMaturity from "@/app/api/v1/insights/maturity/[processId]/route";
import * as gateRows from "@/app/api/v1/insights/maturity/[processId]/rows/route";
import * as maturity from "@/app/api/v1/insights/maturity/route";
import * as behind from "@/app/api/v1/insights/pipeline/deals/route";
import * as pipeline from "@/app/api/v1/insights/pipeline/route";
import { GATES } from "@/lib/domain/maturity/gates";
import { insightsPipeline } from "@/lib/features/insights/queries";
import { maturityProcess } from "@/lib/features/maturity/queries";
import { closePools } from "@/lib/platform/db/pools";
import { read } from "@/lib/platform/execute";
import { newId } from "@/lib/platform/id";
import { ask, newKey } from "../support/api";
import { newWorld, type OrgWorld } from "../support/world";
import { ABC, closed, moved, opened, publish, write } from "./insights-fixtures";

let world: OrgWorld;
let key: string;
let foreignKey: string;
let processId: string;
const AS_OF = "2026-06-30";

beforeAll(async () => {
  world = await newWorld();
  const foreign = await newWorld("Foreign");
  key = (await newKey(world, "viewer")).secret;
  foreignKey = (await newKey(foreign, "owner")).secret;
  const process = await publish(world.owner.caller, ABC);
  processId = process.processId;
  const { versionId } = process;
  const start = (owner: string, minor: number) =>
    opened({ versionId, owner, day: "2026-05-01", amount: { minor, currency: "EUR" }, segment: "north" });
  const outcomes = ["won", "won", "won", "lost", "no-decision", "disqualified", null, null] as const;
  await write(
    world.owner.caller,
    outcomes.flatMap((outcome, index) =>
      [world.rep.id, world.otherRep.id].map((owner) => {
        const begin = start(owner, 100_00 * (index + 1));
        const move = moved("a", "b", "2026-05-10");
        return {
          id: newId(),
          processId,
          events: outcome
            ? ([begin, move, closed(outcome, "2026-06-05")] as const)
            : ([begin, move] as const),
        };
      }),
    ),
  );
});
afterAll(closePools);

type Estimate = { value: number | null; n: number; drill: object };
type Page = { total: number; deals: { id: string }[]; next: string | null };

/** Every page of the deals behind a figure. */
async function dealsOf(drill: object, limit = "3"): Promise<{ total: number; ids: string[] }> {
  const ids: string[] = [];
  for (let next: string | null = null, total = 0; ; ) {
    const query: Record<string, string> = {
      drill: JSON.stringify(drill),
      limit,
      ...(next && { cursor: next }),
    };
    const answer = await ask(behind, {}, { key, query });
    expect(answer.status).toBe(200);
    const page = answer.body as Page;
    total = page.total;
    ids.push(...page.deals.map(({ id }) => id));
    next = page.next;
    if (next === null) return { total, ids };
  }
}

describe("the pipeline over the API", () => {
  it("gives the figures of the page", async () => {
    const filter = { processId, asOf: AS_OF, quarter: "2026-Q2", groupBy: "owner" } as const;
    const answer = await ask(pipeline, {}, { key, query: filter });
    const page = await read(insightsPipeline, world.viewer.caller, filter);
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual(JSON.parse(JSON.stringify(page.ok && page.value)));
    const { total } = answer.body as { total: Record<string, Estimate> };
    expect(total.open?.value).toBe(4);
    expect(total.winRate).toMatchObject({ value: 6 / 10, k: 6, n: 10 });
  });

  it("opens exactly the deals behind each figure, page by page", async () => {
    const query = { processId, asOf: AS_OF, groupBy: "owner" };
    const { body } = await ask(pipeline, {}, { key, query });
    const { total, groups } = body as {
      total: Record<string, Estimate>;
      groups: { figures: typeof total }[];
    };
    const figures = [total, ...groups.map((group) => group.figures)].flatMap((each) => [
      each.open,
      each.closed,
      each.winRate,
    ]);
    expect(figures).toHaveLength(9);
    for (const figure of figures) {
      const found = await dealsOf(figure?.drill ?? {});
      expect(found.total).toBe(figure?.n);
      expect(new Set(found.ids).size).toBe(figure?.n);
    }
  });

  it("keeps the deals without a value when it is left empty", async () => {
    const { body } = await ask(pipeline, {}, { key, query: { asOf: AS_OF, segment: "" } });
    expect(body).toMatchObject({ total: { open: { value: 0 } } });
    const north = await ask(pipeline, {}, { key, query: { asOf: AS_OF, segment: "north" } });
    expect(north.body).toMatchObject({ total: { open: { value: 4 } } });
  });

  it("of another organisation's process is not there", async () => {
    const theirs = await ask(pipeline, {}, { key: foreignKey, query: { processId } });
    expect(theirs.body).toMatchObject({ code: "not-found", status: 404 });
    const drill = JSON.stringify({ asOf: AS_OF, status: "open", processId });
    expect((await ask(behind, {}, { key: foreignKey, query: { drill } })).body).toMatchObject({ total: 0 });
  });

  it("refuses a drill that is none", async () => {
    const answer = await ask(behind, {}, { key, query: { drill: "{" } });
    expect(answer.body).toMatchObject({ code: "invalid-input", field: "drill", status: 422 });
  });
});

describe("maturity over the API", () => {
  it("gives what the page shows, and what is behind each gate", async () => {
    const answer = await ask(processMaturity, { processId }, { key });
    const page = await read(maturityProcess, world.viewer.caller, { processId });
    const gates = (body: unknown) => (body as { gates: unknown }).gates;
    expect(answer.status).toBe(200);
    expect(gates(answer.body)).toEqual(JSON.parse(JSON.stringify(page.ok && page.value.gates)));
    for (const gate of GATES) {
      const rows = await ask(gateRows, { processId }, { key, query: { gate } });
      expect(rows.status, gate).toBe(200);
      expect(rows.body).toMatchObject({ gate });
    }
    expect((await ask(maturity, {}, { key })).body).toMatchObject({ processes: [{ processId }] });
  });

  it("of another organisation's process is not there", async () => {
    expect((await ask(processMaturity, { processId }, { key: foreignKey })).status).toBe(404);
    expect((await ask(gateRows, { processId }, { key: foreignKey, query: { gate: "defined" } })).status).toBe(
      404,
    );
  });
});

describe("answers", () => {
  it("hold nothing that the description does not name", async () => {
    const list = await ask(deals, {}, { key, query: { status: "all", limit: "2" } });
    const id = (list.body as Page).deals[0]?.id ?? "";
    const drill = JSON.stringify({ asOf: AS_OF, status: "closed" });
    const bodies: Record<string, unknown> = {
      "/deals": list.body,
      "/deals/{id}": (await ask(deal, { id }, { key })).body,
      "/insights/pipeline": (await ask(pipeline, {}, { key, query: { processId, groupBy: "team" } })).body,
      "/insights/pipeline/deals": (await ask(behind, {}, { key, query: { drill } })).body,
      "/insights/maturity": (await ask(maturity, {}, { key })).body,
      "/insights/maturity/{processId}": (await ask(processMaturity, { processId }, { key })).body,
      "/insights/maturity/{processId}/rows": (
        await ask(gateRows, { processId }, { key, query: { gate: "defined" } })
      ).body,
    };
    for (const [path, body] of Object.entries(bodies)) {
      const found = ENDPOINTS.find((each) => each.path === path);
      expect(found?.answer?.parse(body), path).toEqual(body);
    }
  });
});
