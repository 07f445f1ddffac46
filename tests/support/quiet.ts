import { expect, vi } from "vitest";
import type { Caller } from "@/lib/platform/context";
import { withTenant } from "@/lib/platform/db/tenant";
import { NOW } from "./world";

/**
 * The cursor of what is new waits for whatever is older and still at work, also in another organisation: other suites are.
 * Tries until what is expected holds.
 */
export const inTheEnd = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 30_000, interval: 50 });

/** Comes back when nothing older is at work. */
export const quiet = (caller: Caller) =>
  inTheEnd(async () => {
    const [row] = await withTenant(
      caller,
      NOW,
      (tx) => tx.$queryRaw<{ quiet: boolean }[]>`
        select pg_snapshot_xmin(s) = pg_snapshot_xmax(s) as quiet from pg_current_snapshot() s`,
    );
    expect(row?.quiet).toBe(true);
  });
