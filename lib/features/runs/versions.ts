import "server-only";
import type { CompiledVersion } from "@/lib/domain/process/compile";
import { orderOf } from "@/lib/domain/run/decide-turn";
import type { StageOrders } from "@/lib/domain/run/state";
import type { Tx } from "@/lib/platform/db/tenant";

// Published versions never change, so they may be kept; the key carries the organisation. One that this very transaction
// publishes is not kept: taken back, it is a draft again, and may be published later with other content.
const KEPT = 500;
const kept = new Map<string, CompiledVersion>();

function keep(key: string, version: CompiledVersion): void {
  if (kept.size >= KEPT) kept.delete(kept.keys().next().value ?? "");
  kept.set(key, version);
}

/** The compiled forms of versions that are at hand, or null when one of them has to be read first. */
export function keptVersions(orgId: string, ids: readonly string[]): Map<string, CompiledVersion> | null {
  const found = new Map<string, CompiledVersion>();
  for (const id of ids) {
    const version = kept.get(`${orgId} ${id}`);
    if (!version) return null;
    found.set(id, version);
  }
  return found;
}

/** The compiled forms of versions, by id. Unknown ids (and drafts) are absent. */
export async function compiledVersions(
  tx: Tx,
  orgId: string,
  ids: readonly string[],
): Promise<Map<string, CompiledVersion>> {
  const found = new Map<string, CompiledVersion>();
  const missing: string[] = [];
  for (const id of new Set(ids)) {
    const version = kept.get(`${orgId} ${id}`);
    if (version) found.set(id, version);
    else missing.push(id);
  }
  if (!missing.length) return found;
  const rows = await tx.$queryRaw<{ id: string; compiled: CompiledVersion; settled: boolean }[]>`
    select id, compiled, xmin is distinct from pg_current_xact_id_if_assigned()::xid as settled
    from process_version
    where org_id = ${orgId}::uuid and id = any(${missing}::uuid[]) and status <> 'draft'`;
  for (const { id, compiled, settled } of rows) {
    if (settled) keep(`${orgId} ${id}`, compiled);
    found.set(id, compiled);
  }
  return found;
}

/** The stage orders that `project` needs, from compiled versions. */
export function ordersOf(versions: ReadonlyMap<string, CompiledVersion>): StageOrders {
  return Object.fromEntries([...versions].map(([id, version]) => [id, orderOf(version)]));
}
