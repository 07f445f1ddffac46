import "server-only";
import type { Tx } from "@/lib/platform/db/tenant";

/** Erases receipts of commands from before a moment, the oldest first, at most `limit`. Gives how many. */
export const eraseReceipts = (tx: Tx, orgId: string, before: Date, limit: number): Promise<number> =>
  tx.$executeRaw`
    delete from command_receipt c where c.org_id = ${orgId}::uuid and (c.actor_id, c.key) in (
      select x.actor_id, x.key from command_receipt x where x.org_id = ${orgId}::uuid and x.created_at < ${before}
      order by x.created_at limit ${limit})`;
