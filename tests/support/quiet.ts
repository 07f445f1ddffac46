import { expect, vi } from "vitest";
import type { Caller } from "@/lib/platform/context";
import { withTenant } from "@/lib/platform/db/tenant";
import { NOW } from "./world";

/**
 * The cursor of what is new waits for whatever is older and still at work, also in another organisation: other suites are.
 * Tries until what is expected holds.
 */
export const inTheEnd = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 30_000, interval: 50 });

/** Comes back when whatever was at work when it was asked has ended. */
export async function quiet(caller: Caller): Promise<void> {
  const ask = async (edge: string | null) => {
    const [row] = await withTenant(
      caller,
      NOW,
      (tx) => tx.$queryRaw<{ now: string; ended: boolean | null }[]>`
        select pg_snapshot_xmax(s)::text as now, pg_snapshot_xmin(s) >= ${edge}::text::xid8 as ended from pg_current_snapshot() s`,
    );
    return row;
  };
  const edge = (await ask(null))?.now ?? null;
  await inTheEnd(async () => expect((await ask(edge))?.ended).toBe(true));
}
