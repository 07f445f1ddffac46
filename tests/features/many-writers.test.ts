import { afterAll, expect, it } from "vitest";
import * as deals from "@/lib/features/deals/commands";
import { closePools } from "@/lib/platform/db/pools";
import { withNewTenant } from "@/lib/platform/db/tenant";
import { execute } from "@/lib/platform/execute";
import { newId } from "@/lib/platform/id";
import type { Command } from "@/lib/platform/verb";
import { publishedProcess } from "@/tests/support/process";
import { NOW, newWorld } from "@/tests/support/world";

/** How many write at once; `npm run soak` asks for more. */
const WRITERS = Number(process.env.KOERS_WRITERS ?? 100);
/** Amounts in cents, whose sum tells whether one is missing. */
const amountOf = (writer: number) => (writer + 1) * 100;

/** Nothing was begun, or it was undone: the database had no room for it in time. */
function busy(error: unknown): null {
  const { code, message } = error as { code?: string; message?: string };
  if (code === "P2028" || message === "timeout exceeded when trying to connect") return null;
  throw error;
}

afterAll(closePools);

it(`${WRITERS} who write at once lose nothing: no gap in a sequence, and the totals that counting gives`, async () => {
  const world = await newWorld("Writers");
  const { id: processId } = await publishedProcess(world.org.id);
  /** Asks until it is done, under one key, as a device does where the server was too busy to begin. */
  const insist = async (verb: unknown, input: object): Promise<void> => {
    const key = newId();
    for (;;) {
      const result = await execute(verb as Command, world.rep.caller, input, { now: NOW, key }).catch(busy);
      if (result?.ok) return;
      if (result) throw new Error(result.refusal.code);
    }
  };
  const make = (id: string, minor: number) =>
    insist(deals.createDeal, { id, processId, title: "Many", amount: { minor, currency: "EUR" } });
  const shared = newId();
  await make(shared, 0);

  // Each puts a deal of their own on the board, logs on the one that all of them share, and moves their own.
  await Promise.all(
    Array.from({ length: WRITERS }, async (_, writer) => {
      const id = newId();
      await make(id, amountOf(writer));
      const log = { id: shared, activityId: newId(), kind: "note", note: `writer ${writer}` };
      await insist(deals.logActivity, log);
      await insist(deals.moveDeal, { id, version: 1, to: "second" });
    }),
  );

  const [row] = await withNewTenant(
    world.org.id,
    (tx) => tx.$queryRaw<Record<string, unknown>[]>`
        select
          (select count(*)::int from run) runs,
          (select count(*)::int from event) events,
          (select count(*)::int from (select run_id from event group by 1 having max(seq) <> count(*) or min(seq) <> 1) g) gaps,
          (select count(*)::int from event where run_id = ${shared}::uuid and type = 'activity.logged') logs,
          (select count(distinct note)::int from activity where run_id = ${shared}::uuid) notes,
          (select count(*)::int from run r where r.seq <> (select max(seq) from event e where e.run_id = r.id)) behind,
          (select json_agg(k order by stage_key)::text from (select stage_key, sum(deals)::int n, sum(amount_minor)::bigint m
            from stage_total group by 1 having sum(deals) <> 0) k) kept,
          (select json_agg(c order by stage_key)::text from (select r.stage_key, count(*)::int n, sum(d.amount_minor)::bigint m
            from run r join deal d on d.org_id = r.org_id and d.id = r.id where r.status = 'open' group by 1) c) counted`,
  );
  expect(row).toMatchObject({ runs: WRITERS + 1, gaps: 0, behind: 0, logs: WRITERS, notes: WRITERS });
  expect(row?.kept).toBe(row?.counted);
  const sum = (WRITERS * (WRITERS + 1) * 100) / 2;
  expect(row?.counted).toContain(`"stage_key":"second","n":${WRITERS},"m":${sum}`);
}, 120_000);
