import "server-only";
import type { CompiledVersion } from "@/lib/domain/process/compile";
import { orderOf } from "@/lib/domain/run/decide-turn";
import type { StageOrders } from "@/lib/domain/run/state";
import type { Statement } from "@/lib/platform/db/batch";
import type { Tx } from "@/lib/platform/db/tenant";

// Published versions never change, so they may be kept; the key carries the organisation. One that this very transaction
// publishes is not kept: taken back, it is a draft again, and may be published later with other content.
const KEPT = 500;
const kept = new Map<string, CompiledVersion>();

function keep(key: string, version: CompiledVersion): void {
  if (kept.size >= KEPT) kept.delete(kept.keys().next().value ?? "");
  kept.set(key, version);
}

type Row = { id: string; compiled: CompiledVersion; settled: boolean };

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
export const compiledVersions = (
  tx: Tx,
  orgId: string,
  ids: readonly string[],
): Promise<Map<string, CompiledVersion>> =>
  keptOr(
    orgId,
    ids,
    (missing) =>
      tx.$queryRaw<Row[]>`
        select id, compiled, xmin is distinct from pg_current_xact_id_if_assigned()::xid as settled
        from process_version
        where org_id = ${orgId}::uuid and id = any(${missing}::uuid[]) and status <> 'draft'`,
  );

/** As `compiledVersions`, for a hot read: one round trip for those that are not kept, none when all are. */
export const compiledVersionsIn = (
  more: <T>(statement: Statement) => Promise<T>,
  orgId: string,
  ids: readonly string[],
): Promise<Map<string, CompiledVersion>> =>
  keptOr(orgId, ids, (missing) =>
    more<Row[]>({
      name: "runs.versions",
      text: `select coalesce(json_agg(json_build_object('id', v.id, 'compiled', v.compiled, 'settled', true)), '[]'::json)::text
        from process_version v
        where v.org_id = (select app.org_id()) and v.id = any($1::text::uuid[]) and v.status <> 'draft'`,
      values: [`{${missing.join(",")}}`],
    }),
  );

async function keptOr(
  orgId: string,
  ids: readonly string[],
  find: (missing: string[]) => Promise<Row[]>,
): Promise<Map<string, CompiledVersion>> {
  const found = new Map<string, CompiledVersion>();
  const missing: string[] = [];
  for (const id of new Set(ids)) {
    const version = kept.get(`${orgId} ${id}`);
    if (version) found.set(id, version);
    else missing.push(id);
  }
  if (!missing.length) return found;
  for (const { id, compiled, settled } of await find(missing)) {
    if (settled) keep(`${orgId} ${id}`, compiled);
    found.set(id, compiled);
  }
  return found;
}

/** The stage orders that `project` needs, from compiled versions. */
export function ordersOf(versions: ReadonlyMap<string, CompiledVersion>): StageOrders {
  return Object.fromEntries([...versions].map(([id, version]) => [id, orderOf(version)]));
}
