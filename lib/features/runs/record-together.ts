import "server-only";
import type { RunEventBody } from "@/lib/domain/run/events";
import { versionsIn } from "@/lib/domain/run/versions-in";
import type { Ctx } from "@/lib/platform/context";
import type { Sql } from "@/lib/platform/db/sql";
import type { Tx } from "@/lib/platform/db/tenant";
import { eventsOfRuns } from "./events-store";
import { type LoadedRun, loadedRun, outcomeOf, stamped } from "./outcome";
import type { Share } from "./projection";
import { addToTotals, netDeltas } from "./totals";
import { compiledVersions } from "./versions";
import { type RunWrites, writeRuns } from "./write-runs";

/** Deals loaded and written at once: with all that has happened on them they fit in memory and in a statement. */
const BATCH = 500;

type Head = { id: string; processId: string; version: number; currency: string };

/**
 * As `recordOn`, now and for all deals (`r`, `d`) that `which` chooses and the caller sees, deleted ones too: locked in one order,
 * and in a few statements however many they are. Those for which nothing is decided stay as they are. Gives the ids of the others.
 */
export async function recordTogether(
  tx: Tx,
  ctx: Ctx,
  which: Sql,
  decide: (run: LoadedRun) => readonly RunEventBody[],
): Promise<string[]> {
  const orgId = ctx.org.id;
  const locked = await tx.$queryRaw<{ id: string }[]>`
    select r.id from run r join deal d on d.org_id = r.org_id and d.id = r.id
    where r.org_id = ${orgId}::uuid and r.kind = 'deal' and ${which} order by r.id for update of r`;
  const shares: { was: (Share | null)[]; is: (Share | null)[] } = { was: [], is: [] };
  const changed: string[] = [];
  for (let start = 0; start < locked.length; start += BATCH) {
    const ids = locked.slice(start, start + BATCH).map(({ id }) => id);
    const outcomes = (await loadAll(tx, ctx, ids)).flatMap((run) => {
      const bodies = decide(run);
      const occurred = { day: ctx.today, at: ctx.now.toISOString() };
      const events = stamped(bodies, run.state.seq, occurred, ctx);
      return events.length ? [outcomeOf(ctx, run, events, run.versions)] : [];
    });
    if (outcomes.length === 0) continue;
    await writeRuns(tx, joined(outcomes.map(({ writes }) => writes)));
    changed.push(...outcomes.map(({ recorded }) => recorded.id));
    shares.was.push(...outcomes.map(({ was }) => was));
    shares.is.push(...outcomes.map(({ is }) => is));
  }
  const deltas = netDeltas(shares.was, shares.is);
  if (deltas.length > 0) await addToTotals(tx, ctx, deltas);
  return changed;
}

/** Deals that are locked already, as they stand by now. */
async function loadAll(tx: Tx, ctx: Ctx, ids: readonly string[]): Promise<LoadedRun[]> {
  const orgId = ctx.org.id;
  const heads = await tx.$queryRaw<Head[]>`
    select r.id, r.process_id as "processId", r.version, d.currency
    from run r join deal d on d.org_id = r.org_id and d.id = r.id
    where r.org_id = ${orgId}::uuid and r.id = any(${[...ids]}::uuid[]) order by r.id`;
  const past = await eventsOfRuns(tx, orgId, ids);
  const versions = await compiledVersions(tx, orgId, [...past.values()].flatMap(versionsIn));
  return heads.map(({ id, ...head }) =>
    loadedRun(id, { kind: "deal", ...head }, past.get(id) ?? [], versions),
  );
}

/** What is to be written for each, as one. */
function joined(all: readonly RunWrites[]): RunWrites {
  const lists: Record<string, unknown[]> = {};
  for (const writes of all)
    for (const [name, rows] of Object.entries(writes)) {
      lists[name] ??= [];
      lists[name].push(...rows);
    }
  return lists as RunWrites;
}
