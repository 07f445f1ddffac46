import "server-only";
import { pools } from "@/lib/platform/db/pools";
import { withTenant } from "@/lib/platform/db/tenant";
import { rebuildProjections, recountTotals } from "./rebuild";
import { rebuildSearch } from "./rebuild-search";

/** Runs per transaction: whoever edits one of them meanwhile waits for the rest of its batch only. */
const BATCH = 200;
const TIMEOUT_MS = 600_000;

/**
 * Makes every projection of an organisation anew from its events, a batch of runs at a time, while people work on.
 * Gives how many runs that were.
 */
export async function rebuildOrganization(orgId: string, now: Date): Promise<number> {
  const caller = { kind: "job", orgId, actorId: orgId, as: "job" } as const;
  let after = "00000000-0000-0000-0000-000000000000";
  let done = 0;
  for (;;) {
    const ids = await withTenant(
      caller,
      now,
      async (tx, entered) => {
        const runs = await tx.run.findMany({
          where: { orgId, id: { gt: after } },
          orderBy: { id: "asc" },
          select: { id: true },
          take: BATCH,
        });
        const ids = runs.map(({ id }) => id);
        await rebuildProjections(tx, { ...entered, reach: "all" }, ids);
        return ids;
      },
      { timeoutMs: TIMEOUT_MS },
    );
    done += ids.length;
    const last = ids.at(-1);
    if (last === undefined) break;
    after = last;
  }
  await withTenant(caller, now, (tx, entered) => recountTotals(tx, { ...entered, reach: "all" }), {
    timeoutMs: TIMEOUT_MS,
  });
  await rebuildSearch(orgId, now);
  return done;
}

/** The organisations of this installation, by address. */
export async function organizations(): Promise<{ id: string; slug: string }[]> {
  return pools().auth.organization.findMany({ select: { id: true, slug: true }, orderBy: { slug: "asc" } });
}

/**
 * Makes the projections anew of every organisation that has open runs with a next step and no row of what waits on them: they
 * were written before such rows were kept. Gives how many runs that were.
 */
export async function catchUp(now: Date): Promise<number> {
  let runs = 0;
  for (const { id: orgId } of await organizations()) {
    const caller = { kind: "job", orgId, actorId: orgId, as: "job" } as const;
    const [row] = await withTenant(
      caller,
      now,
      (tx) => tx.$queryRaw<{ behind: boolean }[]>`
        select exists (
          select from run r
          where r.org_id = ${orgId}::uuid and r.kind = 'deal' and r.status = 'open' and r.deleted_at is null and r.next_step_key is not null
            and not exists (select from due_step d where d.org_id = r.org_id and d.run_id = r.id)) as behind`,
    );
    if (row?.behind) runs += await rebuildOrganization(orgId, now);
  }
  return runs;
}
