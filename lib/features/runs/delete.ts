import "server-only";
import type { Ctx } from "@/lib/platform/context";
import { sql } from "@/lib/platform/db/sql";
import type { Tx } from "@/lib/platform/db/tenant";
import { recordTogether } from "./record-together";

/**
 * Throws deals away, one or thousands, as one by one. A deal that is gone already, or has another version than the one given, is
 * left alone. Gives the ids thrown away.
 */
export async function deleteDeals(
  tx: Tx,
  ctx: Ctx,
  deals: readonly { readonly id: string; readonly version: number }[],
): Promise<Set<string>> {
  const wanted = new Map(deals.map(({ id, version }) => [id, version]));
  const which = sql`r.id = any(${[...wanted.keys()]}::uuid[]) and r.deleted_at is null`;
  const gone = await recordTogether(tx, ctx, which, ({ id, version }) =>
    wanted.get(id) === version ? [{ type: "run.deleted" }] : [],
  );
  return new Set(gone);
}
