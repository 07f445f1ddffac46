import { afterAll, expect, it } from "vitest";
import * as deals from "@/lib/features/deals/commands";
import { closePools } from "@/lib/platform/db/pools";
import { withNewTenant } from "@/lib/platform/db/tenant";
import { execute } from "@/lib/platform/execute";
import { newId } from "@/lib/platform/id";
import { publishedProcess } from "@/tests/support/process";
import { NOW, newWorld } from "@/tests/support/world";

/** How many write at once; `npm run soak` asks for more. */
const WRITERS = Number(process.env.KOERS_WRITERS ?? 100);
/** Amounts in cents, whose sum tells whether one is missing. */
const amountOf = (writer: number) => (writer + 1) * 100;

afterAll(closePools);

it(`${WRITERS} who write at once lose nothing: no gap in a sequence, and the totals that counting gives`, async () => {
  const world = await newWorld("Writers");
  const { id: processId } = await publishedProcess(world.org.id);
  const { caller } = world.rep;
  const shared = newId();
  const make = (id: string, minor: number) => {
    const input = { id, processId, title: "Many", amount: { minor, currency: "EUR" } };
    return execute(deals.createDeal, caller, input, { now: NOW });
  };
  expect(await make(shared, 0)).toMatchObject({ ok: true });

  // Each puts a deal of their own on the board, moves it, and logs on the one that all of them share.
  const done = await Promise.all(
    Array.from({ length: WRITERS }, async (_, writer) => {
      const id = newId();
      const log = { id: shared, activityId: newId(), kind: "note", note: `writer ${writer}` } as const;
      const [made, logged] = await Promise.all([
        make(id, amountOf(writer)),
        execute(deals.logActivity, caller, log, { now: NOW }),
      ]);
      const moved = await execute(deals.moveDeal, caller, { id, version: 1, to: "second" }, { now: NOW });
      return { writer, ok: made.ok && logged.ok && moved.ok };
    }),
  );
  expect(done.filter(({ ok }) => !ok)).toEqual([]);

  const [row] = await withNewTenant(
    world.org.id,
    (tx) => tx.$queryRaw<Record<string, unknown>[]>`
        select
          (select count(*)::int from run) runs,
          (select count(*)::int from event) events,
          (select count(*)::int from (select run_id from event group by 1 having max(seq) <> count(*) or min(seq) <> 1) g) gaps,
          (select count(*)::int from event where run_id = ${shared}::uuid and type = 'activity.logged') logs,
          (select count(distinct payload->>'note')::int from event
            where run_id = ${shared}::uuid and type = 'activity.logged') notes,
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
