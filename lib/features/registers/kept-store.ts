import "server-only";
import type { Statement } from "@/lib/platform/db/batch";
import { type EntryRow, entriesBehindStatement } from "./store";

/**
 * What a hot read asks about the registers in SQL, for `keptEntriesBehind`: entries are never erased, and every change of one
 * counts its version on, so that no two states of an organisation's registers have the same sums.
 */
export const REGISTERS_EDGE = `(
  select count(*) || '.' || coalesce(sum(e.version), 0) from register_entry e where e.org_id = (select app.org_id()))`;

type Kept = { readonly edge: string; readonly entries: readonly EntryRow[] };
const KEPT = 500;
const kept = new Map<string, Kept>();

/**
 * The entries with these ids and all that they became part of, for a hot read: kept until the organisation's registers
 * change, which `edge` tells, and asked for in one more round trip only then.
 */
export async function keptEntriesBehind(
  more: <T>(statement: Statement) => Promise<T>,
  orgId: string,
  edge: string,
  ids: readonly string[],
): Promise<readonly EntryRow[]> {
  if (ids.length === 0) return [];
  const key = [orgId, ...ids].join(" ");
  const found = kept.get(key);
  if (found?.edge === edge) return found.entries;
  // Read after the edge: entries that are newer than it are asked for once more, never taken for older ones.
  const entries = await more<EntryRow[]>(entriesBehindStatement(ids));
  kept.delete(key);
  if (kept.size >= KEPT) kept.delete(kept.keys().next().value ?? "");
  kept.set(key, { edge, entries });
  return entries;
}
