import "server-only";
import type { CompiledVersion } from "@/lib/domain/process/compile";
import { orderOf } from "@/lib/domain/run/decide-turn";
import type { StageOrders } from "@/lib/domain/run/state";
import type { Tx } from "@/lib/platform/db/tenant";

// Published versions never change, so they may be kept; the key carries the organisation.
const KEPT = 500;
const kept = new Map<string, CompiledVersion>();

function keep(key: string, version: CompiledVersion): void {
  if (kept.size >= KEPT) kept.delete(kept.keys().next().value ?? "");
  kept.set(key, version);
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
  const rows = await tx.processVersion.findMany({
    where: { orgId, id: { in: missing }, status: { not: "draft" } },
    select: { id: true, compiled: true },
  });
  for (const { id, compiled } of rows) {
    const version = compiled as unknown as CompiledVersion;
    keep(`${orgId} ${id}`, version);
    found.set(id, version);
  }
  return found;
}

/** The stage orders that `project` needs, from compiled versions. */
export function ordersOf(versions: ReadonlyMap<string, CompiledVersion>): StageOrders {
  return Object.fromEntries([...versions].map(([id, version]) => [id, orderOf(version)]));
}
